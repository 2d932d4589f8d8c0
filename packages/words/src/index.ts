// Everything people read, in four languages: `words.say(id, values)`. Owns no state; a caller brings one locale's catalog, so that a
// phone loads one language. Lingui formats (ICU plurals, numbers and dates by locale). Knows neither React nor HTML.
import { setupI18n } from "@lingui/core"
import type { Arguments } from "./catalogs/ids.ts"

export const LOCALES = ["en", "es", "pt", "ar"] as const
export type Locale = (typeof LOCALES)[number]
/** Each language in its own name, as people look for it. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", es: "Español", pt: "Português", ar: "العربية" }
/** What stands in `lang`: Portuguese is that of Portugal. */
export const LOCALE_TAGS: Record<Locale, string> = { en: "en", es: "es", pt: "pt-PT", ar: "ar" }

export type MessageId = keyof Arguments
type Values<Id extends MessageId> = [Arguments[Id]] extends [never] ? [] : [values: Record<Arguments[Id], string | number>]

export type Words = {
  readonly locale: Locale
  readonly tag: string
  readonly dir: "ltr" | "rtl"
  /** The message in this language. A wrong id or a missing value is a type error. */
  say<Id extends MessageId>(id: Id, ...values: Values<Id>): string
  /** "a, b and c" */
  list(items: readonly string[]): string
  number(n: number): string
  /** A day in words ("21 November 2026"), in the reader's time zone unless one is given. */
  day(ms: number, timeZone?: string): string
  /** Hour and minutes. */
  time(ms: number, timeZone?: string): string
}

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale)

export function createWords(locale: Locale, messages: Record<string, string>): Words {
  const tag = LOCALE_TAGS[locale]
  // Browsers differ in the digits they write Arabic with; "note 12" is said across a room, and stands on paper.
  const format = locale === "ar" ? "ar-u-nu-latn" : tag
  const i18n = setupI18n({ locale: format, messages: { [format]: messages } })
  // Days as Europe writes them ("21 November 2026"); the words themselves are plain English of no country.
  const days = locale === "en" ? "en-GB" : format
  const lists = new Intl.ListFormat(tag, { type: "conjunction" })
  const numbers = new Intl.NumberFormat(format)
  return {
    locale,
    tag,
    dir: locale === "ar" ? "rtl" : "ltr",
    say: (id, ...values) => i18n._(id, values[0] ?? {}),
    list: (items) => lists.format(items),
    number: (n) => numbers.format(n),
    day: (ms, timeZone) => new Intl.DateTimeFormat(days, { dateStyle: "long", ...(timeZone ? { timeZone } : {}) }).format(ms),
    time: (ms, timeZone) => new Intl.DateTimeFormat(days, { timeStyle: "short", ...(timeZone ? { timeZone } : {}) }).format(ms),
  }
}

/** One word for an id made at run time (a kind, a stage), checked by the caller's own test. */
export type MessageIdOf<Prefix extends string> = Extract<MessageId, `${Prefix}.${string}`>
