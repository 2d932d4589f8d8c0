// Questions to a Board: plain functions that screens, exports and the server share. Answers are computed once a board, and a list
// with the same members as before is the same array, so that a screen draws again only what changed. Knows no Yjs.
import { keepList, keepLists, perBoard } from "./memo.ts"
import type { Lists } from "./memo.ts"
import { inOrder, stacked } from "./rank.ts"
import {
  DOING_NOTHING,
  type Action,
  type Agreement,
  type AgreementId,
  type Board,
  type Canvas,
  type Link,
  type LinkKind,
  type Note,
  type NoteId,
  type Place,
  type ShownKind,
  type Suggestion,
  type Theme,
  type ThemeId,
} from "./types.ts"

// Notes and themes

/** The theme a note counts to; null (not grouped yet) too when its theme is gone, unknown or of another canvas. */
export function themeOf(board: Board, note: Note): Theme | null {
  const theme = note.themeId === null ? undefined : board.themes.get(note.themeId)
  return theme === undefined || theme.gone || theme.canvas !== note.canvas ? null : theme
}

/** A need that stands with the words about ourselves is no need; an offer there stays one. */
export const shownKind = (board: Board, note: Note): ShownKind =>
  note.kind === "need" && themeOf(board, note)?.aboutUs === true ? "about-us" : note.kind

const groupKey = (canvas: Canvas, themeId: ThemeId | null): string => `${canvas}>${themeId ?? ""}`

/** Notes that nobody has set aside, by canvas and theme, as they are read: a stack stands where its first does, set aside or not. */
const groups = perBoard<Lists<string, Note>>((board, last) => {
  const lists = gather(
    [...board.notes.values()].sort(inOrder),
    (note) => groupKey(note.canvas, themeOf(board, note)?.id ?? null),
    undefined,
  )
  const shown = (notes: readonly Note[]) => stacked(notes).flatMap((stack) => stack.filter((note) => note.aside === null))
  return keepLists(new Map([...lists].map(([key, notes]) => [key, shown(notes)])), last)
})

/** What several people say as one: `face` is the first of `members`. A note in no stack is a face alone. */
export type Stack = { readonly face: Note; readonly members: readonly Note[] }

const stacks = perBoard<Lists<string, Stack>>((board, last) => {
  const lists = new Map<string, Stack[]>()
  for (const [key, notes] of groups(board)) {
    const known = new Map(last?.get(key)?.map((stack) => [stack.face, stack]))
    lists.set(
      key,
      stacked(notes).flatMap((members) => {
        const [face] = members
        if (face === undefined) return []
        const before = known.get(face)
        return before !== undefined && keepList(members, before.members) === before.members ? before : { face, members }
      }),
    )
  }
  return keepLists(lists, last)
})

/** The same notes as `notesInTheme`, those of a stack together. */
export const facesInTheme = (board: Board, themeId: ThemeId | null, canvas: Canvas): readonly Stack[] =>
  stacks(board).get(groupKey(canvas, themeId)) ?? NONE

/** The stack a note lies in, face first, without what is set aside; itself alone when in none, and nobody when set aside or gone. */
export function stackOf(board: Board, id: NoteId): readonly Note[] {
  const note = board.notes.get(id)
  if (note === undefined || note.aside !== null) return NONE
  if (note.stack === null) return [note]
  const there = facesInTheme(board, themeOf(board, note)?.id ?? null, note.canvas)
  return there.find(({ members }) => members.includes(note))?.members ?? NONE
}

const themesByCanvas = perBoard<Lists<Canvas, Theme>>((board, last) => {
  const standing = [...board.themes.values()].filter((theme) => !theme.gone)
  return gather(standing.sort(inOrder), (theme) => theme.canvas, last)
})

/** Notes of a theme (null: not grouped yet) on a canvas as they are read (by rank, a stack's after its face), without those set aside. */
export const notesInTheme = (board: Board, themeId: ThemeId | null, canvas: Canvas): readonly Note[] =>
  groups(board).get(groupKey(canvas, themeId)) ?? NONE

/** Themes of a canvas in rank order, without those taken apart. */
export const themesOn = (board: Board, canvas: Canvas): readonly Theme[] => themesByCanvas(board).get(canvas) ?? NONE

