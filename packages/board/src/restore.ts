// Bringing something back as it stood: one list of ordinary commands, made from the board now and the board then. Whoever runs them does
// what anybody may do, so authors stay who they are and each can be undone. Pure; knows no ledger and no Yjs.
import type { Command, Moved } from "./command.ts"
import { LINK_ENDS } from "./link.ts"
import { linksFrom, linksTo, themeOf } from "./select.ts"
import {
  DOING_NOTHING,
  SHEET_FIELDS,
  TEXT_LIMITS,
  type Board,
  type Canvas,
  type Link,
  type Note,
  type NoteId,
  type NoteKind,
  type Standing,
  type Stood,
  type Theme,
  type ThemeId,
} from "./types.ts"
import { cleaned } from "./words.ts"

/** One note; a theme with the notes that stood in it; or a page with the themes and notes that stood on it. */
export type Restorable = { readonly note: NoteId } | { readonly theme: ThemeId } | { readonly canvas: Canvas }

export type Restoring = {
  /** To be run in this order, as one step. None: it stands as it did then. */
  readonly commands: readonly Command[]
  /** How many notes go back to a place, get earlier words or a kind back, or are no longer set aside; a note may count in each. */
  readonly moved: number
  readonly reworded: number
  readonly broughtBack: number
  /** Themes that stand again, or get their name or their place in the order back. */
  readonly themes: number
  /** What else comes back: links, places, reasons. */
  readonly others: number
  /** Notes of the page or theme that came since: they stay where they stand. */
  readonly stay: number
}

/**
 * Makes the chosen things as they were `then`, and takes nothing away: what was written, linked or said since stays, nothing is set aside,
 * and a theme made since stays, if only as an empty one. Out of reach of commands, and so as now: long descriptions, and what an author
 * answered. `then` must be a board of the same doc, as `boardAt` makes it.
 */
export function commandsToRestore(now: Board, then: Board, what: Restorable): Restoring {
  const notes = notesOf(now, then, what)
  const themes = themesOf(now, then, what)
  const kinds = notes.flatMap(([is, was]): Command[] => (is.kind === was.kind ? [] : [{ type: "change-kind", id: is.id, kind: was.kind }]))
  const moves = movesOf(now, then, notes, themes)
  const aside = notes.flatMap(([is, was]): Command[] =>
    is.aside !== null && was.aside === null ? [{ type: "bring-back", id: is.id }] : [],
  )
  const words = notes.flatMap(wordsBack)
  const fields = notes.flatMap(fieldsBack)
  const fieldsTold = notes.filter(([is, was]) => is.kind === was.kind).flatMap(fieldsBack).length
  const links = linksBack(now, then, notes)
  const outcomes = [...notes.flatMap(([is, was]) => outcomeBack({ note: is.id }, is, was)), ...themes.flatMap(({ said }) => said)]
  return {
    commands: [
      ...themes.flatMap(({ stand }) => stand),
      ...kinds,
      ...(moves.length > 0 ? [{ type: "undo-move", notes: moves } as const] : []),
      ...aside,
      ...words,
      ...fields,
      ...links,
      ...outcomes,
    ],
    moved: moves.length,
    reworded: new Set([...kinds, ...words].map((command) => ("id" in command ? command.id : ""))).size,
    broughtBack: aside.length,
    themes: themes.filter(({ stand }) => stand.length > 0).length,
    // A note that gets its kind back is told once, with its fields.
    others: fieldsTold + links.length + outcomes.length,
    stay: "note" in what ? 0 : cameSince(now, then, what),
  }
}

/** As it is, and as it was. */
type Pair = readonly [is: Note, was: Note]

/** Only what is on the board now, and, of a page or theme, what stood there then: what was set aside then is left alone. */
function notesOf(now: Board, then: Board, what: Restorable): Pair[] {
  const stood = "note" in what ? [then.notes.get(what.note)] : [...then.notes.values()].filter((was) => standsIn(then, was, what))
  return stood.flatMap((was): Pair[] => {
    const is = was && now.notes.get(was.id)
    return is ? [[is, was]] : []
  })
}

const standsIn = (board: Board, note: Note, what: { theme: ThemeId } | { canvas: Canvas }): boolean =>
  note.aside === null && ("theme" in what ? themeOf(board, note)?.id === what.theme : note.canvas === what.canvas)

const cameSince = (now: Board, then: Board, what: { theme: ThemeId } | { canvas: Canvas }): number =>
  [...now.notes.values()].filter((note) => !then.notes.has(note.id) && standsIn(now, note, what)).length

type ThemeBack = { readonly id: ThemeId; readonly stand: Command[]; readonly said: Command[] }

/** For one note: its theme stands again, or there is no place to go back to; its name is left to whoever named it. */
function themesOf(now: Board, then: Board, what: Restorable): ThemeBack[] {
  const was = "note" in what ? then.notes.get(what.note) : undefined
  const theme = was && themeOf(then, was)
  if ("note" in what) return theme ? themeBack(now, theme, false) : []
  const all = "theme" in what ? [then.themes.get(what.theme)] : [...then.themes.values()].filter(({ canvas }) => canvas === what.canvas)
  return all.flatMap((theme) => (theme && !theme.gone ? themeBack(now, theme, true) : []))
}

