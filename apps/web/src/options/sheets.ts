// The options of a board and what belongs to each: needs it answers, pieces, worries and hopes about it; and the needs nobody answers.
// Pure; each part keeps its identity while it says the same.
import type { Board, Link, LinkKind, Note, NoteId, ThemeId } from "@evenboard/board"
import { byRank, derive, sameList } from "../board/derive.ts"

export type Options = {
  /** By rank. */
  readonly options: readonly NoteId[]
  readonly unanswered: readonly NoteId[]
  readonly needs: number
  /** Pieces whose option is not on the page any more: nothing gets lost. */
  readonly loose: readonly NoteId[]
  readonly aside: readonly NoteId[]
}

const ids = (notes: readonly Note[]): readonly NoteId[] => notes.toSorted(byRank).map((note) => note.id)
const isOption = (note: Note | undefined): note is Note => note?.canvas === "options" && note.kind === "option"
/** Words about ourselves are no needs: nothing has to answer them. */
const isAboutUs = (board: Board, themeId: ThemeId | null): boolean => {
  const theme = themeId === null ? undefined : board.themes.get(themeId)
  return theme !== undefined && theme.aboutUs && !theme.gone
}

export function optionsOf(board: Board): Options {
  const notes = [...board.notes.values()]
  const needs = notes.filter((note) => note.canvas === "needs" && note.kind === "need" && !note.aside && !isAboutUs(board, note.themeId))
  const standing = (id: string) => {
    const option = board.notes.get(id as NoteId)
    return isOption(option) && !option.aside
  }
  const answered = new Set<string>()
  const pieces = new Set<string>()
  for (const link of board.links.values()) {
    if (link.kind === "answers" && standing(link.from)) answered.add(link.to)
    if (link.kind === "piece" && standing(link.to)) pieces.add(link.from)
  }
  const onPage = notes.filter((note) => note.canvas === "options")
  return {
    options: ids(onPage.filter((note) => isOption(note) && !note.aside)),
    unanswered: inThemeOrder(
      board,
      needs.filter((note) => !answered.has(note.id)),
    ),
    needs: needs.length,
    loose: ids(onPage.filter((note) => !isOption(note) && !note.aside && !pieces.has(note.id))),
    aside: ids(onPage.filter((note) => note.aside)),
  }
}

/** Theme by theme as on the board, the tray first: the order in which people know their notes. */
export function inThemeOrder(board: Board, notes: readonly Note[]): readonly NoteId[] {
  const place = (note: Note) => (note.themeId === null ? "" : `1${board.themes.get(note.themeId)?.rank ?? ""}`)
  return notes.toSorted((a, b) => (place(a) === place(b) ? byRank(a, b) : place(a) < place(b) ? -1 : 1)).map((note) => note.id)
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

/** Notes at the other end of a thing's links of one kind; set-aside ones are left out unless asked for. */
export function linkedNotes(board: Board, id: string, kind: LinkKind, end: "from" | "to"): readonly Note[] {
  const other = end === "from" ? "to" : "from"
  return [...board.links.values()]
    .filter((link) => link.kind === kind && link[end] === id)
    .flatMap((link) => board.notes.get(link[other] as NoteId) ?? [])
    .filter((note) => !note.aside)
    .sort(byRank)
}
export const linkedSelector = (id: string, kind: LinkKind, end: "from" | "to") =>
  derive((board) => linkedNotes(board, id, kind, end), sameList)

/** What to link and unlink so that exactly the chosen ones are linked. */
export function linkChanges(
  before: readonly string[],
  chosen: readonly string[],
  linkTo: (id: string) => Link,
): { add: Link[]; remove: Link[] } {
  return { add: chosen.filter((id) => !before.includes(id)).map(linkTo), remove: before.filter((id) => !chosen.includes(id)).map(linkTo) }
}
