// People's words as Markdown text that can be nothing but text: no link, no markup, no HTML, no table cell, no list of its own.
// Only what could mean something is escaped, so that the words still read as they were written.

/** One line; line breaks become " / ". For tables, headings and sentences. */
export const line = (text: string): string => escape(lines(text).join(" / "))

/** Inside a list item or a quote: line breaks are kept, as hard breaks that stay under `indent`. */
export const block = (text: string, indent = ""): string => lines(text).map(escape).join(`\\\n${indent}`)

const lines = (text: string): string[] =>
  text
    .split(/\r\n?|[\n\u000B\u000C\u0085\u2028\u2029]/)
    .map((one) => one.trim())
    .filter((one) => one !== "")

function escape(text: string): string {
  const inline = text
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/g, "\uFFFD")
    .replace(/[\\`*_[\]<>~|@]/g, "\\$&")
    // An ampersand is only markup where it begins an entity, a dollar only where there are two (formulas).
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, "\\&")
    .replace(/\$(?=[^$]*\$)|(?<=\$[^$]*)\$/g, "\\$")
    .replace(/(https?|ftp|javascript|data|mailto|xmpp):/gi, "$1\\:")
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
  // What would begin a heading, a list, a quote, a rule or an indented block at the start of a line.
  return inline.replace(/^(#{1,6}|[+\-=])(?=\s|$|[-=+#])/, "\\$1").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
}
