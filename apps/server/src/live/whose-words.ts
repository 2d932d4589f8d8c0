// Which of a workshop's stored words are one person's: read from the facts, the ledger and the session log, never from the doc. Pure.
// Theirs is what they alone wrote. Notes are their author's with all that is in them; what somebody put into another's note, or into
// a sentence that others changed too, is that note's or sentence's by now, and stays (decision 0024).
import {
  TAKEN_BACK,
  type ActionId,
  type AgreementId,
  type Board,
  type Erased,
  type NoteId,
  type OptionSheet,
  type PledgeId,
  type SuggestionId,
} from "@evenboard/board"
import type { SessionEvent } from "@evenboard/session"
import { SERVER_SEAT, type Fact, type LedgerRow } from "@evenboard/sync"

const SUGGESTED = new Set(["words-suggested", "suggestion-closed", "suggestion-reopened"])
const ASIDE = { "set-aside": "notes", "agreement-aside": "agreements", "action-aside": "actions", "pledge-aside": "pledges" } as const
const BACK = new Set(["brought-back", "agreement-back", "action-back", "pledge-back"])
const isAside = (kind: string): kind is keyof typeof ASIDE => kind in ASIDE

const OUTCOME = { "outcome-said": "notes", "theme-outcome-said": "themes" } as const
const OUTCOME_BACK = new Set(["outcome-taken-back", "theme-outcome-taken-back"])
const isOutcome = (kind: string): kind is keyof typeof OUTCOME => kind in OUTCOME

const parsed = (json: string | null): Record<string, unknown> => {
  const value: unknown = json === null ? null : JSON.parse(json)
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}
/** What a row says of the thing it is about, whichever side says it. */
const told = (row: LedgerRow, field: string): unknown => parsed(row.after)[field] ?? parsed(row.before)[field]

/** `rows` in the order they were written. */
export function wordsOfSeat(seat: string, facts: Iterable<Fact>, rows: readonly LedgerRow[], board: Board): Erased {
  const suggested = rows.filter((row) => row.kind === "words-suggested" && row.seat === seat).map((row) => told(row, "suggestionId"))
  return {
    notes: [...facts].filter(({ author }) => author === seat).map(({ noteId }) => noteId as NoteId),
    suggestions: suggested.filter((id) => typeof id === "string").map((id) => id as SuggestionId),
    agreements: onlyBy(seat, rows, "agreement-added", "agreement-changed").map((id) => id as AgreementId),
    actions: onlyBy(seat, rows, "action-added", "action-changed").map((id) => id as ActionId),
    pledges: onlyBy(seat, rows, "pledge-added", "pledge-changed").map((id) => id as PledgeId),
    sheets: sheetsOf(seat, rows),
    reasons: reasonsOf(seat, rows, board),
    outcomes: outcomesOf(seat, rows, board),
  }
}

function onlyBy(seat: string, rows: readonly LedgerRow[], added: string, changed: string): string[] {
  const mine = new Set<string>()
  for (const row of rows) {
    if (row.kind === added && row.seat === seat) mine.add(row.target)
    if (row.kind === changed && row.seat !== seat) mine.delete(row.target)
  }
  return [...mine]
}

function sheetsOf(seat: string, rows: readonly LedgerRow[]): { noteId: NoteId; field: keyof OptionSheet }[] {
  const parts = new Map<string, { noteId: NoteId; field: keyof OptionSheet; isMine: boolean }>()
  for (const row of rows) {
    if (row.kind !== "sheet-filled" || row.seat === SERVER_SEAT) continue // the server's: an erasing that a crash cut short
    const field = told(row, "field") as keyof OptionSheet | undefined
    if (field === undefined) continue
    const key = `${row.target} ${field}`
    parts.set(key, { noteId: row.target as NoteId, field, isMine: (parts.get(key)?.isMine ?? true) && row.seat === seat })
  }
  return [...parts.values()].filter(({ isMine }) => isMine).map(({ noteId, field }) => ({ noteId, field }))
}

