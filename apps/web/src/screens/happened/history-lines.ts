// What was done on the board, in words: a row of the server's ledger → a sentence, the words before and after, and what anyone may do
// about it now. Pure; every kind of change has a sentence (tell-*.ts, by what was acted on), and the compiler says so.
import type { ChangeKind } from "@evenboard/board"
import type { HistoryRow } from "@evenboard/api"
import { apart } from "../../apart.ts"
import { parsed, type Offer, type Reader, type Tell } from "./row-words.ts"
import { AGREED_ACTS } from "./tell-agreed.ts"
import { NOTE_ACTS } from "./tell-notes.ts"
import { THEME_ACTS } from "./tell-themes.ts"

export type { Offer, Reader }

export const FILTERS = ["all", "added", "words", "moved", "themes", "aside", "agreed"] as const
export type Filter = (typeof FILTERS)[number]

export type HistoryLine = {
  id: number
  at: number
  sentence: string
  before: string | null
  after: string | null
  filter: Exclude<Filter, "all">
  /** The note it speaks of, for "only note 12". */
  noteId: string | null
  number: number | null
  offer: Offer | null
}

const TELL: Readonly<Record<ChangeKind, Tell>> = { ...NOTE_ACTS, ...THEME_ACTS, ...AGREED_ACTS }
/** Who does what a host decides: takes a note out of sight, and brings it back. The log says which host. */
const SERVER = "server"

/** Null for a kind this page does not know: a newer server's. */
export function historyLine(row: HistoryRow, reader: Reader): HistoryLine | null {
  if (!Object.hasOwn(TELL, row.kind)) return null
  const kind = row.kind as ChangeKind
  const isNote = kind in NOTE_ACTS
  const isServer = row.seat === SERVER
  const who = isServer ? reader.words.say("happened.a-host") : apart(reader.nameOf(row.seat), reader.words.dir)
  const told = TELL[kind]({ who, target: row.target, before: parsed(row.before), after: parsed(row.after), isServer }, reader)
  return {
    before: null,
    after: null,
    offer: null,
    ...told,
    id: row.id,
    at: row.at,
    filter: FILTER_OF[kind],
    noteId: isNote ? row.target : null,
    number: isNote ? reader.numberOf(row.target) : null,
  }
}

const FILTER_OF: Record<ChangeKind, Exclude<Filter, "all">> = {
  "note-added": "added",
  "words-changed": "words",
  "kind-changed": "words",
  moved: "moved",
  stacked: "moved",
  unstacked: "moved",
  placed: "moved",
  "set-aside": "aside",
  "brought-back": "aside",
  "note-gone": "aside",
  "theme-added": "themes",
  "theme-named": "themes",
  "theme-moved": "themes",
  "taken-apart": "themes",
  "stood-again": "themes",
  linked: "themes",
  unlinked: "themes",
  "sheet-filled": "words",
  "for-whom-said": "words",
  "agreement-added": "agreed",
  "agreement-changed": "agreed",
  "agreement-aside": "agreed",
  "agreement-back": "agreed",
  "pledge-added": "agreed",
  "pledge-changed": "agreed",
  "pledge-aside": "agreed",
  "pledge-back": "agreed",
  "action-added": "agreed",
  "action-changed": "agreed",
  "action-aside": "agreed",
  "action-back": "agreed",
  "outcome-said": "agreed",
  "outcome-taken-back": "agreed",
  "outcome-answered": "agreed",
  "theme-outcome-said": "agreed",
  "theme-outcome-taken-back": "agreed",
  "words-suggested": "words",
  "suggestion-closed": "words",
  "suggestion-reopened": "words",
}
