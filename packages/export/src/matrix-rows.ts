// Worries and hopes as rows in words: each place said as people would say it. Owns their order; knows no layout.
import { aboutOf, type Note, type Place } from "@evenboard/board"
import type { Words } from "@evenboard/words"
import type { Handout } from "./handout.ts"
import { type NoteLine, type NoteReader, type NoteRef } from "./note-line.ts"

export type MatrixRow = NoteLine & {
  /** "quite likely · could go very wrong", or that nobody placed it. */
  readonly place: string
  readonly forWhom: string
  readonly about: readonly NoteRef[]
  readonly aboutNothing: boolean
}

/** Worries before hopes; in each the strongest and likeliest first, what nobody placed last. */
const KIND_ORDER: Record<Note["kind"], number> = { risk: 0, opportunity: 1, need: 2, offer: 3, option: 4 }
const weight = ({ place }: Note) => (place ? Math.abs(place.effect) * 10 + place.likely : -1)

export function matrixRows(handout: Handout, reader: NoteReader, notes: readonly Note[]): MatrixRow[] {
  const { board, words } = handout
  const inOrder = notes.toSorted(
    (a, b) =>
      KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
      weight(b) - weight(a) ||
      (reader.number(a.id) ?? Infinity) - (reader.number(b.id) ?? Infinity) ||
      (a.id < b.id ? -1 : 1),
  )
  return inOrder.map((note) => {
    const about = aboutOf(board, note.id)
    return {
      ...reader.line(note),
      place: placeWords(note.place, words),
      forWhom: note.forWhom,
      about: about.options.flatMap(({ id }) => reader.ref(id) ?? []),
      aboutNothing: about.doingNothing,
    }
  })
}

/** `effect` −2 … 2 has the words 1 … 5. */
const EFFECT_WORDS = { [-2]: 1, [-1]: 2, 0: 3, 1: 4, 2: 5 } as const

export function placeWords(place: Place | null, words: Words): string {
  if (place === null) return words.say("matrix.unplaced")
  return words.say("matrix.place", {
    likely: words.say(`matrix.likely-${place.likely}`),
    effect: words.say(`matrix.effect-${EFFECT_WORDS[place.effect]}`),
  })
}
