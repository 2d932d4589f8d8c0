// A board's Doc in memory, as a cache of its log: loading it, guarding and applying what is new, and knowing whose client ids are whose.
// The log's bytes are there at once; the Doc is made of them when somebody first needs it. What is applied goes into a Batch and is not
// durable yet. Thrown away and loaded again by the room whenever it can no longer be trusted. Knows no connection and no time.
import * as Y from "yjs"
import type { Batch } from "./batch.ts"
import { CommittedState } from "./committed-state.ts"
import type { DocStore, Fact, Head, LedgerRow, StoredDoc } from "./durable.ts"
import { checkUpdate, type GuardSchema, type Verdict } from "./guard/guard.ts"
import { withoutGaps } from "./guard/holds.ts"
import { docOf } from "./replay.ts"

/** The owner of client ids that are the server's own. */
export const SERVER_SEAT = "server"

/** A board may grow to this many bytes; past it new words are refused with `too-large`. */
const BOARD_LIMIT_BYTES = 20 * 1024 * 1024
/** Client ids one seat may write under on one board; a page load takes one. */
const CLIENT_IDS_LIMIT = 1024

/** Tells what the last applied transaction did to the board. Made anew with every LiveDoc. */
export type Reader = {
  /** Called once, with the Doc as its log has it, before anything is applied. */
  watch(doc: Y.Doc): void
  /** Called within the transaction of each phone's frame, once it was applied: takes out what may not stand. It may only delete. */
  settle?(transaction: Y.Transaction): void
  take(seat: string, at: number): { ledger: Omit<LedgerRow, "id" | "seq">[]; facts: Fact[] }
  destroy(): void
}

export type LiveDocDeps = {
  board: string
  store: DocStore
  schema: GuardSchema
  /** The guard; tests put a wrong one in its place. */
  check?: typeof checkUpdate
  /** `doc` gives the live Doc, and makes it if nobody needed it before. */
  readerOf(doc: () => Y.Doc, facts: Fact[]): Reader
  /** A random client id of 53 bits. */
  newClientId(): number
  onFault(what: string, error: unknown): void
}

export class LiveDoc {
  /** The log's last seq that this Doc holds. */
  seq: number
  /** The length of each row of the log since its last snapshot, up to `seq`. */
  #rowBytes: number[]
  #bytesSinceSnapshot: number
  readonly committed: CommittedState
  readonly #deps: LiveDocDeps
  readonly #reader: Reader
  readonly #owners: Map<number, string>
  #doc: Y.Doc | null = null
  /** Let go of once the Doc is made. */
  #stored: StoredDoc
  #vector: { seq: number; bytes: Uint8Array } | null = null

  private constructor(deps: LiveDocDeps, stored: StoredDoc, heads: Head[], facts: Fact[]) {
    this.#deps = deps
    this.#stored = stored
    this.#owners = new Map(heads.map((head) => [head.clientId, head.seat]))
    this.#reader = deps.readerOf(() => this.doc, facts)
    this.seq = stored.seq
    this.#rowBytes = stored.updates.map((update) => update.length)
    this.#bytesSinceSnapshot = sum(this.#rowBytes)
    this.committed = new CommittedState(stored)
  }

