// Where words about a person stand in all that everybody may read, and how each of it is told once they are taken out. Owns which fields
// hold people's words, those of events apart (event-words.ts); ids, kinds and ranks are never searched. Pure.
import * as Y from "yjs"
import type { MentionPlace } from "@evenboard/api"
import { putBack, readBoard, takeMentionOut, takeOut, type Board, type Mention, type Note, type NoteId } from "@evenboard/board"
import type { SessionEvent } from "@evenboard/session"
import type { HiddenRow, Rewritten } from "@evenboard/storage"
import type { Fact, LedgerRow } from "@evenboard/sync"
import { reworded, wordsIn } from "./event-words.ts"

/** What is not one thing on the board: title, purpose and questions of the plan; and words that stand in the log alone. */
const PLAN = "plan"
export const LOG = "log"

export type Said = {
  board: Board
  facts: Iterable<Fact>
  ledger: readonly LedgerRow[]
  events: readonly SessionEvent[]
  hidden: readonly HiddenRow[]
}

type Kind = MentionPlace["kind"]
type Words = { kind: Kind; id: string; text: string; isBefore: boolean }

/** Each place once, with what is found there first: as it reads now before what it was. */
export function placesOf(mention: Mention, said: Said): MentionPlace[] {
  const numbers = new Map([...said.facts].map(({ noteId, number }) => [noteId, number]))
  const hidden = new Set(said.hidden.map(({ noteId }) => noteId))
  const places = new Map<string, MentionPlace>()
  for (const { kind, id, text, isBefore } of wordsSaid(said)) {
    if (!mention.has(text)) continue
    const known = places.get(id)
    if (known && (!known.isBefore || isBefore)) continue
    places.set(id, { id, kind, number: numbers.get(id) ?? null, words: hidden.has(id) ? null : text, isBefore })
  }
  return [...places.values()]
}

function* wordsSaid({ board, facts, ledger, events, hidden }: Said): Generator<Words> {
  yield* wordsOnBoard(board)
  for (const row of hidden) yield* wordsInCopy(row)
  const plan = new Set<string>()
  for (const event of events.toReversed()) yield* wordsInEvent(event, plan)
  for (const { noteId, firstWording } of facts) yield { kind: "note", id: noteId, text: firstWording, isBefore: true }
  for (const row of ledger)
    for (const side of [row.after, row.before])
      for (const text of textsOfSide(row, side)) yield { kind: kindOf(row), id: row.target, text, isBefore: true }
}

function* wordsOnBoard(board: Board): Generator<Words> {
  const now = (kind: Kind, id: string, texts: readonly (string | undefined)[]): Words[] =>
    texts.flatMap((text) => (text ? [{ kind, id, text, isBefore: false }] : []))
  for (const note of board.notes.values()) yield* now("note", note.id, textsOfNote(note))
  for (const { noteId, text } of board.suggestions.values()) yield* now("note", noteId, [text])
  for (const { id, title, notThisTime } of board.themes.values()) yield* now("theme", id, [title, notThisTime?.reason])
  for (const { id, text, aside } of board.pledges.values()) yield* now("pledge", id, [text, aside?.reason])
  for (const { id, text, aside } of board.agreements.values()) yield* now("agreement", id, [text, aside?.reason])
  for (const { id, text, who, aside } of board.actions.values()) yield* now("action", id, [text, who, aside?.reason])
}

const textsOfNote = ({ text, forWhom, answer, aside, notThisTime, sheet }: Note): (string | undefined)[] => [
  text,
  forWhom,
  answer,
  aside?.reason,
  notThisTime?.reason,
  ...(sheet === null ? [] : [sheet.description, sheet.who, sheet.pays, sheet.leftOut]),
]

/** Newest first: of the plan, what was said last of a part is how it reads. */
function* wordsInEvent(event: SessionEvent, plan: Set<string>): Generator<Words> {
  const place = placeOf(event)
  for (const { part, text } of wordsIn(event)) {
    yield { ...place, text, isBefore: place.id === PLAN && plan.has(part) }
    if (place.id === PLAN) plan.add(part)
  }
}

