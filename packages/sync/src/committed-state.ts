// The board's durable state as bytes ready to send, so that a hall that joins at once costs one encoding and not one each, and that the
// first phone after a restart is answered before any Doc is made. Owns the cached frame and the updates since; never shows what is not
// committed.
import * as Y from "yjs"
import type { StoredDoc } from "./durable.ts"
import { mergeAll } from "./merge.ts"
import { encodeStep2, encodeUpdate } from "./wire.ts"

/** Encoded anew at most once per this many bytes of updates. */
const RENEW_BYTES = 64 * 1024

const knowsNothing = (stateVector: Uint8Array): boolean => stateVector.length <= 1

/** One that says it knows nothing need not be read. */
export function isStateVector(bytes: Uint8Array): boolean {
  if (knowsNothing(bytes)) return true
  try {
    Y.decodeStateVector(bytes)
    return true
  } catch {
    return false
  }
}

export class CommittedState {
  #base: Uint8Array
  /** The last log rows that the base, and that all of this, holds. */
  #baseSeq: number
  #seq: number
  #since: { seq: number; update: Uint8Array }[] = []
  #sinceBytes = 0
  #baseFrame: Uint8Array | null = null

  constructor({ snapshot, updates, seq }: StoredDoc) {
    this.#base = snapshot ?? mergeAll([])
    this.#baseSeq = this.#seq = seq - updates.length
    for (const [index, update] of updates.entries()) this.add(update, seq - updates.length + 1 + index)
  }

  /** What was just committed as log row `seq`. */
  add(update: Uint8Array, seq: number): void {
    this.#seq = seq
    this.#since.push({ seq, update })
    this.#sinceBytes += update.length
  }

  /**
   * Takes a snapshot of the log up to row `seq` as the new base: what came after it stays beside it. One older than the base is of no use:
   * it lacks what the base took in since, and may hold words that were taken out of sight since.
   */
  rebase(snapshot: Uint8Array, seq: number): void {
    if (seq < this.#baseSeq) return
    this.#startFrom(snapshot, seq)
    this.#since = this.#since.filter((row) => row.seq > seq)
    this.#sinceBytes = this.#since.reduce((sum, { update }) => sum + update.length, 0)
  }

  /** Takes the doc's state as the new base; call only while the doc holds nothing uncommitted. */
  renew(doc: Y.Doc): Uint8Array {
    this.#startFrom(Y.encodeStateAsUpdate(doc), this.#seq)
    this.#since = []
    this.#sinceBytes = 0
    return this.#base
  }

  /** What the log holds beyond row `seq`, as updates; with what stood before it where they are one by now. */
  since(seq: number): Uint8Array[] {
    const rows = this.#since.filter((row) => row.seq > seq).map(({ update }) => update)
    return seq < this.#baseSeq ? [this.#base, ...rows] : rows
  }

  #startFrom(base: Uint8Array, seq: number): void {
    this.#base = base
    this.#baseSeq = seq
    this.#baseFrame = null
  }

  get bytes(): number {
    return this.#base.length + this.#sinceBytes
  }

  /**
   * Frames that bring a phone with this state vector up to date: perhaps one update, and last the step 2, since a client
   * takes that for everything (what the update hangs on waits in its Doc until then). Asks for the doc only when much has been written
   * since the base was made; null while the doc may hold anything uncommitted. Takes what `isStateVector`.
   */
  answer(stateVector: Uint8Array, doc: (() => Y.Doc) | null): Uint8Array[] {
    if (doc && this.#sinceBytes > RENEW_BYTES) this.renew(doc())
    const first = knowsNothing(stateVector)
      ? (this.#baseFrame ??= encodeStep2(this.#base))
      : encodeStep2(Y.diffUpdate(this.#base, stateVector))
    if (this.#since.length === 0) return [first]
    if (this.#since.length > 1)
      this.#since = [{ seq: this.#since.at(-1)?.seq ?? 0, update: mergeAll(this.#since.map(({ update }) => update)) }]
    return [...this.#since.map(({ update }) => encodeUpdate(update)), first]
  }
}
