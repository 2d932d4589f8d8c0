// The words of rounds, in the reader's language. They come with the first round: a workshop without one never loads them.
import { use } from "react"
import { createWords, type Locale, type Words } from "@evenboard/words"
import { settingApart } from "../apart.ts"
import { useWords } from "../words.tsx"

const CATALOGS: Record<Locale, () => Promise<{ messages: Record<string, string> }>> = {
  en: () => import("virtual:words/en/round"),
  es: () => import("virtual:words/es/round"),
  pt: () => import("virtual:words/pt/round"),
  ar: () => import("virtual:words/ar/round"),
}
const loaded = new Map<Locale, Promise<Words>>()

function load(locale: Locale): Promise<Words> {
  const known = loaded.get(locale)
  if (known) return known
  const words = CATALOGS[locale]().then(({ messages }) => settingApart(createWords(locale, messages)))
  loaded.set(locale, words)
  return words
}

/** Knows ids that begin with `round.` only; waits (Suspense) until they are here. */
export const useRoundWords = (): Words => use(load(useWords().locale))
