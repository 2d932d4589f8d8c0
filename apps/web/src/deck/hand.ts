// The hand of notes I am going through: which one I look at, what I answered, and what others' changes do to it. Pure.
import { themeOf, type Board, type NoteId } from "@evenboard/board"

export type Hand = {
  readonly ids: readonly NoteId[]
  /** The one I look at; `ids.length` once I am through. */
  readonly at: number
  readonly answered: ReadonlySet<NoteId>
  readonly unsure: ReadonlySet<NoteId>
}

export const begun = (ids: readonly NoteId[]): Hand => ({ ids, at: 0, answered: new Set(), unsure: new Set() })

/** Stands on the page of needs, and nobody has grouped it or set it aside. */
function isLoose(board: Board, id: NoteId): boolean {
  const note = board.notes.get(id)
  return note !== undefined && note.aside === null && note.canvas === "needs" && themeOf(board, note) === null
}

export const currentOf = ({ ids, at }: Hand): NoteId | null => ids[at] ?? null

/** Where a note stands for whoever looks at it. `mine`: I answered it before and came back. `taken`: somebody else was faster. */
export function standingOf(hand: Hand, board: Board, id: NoteId): "loose" | "mine" | "taken" | "gone" {
  if (isLoose(board, id)) return "loose"
  const note = board.notes.get(id)
  if (note === undefined || note.aside !== null || note.canvas !== "needs") return "gone"
  return hand.answered.has(id) ? "mine" : "taken"
}

/** To the next note; after the last one, what is loose again by an undo comes before the end. */
export function gone(hand: Hand, board: Board): Hand {
  const next = tidied({ ...hand, at: Math.min(hand.at + 1, hand.ids.length) }, board)
  if (next.at < next.ids.length) return next
  const left = next.ids.findIndex((id) => isLoose(board, id) && !next.unsure.has(id))
  return left < 0 ? next : { ...next, at: left }
}

export const back = (hand: Hand): Hand => (hand.at === 0 ? hand : { ...hand, at: hand.at - 1 })

/** Somebody else will be asked about it. */
export function passed(hand: Hand, board: Board): Hand {
  const id = currentOf(hand)
  return id === null ? hand : gone({ ...hand, unsure: new Set([...hand.unsure, id]) }, board)
}

/** What others grouped meanwhile leaves quietly, but never the note I look at, nor what I answered. */
function tidied(hand: Hand, board: Board): Hand {
  const looked = currentOf(hand)
  const stays = (id: NoteId) => id === looked || hand.answered.has(id) || hand.unsure.has(id) || isLoose(board, id)
  if (hand.ids.every(stays)) return hand
  const ids = hand.ids.filter(stays)
  return { ...hand, ids, at: looked === null ? ids.length : ids.indexOf(looked) }
}

/** After a change of the board. `isMine`: made on this phone, by an answer, by Undo, or in the note's own sheet. */
export function changed(hand: Hand, before: Board, after: Board, isMine: boolean): Hand {
  if (before.notes === after.notes && before.themes === after.themes) return hand
  if (!isMine) return tidied(hand, after)
  const undone = hand.ids.findIndex((id) => !isLoose(before, id) && isLoose(after, id))
  if (undone >= 0) return { ...hand, at: undone, answered: without(hand.answered, hand.ids[undone]) }
  const id = currentOf(hand)
  if (id === null) return hand
  const [was, is] = [before.notes.get(id), after.notes.get(id)]
  const hasMoved = was?.themeId !== is?.themeId || was?.aside !== is?.aside || was?.canvas !== is?.canvas
  if (!hasMoved || isLoose(after, id)) return hand
  return gone({ ...hand, answered: new Set([...hand.answered, id]), unsure: without(hand.unsure, id) }, after)
}

const without = <T>(all: ReadonlySet<T>, one: T | undefined): ReadonlySet<T> => new Set([...all].filter((other) => other !== one))
