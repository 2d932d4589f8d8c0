// The board as it stood at an earlier time: the ledger's rows undone from their `before`, newest first. Never the Yjs log, which
// snapshots trim. Pure; knows no server and no words that people read.
import type { ChangeKind } from "./changes.ts"
import {
  CANVASES,
  NOTE_KINDS,
  type Action,
  type Agreement,
  type Aside,
  type Board,
  type Canvas,
  type Link,
  type LinkKind,
  LINK_KINDS,
  type Note,
  type NoteId,
  type NoteKind,
  type OptionSheet,
  type Pledge,
  type StackId,
  type Suggestion,
  type SuggestionId,
  type Theme,
  type ThemeId,
} from "./types.ts"
import { readPlace } from "./read.ts"

/** A row as `GET …/history` answers it. */
export type PastRow = {
  readonly at: number
  readonly kind: string
  readonly target: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * The board after the last act at or before `at` (ms). `rows` newest first, back to `at` at least; rows newer than `now` do no harm.
 *
 * What is not on the board now stands at no time: notes out of sight, and what a person erased. Where wordings were cleared from rows,
 * later words stand. A run of typing is one row: its words stand from when it began. Not carried, and so as now or empty: the form of a
 * description, and the sheet of a note that is no option now.
 */
export function boardAt(now: Board, rows: readonly PastRow[], at: number): Board {
  const past = new Past(now)
  for (const row of rows) {
    if (row.at <= at) break
    past.undo(row)
  }
  return past.board
}

/** A time at which the board changed, for `boardAt`, with what was done then, oldest first. */
export type Moment<R> = { readonly at: number; readonly rows: readonly R[] }

/** Oldest first; `rows` newest first. A row of typing may bear a later time than the row after it: it counts to that one's moment. */
export function momentsOf<R extends PastRow>(rows: readonly R[]): Moment<R>[] {
  const moments: { at: number; rows: R[] }[] = []
  for (const row of rows) {
    const last = moments.at(-1)
    if (last && row.at >= last.at) last.rows.unshift(row)
    else moments.push({ at: row.at, rows: [row] })
  }
  return moments.toReversed()
}

const NO_SHEET: OptionSheet = { description: "", who: "", pays: "", leftOut: "" }

class Past {
  readonly #notes: Map<NoteId, Note>
  readonly #themes: Map<ThemeId, Theme>
  readonly #links: Map<string, Link>
  readonly #agreements: Map<Agreement["id"], Agreement>
  readonly #pledges: Map<Pledge["id"], Pledge>
  readonly #actions: Map<Action["id"], Action>
  readonly #suggestions: Map<SuggestionId, Suggestion>
  /** Notes not there yet, or out of sight just then, that stand later. */
  readonly #later = new Map<NoteId, Note>()
  readonly #suggestedLater = new Map<SuggestionId, Suggestion>()
  /** Sheets of notes that were no option just then. */
  readonly #sheets = new Map<NoteId, OptionSheet>()

  constructor(now: Board) {
    this.#notes = new Map(now.notes)
    this.#themes = new Map(now.themes)
    this.#links = new Map(now.links)
    this.#agreements = new Map(now.agreements)
    this.#pledges = new Map(now.pledges)
    this.#actions = new Map(now.actions)
    this.#suggestions = new Map(now.suggestions)
  }

  get board(): Board {
    return {
      notes: this.#notes,
      themes: this.#themes,
      links: this.#links,
      agreements: this.#agreements,
      pledges: this.#pledges,
      actions: this.#actions,
      suggestions: this.#suggestions,
    }
  }

  /** A kind that a newer server writes is passed over. */
  undo({ kind, target, before, after }: PastRow): void {
    if (!Object.hasOwn(this.#undo, kind)) return
    this.#undo[kind as ChangeKind](target, parsed(before), parsed(after))
  }

  readonly #undo: Record<ChangeKind, (target: string, before: unknown, after: unknown) => void> = {
    "note-added": (id) => this.#leave(id as NoteId),
    "note-gone": (id, before) => this.#return(id as NoteId, before),
    "words-changed": (id, before) => typeof before === "string" && this.#note(id, { text: before }),
    "kind-changed": (id, before) => this.#kind(id as NoteId, oneOf(NOTE_KINDS, before)),
    moved: (id, before) => this.#note(id, standing(before)),
    stacked: (id, before, after) => this.#note(id, lying(before, after)),
    unstacked: (id, before, after) => this.#note(id, lying(before, after)),
    placed: (id, before, after) => (before ?? after) !== null && this.#note(id, { place: readPlace(before) }),
    "for-whom-said": (id, before) => typeof before === "string" && this.#note(id, { forWhom: before }),
    "sheet-filled": (id, before) => this.#sheet(id as NoteId, before),
    "set-aside": (id, before) => this.#note(id, { aside: reasoned(before) }),
    "brought-back": (id, before) => this.#note(id, { aside: reasoned(before) ?? { reason: "" } }),
    "outcome-said": (id, before) => this.#note(id, { notThisTime: reasoned(before) }),
    "outcome-taken-back": (id, before) => this.#note(id, { notThisTime: reasoned(before) ?? { reason: "" } }),
    "outcome-answered": (id, before) => typeof before === "string" && this.#note(id, { answer: before }),
    "theme-added": (id) => void this.#themes.delete(id as ThemeId),
    "theme-named": (id, before) => typeof before === "string" && patch(this.#themes, id, { title: before }),
    "theme-moved": (id, before) => patch(this.#themes, id, { ...canvasIn(before), ...rankIn(before) }),
    "taken-apart": (id) => patch(this.#themes, id, { gone: false }),
    "stood-again": (id) => patch(this.#themes, id, { gone: true }),
    "theme-outcome-said": (id, before) => patch(this.#themes, id, { notThisTime: reasoned(before) }),
    "theme-outcome-taken-back": (id, before) => patch(this.#themes, id, { notThisTime: reasoned(before) ?? { reason: "" } }),
    linked: (key) => void this.#links.delete(key),
    unlinked: (key) => this.#link(key),
    "agreement-added": (id) => void this.#agreements.delete(id as Agreement["id"]),
    "agreement-changed": (id, before) => patch(this.#agreements, id, { ...textIn(before, "text"), ...rankIn(before) }),
    "agreement-aside": (id, before) => patch(this.#agreements, id, { aside: reasoned(before) }),
    "pledge-added": (id) => void this.#pledges.delete(id as Pledge["id"]),
    "pledge-changed": (id, before) => patch(this.#pledges, id, { ...textIn(before, "text"), ...rankIn(before) }),
    "pledge-aside": (id, before) => patch(this.#pledges, id, { aside: reasoned(before) }),
    "pledge-back": (id, before) => patch(this.#pledges, id, { aside: reasoned(before) ?? { reason: "" } }),
    "agreement-back": (id, before) => patch(this.#agreements, id, { aside: reasoned(before) ?? { reason: "" } }),
    "action-added": (id) => void this.#actions.delete(id as Action["id"]),
    "action-changed": (id, before) => patch(this.#actions, id, actionIn(before)),
    "action-aside": (id, before) => patch(this.#actions, id, { aside: reasoned(before) }),
    "action-back": (id, before) => patch(this.#actions, id, { aside: reasoned(before) ?? { reason: "" } }),
    "words-suggested": (_note, before, after) => this.#suggestion(before, after),
    "suggestion-closed": (_note, before, after) => this.#suggestion(before, after),
    "suggestion-reopened": (_note, before, after) => this.#suggestion(before, after),
  }

  #note(id: string, was: Partial<Note>): void {
    patch(this.#notes, id, was)
  }

  #leave(id: NoteId): void {
    const note = this.#notes.get(id)
    if (note === undefined) return
    this.#later.set(id, note)
    this.#notes.delete(id)
  }

  /** Only what stands now; of what was cleared since, the later words. */
  #return(id: NoteId, before: unknown): void {
    const later = this.#later.get(id)
    if (later !== undefined) this.#notes.set(id, { ...later, ...(isObject(before) ? (before as Partial<Note>) : {}), id })
  }

  #kind(id: NoteId, kind: NoteKind | null): void {
    const note = this.#notes.get(id)
    if (note === undefined || kind === null) return
    if (note.sheet !== null) this.#sheets.set(id, note.sheet)
    this.#note(id, { kind, sheet: kind === "option" ? (note.sheet ?? this.#sheets.get(id) ?? NO_SHEET) : null })
  }

  #sheet(id: NoteId, before: unknown): void {
    const sheet = this.#notes.get(id)?.sheet
    const field = oneOf(["description", "who", "pays", "leftOut"] as const, fieldOf(before, "field"))
    const text = fieldOf(before, "text")
    if (sheet && field !== null && typeof text === "string") this.#note(id, { sheet: { ...sheet, [field]: text } })
  }

  /** Its key says all that a link is. */
  #link(key: string): void {
    const [from, to, kindWord] = key.split(">")
    const kind: LinkKind | null = oneOf(LINK_KINDS, kindWord)
    if (from && to && kind !== null) this.#links.set(key, { from, to, kind })
  }

  #suggestion(before: unknown, after: unknown): void {
    const id = (fieldOf(before, "suggestionId") ?? fieldOf(after, "suggestionId")) as SuggestionId
    const there = this.#suggestions.get(id) ?? this.#suggestedLater.get(id)
    if (there === undefined) return
    this.#suggestedLater.set(id, there)
    if (before === null) return void this.#suggestions.delete(id)
    const state = oneOf(["open", "taken", "declined"] as const, fieldOf(before, "state"))
    this.#suggestions.set(id, { ...there, ...textIn(before, "text"), ...(state === null ? {} : { state }) })
  }
}

/** What is not there stays away. */
function patch<K extends string, V>(all: Map<K, V>, key: string, was: Partial<V>): void {
  const there = all.get(key as K)
  if (there !== undefined) all.set(key as K, { ...there, ...was })
}

function parsed(json: string | null): unknown {
  if (json === null) return null
  try {
    return JSON.parse(json) as unknown
  } catch {
    return null
  }
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null
const fieldOf = (value: unknown, name: string): unknown => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined)
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | null => all.find((one) => one === value) ?? null

function reasoned(value: unknown): Aside | null {
  const reason = fieldOf(value, "reason")
  return typeof reason === "string" ? { reason } : null
}
const textIn = <F extends string>(value: unknown, field: F): { [K in F]?: string } => {
  const text = fieldOf(value, field)
  return (typeof text === "string" ? { [field]: text } : {}) as { [K in F]?: string }
}
const rankIn = (value: unknown): { rank?: string } => textIn(value, "rank")
function canvasIn(value: unknown): { canvas?: Canvas } {
  const canvas = oneOf(CANVASES, fieldOf(value, "canvas"))
  return canvas === null ? {} : { canvas }
}
function standing(value: unknown): Partial<Note> {
  if (!isObject(value)) return {}
  const themeId = fieldOf(value, "themeId")
  return { ...canvasIn(value), ...rankIn(value), themeId: typeof themeId === "string" ? (themeId as ThemeId) : null }
}
/** Older rows hold the label alone. */
function lying(before: unknown, after: unknown): Partial<Note> {
  if (before === null && after === null) return {}
  const stack = isObject(before) ? fieldOf(before, "stack") : before
  return { ...rankIn(before), stack: typeof stack === "string" ? (stack as StackId) : null }
}
function actionIn(value: unknown): Partial<Action> {
  if (!isObject(value)) return {}
  const agreementId = fieldOf(value, "agreementId")
  return {
    ...textIn(value, "text"),
    ...textIn(value, "who"),
    ...textIn(value, "by"),
    ...rankIn(value),
    agreementId: typeof agreementId === "string" ? (agreementId as Agreement["id"]) : null,
  }
}
