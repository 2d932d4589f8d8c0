// Which themes a note most likely belongs to, by the words it shares with their notes and titles. Rare words weigh most. No network
// and no language of its own: words are told apart as the browser does it. Pure; knows no board.
import { plain } from "../list/find.ts"

/** `notes`: the words of what stands in it. */
export type Candidate<Id extends string> = { id: Id; title: string; aboutUs: boolean; notes: readonly string[] }

/** Words of one root end alike in most languages, so this much of a word's beginning counts: café, cafés; houses, housing. */
const ROOT = 4
/** More would have to be read before one is chosen. */
const SHOWN = 3
/** Somebody chose the title's words for the whole theme: each counts as if so many of its notes said it. */
const TITLE_COUNTS = 2

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "word" }) : null
const roots = new Map<string, ReadonlySet<string>>()
/** Far more texts than a board has; wordings that were changed since go with the rest. */
const MOST_REMEMBERED = 2000

/** What can be compared of a text, each once. Remembered, since the same notes are looked at for every question. */
export function rootsOf(text: string): ReadonlySet<string> {
  const known = roots.get(text)
  if (known) return known
  const words = segmenter
    ? [...segmenter.segment(plain(text))].filter((one) => one.isWordLike).map((one) => one.segment)
    : plain(text).split(/[^\p{L}\p{N}]+/u)
  // The Arabic article is written with its word.
  const found = new Set(
    words.filter(Boolean).map((word) =>
      Array.from(word.replace(/^و?ال(?=..)/u, ""))
        .slice(0, ROOT)
        .join(""),
    ),
  )
  if (roots.size >= MOST_REMEMBERED) roots.clear()
  roots.set(text, found)
  return found
}

/**
 * At most `SHOWN` themes, best first. Where words tell nothing, the largest themes; ties as the themes stand. "About us" only when it
 * fits best of all.
 */
export function suggested<Id extends string>(note: string, themes: readonly Candidate<Id>[]): Candidate<Id>[] {
  const texts = [note, ...themes.flatMap((theme) => theme.notes)].map(rootsOf)
  const asked = [...rootsOf(note)].map((root) => {
    const said = texts.filter((text) => text.has(root)).length
    return { root, weight: Math.log(1 + texts.length / said) ** 2 }
  })
  const scored = themes.map((theme) => {
    const [title, notes] = [rootsOf(theme.title), theme.notes.map(rootsOf)]
    const times = (root: string) => notes.filter((text) => text.has(root)).length + (title.has(root) ? TITLE_COUNTS : 0)
    return { theme, score: asked.reduce((sum, { root, weight }) => sum + (weight * times(root)) / (notes.length + 2), 0) }
  })
  scored.sort((a, b) => b.score - a.score || b.theme.notes.length - a.theme.notes.length)
  return scored
    .filter(({ theme, score }, place) => !theme.aboutUs || (place === 0 && score > 0))
    .map(({ theme }) => theme)
    .slice(0, SHOWN)
}
