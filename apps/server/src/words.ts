// The four catalogs, each opened once.
import { createWords, isLocale, type Locale, type Words } from "@evenboard/words"
import { messages as ar } from "@evenboard/words/catalogs/ar"
import { messages as en } from "@evenboard/words/catalogs/en"
import { messages as es } from "@evenboard/words/catalogs/es"
import { messages as pt } from "@evenboard/words/catalogs/pt"

const WORDS: Record<Locale, Words> = {
  en: createWords("en", en),
  es: createWords("es", es),
  pt: createWords("pt", pt),
  ar: createWords("ar", ar),
}

export const wordsOf = (locale: Locale): Words => WORDS[locale]

/** The machine's own language, for the terminal. */
export function guessLocale(): Locale {
  const language = new Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2)
  return isLocale(language) ? language : "en"
}
