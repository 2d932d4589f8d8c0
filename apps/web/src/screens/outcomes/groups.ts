// What the page of outcomes lists: notes that nothing was said of yet, by page and theme; and what was said. Pure; a stack stands once,
// under its first note, since what is said of one holds for all that say the same.
import {
  agreementsInOrder,
  CANVASES,
  needsAnsweredBy,
  notesAbout,
  notesInTheme,
  notesOn,
  piecesOf,
  stackOf,
  themesOn,
  type Agreement,
  type AgreementId,
  type Board,
  type Canvas,
  type Link,
  type Note,
  type NoteId,
  type Theme,
} from "@evenboard/board"
import { isOpen, openNotes, pathOf } from "@evenboard/board/path"

/** So many are read without folding. */
export const FEW = 5

export type OpenGroup = {
  readonly key: string
  readonly canvas: Canvas
  /** Null: not grouped. */
  readonly theme: Theme | null
  /** All its notes that are open. */
  readonly open: readonly Note[]
  /** The same, of a stack only the first. */
  readonly faces: readonly Note[]
  /** How many of the open ones wait only for an option. */
  readonly waiting: number
}

/** The options whose outcome will be this note's too: nobody has to answer it until then. */
export function waitsOn(board: Board, id: NoteId): Note[] {
  const path = pathOf(board, id)
  return path ? [...new Set([...path.answers, ...path.partOf, ...path.about.options])] : []
}
const countWaiting = (board: Board, notes: readonly Note[]): number => notes.filter(({ id }) => waitsOn(board, id).length > 0).length
/** Of all that are open. */
export const countWaitingNotes = (board: Board): number => countWaiting(board, openNotes(board))

/** `held`: a note or theme whose form stands open stays in the list, whatever others do. */
export function openGroups(board: Board, held: string | null): OpenGroup[] {
  const groups = CANVASES.flatMap((canvas) =>
    [...themesOn(board, canvas), null].map((theme): OpenGroup => {
      const notes = notesInTheme(board, theme?.id ?? null, canvas)
      const open = notes.filter((note) => isOpen(board, note.id))
      const stands = notes.filter((note) => note.id === held || open.includes(note))
      const faces = stands.filter(
        (note) =>
          note.id === held ||
          !stackOf(board, note.id).some((other) => stands.indexOf(other) < stands.indexOf(note) && stands.includes(other)),
      )
      return { key: `${canvas}>${theme?.id ?? ""}`, canvas, theme, open, faces, waiting: countWaiting(board, open) }
    }),
  )
  return groups.filter(({ theme, faces }) => faces.length > 0 || (theme !== null && theme.id === held))
}

/** Open notes that an option's outcome would cover: those it answers or holds, and worries and hopes about it. */
export function coveredByOption(board: Board, option: NoteId): Note[] {
  const hanging = [...needsAnsweredBy(board, option), ...piecesOf(board, option), ...notesAbout(board, option)]
  return [...new Set(hanging.flatMap(({ id }) => [...stackOf(board, id)]))].filter((note) => isOpen(board, note.id))
}

/** What a note can become part of; an option only of an agreement. */
export function wholesFor(board: Board, note: Note): { options: readonly Note[]; agreements: readonly Agreement[] } {
  const options = note.kind === "option" ? [] : notesOn(board, "options").filter(({ kind }) => kind === "option")
  return { options, agreements: agreementsInOrder(board) }
}

/** The link that makes a note part of an option: a need is answered, a worry or hope is about it, anything else is a piece. */
export function linkToOption({ id, kind }: Note, option: NoteId): Link {
  if (kind === "need") return { from: option, to: id, kind: "answers" }
  return { from: id, to: option, kind: kind === "risk" || kind === "opportunity" ? "about" : "piece" }
}
export const linkToAgreement = ({ id }: Note, agreement: AgreementId): Link => ({ from: agreement, to: id, kind: "source" })