const byCanvas = perBoard<Lists<Canvas, Note>>((board, last) => {
  const lists = new Map<Canvas, Note[]>()
  for (const canvas of ["needs", "options", "matrix"] as const) {
    const themes = [null, ...themesOn(board, canvas).map((theme) => theme.id)]
    lists.set(
      canvas,
      themes.flatMap((themeId) => notesInTheme(board, themeId, canvas)),
    )
  }
  return keepLists(lists, last)
})

/** Every note of a canvas in reading order (first those not grouped yet, then theme by theme), without those set aside. */
export const notesOn = (board: Board, canvas: Canvas): readonly Note[] => byCanvas(board).get(canvas) ?? NONE

const aside = perBoard<readonly Note[]>((board, last) =>
  keepList([...board.notes.values()].filter((note) => note.aside !== null).sort(inOrder), last),
)
export const asideNotes = (board: Board): readonly Note[] => aside(board)

/** Where a note stands in its theme, counted from 1: "4 of 6". Null when it is set aside or gone. */
export function positionOf(board: Board, id: NoteId): { at: number; of: number } | null {
  const note = board.notes.get(id)
  if (note === undefined || note.aside !== null) return null
  const list = notesInTheme(board, themeOf(board, note)?.id ?? null, note.canvas)
  return { at: list.indexOf(note) + 1, of: list.length }
}

// Links

const fromIndex = perBoard<Lists<string, Link>>((board, last) => gather([...board.links.values()], (link) => link.from, last))
const toIndex = perBoard<Lists<string, Link>>((board, last) => gather([...board.links.values()], (link) => link.to, last))
const ofKind = (links: readonly Link[] | undefined, kind: LinkKind | undefined): readonly Link[] =>
  links === undefined ? NONE : kind === undefined ? links : links.filter((link) => link.kind === kind)

/** Without a kind, the same array as long as nothing in it changes; ends may be gone or set aside. */
export const linksFrom = (board: Board, id: string, kind?: LinkKind): readonly Link[] => ofKind(fromIndex(board).get(id), kind)
export const linksTo = (board: Board, id: string, kind?: LinkKind): readonly Link[] => ofKind(toIndex(board).get(id), kind)

/** The notes at one end of links, in order, without those gone or set aside. */
const notesAt = (board: Board, ids: readonly string[]): Note[] =>
  ids
    .map((id) => board.notes.get(id as NoteId))
    .filter((note): note is Note => note !== undefined && note.aside === null)
    .sort(inOrder)

const linked = (end: "from" | "to", of: "from" | "to", kind: LinkKind) =>
  perBoard<Lists<string, Note>>((board, last) => {
    const lists = new Map<string, Note[]>()
    for (const [id, links] of of === "from" ? fromIndex(board) : toIndex(board)) {
      const notes = notesAt(
        board,
        ofKind(links, kind).map((link) => link[end]),
      )
      if (notes.length > 0) lists.set(id, notes)
    }
    return keepLists(lists, last)
  })

const pieces = linked("from", "to", "piece")
const answered = linked("to", "from", "answers")
const answering = linked("from", "to", "answers")
const spokenOf = linked("to", "from", "about")
const speaking = linked("from", "to", "about")
const sources = linked("to", "from", "source")

/** Notes that are part of an option. */
export const piecesOf = (board: Board, option: NoteId): readonly Note[] => pieces(board).get(option) ?? NONE
/** Needs an option answers. */
export const needsAnsweredBy = (board: Board, option: NoteId): readonly Note[] => answered(board).get(option) ?? NONE
/** Options that answer a need. */
export const optionsAnswering = (board: Board, need: NoteId): readonly Note[] => answering(board).get(need) ?? NONE
/** What a worry or hope is about. */
export const aboutOf = (board: Board, note: NoteId): { options: readonly Note[]; doingNothing: boolean } => ({
  options: (spokenOf(board).get(note) ?? NONE).filter((option) => option.kind === "option"),
  doingNothing: board.links.has(`${note}>${DOING_NOTHING}>about`),
})
/** Worries and hopes about an option, or about doing nothing. */
export const notesAbout = (board: Board, option: NoteId | typeof DOING_NOTHING): readonly Note[] => speaking(board).get(option) ?? NONE
/** Notes an agreement came from. */
export const sourcesOf = (board: Board, agreement: AgreementId): readonly Note[] => sources(board).get(agreement) ?? NONE

