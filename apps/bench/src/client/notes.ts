// The boards that are measured: how many notes in how many columns, what they say, and moves of them. The same for everybody. Pure.

export type PlainNote = { id: string; words: string; column: number; row: number; x: number; y: number }
export type Moved = { id: string; column: number; rank: string; x: number; y: number }

/** Notes in full sentences, each unlike every other, of one to three lines. */
const WORDS = [
  "A bus after ten in the evening from the station",
  "Somebody at the door who knows my name and does not ask why I came again",
  "Letters in plain words",
  "One person to call when the heating fails, and an answer the same day, also at weekends",
  "A bench halfway up the hill",
  "Opening hours that fit people who work shifts or look after somebody at home",
]
/** A note and the gap to the next, in the peers' pictures. */
const PITCH = 220
/** Digits of a fractional index, in their order. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

export const columnsFor = (count: number): number => Math.max(1, Math.round(Math.sqrt(count * 0.7)))
export const wordsOf = (index: number): string => `${WORDS[index % WORDS.length]} (${index + 1})`

export function notesFor(count: number): PlainNote[] {
  const columns = columnsFor(count)
  return Array.from({ length: count }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    return { id: idOf("N", index), words: wordsOf(index), column, row, x: column * PITCH, y: row * PITCH }
  })
}

/** 16 characters, as ids of ours are. */
export const idOf = (letter: string, index: number): string => `${letter}${String(index).padStart(15, "0")}`

/** A fractional index; `between` 1 to 61 sets it after this place and before the next. */
export function rankOf(place: number, between = 0): string {
  const digit = (value: number): string => DIGITS[value] ?? "0"
  return `b${digit(Math.floor(place / 62) % 62)}${digit(place % 62)}${between === 0 ? "" : digit(between)}`
}

/** Moves of notes in turn, each to a column and place drawn with `random`. */
export function movesOf(notes: readonly PlainNote[], count: number, random: () => number): Moved[] {
  const columns = columnsFor(notes.length)
  const rows = Math.ceil(notes.length / columns)
  const below = (limit: number): number => Math.floor(random() * limit)
  return Array.from({ length: count }, (_, index) => {
    const [column, row] = [below(columns), below(rows)]
    const id = notes[index % notes.length]?.id ?? ""
    return { id, column, rank: rankOf(row, 1 + below(61)), x: column * PITCH, y: row * PITCH + below(PITCH) }
  })
}

/** A source of numbers that every round draws alike (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Where every note should stand once all moves are done: ids by column, in order. */
export function orderAfter(notes: readonly PlainNote[], moves: readonly Moved[]): string[][] {
  const places = new Map(notes.map(({ id, column, row }) => [id, { column, rank: rankOf(row) }]))
  for (const { id, column, rank } of moves) places.set(id, { column, rank })
  const columns = Array.from({ length: columnsFor(notes.length) }, (): { id: string; rank: string }[] => [])
  for (const [id, { column, rank }] of places) columns[column]?.push({ id, rank })
  return columns.map((column) => column.sort(byRank).map(({ id }) => id))
}
const byRank = (a: { id: string; rank: string }, b: { id: string; rank: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1

/** How many notes a column shows out of place: what is shown must be one piece of what should be, in its order. */
export function misplaced(shown: readonly string[], wanted: readonly string[]): number {
  const from = wanted.indexOf(shown[0] ?? "")
  return shown.filter((id, index) => from < 0 || wanted[from + index] !== id).length
}
