// What was done on the board, in words: a row of the server's ledger → a sentence, the words before and after, and what anyone may do
// about it now. Pure; every kind of change has a sentence, and the compiler says so. Rows are read tolerantly: wordings of notes taken
// out of sight are cleared from them, and older servers may have written less.
import {
  CHANGE_KINDS,
  DOING_NOTHING,
  LINK_KINDS,
  NOTE_KINDS,
  TAKEN_BACK,
  type Board,
  type ChangeKind,
  type Command,
  type LinkKind,
  type NoteKind,
} from "@evenboard/board"
import type { ActionId, AgreementId, NoteId, Place, ThemeId } from "@evenboard/board"
import type { HistoryRow } from "@evenboard/api"
import type { Words } from "@evenboard/words"
import { apart } from "../paper/apart.ts"
import { placeInWords } from "../../matrix/place-words.ts"

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
/** `bring-back`: it is still set aside. `put-back`: these earlier words are not what stands now. */
export type Offer = { type: "bring-back"; command: Command } | { type: "put-back"; command: Command; words: string }

export type Reader = {
  words: Words
  board: Board
  nameOf(seat: string): string
  /** The number of a note; null while unknown. */
  numberOf(noteId: string): number | null
}

/** Null for a kind this page does not know: a newer server's. */
export function historyLine(row: HistoryRow, reader: Reader): HistoryLine | null {
  const kind = CHANGE_KINDS.find((known) => known === row.kind)
  if (!kind) return null
  const isNote = NOTE_KINDS_OF_CHANGE.has(kind)
  const told = tell(kind, row, reader)
  const number = isNote ? reader.numberOf(row.target) : null
  return {
    before: null,
    after: null,
    offer: null,
    ...told,
    id: row.id,
    at: row.at,
    filter: FILTER_OF[kind],
    noteId: isNote ? row.target : null,
    number,
  }
}

const FILTER_OF: Record<ChangeKind, Exclude<Filter, "all">> = {
  "note-added": "added",
  "words-changed": "words",
  "kind-changed": "words",
  moved: "moved",
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
  "action-added": "agreed",
  "action-changed": "agreed",
  "action-aside": "agreed",
  "action-back": "agreed",
  "words-suggested": "words",
  "suggestion-closed": "words",
  "suggestion-reopened": "words",
}
/** Kinds whose target is a note. */
const NOTE_KINDS_OF_CHANGE: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  "note-added",
  "words-changed",
  "kind-changed",
  "moved",
  "placed",
  "set-aside",
  "brought-back",
  "note-gone",
  "sheet-filled",
  "for-whom-said",
  "words-suggested",
  "suggestion-closed",
  "suggestion-reopened",
])

/** Who does what a host decides: takes a note out of sight, and brings it back. The log says which host. */
const SERVER = "server"

type Told = { sentence: string; before?: string | null; after?: string | null; offer?: Offer | null }

