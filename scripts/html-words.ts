// Bare words in html`` templates: text between tags, and telling attributes. `${…}` is code, and is read for templates of its own.
import type { Bare } from "./bare-strings.ts"
import { saysSomething, TELLING } from "./seen-words.ts"
import { tokensOf } from "./source.ts"

/** Stands for a `${…}`: no letter, no bracket. Of the private use area, so in nobody's text. */
const HOLE = "\uE000"

export function bareInHtml(source: string): Bare[] {
  return [...pagesOf(source)].flatMap(([at, html]) => wordsIn(html).map((text) => ({ text, at })))
}

/** Each html`` (and raw``) template with its substitutions left out, by where it opens. */
function pagesOf(source: string): Map<number, string> {
  const pages = new Map<number, string>()
  const tokens = tokensOf(source)
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "template") continue
    const begun = pages.get(token.at)
    const before = tokens[i - 1]
    if (begun !== undefined) pages.set(token.at, begun + HOLE + token.text)
    else if (before?.kind === "code" && /\b(?:html|raw)\s*$/.test(before.text)) pages.set(token.at, token.text)
  }
  return pages
}

function wordsIn(html: string): string[] {
  const seen = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!doctype[^>]*>/gi, "")
  const attributes = [...seen.matchAll(/([a-z-]+)\s*=\s*"([^"]*)"/gi)].flatMap(([, name = "", value = ""]) =>
    TELLING.has(name.toLowerCase()) ? [value] : [],
  )
  const isAttributes = /^\s*(?:[\w:-]+\s*=\s*"[^"]*"\s*)+$/.test(seen)
  const texts = isAttributes ? [] : seen.replace(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, "\n").split(/[\n\uE000]/)
  return [...texts, ...attributes.flatMap((value) => value.split(HOLE))].map((text) => text.trim()).filter(saysSomething)
}
