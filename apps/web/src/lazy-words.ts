// The words of one area in a chunk of their own: they come with the first thing that says them, in the reader's language.
import { use } from "react"
import { createWords, type Locale, type Words } from "@evenboard/words"
import { settingApart } from "./apart.ts"
import { readable } from "./readable.ts"
import { useWords } from "./words.tsx"

type Catalogs = Record<Locale, () => Promise<{ messages: Record<string, string> }>>

/** A hook whose words know ids of this area only; it waits (Suspense) until they are here. `bring` fetches them before anything waits. */
export function lazyWords(catalogs: Catalogs): (() => Words) & { bring(locale: Locale): Promise<Words> } {
  const loaded = new Map<Locale, Promise<Words>>()
  const load = (locale: Locale): Promise<Words> => {
    const known = loaded.get(locale)
    if (known) return known
    const words = readable(catalogs[locale]().then(({ messages }) => settingApart(createWords(locale, messages))))
    loaded.set(locale, words)
    words.catch(() => loaded.delete(locale))
    return words
  }
  function useLazyWords() {
    return use(load(useWords().locale))
  }
  return Object.assign(useLazyWords, { bring: load })
}
