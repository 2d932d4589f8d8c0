// The words of one area in a chunk of their own: they come with the first thing that says them, in the reader's language.
import { use } from "react"
import { createWords, type Locale, type Words } from "@evenboard/words"
import { settingApart } from "./apart.ts"
import { onceEach } from "./readable.ts"
import { useWords } from "./words.tsx"

type Catalogs = Record<Locale, () => Promise<{ messages: Record<string, string> }>>

/** A hook whose words know ids of this area only; it waits (Suspense) until they are here. `bring` fetches them before anything waits. */
export function lazyWords(catalogs: Catalogs): (() => Words) & { bring(locale: Locale): Promise<Words> } {
  const load = onceEach(async (locale: Locale) => settingApart(createWords(locale, (await catalogs[locale]()).messages)))
  function useLazyWords() {
    return use(load(useWords().locale))
  }
  return Object.assign(useLazyWords, { bring: load })
}
