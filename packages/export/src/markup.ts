// markup`…`: a template that escapes whatever is put into it, in text and in quoted attributes alike. Only another markup`…` goes in as
// it is, and nothing else makes one. Attributes are always written with double quotes. (Not named html, so that the formatter does not
// lay out the page's own white space.)

const made = Symbol("markup")
export type Markup = { readonly [made]: string }
type Fill = Markup | string | number | null | undefined | false | readonly Fill[]

export function markup(strings: TemplateStringsArray, ...fills: readonly Fill[]): Markup {
  return { [made]: strings.map((part, index) => part + filled(fills[index])).join("") }
}

export const toText = (value: Markup): string => value[made]

function filled(fill: Fill): string {
  if (fill === null || fill === undefined || fill === false) return ""
  if (typeof fill === "number") return String(fill)
  if (typeof fill === "string") return escapeHtml(fill)
  return made in fill ? fill[made] : fill.map(filled).join("")
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
/** Control characters that HTML forbids become the replacement sign; line breaks and tabs stay. */
export const escapeHtml = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "\uFFFD")
    .replace(/\r\n?/g, "\n")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "")