/** Options that answer the need or any that says the same. */
export const optionsAnsweringStack = (board: Board, need: NoteId): readonly Note[] => {
  const stack = stackOf(board, need)
  return stack.length < 2
    ? optionsAnswering(board, need)
    : [...new Set(stack.flatMap(({ id }) => optionsAnswering(board, id)))].sort(inOrder)
}
const firstNeedOf = (notes: readonly Note[]): Note | undefined => notes.find((note) => note.kind === "need")

const unanswered = perBoard<readonly Note[]>((board, last) => {
  const isOpen = (note: Note): boolean => {
    if (shownKind(board, note) !== "need") return false
    return firstNeedOf(stackOf(board, note.id)) === note && optionsAnsweringStack(board, note.id).length === 0
  }
  return keepList(notesOn(board, "needs").filter(isOpen), last)
})
/** Needs that no option answers, in reading order, one for each stack; words about us are no needs to answer. */
export const needsNobodyAnswers = (board: Board): readonly Note[] => unanswered(board)

// The matrix

export type Cell = { readonly place: Place; readonly notes: readonly Note[] }
export type Cells = {
  /** Only cells that hold something, from almost sure to hardly, in each from very wrong to very well. */
  readonly cells: readonly Cell[]
  readonly placed: readonly Note[]
  readonly unplaced: readonly Note[]
}

const matrix = perBoard<Cells>((board, last) => {
  const notes = notesOn(board, "matrix")
  const placed = notes.filter((note) => note.place !== null).sort((a, b) => compareCells(a.place, b.place) || inOrder(a, b))
  const cells = new Map<string, { place: Place; notes: Note[] }>()
  for (const note of placed) if (note.place !== null) at(cells, note.place).notes.push(note)
  const unplaced = notes.filter((note) => note.place === null)
  return { cells: [...cells.values()], placed: keepList(placed, last?.placed), unplaced: keepList(unplaced, last?.unplaced) }
})

function at(cells: Map<string, { place: Place; notes: Note[] }>, place: Place): { place: Place; notes: Note[] } {
  const key = `${place.likely}>${place.effect}`
  const cell = cells.get(key) ?? { place, notes: [] }
  cells.set(key, cell)
  return cell
}

const compareCells = (a: Place | null, b: Place | null): number =>
  a === null || b === null ? 0 : b.likely - a.likely || a.effect - b.effect

/** What stands where on the matrix, without what is set aside. */
export const cellsOf = (board: Board): Cells => matrix(board)

// Agreements, actions, suggestions

const agreements = perBoard<readonly Agreement[]>((board, last) =>
  keepList([...board.agreements.values()].filter((one) => one.aside === null).sort(inOrder), last),
)
/** In rank order, without those set aside. */
export const agreementsInOrder = (board: Board): readonly Agreement[] => agreements(board)

const actions = perBoard<Lists<AgreementId | null, Action>>((board, last) => {
  const standing = [...board.actions.values()].filter((one) => one.aside === null)
  const agreementOf = (action: Action): AgreementId | null =>
    action.agreementId !== null && board.agreements.has(action.agreementId) ? action.agreementId : null
  return gather(standing.sort(inOrder), agreementOf, last)
})
/** Actions of an agreement (null: of none that there is), in rank order, without those set aside. */
export const actionsOf = (board: Board, agreement: AgreementId | null): readonly Action[] => actions(board).get(agreement) ?? NONE

const suggestions = perBoard<Lists<NoteId, Suggestion>>((board, last) => {
  const open = [...board.suggestions.values()].filter((one) => one.state === "open")
  return gather(
    open.sort((a, b) => (a.id < b.id ? -1 : 1)),
    (one) => one.noteId,
    last,
  )
})
/** Other words for a note that wait for an answer. */
export const openSuggestions = (board: Board, note: NoteId): readonly Suggestion[] => suggestions(board).get(note) ?? NONE

const NONE: readonly never[] = []

function gather<K, V>(all: readonly V[], keyOf: (one: V) => K, last: Lists<K, V> | undefined): Lists<K, V> {
  const lists = new Map<K, V[]>()
  for (const one of all) {
    const key = keyOf(one)
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [one])
    else list.push(one)
  }
  return keepLists(lists, last)
}
