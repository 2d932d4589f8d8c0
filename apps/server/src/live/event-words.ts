// Which text in each session event is people's words, and which is ids and kinds: said for every field of every event, so that a new one
// does not compile until somebody has said what it is. Owns the list and the walk over it; knows no mention and no store.
import type { SessionEvent, SessionEventBody } from "@evenboard/session"

/**
 * `words`: what somebody wrote, searched and taken out. `id`: of ours, opaque or one of a few. `group`: what people are sorted by; half a
 * name taken out would make another group of it, so a group is named otherwise by the organiser.
 */
type Text = "words" | "id" | "group"

type HasText<T> = T extends string
  ? string extends T
    ? true
    : never
  : T extends readonly (infer One)[]
    ? HasText<One>
    : T extends object
      ? { [K in keyof T]-?: HasText<NonNullable<T[K]>> }[keyof T]
      : never
/** Of everything in it that may hold any text, what that text is. */
export type TextsOf<T> = T extends string
  ? Text
  : T extends readonly (infer One)[]
    ? TextsOf<One>
    : { readonly [K in keyof T as [HasText<NonNullable<T[K]>>] extends [never] ? never : K]-?: TextsOf<NonNullable<T[K]>> }

type Type = SessionEventBody["type"]
export const EVENT_TEXTS: { readonly [T in Type]: TextsOf<Extract<SessionEventBody, { type: T }>> } = {
  opened: { title: "words", purpose: "words", groups: "group", stages: { prompt: "words" } },
  "plan-edited": { title: "words", purpose: "words", stage: { prompt: "words" } },
  "stage-moved": {},
  "timer-started": {},
  "timer-lengthened": {},
  "timer-stopped": {},
  "host-changed": { from: "id", to: "id", confirmedBy: "id" },
  "host-asked": { seat: "id" },
  "door-opened": {},
  "door-shut": {},
  "link-rotated": {},
  "note-hidden": { noteId: "id", kind: "id", canvas: "id", reason: "words" },
  "note-restored": { noteId: "id" },
  "hide-proposed": { noteId: "id", reason: "words" },
  "hide-dropped": { noteId: "id" },
  paused: {},
  resumed: {},
  "quiet-asked": {},
  "help-asked": { word: "words" },
  "person-removed": {},
  "person-returned": {},
  "hand-raised": { agreementId: "id", seat: "id" },
  "hands-counted": { agreementId: "id" },
  "worry-said": { worryId: "id", agreementId: "id", seat: "id", scribe: "id", words: "words" },
  "worry-withdrawn": { worryId: "id" },
  "round-started": { roundId: "id", question: "words" },
  "reveal-asked": { roundId: "id" },
  "reveal-put-off": { roundId: "id" },
  "round-revealed": { roundId: "id", askedBy: "id", confirmedBy: "id" },
  "seat-opened": { seat: "id" },
  "seat-claimed": { seat: "id" },
  "balance-told": { rows: { group: "group" } },
  "design-agreed": {},
  "design-unagreed": {},
  imported: { from: "words" },
  exported: { format: "id" },
  "access-contact": {},
  "access-link": {},
  "access-read": {},
  "kept-until": {},
  erased: {},
  "name-taken-out": {},
  ended: {},
}

type Texts = Text | { readonly [key: string]: Texts }
/** A newer server's events may be in a file that was brought here: nothing is known of those. */
const textsOf = ({ type }: SessionEvent): Texts => (EVENT_TEXTS as { readonly [type: string]: Texts })[type] ?? {}

/** All of people's words in it. `part`: the field, or the kind of thing it is the field of ("needs", of a stage's question). */
export function wordsIn(event: SessionEvent): { part: string; text: string }[] {
  const found: { part: string; text: string }[] = []
  walked(event, textsOf(event), "", (text, part) => {
    found.push({ part, text })
    return text
  })
  return found
}

/** The same event with all of people's words put otherwise. */
export const reworded = (event: SessionEvent, reword: (text: string) => string): SessionEvent =>
  walked(event, textsOf(event), "", reword) as SessionEvent

function walked(value: unknown, texts: Texts, part: string, visit: (text: string, part: string) => string): unknown {
  if (typeof value === "string") return texts === "words" ? visit(value, part) : value
  if (Array.isArray(value)) return value.map((one) => walked(one, texts, part, visit))
  if (typeof value !== "object" || value === null || typeof texts === "string") return value
  const { kind } = value as { kind?: unknown }
  const inside = Object.entries(value).map(([key, one]) => {
    const of = texts[key]
    return [key, of === undefined ? one : walked(one, of, typeof kind === "string" ? kind : key, visit)]
  })
  return Object.fromEntries(inside)
}