function tell(kind: ChangeKind, row: HistoryRow, reader: Reader): Told {
  const { words, board } = reader
  const isServer = row.seat === SERVER
  const who = isServer ? words.say("happened.a-host") : apart(reader.nameOf(row.seat), words.dir)
  const [before, after] = [parsed(row.before), parsed(row.after)]
  const note = nameOfNote(row.target, reader)
  switch (kind) {
    case "note-added":
      return { sentence: words.say(isServer ? "happened.restored" : "happened.add-note", { who, note }), after: textOf(after) }
    case "words-changed":
      return {
        sentence: words.say("happened.words", { who, note }),
        ...bothWords(before, after),
        offer: putBackNote(row.target, textOf(before), board),
      }
    case "kind-changed":
      return { sentence: words.say("happened.change-kind", { who, note, kind: words.say(`common.kind-${noteKind(after)}`) }) }
    case "moved":
      return { sentence: movedSentence(before, after, { who, note }, reader) }
    case "placed": {
      const place = placeOf(after)
      return {
        sentence: place
          ? words.say("happened.place", { who, note, place: placeInWords(words, place) })
          : words.say("happened.unplace", { who, note }),
      }
    }
    case "set-aside":
      return { sentence: asideSentence(after, { who, note }, words), offer: bringBackNote(row.target, board) }
    case "brought-back":
      return { sentence: words.say("happened.back", { who, note }) }
    case "note-gone":
      return { sentence: words.say("happened.gone", { who, note }) }
    case "for-whom-said": {
      const said = textOf(after)
      return {
        sentence: said
          ? words.say("happened.for-whom", { who, note, words: apart(said, words.dir) })
          : words.say("happened.for-whom-none", { who, note }),
      }
    }
    case "sheet-filled":
      return {
        sentence: words.say("happened.sheet", { who, note, field: words.say(`happened.field-${sheetField(after ?? before)}`) }),
        ...bothWords(before, after),
      }
    case "theme-added":
      return { sentence: words.say("happened.add-theme", { who, theme: themeTitle(row.target, after, reader) }) }
    case "theme-named":
      return {
        sentence: words.say("happened.name-theme", { who, theme: themeTitle(row.target, after, reader) }),
        before: textOf(before),
        after: null,
      }
    case "theme-moved":
      return { sentence: words.say("happened.move-theme", { who, theme: themeTitle(row.target, null, reader) }) }
    case "taken-apart":
      return { sentence: words.say("happened.take-apart", { who, theme: themeTitle(row.target, before, reader) }) }
    case "stood-again":
      return { sentence: words.say("happened.stand-again", { who, theme: themeTitle(row.target, after, reader) }) }
    case "linked":
    case "unlinked":
      return { sentence: linkSentence(kind, row.target, who, reader) }
    case "words-suggested":
      return { sentence: words.say("happened.suggest", { who, note }), ...bothWords(before, after) }
    case "suggestion-closed":
      return {
        sentence: words.say(fieldOf(after, "state") === "taken" ? "happened.take-words" : "happened.keep-words", { who, note }),
        after: textOf(after ?? before),
      }
    case "suggestion-reopened":
      return { sentence: words.say("happened.reopen-words", { who, note }), after: textOf(after) }
    case "agreement-added":
      return { sentence: words.say("happened.add-agreement", { who }), after: textOf(after) }
    case "agreement-changed":
      return {
        sentence: words.say("happened.change-agreement", { who }),
        ...bothWords(before, after),
        offer: putBackAgreement(row.target, textOf(before), board),
      }
    case "agreement-aside":
      return {
        sentence: words.say("happened.aside-agreement", { who, reason: reasonOf(after, words) }),
        after: board.agreements.get(row.target as AgreementId)?.text ?? textOf(before),
        offer: bringBackAgreement(row.target, board),
      }
    case "agreement-back":
      return {
        sentence: words.say("happened.back-agreement", { who }),
        after: board.agreements.get(row.target as AgreementId)?.text ?? null,
      }
    case "action-added":
      return { sentence: words.say("happened.add-action", { who }), after: actionWords(after, words) }
    case "action-changed":
      return {
        sentence: words.say("happened.change-action", { who }),
        before: actionWords(before, words),
        after: actionWords(after, words),
      }
    case "action-aside":
      return {
        sentence: words.say("happened.aside-action", { who, reason: reasonOf(after, words) }),
        after: board.actions.get(row.target as ActionId)?.text ?? textOf(before),
        offer: bringBackAction(row.target, board),
      }
    case "action-back":
      return { sentence: words.say("happened.back-action", { who }), after: board.actions.get(row.target as ActionId)?.text ?? null }
  }
}

// Sentences of several shapes

type Named = { who: string; note: string }

function movedSentence(before: unknown, after: unknown, named: Named, { words, board }: Reader): string {
  const canvas = fieldOf(after, "canvas")
  if (typeof canvas === "string" && canvas !== fieldOf(before, "canvas") && before !== null)
    return words.say("happened.move-canvas", {
      ...named,
      page: words.say(`common.stage-${canvas === "options" || canvas === "matrix" ? canvas : "needs"}`),
    })
  const themeId = fieldOf(after, "themeId")
  if (themeId === fieldOf(before, "themeId")) return words.say("happened.order", named)
  if (typeof themeId !== "string") return words.say("happened.move-out", named)
  return words.say("happened.move", {
    ...named,
    theme: apart(board.themes.get(themeId as ThemeId)?.title || words.say("happened.a-theme"), words.dir),
  })
}

function asideSentence(after: unknown, named: Named, words: Words): string {
  if (fieldOf(after, "reason") === TAKEN_BACK) return words.say("happened.taken-back", named)
  return words.say("happened.aside", { ...named, reason: reasonOf(after, words) })
}

const LINK_IDS: Record<LinkKind, "happened.link-answers" | "happened.link-about" | "happened.link-piece" | "happened.link-source"> = {
  answers: "happened.link-answers",
  about: "happened.link-about",
  piece: "happened.link-piece",
  source: "happened.link-source",
}

