// The words of one language, in two chunks: what the first page says, and the rest close behind. Changing the language turns the
// page's direction with it.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react"
import { createWords, type Locale, type Words } from "@evenboard/words"

type Catalog = () => Promise<{ messages: Record<string, string> }>
const CATALOGS: Record<Locale, { first: Catalog; rest: Catalog }> = {
  en: { first: () => import("virtual:words/en/first"), rest: () => import("virtual:words/en/rest") },
  es: { first: () => import("virtual:words/es/first"), rest: () => import("virtual:words/es/rest") },
  pt: { first: () => import("virtual:words/pt/first"), rest: () => import("virtual:words/pt/rest") },
  ar: { first: () => import("virtual:words/ar/first"), rest: () => import("virtual:words/ar/rest") },
}

/** Enough for the workshop's first pages. */
export async function loadFirstWords(locale: Locale): Promise<Words> {
  return createWords(locale, (await CATALOGS[locale].first()).messages)
}
/** Every word of one language: also for what is written into a workshop in another language than the page. */
export async function loadAllWords(locale: Locale): Promise<Words> {
  const [first, rest] = await Promise.all([CATALOGS[locale].first(), CATALOGS[locale].rest()])
  return createWords(locale, { ...first.messages, ...rest.messages })
}

type Spoken = { words: Words; isWhole: boolean }
type Speech = Spoken & { setLocale: (locale: Locale) => Promise<void> }
const SpeechContext = createContext<Speech | null>(null)

export function SpeechProvider({ first, children }: { first: Words; children: ReactNode }) {
  const [{ words, isWhole }, setSpoken] = useState<Spoken>({ words: first, isWhole: false })
  useEffect(() => {
    let isCurrent = true
    void loadAllWords(first.locale).then((words) => isCurrent && setSpoken({ words, isWhole: true }))
    return () => {
      isCurrent = false
    }
  }, [first])
  const speech = useMemo<Speech>(
    () => ({
      words,
      isWhole,
      setLocale: async (locale) => {
        const words = await loadAllWords(locale)
        Object.assign(document.documentElement, { lang: words.tag, dir: words.dir })
        setSpoken({ words, isWhole: true })
      },
    }),
    [words, isWhole],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error("words need a <SpeechProvider> above them")
  return speech
}

export const useWords = (): Words => useSpeech().words
/** True once every word is here; screens that load on their own wait for it. */
export const useHasAllWords = (): boolean => useSpeech().isWhole
/** Loads another language and turns the page to it; what the server should remember is the caller's to say. */
export const useSetLocale = (): ((locale: Locale) => Promise<void>) => useSpeech().setLocale
