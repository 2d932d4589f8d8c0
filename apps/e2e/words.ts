// The words on the screen, in the language of a phone: read from the same files the app is made of, and filled in as ICU messages are.
// Tests say what a person reads and presses; none of them knows an element's class or test id.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

export type Locale = "en" | "es" | "pt" | "ar"
export type Values = Record<string, string | number>
export type Say = (id: string, values?: Values) => string

const LOCALES_DIR = join(import.meta.dirname, "../../packages/words/locales")
const TAGS: Record<Locale, string> = { en: "en", es: "es", pt: "pt-PT", ar: "ar" }

function messagesOf(locale: Locale): Map<string, string> {
  const files = readdirSync(join(LOCALES_DIR, locale)).filter((name) => name.endsWith(".json"))
  return new Map(
    files.flatMap((name) => Object.entries(JSON.parse(readFileSync(join(LOCALES_DIR, locale, name), "utf8")) as Record<string, string>)),
  )
}

const known = new Map<Locale, Map<string, string>>()

/** An unknown id throws: a test that looks for nothing finds nothing. */
export function wordsOf(locale: Locale): Say {
  const messages = known.get(locale) ?? messagesOf(locale)
  known.set(locale, messages)
  return (id, values = {}) => {
    const message = messages.get(id)
    if (message === undefined) throw new Error(`no message ${id} in ${locale}`)
    return fill(message, values, TAGS[locale])
  }
}

/** Where the piece in braces that opens at `from` ends. */
function endOf(message: string, from: number): number {
  let depth = 0
  for (let at = from; at < message.length; at++) {
    if (message[at] === "{") depth++
    if (message[at] === "}" && --depth === 0) return at
  }
  throw new Error(`unclosed brace in: ${message}`)
}

function fill(message: string, values: Values, tag: string): string {
  const from = message.indexOf("{")
  if (from < 0) return message
  const end = endOf(message, from)
  const inside = message.slice(from + 1, end)
  return message.slice(0, from) + argument(inside, values, tag) + fill(message.slice(end + 1), values, tag)
}

/** Words that run against an Arabic sentence are set apart from it (U+2068 … U+2069), as the app does. */
const shown = (value: string | number | undefined, tag: string) => {
  if (typeof value === "number") return new Intl.NumberFormat(tag).format(value)
  return tag === "ar" && value && /[\p{Script=Latin}\d]/u.test(value) ? `\u2068${value}\u2069` : (value ?? "")
}

/** `name`, or `name, plural, =0 {…} one {…} other {…}` (or `selectordinal`). */
function argument(inside: string, values: Values, tag: string): string {
  const parts = /^\s*(\w+)\s*(?:,\s*(plural|selectordinal)\s*,([\s\S]*))?$/.exec(inside)
  const [, name = "", sort, branches] = parts ?? []
  const value = values[name]
  if (!branches) return shown(value, tag)
  const count = Number(value)
  const rule = new Intl.PluralRules(tag, { type: sort === "plural" ? "cardinal" : "ordinal" }).select(count)
  const choices = branchesOf(branches)
  const chosen = choices.get(`=${count}`) ?? choices.get(rule) ?? choices.get("other") ?? ""
  return fill(chosen, values, tag).replaceAll("#", shown(count, tag))
}

function branchesOf(text: string): Map<string, string> {
  const branches = new Map<string, string>()
  let at = 0
  while (at < text.length) {
    const open = text.indexOf("{", at)
    if (open < 0) break
    const end = endOf(text, open)
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, end))
    at = end + 1
  }
  return branches
}
