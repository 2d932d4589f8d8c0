// Looking after the log beside a room's turns: is the live Doc what a restart would find, and is the log short? Owns when to look and
// what to do then; knows no connection. Snapshots are made from the log itself, since one of a live Doc gone wrong would make that last.
import { digestOf } from "./digest.ts"
import type { DocStore, StoredDoc } from "./durable.ts"
import type { LiveDoc } from "./live-doc.ts"
import type { Replayed } from "./replay.ts"

/** The live Doc is held against the log this often while it changes. */
const VERIFY_MS = 30_000
/** A log longer than this becomes a snapshot. */
const LONG_ROWS = 2000
const LONG_BYTES = 1024 * 1024
/** A room that closes leaves no longer log than this behind: the next one to open it answers from the snapshot's bytes. */
const SHORT_ROWS = 64
const SHORT_BYTES = 64 * 1024

export type LogCareDeps = {
  board: string
  store: DocStore
  now(): number
  /** Rows a log may have before it becomes a snapshot; tests take fewer. */
  longRows?: number
  /** `replay` of replay.ts, in a thread of its own where there is one. */
  replay(stored: StoredDoc): Promise<Replayed>
  onFault(what: string, error: unknown): void
}

export class LogCare {
  readonly #deps: LogCareDeps
  readonly #onDifference: () => void
  #isLooking = false
  #lookedAtSeq = 0
  #lookedAt = 0

  /** `onDifference`: the live Doc is not what its log says. */
  constructor(deps: LogCareDeps, onDifference: () => void) {
    this.#deps = deps
    this.#onDifference = onDifference
    this.#lookedAt = deps.now() // what was just loaded is the log
  }

  /** Call between turns, while the Doc holds just what is durable: its digest is taken now, the rest runs beside the next turns. */
  look(live: LiveDoc): void {
    const isLong = live.rowsSinceSnapshot >= (this.#deps.longRows ?? LONG_ROWS) || live.bytesSinceSnapshot >= LONG_BYTES
    const isDue = live.seq !== this.#lookedAtSeq && this.#deps.now() - this.#lookedAt >= VERIFY_MS
    if (this.#isLooking || (!isLong && !isDue)) return
    this.#isLooking = true
    this.#lookedAtSeq = live.seq
    this.#lookedAt = this.#deps.now()
    this.#compare(live, { seq: live.seq, digest: digestOf(live.doc), isLong })
      .catch((error: unknown) => this.#deps.onFault("look after the log", error))
      .finally(() => (this.#isLooking = false))
  }

  async #compare(live: LiveDoc, { seq, digest, isLong }: { seq: number; digest: string; isLong: boolean }): Promise<void> {
    const stored = await this.#deps.store.loadDoc(this.#deps.board)
    if (stored.seq !== seq) return
    const replayed = await this.#deps.replay(stored)
    if (replayed.digest !== digest) {
      this.#deps.onFault("digest", new Error(`the live doc differs from its log at ${seq}`))
      this.#onDifference()
    } else if (isLong) await this.#compact(live, seq, replayed.snapshot, [])
  }

  /** From the live Doc, which has let go of the words: the log still holds them. Call inside a turn, after its commit. */
  async forget(live: LiveDoc, noteIds: string[]): Promise<void> {
    await this.#compact(live, live.seq, live.committed.renew(live.doc), noteIds)
  }

  /** Call after the last turn. Reads the log once more; what it cannot do is left for the next load. */
  async close(live: LiveDoc): Promise<void> {
    if (live.rowsSinceSnapshot <= SHORT_ROWS && live.bytesSinceSnapshot <= SHORT_BYTES) return
    try {
      const stored = await this.#deps.store.loadDoc(this.#deps.board)
      await this.#compact(live, stored.seq, (await this.#deps.replay(stored)).snapshot, [])
    } catch (error) {
      this.#deps.onFault("leave a snapshot", error)
    }
  }

  async #compact(live: LiveDoc, uptoSeq: number, snapshot: Uint8Array, forget: string[]): Promise<void> {
    await this.#deps.store.compact(this.#deps.board, uptoSeq, snapshot, forget)
    live.rowsSinceSnapshot = live.seq - uptoSeq
    live.bytesSinceSnapshot = 0
  }
}