/** Everything is to be told otherwise but what is about these ids; what nobody but its writer may see is the caller's. */
export function rewrittenBy(mention: Mention, except: ReadonlySet<string>, said: Said): Omit<Rewritten, "drafts"> {
  const facts = [...said.facts].filter(({ noteId, firstWording }) => !except.has(noteId) && mention.has(firstWording))
  const ledger = said.ledger.flatMap((row) => {
    if (except.has(row.target) || NO_WORDS.has(row.kind)) return []
    const [before, after] = [row.before, row.after].map((side) => jsonWithout(side, mention)) as [string | null, string | null]
    return before === row.before && after === row.after
      ? []
      : [{ id: row.id, was: { before: row.before, after: row.after }, before, after }]
  })
  const hidden = said.hidden
    .filter((row) => !except.has(row.noteId) && wordsInCopy(row).some(({ text }) => mention.has(text)))
    .map((row) => ({ noteId: row.noteId, content: copyWithout(row, mention) }))
  return {
    ledger,
    facts: facts.map(({ noteId, firstWording }) => ({ noteId, firstWording: mention.without(firstWording) })),
    hidden,
    events: said.events.flatMap((event) => {
      const told = except.has(placeOf(event).id) ? event : reworded(event, mention.without)
      return JSON.stringify(told) === JSON.stringify(event) ? [] : [told]
    }),
  }
}

function placeOf(event: SessionEvent): Pick<Words, "kind" | "id"> {
  if (event.type === "note-hidden" || event.type === "hide-proposed") return { kind: "note", id: event.noteId }
  if (event.type === "worry-said") return { kind: "agreement", id: event.agreementId }
  return event.type === "opened" || event.type === "plan-edited" ? { kind: "plan", id: PLAN } : { kind: "log", id: LOG }
}

/** Acts whose before and after are ids, kinds and numbers. */
const NO_WORDS: ReadonlySet<string> = new Set([
  "kind-changed",
  "moved",
  "stacked",
  "unstacked",
  "placed",
  "theme-moved",
  "linked",
  "unlinked",
])
/** Fields under which people's words stand in a ledger row. */
const WORDS: ReadonlySet<string> = new Set("text title reason answer forWhom description who pays leftOut".split(" "))

function kindOf({ kind }: LedgerRow): Kind {
  if (kind.startsWith("theme-") || kind === "taken-apart" || kind === "stood-again") return "theme"
  if (kind.startsWith("pledge-")) return "pledge"
  return kind.startsWith("agreement-") ? "agreement" : kind.startsWith("action-") ? "action" : "note"
}

function textsOfSide(row: LedgerRow, side: string | null): string[] {
  return side === null || NO_WORDS.has(row.kind) ? [] : textsIn(JSON.parse(side) as unknown, row.kind === "sheet-filled" ? "text" : null)
}

function jsonWithout(side: string | null, mention: Mention): string | null {
  return side === null ? null : JSON.stringify(valueWithout(JSON.parse(side) as unknown, mention, "text"))
}

/** `field` is the key the value stands under; a bare string of a ledger row is words. */
function textsIn(value: unknown, field: string | null = "text"): string[] {
  if (typeof value === "string") return field === null || WORDS.has(field) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, field))
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, one]) => textsIn(one, key)) : []
}

function valueWithout(value: unknown, mention: Mention, field: string | null): unknown {
  if (typeof value === "string") return field !== null && WORDS.has(field) && mention.has(value) ? mention.without(value) : value
  if (Array.isArray(value)) return value.map((one) => valueWithout(one, mention, field))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, valueWithout(one, mention, key)]))
}

type Copy = { content: string; firstWording: string }

/** The copy of a hidden note, as sight.ts keeps it: laid out as a board again, where words are found and taken out as on any other. */
function wordsInCopy({ noteId, content }: HiddenRow): Words[] {
  const copy = JSON.parse(content) as Copy
  const doc = laidOut(copy.content)
  const words = [...wordsOnBoard(readBoard(doc)), { kind: "note", id: noteId, text: copy.firstWording, isBefore: true } as const]
  doc.destroy()
  return words
}

function copyWithout({ noteId, content }: HiddenRow, mention: Mention): string {
  const copy = JSON.parse(content) as Copy
  const doc = laidOut(copy.content)
  takeMentionOut(doc, mention, () => true)
  const taken = takeOut(doc, noteId as NoteId) ?? copy.content
  doc.destroy()
  return JSON.stringify({ content: taken, firstWording: mention.without(copy.firstWording) } satisfies Copy)
}

function laidOut(content: string): Y.Doc {
  const doc = new Y.Doc()
  putBack(doc, content)
  return doc
}
