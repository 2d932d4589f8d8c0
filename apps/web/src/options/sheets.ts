// What stands on the Options page: the options, the needs that none of them answers, and what would otherwise be out of sight there.
// Pure; each part keeps its identity while it says the same.
import { type Board, type Link, type Note, type NoteId, needsNobodyAnswers, notesOn, piecesOf, themeOf } from "@evenboard/board"
import { byRank, derive, sameList } from "../board/derive.ts"

export type Options = {
  /** In reading order. */
  readonly options: readonly NoteId[]
  readonly unanswered: readonly NoteId[]
  /** How many needs there are at all, words about ourselves apart. */
  readonly needs: number
  /** Notes of this page that belong to no option that stands: nothing gets lost. */
  readonly loose: readonly NoteId[]
  readonly aside: readonly NoteId[]
}

const ids = (notes: readonly Note[]): readonly NoteId[] => notes.map((note) => note.id)

export function optionsOf(board: Board): Options {
  const onPage = notesOn(board, "options")
  const options = onPage.filter((note) => note.kind === "option")
  const pieces = new Set(options.flatMap((option) => ids(piecesOf(board, option.id))))
  const needs = notesOn(board, "needs").filter((note) => note.kind === "need" && themeOf(board, note)?.aboutUs !== true)
  return {
    options: ids(options),
    unanswered: ids(needsNobodyAnswers(board)),
    needs: needs.length,
    loose: ids(onPage.filter((note) => note.kind !== "option" && !pieces.has(note.id))),
    aside: ids([...board.notes.values()].filter((note) => note.canvas === "options" && note.aside).sort(byRank)),
  }
}

export const optionsSelector = () =>
  derive(
    optionsOf,
    (a, b) =>
      a.needs === b.needs &&
      sameList(a.options, b.options) &&
      sameList(a.unanswered, b.unanswered) &&
      sameList(a.loose, b.loose) &&
      sameList(a.aside, b.aside),
  )

/** What to link and unlink so that exactly the chosen ones are linked. */
export function linkChanges(
  before: readonly string[],
  chosen: readonly string[],
  linkTo: (id: string) => Link,
): { add: Link[]; remove: Link[] } {
  return { add: chosen.filter((id) => !before.includes(id)).map(linkTo), remove: before.filter((id) => !chosen.includes(id)).map(linkTo) }
}
