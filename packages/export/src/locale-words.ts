// Words in any of our languages at once: what a data file says must not hang on who fetches it, and a CSV may name kinds in any language.
import { createWords, type Locale, LOCALES, type Words } from "@evenboard/words"
import { messages as ar } from "@evenboard/words/catalogs/ar"
import { messages as en } from "@evenboard/words/catalogs/en"
import { messages as es } from "@evenboard/words/catalogs/es"
import { messages as pt } from "@evenboard/words/catalogs/pt"

const CATALOGS: Record<Locale, Record<string, string>> = { en, es, pt, ar }
const made = new Map<Locale, Words>()

export function wordsIn(locale: Locale): Words {
  const words = made.get(locale) ?? createWords(locale, CATALOGS[locale])
  made.set(locale, words)
  return words
}
export const allWords = (): Words[] => LOCALES.map(wordsIn)
