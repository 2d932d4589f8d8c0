// The words of the pages beside the stages (which: bundling/words.ts), which whoever stays with the stages never loads. Around such a
// page they are part of `useWords`. Knows no page.
import { type ComponentType, use, useContext, useDeferredValue } from "react"
import { isLocale, type Locale } from "@evenboard/words"
import { onceEach } from "./readable.ts"
import { type Catalog, loadAllWords, SpeechContext } from "./words.tsx"

const CATALOGS: Record<Locale, Catalog> = {
  en: () => import("virtual:words/en/beside"),
  es: () => import("virtual:words/es/beside"),
  pt: () => import("virtual:words/pt/beside"),
  ar: () => import("virtual:words/ar/beside"),
}
const load = onceEach((locale: Locale) => loadAllWords(locale, [CATALOGS[locale]]))

/** Before the page is shown; a language that we do not speak is left to the page. */
export const bringBesideWords = async (locale: string): Promise<unknown> => (isLocale(locale) ? load(locale) : null)

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