  /** `before`: the one this takes the place of; whose its client ids are stays so, also where that was never stored. */
  static async load(deps: LiveDocDeps, before?: LiveDoc): Promise<LiveDoc> {
    const { store, board } = deps
    const [stored, heads, facts] = await Promise.all([store.loadDoc(board), store.clientHeads(board), store.facts(board)])
    const live = new LiveDoc(deps, stored, heads, facts)
    for (const [clientId, seat] of before ? before.#owners : []) if (!live.#owners.has(clientId)) live.own(clientId, seat)
    return live
  }

  get isMade(): boolean {
    return this.#doc !== null
  }

  /** Takes a moment when it is asked for first: a tenth of a second for a large board. */
  get doc(): Y.Doc {
    return (this.#doc ??= this.#make())
  }

  #make(): Y.Doc {
    const doc = docOf(this.#stored)
    doc.clientID = this.#deps.newClientId()
    this.#stored = EMPTY
    this.#owners.set(doc.clientID, SERVER_SEAT)
    this.#reader.watch(doc)
    return doc
  }

  /** Made anew only after a commit: a hall that joins asks for it once each. Call between turns. */
  stateVector(): Uint8Array {
    if (this.#vector?.seq !== this.seq) this.#vector = { seq: this.seq, bytes: Y.encodeStateVector(this.doc) }
    return this.#vector.bytes
  }

  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId)
  }

  own(clientId: number, seat: string): void {
    this.#owners.set(clientId, seat)
  }

  /** May this update of this seat be applied? Changes nothing. */
  verdictOn(update: Uint8Array, seat: string): Verdict {
    return this.#judge(() => update, seat)
  }

  /** The verdict on the part of a step 2 that hangs on nothing lost. */
  verdictOnWhatHolds(update: Uint8Array, seat: string): Verdict {
    return this.#judge(() => withoutGaps(this.doc, update), seat)
  }

  /** A guard that throws has met something it did not foresee: that frame is refused, and no other suffers. */
  #judge(take: () => Uint8Array, seat: string): Verdict {
    const check = this.#deps.check ?? checkUpdate
    try {
      const update = take()
      const verdict = check(this.doc, update, seat, { ownerOf: (id) => this.#owners.get(id) }, this.#deps.schema)
      if (verdict.type !== "ok") return verdict
      if (this.committed.bytes + update.length > BOARD_LIMIT_BYTES) return { type: "too-large" }
      return this.#hasRoomFor(verdict.heads, seat) ? verdict : { type: "refused", why: "too many client ids" }
    } catch (error) {
      this.#deps.onFault("guard", error)
      return { type: "malformed", why: "the guard failed" }
    }
  }

  /** A seat may write under so many ids in all: every transaction of a Doc costs in proportion to the ids of everybody. */
  #hasRoomFor(heads: { clientId: number; from: number }[], seat: string): boolean {
    const fresh = heads.filter(({ from }) => from === 0).length
    if (fresh === 0) return true
    let used = 0
    for (const clientId of this.doc.store.clients.keys()) if (this.#owners.get(clientId) === seat) used += 1
    return used + fresh <= CLIENT_IDS_LIMIT
  }

  /** Applies what a verdict allowed. False when the Doc can no longer be trusted. */
  apply(seat: string, verdict: Extract<Verdict, { type: "ok" }>, batch: Batch, at: number): boolean {
    for (const head of verdict.heads) this.own(head.clientId, seat)
    // One transaction for both: what is deleted in the one that brought it is in no update.
    const take = (transaction: Y.Transaction): void => {
      Y.applyUpdate(this.doc, verdict.update)
      this.#reader.settle?.(transaction)
    }
    const applied = this.#transact(seat, batch, at, () => Y.transact(this.doc, take, "phone", false))
    if (applied) for (const head of verdict.heads) batch.moveHead({ ...head, seat })
    return applied
  }

  /** Runs a change of the server's, credited to `seat`. False when it threw, or the Doc can no longer be trusted. */
  edit(seat: string, change: (doc: Y.Doc) => void, batch: Batch, at: number): boolean {
    const { clientID } = this.doc
    const from = Y.getState(this.doc.store, clientID)
    const applied = this.#transact(seat, batch, at, () => this.doc.transact(() => change(this.doc), "server"))
    const to = Y.getState(this.doc.store, clientID)
    if (applied && to > from) batch.moveHead({ clientId: clientID, seat: SERVER_SEAT, from, to })
    return applied
  }

  /** One change of one seat as one transaction; its update, ledger rows and facts go into the batch. */
  #transact(seat: string, batch: Batch, at: number, change: () => void): boolean {
    const collect = (update: Uint8Array): void => batch.addUpdate(update)
    this.doc.on("update", collect)
    try {
      change()
      const { ledger, facts } = this.#reader.take(seat, at)
      batch.record(ledger, facts)
      return this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null
    } catch (error) {
      this.#deps.onFault("apply", error)
      return false
    } finally {
      this.doc.off("update", collect)
    }
  }

  /** What was applied last is durable as log row `seq`. */
  committedAs(seq: number, update: Uint8Array): void {
    this.seq = seq
    this.committed.add(update, seq)
    this.#rowBytes.push(update.length)
    this.#bytesSinceSnapshot += update.length
  }

  get rowsSinceSnapshot(): number {
    return this.#rowBytes.length
  }

  get bytesSinceSnapshot(): number {
    return this.#bytesSinceSnapshot
  }

  /** A snapshot holds the log up to row `uptoSeq`: the rows that came meanwhile still count. */
  snapshotTaken(uptoSeq: number): void {
    const rowsAfter = Math.max(0, this.seq - uptoSeq)
    this.#rowBytes.splice(0, this.#rowBytes.length - rowsAfter)
    this.#bytesSinceSnapshot = sum(this.#rowBytes)
  }

  destroy(): void {
    this.#reader.destroy()
    this.#doc?.destroy()
  }
}

const EMPTY: StoredDoc = { snapshot: null, updates: [], seq: 0 }
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
