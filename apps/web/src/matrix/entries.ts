// The worries and hopes of a board as rows: what each is about, where it stands, and the orders a table can be put in. Pure.
import { type Board, DOING_NOTHING, type Note, type NoteId, type Place } from "@evenboard/board"
import { byRank, derive, sameList } from "../board/derive.ts"

export type Entry = {
  readonly note: Note
  /** Options it is about, by rank; DOING_NOTHING last. */
  readonly about: readonly string[]
}

export const isEntry = (note: Note): boolean => note.canvas === "matrix" && (note.kind === "risk" || note.kind === "opportunity")

export function entriesOf(board: Board): readonly Entry[] {
  const about = new Map<string, string[]>()
  for (const link of board.links.values()) {
    if (link.kind !== "about") continue
    const option = board.notes.get(link.to as NoteId)
    if (link.to !== DOING_NOTHING && (!option || option.aside)) continue
    about.set(link.from, [...(about.get(link.from) ?? []), link.to])
  }
  const rankOf = (id: string) => board.notes.get(id as NoteId)?.rank ?? "~"
  return [...board.notes.values()]
    .filter((note) => isEntry(note) && !note.aside)
    .sort(byRank)
    .map((note) => ({
      note,
      about: (about.get(note.id) ?? []).sort((a, b) => byRank({ rank: rankOf(a), id: a }, { rank: rankOf(b), id: b })),
    }))
}

const sameEntry = (a: Entry, b: Entry | undefined) => b !== undefined && a.note === b.note && sameList(a.about, b.about)
export const entriesSelector = () => derive(entriesOf, (a, b) => a.length === b.length && a.every((entry, i) => sameEntry(entry, b[i])))

export const COLUMNS = ["number", "words", "kind", "likely", "effect", "whom", "about"] as const
export type SortColumn = (typeof COLUMNS)[number]
export type Order = { readonly by: SortColumn; readonly down: boolean }

/** What a row is compared by; null stands last whichever way the order runs. */
type Keys = { readonly number: number | null; readonly about: string }
const keyOf = ({ note }: Entry, keys: Keys, by: SortColumn): string | number | null => {
  if (by === "number") return keys.number
  if (by === "words") return note.text
  if (by === "kind") return note.kind === "risk" ? 0 : 1
  if (by === "whom") return note.forWhom || null
  if (by === "about") return keys.about || null
  return note.place?.[by] ?? null
}

/** A new list in the asked order; equal rows stay as they were. */
export function inOrderOf(entries: readonly Entry[], order: Order, keysOf: (entry: Entry) => Keys, tag: string): readonly Entry[] {
  const letters = new Intl.Collator(tag, { numeric: true })
  const rows = entries.map((entry) => ({ entry, key: keyOf(entry, keysOf(entry), order.by) }))
  const compare = (a: string | number, b: string | number) =>
    typeof a === "number" && typeof b === "number" ? a - b : letters.compare(String(a), String(b))
  rows.sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1
    return order.down ? compare(b.key, a.key) : compare(a.key, b.key)
  })
  return rows.map((row) => row.entry)
}

export type CellKey = `${Place["likely"]}:${Place["effect"]}`
export const cellKey = (place: Place): CellKey => `${place.likely}:${place.effect}`
export function placeOf(key: string | undefined): Place | null {
  const found = /^([1-5]):(-?[0-2])$/.exec(key ?? "")
  return found ? { likely: Number(found[1]) as Place["likely"], effect: Number(found[2]) as Place["effect"] } : null
}

/** One arrow key on the picture: up is more likely; `on` is towards "could go very well". From nowhere it begins in the middle. */
export function stepPlace(place: Place | null, step: "up" | "down" | "back" | "on"): Place | null {
  if (!place) return { likely: 3, effect: 0 }
  const likely = place.likely + (step === "up" ? 1 : step === "down" ? -1 : 0)
  const effect = place.effect + (step === "on" ? 1 : step === "back" ? -1 : 0)
  return placeOf(`${likely}:${effect}`)
}
