// What the room screen speaks: one language, and a second under it where the screen asks for one (`?lang=`, `?and=`). Owns both
// catalogs, whole; knows nothing of what is said. The rest of the app goes on in the reader's own language.
import { createContext, use, useContext, useMemo, type ReactNode } from "react"
import { useSearch } from "wouter"
import { createWords, type Locale, type Words } from "@evenboard/words"
import { settingApart } from "../../apart.ts"
import { onceEach } from "../../readable.ts"
import styles from "./room.module.css"
import { spokenIn } from "./spoken.ts"

type Catalog = () => Promise<{ messages: Record<string, string> }>
const CATALOGS: Record<Locale, readonly Catalog[]> = {
  en: [
    () => import("virtual:words/en/first"),
    () => import("virtual:words/en/rest"),
    () => import("virtual:words/en/outside"),
    () => import("virtual:words/en/room"),
  ],
  es: [
    () => import("virtual:words/es/first"),
    () => import("virtual:words/es/rest"),
    () => import("virtual:words/es/outside"),
    () => import("virtual:words/es/room"),
  ],
  pt: [
    () => import("virtual:words/pt/first"),
    () => import("virtual:words/pt/rest"),
    () => import("virtual:words/pt/outside"),
    () => import("virtual:words/pt/room"),
  ],
  ar: [
    () => import("virtual:words/ar/first"),
    () => import("virtual:words/ar/rest"),
    () => import("virtual:words/ar/outside"),
    () => import("virtual:words/ar/room"),
  ],
}
const load = onceEach(async (locale: Locale) => {
  const catalogs = await Promise.all(CATALOGS[locale].map((catalog) => catalog()))
  return settingApart(createWords(locale, Object.assign({}, ...catalogs.map(({ messages }) => messages)) as Record<string, string>))
})

/** `own` is the workshop's language, in which built-in questions were written down. */
export type Speech = { first: Words; second: Words | null; own: Words }
const SpeechContext = createContext<Speech | null>(null)

/** Waits (Suspense) until all of it is here. */
export function SpeechProvider({ own, otherwise, children }: { own: Locale; otherwise: Locale; children: ReactNode }) {
  const spoken = spokenIn(useSearch(), otherwise)
  const ownWords = use(load(own))
  const first = use(load(spoken.first))
  const second = use(load(spoken.second ?? spoken.first))
  const isTwo = spoken.second !== null
  const speech = useMemo(() => ({ own: ownWords, first, second: isTwo ? second : null }), [ownWords, first, second, isTwo])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error("the room screen needs a <SpeechProvider> above it")
  return speech
}
export const useRoomWords = (): Words => useSpeech().first

/** One thing said in each language of the screen, one under the other, or in one line. */
export function Both({ say, isLine = false }: { say: (words: Words) => string; isLine?: boolean }) {
  const { first, second } = useSpeech()
  if (!second) return say(first)
  const [one, two] = [say(first), say(second)]
  return (
    <span className={isLine ? styles.bothInLine : styles.both}>
      <span lang={first.tag} dir={first.dir}>
        {one}
      </span>
      {isLine ? <span aria-hidden="true"> · </span> : null}
      <span lang={second.tag} dir={second.dir} className={styles.second}>
        {two}
      </span>
    </span>
  )
}