/** Where the reason that stands now is theirs. */
function reasonsOf(seat: string, rows: readonly LedgerRow[], board: Board): Erased["reasons"][number][] {
  const last = new Map<string, { root: Erased["reasons"][number]["root"]; seat: string }>()
  for (const row of rows) {
    if (isAside(row.kind)) last.set(row.target, { root: ASIDE[row.kind], seat: row.seat })
    if (BACK.has(row.kind)) last.delete(row.target)
  }
  return [...last].filter(([id, one]) => one.seat === seat && hasWords(board, one.root, id)).map(([id, { root }]) => ({ root, id }))
}

/** Where the reason for "not this time" that stands now is theirs. */
function outcomesOf(seat: string, rows: readonly LedgerRow[], board: Board): Erased["outcomes"][number][] {
  const last = new Map<string, { root: Erased["outcomes"][number]["root"]; seat: string }>()
  for (const row of rows) {
    if (isOutcome(row.kind)) last.set(row.target, { root: OUTCOME[row.kind], seat: row.seat })
    if (OUTCOME_BACK.has(row.kind)) last.delete(row.target)
  }
  const reasonOf = (root: "notes" | "themes", id: string): string =>
    (board[root] as ReadonlyMap<string, { notThisTime: { reason: string } | null }>).get(id)?.notThisTime?.reason ?? ""
  return [...last].filter(([id, one]) => one.seat === seat && reasonOf(one.root, id) !== "").map(([id, { root }]) => ({ root, id }))
}

function hasWords(board: Board, root: Erased["reasons"][number]["root"], id: string): boolean {
  const entries = board[root] as ReadonlyMap<string, { aside: { reason: string } | null }>
  const reason = entries.get(id)?.aside?.reason ?? ""
  return reason !== "" && reason !== TAKEN_BACK
}

/** Rows that repeat any of these words, the server's own about their going included. `rows` read after the words went. */
export function rowsWith(seat: string, erased: Erased, rows: readonly LedgerRow[]): number[] {
  const targets = new Set<string>([...erased.notes, ...erased.agreements, ...erased.actions, ...erased.pledges])
  const suggestions = new Set<unknown>(erased.suggestions)
  const sheets = new Set(erased.sheets.map(({ noteId, field }) => `${noteId} ${field}`))
  // A reason stands again in the row of whoever gave the next one.
  const reasons = new Set(rows.filter((row) => isAside(row.kind) && row.seat === seat).map(({ target }) => target))
  const outcomes = new Set(rows.filter((row) => isOutcome(row.kind) && row.seat === seat).map(({ target }) => target))
  const repeats = (row: LedgerRow): boolean => {
    if (row.before === null && row.after === null) return false
    if (targets.has(row.target)) return true
    if (SUGGESTED.has(row.kind)) return suggestions.has(told(row, "suggestionId"))
    if (row.kind === "sheet-filled") return sheets.has(`${row.target} ${String(told(row, "field"))}`)
    if (isOutcome(row.kind) || OUTCOME_BACK.has(row.kind)) return outcomes.has(row.target)
    return (isAside(row.kind) || BACK.has(row.kind)) && reasons.has(row.target)
  }
  return rows.filter(repeats).map(({ id }) => id)
}

/**
 * The events that hold what this person said, as they are told from now on: of a worry, that it was withdrawn; of a note out of sight,
 * `gone` for the reason where they gave it as host, where the note was theirs, and in every proposal that stood.
 */
export function eventsWithout(
  seat: string,
  events: readonly SessionEvent[],
  { notes, proposed, gone }: { notes: readonly string[]; proposed: readonly string[]; gone: string },
): SessionEvent[] {
  const theirs = new Set([...notes, ...proposed])
  return events.flatMap((event): SessionEvent[] => {
    if (event.type === "note-hidden" || event.type === "hide-proposed") {
      const isTheirs = theirs.has(event.noteId) || (typeof event.by === "object" && event.by.seat === seat)
      return isTheirs && event.reason !== gone ? [{ ...event, reason: gone }] : []
    }
    if (event.type !== "worry-said" || event.seat !== seat) return []
    const { seq, at, by, worryId } = event
    return [{ seq, at, by, type: "worry-withdrawn", worryId }]
  })
}
