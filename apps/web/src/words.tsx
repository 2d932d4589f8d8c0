// The words of one language, in chunks: what the first page says, the rest close behind, and what only pages outside a workshop say
// (those of pages beside the stages: beside-words.tsx). Changing the language turns the page's direction with it.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react"
import { createWords, type Locale, type Words } from "@evenboard/words"
import { settingApart } from "./apart.ts"

export type Catalog = () => Promise<{ messages: Record<string, string> }>
type Part = "first" | "rest" | "outside"
const CATALOGS: Record<Locale, Record<Part, Catalog>> = {
  en: {
    first: () => import("virtual:words/en/first"),
    rest: () => import("virtual:words/en/rest"),
    outside: () => import("virtual:words/en/outside"),
  },
  es: {
    first: () => import("virtual:words/es/first"),
    rest: () => import("virtual:words/es/rest"),
    outside: () => import("virtual:words/es/outside"),
  },
  pt: {
    first: () => import("virtual:words/pt/first"),
    rest: () => import("virtual:words/pt/rest"),
    outside: () => import("virtual:words/pt/outside"),
  },
  ar: {
    first: () => import("virtual:words/ar/first"),
    rest: () => import("virtual:words/ar/rest"),
    outside: () => import("virtual:words/ar/outside"),
  },
}

/** Enough for the workshop's first pages. */
export async function loadFirstWords(locale: Locale): Promise<Words> {
  return settingApart(createWords(locale, (await CATALOGS[locale].first()).messages))
}
/** Every word of one language, and those of `more`: also for what is written into a workshop in another language than the page. */
export function loadAllWords(locale: Locale, more: readonly Catalog[] = []): Promise<Words> {
  const { first, rest, outside } = CATALOGS[locale]
  // An address outside a workshop is another page load, so what this page can show does not change.
  return loadWords(locale, [first, rest, ...(location.pathname.startsWith("/w/") ? [] : [outside]), ...more])
}

async function loadWords(locale: Locale, parts: readonly Catalog[]): Promise<Words> {
  const catalogs = await Promise.all(parts.map((load) => load()))
  return settingApart(createWords(locale, Object.assign({}, ...catalogs.map(({ messages }) => messages)) as Record<string, string>))
}

type Spoken = { words: Words; isWhole: boolean }
type Speech = Spoken & { setLocale: (locale: Locale) => Promise<void>; want: () => void }
export const SpeechContext = createContext<Speech | null>(null)

export function SpeechProvider({ first, children }: { first: Words; children: ReactNode }) {
  const [{ words, isWhole }, setSpoken] = useState<Spoken>({ words: first, isWhole: false })
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    if (!isWanted) return undefined
    let isCurrent = true
    void loadAllWords(first.locale).then((words) => isCurrent && setSpoken({ words, isWhole: true }))
    return () => {
      isCurrent = false
    }
  }, [first, isWanted])
  const speech = useMemo<Speech>(
    () => ({
      words,
      isWhole,
      setLocale: async (locale) => {
        const words = await loadAllWords(locale)
        Object.assign(document.documentElement, { lang: words.tag, dir: words.dir })
        setSpoken({ words, isWhole: true })
      },
      want: () => setWanted(true),
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
/** True once every word is here, which are asked for from now on; screens that load on their own wait for it. */
export function useHasAllWords(): boolean {
  const { isWhole, want } = useSpeech()
  useEffect(want, [want])
  return isWhole
}
/** Loads another language and turns the page to it; what the server should remember is the caller's to say. */
export const useSetLocale = (): ((locale: Locale) => Promise<void>) => useSpeech().setLocale
