// Where a note went: its theme, what answers it, what was agreed from it and who does it, and what that comes to. One answer for the
// screen, the paper and every export, and for whether a workshop can be called agreed. Plain functions of a Board.
//
//   note (with all that says the same) → options that answer or hold it, or that it is about → agreements that cite any of these → actions
import { perBoard } from "./memo.ts"
import { inOrder } from "./rank.ts"
import { aboutOf, actionsOf, agreementsInOrder, linksFrom, linksTo, notesAbout, optionsAnsweringStack, stackOf, themeOf } from "./select.ts"
import { isSame } from "./view.ts"
import type { Action, Agreement, Board, Note, NoteId, Theme } from "./types.ts"

/**
 * set-aside: with its reason · in-plan: something standing was agreed from it, or from an option it lives on in · not-this-time: said of
 * itself (`of` null), of a note that says the same, of every option it lives on in, or of its theme · about-us: words about the people
 * themselves, which nobody has to answer · open: nothing yet.
 */
export type NoteOutcome =
  | { readonly type: "set-aside"; readonly reason: string }
  | { readonly type: "in-plan" }
  | { readonly type: "not-this-time"; readonly reason: string; readonly of: Covering }
  | { readonly type: "about-us" }
  | { readonly type: "open" }
/** The other thing that an outcome was said of; it covers the note. */
export type Covering = null | { readonly note: Note } | { readonly theme: Theme }

export type Path = {
  readonly theme: Theme | null
  /** Other notes that say the same. */
  readonly same: readonly Note[]
  /** Options that answer it, or one that says the same. */
  readonly answers: readonly Note[]
  readonly partOf: readonly Note[]
  readonly about: { readonly options: readonly Note[]; readonly doingNothing: boolean }
  /** Worries and hopes about it, and about the options that answer or hold it. */
  readonly voices: readonly Note[]
  readonly agreements: readonly Agreement[]
  readonly actions: readonly Action[]
  readonly outcome: NoteOutcome
}

const NONE: readonly never[] = []
const EMPTY = { theme: null, same: NONE, answers: NONE, partOf: NONE, about: { options: NONE, doingNothing: false }, voices: NONE }

type Made = { readonly paths: Map<NoteId, Path>; readonly before: ReadonlyMap<NoteId, Path> }
const made = perBoard<Made>((_board, last) => ({ paths: new Map(), before: last?.paths ?? new Map() }))

/**
 * Null when there is no such note. Of a note set aside only the reason is told. Where nothing in it changed it is the value that was
 * answered for the board before.
 */
export function pathOf(board: Board, id: NoteId): Path | null {
  const { paths, before } = made(board)
  const known = paths.get(id)
  if (known !== undefined) return known
  const note = board.notes.get(id)
  if (note === undefined) return null
  const [path, was] = [walk(board, note), before.get(id)]
  const kept = was !== undefined && isSame(path, was) ? was : path
  paths.set(id, kept)
  return kept
}

function walk(board: Board, note: Note): Path {
  if (note.aside !== null) return { ...EMPTY, agreements: NONE, actions: NONE, outcome: { type: "set-aside", reason: note.aside.reason } }
  const stack = stackOf(board, note.id)
  const answers = optionsAnsweringStack(board, note.id)
  const partOf = wholesOf(board, note.id)
  const about = aboutOf(board, note.id)
  const livesOn = [...new Set([...answers, ...partOf])]
  const agreements = agreementsFrom(board, [note, ...stack, ...livesOn, ...about.options])
  return {
    theme: themeOf(board, note),
    same: stack.filter((other) => other !== note),
    answers,
    partOf,
    about,
    voices: [...new Set([note, ...livesOn].flatMap(({ id }) => notesAbout(board, id)))],
    agreements,
    actions: agreements.flatMap(({ id }) => actionsOf(board, id)),
    outcome:
      agreements.length > 0 ? { type: "in-plan" } : undecided(board, note, stack, [...livesOn, ...about.options], about.doingNothing),
  }
}

/** The options a note is part of. */
const wholesOf = (board: Board, id: NoteId): Note[] =>
  linksFrom(board, id, "piece")
    .flatMap(({ to }) => board.notes.get(to as NoteId) ?? [])
    .filter((whole) => whole.aside === null)
    .sort(inOrder)

function agreementsFrom(board: Board, notes: readonly Note[]): readonly Agreement[] {
  const citing = new Set<string>(notes.flatMap(({ id }) => linksTo(board, id, "source").map(({ from }) => from)))
  return citing.size === 0 ? NONE : agreementsInOrder(board).filter(({ id }) => citing.has(id))
}

/** Nothing was agreed from it. The nearest word wins: its own, that of one saying the same, that of its options, that of its theme. */
function undecided(board: Board, note: Note, stack: readonly Note[], options: readonly Note[], doingNothing: boolean): NoteOutcome {
  if (note.notThisTime !== null) return notThisTime(note.notThisTime.reason, null)
  const same = stack.find((other) => other.notThisTime !== null)
  if (same?.notThisTime) return notThisTime(same.notThisTime.reason, { note: same })
  const said = options.map((option) => saidOf(board, option))
  // While one of its options is still open, so is it.
  const [first] = said
  if (first && said.every((one) => one !== null) && !doingNothing) return notThisTime(first.reason, first.of)
  const theme = themeOf(board, note)
  if (theme?.notThisTime) return notThisTime(theme.notThisTime.reason, { theme })
  return { type: theme?.aboutUs ? "about-us" : "open" }
}

const notThisTime = (reason: string, of: Covering): NoteOutcome => ({ type: "not-this-time", reason, of })

function saidOf(board: Board, option: Note): { reason: string; of: Covering } | null {
  if (option.notThisTime !== null) return { reason: option.notThisTime.reason, of: { note: option } }
  const theme = themeOf(board, option)
  return theme?.notThisTime ? { reason: theme.notThisTime.reason, of: { theme } } : null
}

export const isOpen = (board: Board, id: NoteId): boolean => pathOf(board, id)?.outcome.type === "open"

const open = perBoard<readonly Note[]>((board) => [...board.notes.values()].filter(({ id }) => isOpen(board, id)).sort(inOrder))
/** Notes that have neither an outcome nor a reason. While there are any, a workshop is not agreed. */
export const openNotes = (board: Board): readonly Note[] => open(board)
