// The cards typed in here: adding one as a note with its person, and taking the last one back. Each goes the way every note goes, so that
// without a line it waits on this device, and so does whose words it holds.
import { useState } from "react"
import { newId, TAKEN_BACK, type Board, type Note, type NoteId, type NoteKind, type Place } from "@evenboard/board"
import { useKept } from "../../people-here/use-kept.ts"
import { useBoard } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { useIntent } from "../../use-session.ts"
import { canvasOf } from "./card-kinds.ts"
import type { Whose } from "./whose-card.ts"

/** `typed`: what stood in the field; `name`: whom it meant. */
export type Card = { typed: string; whose: Whose; kind: NoteKind; text: string; place: Place | null }
export type Typed = { id: NoteId; typed: string; name: string }
/** Longer ago than this stands on the board alone. */
const REMEMBERED = 100

export type TypedNote = Typed & { note: Note }

/** Newest first; what was set aside since is no card of this list. */
export function useTyped() {
  const run = useRun()
  const intent = useIntent()
  const { kept, set } = useKept<{ cards: readonly Typed[] }>("paper-cards", { cards: [] })
  const [refused, setRefused] = useState<ReadonlySet<NoteId>>(new Set())
  const { cards } = kept
  const notes = useBoard((board: Board) => cards.map(({ id }) => board.notes.get(id)))
  const typed = cards.flatMap((card, i): TypedNote[] => {
    const note = notes[i]
    return note && !note.aside ? [{ ...card, note }] : []
  })
  const add = ({ typed: said, whose, kind, text, place }: Card): boolean => {
    const id = newId<NoteId>()
    if (!run({ type: "add-note", id, kind, canvas: canvasOf(kind), text, place }, { say: "" }).ok) return false
    set({ cards: [{ id, typed: said, name: whose.name }, ...cards].slice(0, REMEMBERED) })
    if (whose.whom === null) return true
    void intent({ type: "written-for", noteId: id, for: whose.whom }).then((result) => {
      if (!result.ok && !result.isKept) setRefused((before) => new Set([...before, id]))
    })
    return true
  }
  /** Answers what was taken back; null when it could not be. */
  const takeBack = (): TypedNote | null => {
    const [last] = typed
    if (!last || !run({ type: "set-aside", id: last.id, reason: TAKEN_BACK }, { say: "" }).ok) return null
    set({ cards: cards.filter(({ id }) => id !== last.id) })
    return last
  }
  return { typed, refused, add, takeBack }
}