/** A link's key is `from>to>kind`. */
function linkSentence(act: "linked" | "unlinked", key: string, who: string, reader: Reader): string {
  const [fromId = "", toId = "", kindWord] = key.split(">")
  const kind = LINK_KINDS.find((known) => known === kindWord)
  const from = kind === "source" ? reader.words.say("happened.an-agreement") : nameOfNote(fromId, reader)
  const to = toId === DOING_NOTHING ? reader.words.say("happened.doing-nothing") : nameOfNote(toId, reader)
  return reader.words.say(act === "linked" && kind ? LINK_IDS[kind] : "happened.unlink", { who, from, to })
}

// What anyone may do about it

function bringBackNote(target: string, { notes }: Board): Offer | null {
  const id = target as NoteId
  return notes.get(id)?.aside ? { type: "bring-back", command: { type: "bring-back", id } } : null
}
function bringBackAgreement(target: string, { agreements }: Board): Offer | null {
  const id = target as AgreementId
  return agreements.get(id)?.aside ? { type: "bring-back", command: { type: "bring-back-agreement", id } } : null
}
function bringBackAction(target: string, { actions }: Board): Offer | null {
  const id = target as ActionId
  return actions.get(id)?.aside ? { type: "bring-back", command: { type: "bring-back-action", id } } : null
}
function putBackNote(target: string, text: string | null, { notes }: Board): Offer | null {
  const id = target as NoteId
  const now = notes.get(id)?.text
  return !text?.trim() || now === undefined || now === text
    ? null
    : { type: "put-back", words: text, command: { type: "change-words", id, text } }
}
function putBackAgreement(target: string, text: string | null, { agreements }: Board): Offer | null {
  const id = target as AgreementId
  const now = agreements.get(id)?.text
  return !text?.trim() || now === undefined || now === text
    ? null
    : { type: "put-back", words: text, command: { type: "change-agreement", id, text } }
}

// Reading what a row holds

function parsed(json: string | null): unknown {
  if (json === null) return null
  try {
    return JSON.parse(json) as unknown
  } catch {
    return null
  }
}
const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
/** The words of something told: the value itself, its `text`, or its `title`. */
function textOf(value: unknown): string | null {
  const text = typeof value === "string" ? value : (fieldOf(value, "text") ?? fieldOf(value, "title"))
  return typeof text === "string" && text !== "" ? text : null
}
const bothWords = (before: unknown, after: unknown) => ({ before: textOf(before), after: textOf(after) })
/** What, who, and by which day in words. */
function actionWords(value: unknown, words: Words): string | null {
  const by = fieldOf(value, "by")
  const day =
    typeof by === "string" && /^\d{4}-\d\d-\d\d$/.test(by) && !Number.isNaN(Date.parse(by)) ? words.day(Date.parse(by), "UTC") : ""
  const parts = [fieldOf(value, "text"), fieldOf(value, "who"), day].filter((part) => typeof part === "string" && part !== "")
  return parts.length > 0 ? parts.join(" · ") : null
}
function reasonOf(value: unknown, words: Words): string {
  const reason = fieldOf(value, "reason")
  return typeof reason === "string" && reason !== "" && reason !== TAKEN_BACK ? apart(reason, words.dir) : words.say("happened.no-reason")
}
const noteKind = (value: unknown): NoteKind => NOTE_KINDS.find((known) => known === value) ?? "need"
const sheetField = (value: unknown) =>
  (["who", "pays", "leftOut", "description"] as const).find((known) => known === fieldOf(value, "field")) ?? "description"
function placeOf(value: unknown): Place | null {
  const likely = ([1, 2, 3, 4, 5] as const).find((known) => known === fieldOf(value, "likely"))
  const effect = ([-2, -1, 0, 1, 2] as const).find((known) => known === fieldOf(value, "effect"))
  return likely === undefined || effect === undefined ? null : { likely, effect }
}
function nameOfNote(noteId: string, { words, numberOf }: Reader): string {
  const number = numberOf(noteId)
  return number === null ? words.say("happened.a-note") : words.say("happened.this-note", { number })
}
function themeTitle(target: string, value: unknown, { board, words }: Reader): string {
  return apart(textOf(value) ?? (board.themes.get(target as ThemeId)?.title || words.say("happened.a-theme")), words.dir)
}
