// The words of the pages beside the stages (their areas: vite.config.ts), which whoever stays with the stages never loads. Around such a
// page they are part of `useWords`. Knows no page.
import { type ComponentType, use, useContext, useDeferredValue } from "react"
import type { Locale, Words } from "@evenboard/words"
import { type Catalog, loadAllWords, SpeechContext } from "./words.tsx"

const CATALOGS: Record<Locale, Catalog> = {
  en: () => import("virtual:words/en/beside"),
  es: () => import("virtual:words/es/beside"),
  pt: () => import("virtual:words/pt/beside"),
  ar: () => import("virtual:words/ar/beside"),
}
const loaded = new Map<Locale, Promise<Words>>()

function load(locale: Locale): Promise<Words> {
  const known = loaded.get(locale)
  if (known) return known
  const words = loadAllWords(locale, [CATALOGS[locale]])
  loaded.set(locale, words)
  // A line that was gone for a moment: the next look tries again.
  words.catch(() => loaded.delete(locale))
  return words
}

/** The page, once its words are here too (Suspense). */
export function withBesideWords(Page: ComponentType): ComponentType {
  return function BesidePage() {
    const speech = useContext(SpeechContext)
    if (!speech) throw new Error("words need a <SpeechProvider> above them")
    // Another language is chosen on such a page: it stands, with the focus in it, until the new words are here.
    const words = use(load(useDeferredValue(speech.words.locale)))
    return (
      <SpeechContext value={{ ...speech, words }}>
        <Page />
      </SpeechContext>
    )
  }
}
