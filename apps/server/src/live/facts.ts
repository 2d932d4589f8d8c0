// What the server knows of a note and the doc must not claim: its number, whose words they are, the author's first wording.
// Owns those rules, as a pure fold over changes; knows no Yjs and no storage.
import type { Change, Fact } from "@evenboard/sync"

/** An author who rests this long has said it: the first wording then stands. */
const FIRST_REST_MS = 10_000
/** Changes of one person within this time are one change. */
const CHANGE_REST_MS = 30_000

export type Credit = { author: string; scribe: string | null }

export const newFact = (noteId: string, number: number, credit: Credit, words: string, at: number): Fact => ({
  noteId,
  number,
  ...credit,
  firstWording: words,
  settled: false,
  changes: 0,
  changedBy: null,
  changedAt: at,
})

/** The fact after `seat` changed the words to `words`. `isOwn`: as their author, or as who may type for them at this moment. */
export function afterChange(fact: Fact, { seat, isOwn }: { seat: string; isOwn: boolean }, words: string, at: number): Fact {
  if (!fact.settled && isOwn && at - fact.changedAt < FIRST_REST_MS) return { ...fact, firstWording: words, changedAt: at }
  const changedBy = isOwn ? null : seat
  const goesOn = fact.settled && changedBy === fact.changedBy && at - fact.changedAt < CHANGE_REST_MS && fact.changes > 0
  return { ...fact, settled: true, changes: goesOn ? fact.changes : fact.changes + 1, changedBy, changedAt: at }
}

/** The words a change left, as its JSON tells; empty for anything else. */
export function wordsAfter(change: Change): string {
  const value: unknown = change.after === null ? "" : JSON.parse(change.after)
  if (typeof value === "string") return value
  const text = typeof value === "object" && value !== null && "text" in value ? value.text : ""
  return typeof text === "string" ? text : ""
}

/** True when other people would see a difference; while somebody types their first wording nobody does. */
export const looksDifferent = (a: Fact | undefined, b: Fact): boolean =>
  !a || a.author !== b.author || a.scribe !== b.scribe || a.settled !== b.settled || a.changes !== b.changes || a.changedBy !== b.changedBy
