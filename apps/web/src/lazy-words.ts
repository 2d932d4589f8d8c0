// The words of one area in a chunk of their own: they come with the first thing that says them, in the reader's language.
import { use } from "react"
import { createWords, type Locale, type Words } from "@evenboard/words"
import { settingApart } from "./apart.ts"
import { useWords } from "./words.tsx"

type Catalogs = Record<Locale, () => Promise<{ messages: Record<string, string> }>>

/** A hook whose words know ids of this area only; it waits (Suspense) until they are here. `bring` fetches them before anything waits. */
export function lazyWords(catalogs: Catalogs): (() => Words) & { bring(locale: Locale): Promise<Words> } {
  const here = new Map<Locale, Words>()
  const loaded = new Map<Locale, Promise<Words>>()
  const load = (locale: Locale): Promise<Words> => {
    const known = loaded.get(locale)
    if (known) return known
    const words = catalogs[locale]().then(({ messages }) => settingApart(createWords(locale, messages)))
    loaded.set(locale, words)
    void words.then(
      (known) => here.set(locale, known),
      () => loaded.delete(locale),
    )
    return words
  }
  function useLazyWords() {
    const { locale } = useWords()
    return here.get(locale) ?? use(load(locale))
  }
  return Object.assign(useLazyWords, { bring: load })
}
