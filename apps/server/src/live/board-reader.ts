// Reads one live Doc as a board: tells a room what each transaction did (for the ledger), and keeps the facts beside it.
// Made anew with every Doc. Owns the facts in memory; knows no storage and no socket.
import type * as Y from "yjs"
import { boardView, readChanges, takeOutLate, type Board } from "@evenboard/board"
import type { Change, Fact, Reader } from "@evenboard/sync"
import { afterChange, newFact, wordsAfter, type Credit } from "./facts.ts"

/** What people type letter by letter; anything else is an act of its own. */
const TYPED = new Set([
  "words-changed",
  "theme-named",
  "agreement-changed",
  "pledge-changed",
  "action-changed",
  "for-whom-said",
  "sheet-filled",
])

function runOf({ kind, after }: Change): string | null {
  if (!TYPED.has(kind)) return null
  return kind === "sheet-filled" ? `${kind} ${(JSON.parse(after ?? "{}") as { field?: string }).field}` : kind
}

export class BoardReader implements Reader {
  /** Gives the live Doc, which makes it and has us watch it. */
  readonly #doc: () => Y.Doc
  /** Whether this seat may type this one's words now. */
  readonly #mayTypeFor: (scribe: string, author: string) => boolean
  #view: ReturnType<typeof boardView> | null = null
  readonly #facts: Map<string, Fact>
  /** Credits for notes about to be added on somebody's behalf, and first wordings of notes about to come back. */
  readonly #credits = new Map<string, Credit>()
  readonly #wordings = new Map<string, string>()
  #changes: Change[] = []
  #passesOver = false
  #lastNumber: number

  constructor(doc: () => Y.Doc, facts: Fact[], mayTypeFor: (scribe: string, author: string) => boolean) {
    this.#doc = doc
    this.#mayTypeFor = mayTypeFor
    this.#facts = new Map(facts.map((fact) => [fact.noteId, fact]))
    this.#lastNumber = Math.max(0, ...facts.map((fact) => fact.number))
  }

  watch(doc: Y.Doc): void {
    this.#view = boardView(doc)
    this.#view.onChange((before, after) => this.#changes.push(...readChanges(before, after)))
  }

  /** A note that has a number and is not there has gone: out of sight, or with its author's words. */
  settle(transaction: Y.Transaction): void {
    const { notes } = this.board
    takeOutLate(transaction, (noteId) => this.#facts.has(noteId) && !notes.has(noteId))
  }

  /** As the last transaction left it. */
  get board(): Board {
    if (!this.#view) this.#doc()
    if (!this.#view) throw new Error("a live Doc is watched as soon as it is made")
    return this.#view.get()
  }

  get facts(): ReadonlyMap<string, Fact> {
    return this.#facts
  }

  /** A note has, or had, this id; or something else has it, which would be told of, and forgotten, together with a note. */
  isTaken(id: string): boolean {
    const { themes, agreements, actions, pledges, suggestions } = this.board
    const things: readonly ReadonlyMap<string, unknown>[] = [this.#facts, themes, agreements, actions, pledges, suggestions]
    return things.some((map) => map.has(id))
  }

  /** The note of this id, when it comes, is `credit.author`'s. */
  creditNext(noteId: string, credit: Credit): void {
    this.#credits.set(noteId, credit)
  }

  /** The note of this id comes back and once began with these words. */
  firstWordingNext(noteId: string, words: string): void {
    this.#wordings.set(noteId, words)
  }

  /** Says whose words a note holds; null when there is no such note. */
  setCredit(noteId: string, credit: Credit): Fact | null {
    const fact = this.#facts.get(noteId)
    return fact ? this.#keep({ ...fact, ...credit }) : null
  }

  rewordFirst(noteId: string, words: string): void {
    const fact = this.#facts.get(noteId)
    if (fact) this.#keep({ ...fact, firstWording: words })
  }

  /** The transaction that runs now is nobody's act: no row tells it, and no fact changes. */
  passOverNext(): void {
    this.#passesOver = true
  }

  clearFirstWording(noteId: string): void {
    const fact = this.#facts.get(noteId)
    if (fact) this.#keep({ ...fact, firstWording: "", settled: true })
  }

  take(seat: string, at: number): ReturnType<Reader["take"]> {
    const changes = this.#passesOver ? [] : this.#changes
    this.#changes = []
    this.#passesOver = false
    const facts = changes.flatMap((change) => this.#factAfter(change, seat, at) ?? [])
    return { ledger: changes.map((change) => ({ ...change, seat, at, run: runOf(change) })), facts }
  }

  #factAfter(change: Change, seat: string, at: number): Fact | null {
    const known = this.#facts.get(change.target)
    if (change.kind === "note-added") return known ? this.#comeBack(known) : this.#add(change, seat, at)
    if (change.kind !== "words-changed" || !known) return null
    const isOwn = seat === known.author || (seat === known.scribe && this.#mayTypeFor(seat, known.author))
    return this.#keep(afterChange(known, { seat, isOwn }, wordsAfter(change), at))
  }

  #add(change: Change, seat: string, at: number): Fact {
    const credit = this.#credits.get(change.target) ?? { author: seat, scribe: null }
    this.#credits.delete(change.target)
    this.#lastNumber += 1
    return this.#keep(newFact(change.target, this.#lastNumber, credit, wordsAfter(change), at))
  }

  #comeBack(known: Fact): Fact | null {
    const wording = this.#wordings.get(known.noteId)
    this.#wordings.delete(known.noteId)
    return wording === undefined ? null : this.#keep({ ...known, firstWording: wording })
  }

  #keep(fact: Fact): Fact {
    this.#facts.set(fact.noteId, fact)
    return fact
  }

  destroy(): void {
    this.#view?.destroy()
  }
}