function themeBack(now: Board, was: Theme, isWhole: boolean): ThemeBack[] {
  const [is, themeId] = [now.themes.get(was.id), was.id]
  if (is === undefined) return []
  const stand: Command[] = is.gone ? [{ type: "stand-again", themeId, standings: [] }] : []
  if (!isWhole) return [{ id: themeId, stand, said: [] }]
  if (is.title !== was.title && fits(was.title, TEXT_LIMITS.title, is.aboutUs ? 0 : 1))
    stand.push({ type: "name-theme", themeId, title: was.title })
  if (is.rank !== was.rank) stand.push({ type: "move-theme", themeId, rank: was.rank })
  return [{ id: themeId, stand, said: outcomeBack({ theme: themeId }, is, was) }]
}

function movesOf(now: Board, then: Board, notes: readonly Pair[], themes: readonly ThemeBack[]): Moved[] {
  const again = new Set(themes.map(({ id }) => id))
  const stands = (canvas: Canvas, id: ThemeId | null): boolean => {
    const theme = id === null ? undefined : now.themes.get(id)
    return theme?.canvas === canvas && (!theme.gone || again.has(theme.id))
  }
  return notes.flatMap(([now, past]): Moved[] => {
    const is = stood(now, stands(now.canvas, now.themeId) ? now.themeId : null)
    const was = stood(past, themeOf(then, past)?.id ?? null)
    if (was.themeId !== null && !stands(was.canvas, was.themeId)) return []
    const isSame = is.canvas === was.canvas && is.themeId === was.themeId && is.rank === was.rank && is.stack === was.stack
    return isSame ? [] : [{ id: now.id, was, is }]
  })
}
const stood = ({ canvas, rank, stack }: Stood, themeId: Standing["themeId"]): Stood => ({ canvas, themeId, rank, stack })

/** What a command takes. Words that are none, or too long, were written by another client. */
const fits = (words: string, most: number, least = 1): boolean => {
  const { length } = cleaned(words)
  return length >= least && length <= most
}

function wordsBack([is, was]: Pair): Command[] {
  return is.text !== was.text && fits(was.text, TEXT_LIMITS.note) ? [{ type: "change-words", id: is.id, text: was.text }] : []
}

const isVoice = (kind: NoteKind): boolean => kind === "risk" || kind === "opportunity"

function fieldsBack([is, was]: Pair): Command[] {
  const { id } = is
  const back: Command[] = []
  if (isVoice(was.kind)) {
    if (is.place?.likely !== was.place?.likely || is.place?.effect !== was.place?.effect) back.push({ type: "place", id, place: was.place })
    if (is.forWhom !== was.forWhom && fits(was.forWhom, TEXT_LIMITS.short, 0)) back.push({ type: "say-for-whom", id, forWhom: was.forWhom })
  }
  if (was.sheet === null) return back
  // Of what is no option now, what waits under it cannot be read: every field is filled again, and what stands there already changes nothing.
  for (const field of SHEET_FIELDS) {
    const text = was.sheet[field]
    if (is.sheet?.[field] !== text && fits(text, TEXT_LIMITS.short, 0)) back.push({ type: "fill-sheet", id, field, text })
  }
  return back
}

type Said = Pick<Note, "notThisTime">
/** A reason taken back since is given again; one given since stays. */
const outcomeBack = (of: { note: NoteId } | { theme: ThemeId }, is: Said, was: Said): Command[] =>
  is.notThisTime === null && was.notThisTime !== null && fits(was.notThisTime.reason, TEXT_LIMITS.reason)
    ? [{ type: "say-outcome", of, reason: was.notThisTime.reason }]
    : []

/** Links taken away since, between notes that are there; an agreement's sources are the agreement's. */
function linksBack(now: Board, then: Board, notes: readonly Pair[]): Command[] {
  const kinds = new Map(notes.map(([is, was]) => [is.id as string, was.kind]))
  const kindOf = (id: string): NoteKind | undefined => kinds.get(id) ?? now.notes.get(id as NoteId)?.kind
  const lost = new Map<string, Link>()
  for (const [{ id }] of notes) {
    for (const link of [...linksFrom(then, id), ...linksTo(then, id)]) {
      const key = `${link.from}>${link.to}>${link.kind}`
      if (!now.links.has(key) && link.from !== link.to && isFitting(link, kindOf)) lost.set(key, link)
    }
  }
  return [...lost.values()].map((link) => ({ type: "link", link }))
}

function isFitting({ from, to, kind }: Link, kindOf: (id: string) => NoteKind | undefined): boolean {
  const ends = LINK_ENDS[kind]
  const [here, there] = [kindOf(from), kindOf(to)]
  if (ends.from === "agreement" || here === undefined || (ends.from !== "any" && !ends.from.includes(here))) return false
  if (kind === "about" && to === DOING_NOTHING) return true
  return there !== undefined && (ends.to === "any" || ends.to.includes(there))
}
