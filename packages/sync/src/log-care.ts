// Looking after the log beside a room's turns: is the live Doc what a restart would find, and is the log short? Owns when to look and
// what to do then; knows no connection. Snapshots are made from the log itself, since one of a live Doc gone wrong would make that last.
import { digestOf } from "./digest.ts"
import type { DocStore, StoredDoc } from "./durable.ts"
import type { LiveDoc } from "./live-doc.ts"
import type { Replayed } from "./replay.ts"

/** The live Doc is held against the log this often while it changes. */
const VERIFY_MS = 30_000
/** A log longer than this becomes a snapshot even while people write. */
const LONG_ROWS = 2000
const LONG_BYTES = 1024 * 1024
/** One longer than this does when nobody has written for a moment, or when the room closes: a hall that joins then is sent the snapshot as it is. */
const SHORT_BYTES = 64 * 1024
const QUIET_MS = 1_000

export type LogCareDeps = {
  board: string
  store: DocStore
  now(): number
  /** Runs `work` after `ms`; the answer cancels it. */
  later(ms: number, work: () => void): () => void
  /** Rows a log may have before it becomes a snapshot; tests take fewer. */
  longRows?: number
  /** `replay` of replay.ts, in a thread of its own where there is one. */
  replay(stored: StoredDoc): Promise<Replayed>
  onFault(what: string, error: unknown): void
}

/** What LogCare asks of its room. */
export type Asks = {
  /** Call `look` between two turns. */
  look(): void
  /** The live Doc is not what its log says: load it again. */
  reload(): void
}

export class LogCare {
  readonly #deps: LogCareDeps
  readonly #ask: Asks
  #isLooking = false
  #lookedAtSeq = 0
  #lookedAt: number
  #seenSeq = 0
  #changedAt: number
  #cancelQuiet: (() => void) | null = null
  /** Words were let go and the store failed: its log holds them still. */
  #logHoldsMore = false

  constructor(deps: LogCareDeps, ask: Asks) {
    this.#deps = deps
    this.#ask = ask
    this.#lookedAt = this.#changedAt = deps.now() // what was just loaded is the log
  }

  /** Call between turns, while the Doc holds just what is durable: its digest is taken now, the rest runs beside the next turns. */
  look(live: LiveDoc): void {
    const now = this.#deps.now()
    if (live.seq !== this.#seenSeq) [this.#seenSeq, this.#changedAt] = [live.seq, now]
    const isDue = live.seq !== this.#lookedAtSeq && now - this.#lookedAt >= VERIFY_MS
    const isLong = this.#isLong(live, now - this.#changedAt >= QUIET_MS)
    if (this.#isLooking || (!isLong && !isDue)) return this.#lookAgain(live)
    this.#isLooking = true
    this.#lookedAtSeq = live.seq
    this.#lookedAt = now
    this.#compare(live, { seq: live.seq, digest: digestOf(live.doc), isLong })
      .catch((error: unknown) => this.#deps.onFault("look after the log", error))
      .finally(() => (this.#isLooking = false))
  }

  #isLong({ rowsSinceSnapshot, bytesSinceSnapshot }: LiveDoc, isQuiet: boolean): boolean {
    if (bytesSinceSnapshot > (isQuiet ? SHORT_BYTES : LONG_BYTES)) return true
    return rowsSinceSnapshot >= (this.#deps.longRows ?? LONG_ROWS)
  }

  /** When it may be quiet. */
  #lookAgain(live: LiveDoc): void {
    if (live.bytesSinceSnapshot <= SHORT_BYTES) return
    this.#cancelQuiet ??= this.#deps.later(QUIET_MS, () => {
      this.#cancelQuiet = null
      this.#ask.look()
    })
  }

  async #compare(live: LiveDoc, { seq, digest, isLong }: { seq: number; digest: string; isLong: boolean }): Promise<void> {
    const stored = await this.#deps.store.loadDoc(this.#deps.board)
    if (stored.seq !== seq) return
    const replayed = await this.#deps.replay(stored)
    if (replayed.digest !== digest) {
      this.#deps.onFault("digest", new Error(`the live doc differs from its log at ${seq}`))
      this.#ask.reload()
    } else if (isLong) {
      await this.#compact(live, seq, replayed.snapshot, [])
      live.committed.rebase(replayed.snapshot, seq)
    }
  }

  /** From the live Doc, which has let go of the words: the log still holds them. Call inside a turn, after its commit. */
  async forget(live: LiveDoc, noteIds: string[]): Promise<void> {
    this.#logHoldsMore = true
    await this.#compact(live, live.seq, live.committed.renew(live.doc), noteIds)
    this.#logHoldsMore = false
  }

  /** Call with a live Doc read anew, before anybody is answered from it: joiners are sent the Doc, not a log that holds what was let go. */
  readAnew(live: LiveDoc): void {
    if (this.#logHoldsMore) live.committed.renew(live.doc)
  }

  /** Call after the last turn. What it cannot do is left for the next load. */
  async close(live: LiveDoc): Promise<void> {
    this.#cancelQuiet?.()
    if (live.bytesSinceSnapshot <= SHORT_BYTES) return
    try {
      const stored = await this.#deps.store.loadDoc(this.#deps.board)
      await this.#compact(live, stored.seq, (await this.#deps.replay(stored)).snapshot, [])
    } catch (error) {
      this.#deps.onFault("leave a snapshot", error)
    }
  }

  async #compact(live: LiveDoc, uptoSeq: number, snapshot: Uint8Array, forget: string[]): Promise<void> {
    await this.#deps.store.compact(this.#deps.board, uptoSeq, snapshot, forget)
    live.snapshotTaken(uptoSeq)
  }
}
