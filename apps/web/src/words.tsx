// The words of one language, loaded as their own chunk. Changing the language changes the page's direction with it.
import { createContext, useContext, useMemo, useState, type ReactNode } from "react"
import { createWords, type Locale, type Words } from "@evenboard/words"

type Messages = Record<string, string>
const CATALOGS: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import("@evenboard/words/catalogs/en"),
  es: () => import("@evenboard/words/catalogs/es"),
  pt: () => import("@evenboard/words/catalogs/pt"),
  ar: () => import("@evenboard/words/catalogs/ar"),
}

export async function loadWords(locale: Locale): Promise<Words> {
  return createWords(locale, (await CATALOGS[locale]()).messages)
}

type Speech = { words: Words; setLocale: (locale: Locale) => Promise<void> }
const SpeechContext = createContext<Speech | null>(null)

export function SpeechProvider({ first, children }: { first: Words; children: ReactNode }) {
  const [words, setWords] = useState(first)
  const speech = useMemo<Speech>(
    () => ({
      words,
      setLocale: async (locale) => {
        const next = await loadWords(locale)
        Object.assign(document.documentElement, { lang: next.tag, dir: next.dir })
        setWords(next)
      },
    }),
    [words],
  )
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error("words need a <SpeechProvider> above them")
  return speech
}

export const useWords = (): Words => useSpeech().words
/** Loads another language and turns the page to it; what the server should remember is the caller's to say. */
export const useSetLocale = (): ((locale: Locale) => Promise<void>) => useSpeech().setLocale
