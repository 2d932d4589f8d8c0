// My changes until the server says they are durable. Owns which frame of this connection carries which change, and the order of
// acks; writes each change to the device before anything else can go wrong. Knows no socket: it is told what was sent and heard.
//
//   doc update ──► add ──► kept (strict)          frame sent ──► sent(kind)     ack n / nack n ──► removed, or waiting again
import * as Y from "yjs"
import type { NackReason } from "./frames.ts"
import type { Kept, KeptChange } from "./kept.ts"
import type { Pending } from "./save-state.ts"

type Change = Pending & {
  seq: number
  keys: string[]
  /** Left behind by an earlier page, and said again here. */ isOld: boolean
}
/** Which changes a frame carries: every one whose number lies in it. */
type Sent = { from: number; to: number }

type OutboxDeps = { kept: Kept; seat: string; now: () => number; newKey: () => string; changed: () => void }

export class Outbox {
  readonly #deps: OutboxDeps
  readonly #changes = new Map<number, Change>()
  #seq = 0
  #sent: Sent[] = []
  #acked = 0
  #refused = false
  #mayStore = true
  /** Keys of what an earlier page left behind, while it is being said again. */
  #replaying: string[] | null = null
  #waiting: { upTo: number; resolve: () => void }[] = []

  constructor(deps: OutboxDeps) {
    this.#deps = deps
  }

  get pending(): readonly Pending[] {
    return [...this.#changes.values()]
  }
  get refused(): boolean {
    return this.#refused
  }

  /** False from the server's word that it cannot store until its next ack. */
  get mayStore(): boolean {
    return this.#mayStore
  }

  /** A local update, before any frame carries it. */
  add(update: Uint8Array): void {
    const seq = ++this.#seq
    const change: Change = {
      seq,
      at: this.#deps.now(),
      update,
      keys: this.#replaying ?? [this.#deps.newKey()],
      kept: "writing",
      isOld: this.#replaying !== null,
    }
    this.#changes.set(seq, change)
    if (this.#replaying) change.kept = "written"
    else void this.#keep(change)
    this.#deps.changed()
  }

  /**
   * What an earlier page left, shown at once with the copy of the board. It is in the doc before the line opens, so the first answer to
   * the server's step 1 carries it.
   */
  restore(doc: Y.Doc, left: readonly KeptChange[]): void {
    for (const { key, update } of left) {
      const seq = ++this.#seq
      this.#changes.set(seq, { seq, at: this.#deps.now(), update, keys: [key], kept: "written", isOld: true })
      Y.applyUpdate(doc, update, "copy")
    }
  }

  /** The device may keep now what it would not before. */
  keepAgain(): void {
    for (const change of this.#changes.values()) if (change.kept === "failed") void this.#keep(change)
  }

  async #keep(change: Change): Promise<void> {
    const [key = ""] = change.keys
    change.kept = "writing"
    try {
      await this.#deps.kept.putChange({ key, seat: this.#deps.seat, update: change.update, at: change.at })
      change.kept = "written"
      // The ack may have come while the disk was writing.
      if (!this.#changes.has(change.seq) && !this.#refused) await this.#deps.kept.remove(change.keys)
    } catch {
      change.kept = "failed"
    }
    this.#deps.changed()
  }

  /** A new connection counts its frames from one. */
  opened(): void {
    this.#sent = []
    this.#acked = 0
  }

  /** A frame went out: 2 carries the newest change only, 1 everything the server lacks. */
  sent(kind: 1 | 2): void {
    this.#sent.push({ from: kind === 2 ? this.#seq : 0, to: this.#seq })
  }

  acked(count: number): void {
    this.#mayStore = true
    for (; this.#acked < Math.min(count, this.#sent.length); this.#acked++) {
      const frame = this.#sent[this.#acked]
      if (frame) this.#settle(frame)
    }
    this.#deps.changed()
  }

  #settle({ from, to }: Sent): void {
    const keys: string[] = []
    for (const [seq, change] of this.#changes) {
      if (seq < from || seq > to) continue
      this.#changes.delete(seq)
      if (change.kept === "written") keys.push(...change.keys)
    }
    if (keys.length > 0) void this.#deps.kept.remove(keys).catch(() => {})
    const oldest = Math.min(...this.#changes.keys())
    this.#waiting = this.#waiting.filter((waiting) => waiting.upTo >= oldest || (waiting.resolve(), false))
  }

  /** Nothing of this frame is durable. A gap heals by itself; a refusal never will, and people are told. */
  nacked(number: number, reason: NackReason): void {
    const frame = this.#sent[number - 1]
    if (!frame) return
    this.#sent[number - 1] = { from: 1, to: 0 }
    if (reason === "refused" || reason === "too-large") this.#giveUp(frame)
    if (reason === "read-only") this.#mayStore = false
    this.#deps.changed()
  }

  /**
   * What is refused on a second page too would be refused on every page: it is said once more that it is not kept, and let go. A frame
   * that carries nothing of mine loses nothing: after the workshop has ended, each page's first one is refused.
   */
  #giveUp({ from, to }: Sent): void {
    const lost = [...this.#changes.values()].filter(({ seq }) => seq >= from && seq <= to)
    if (lost.length === 0) return
    this.#refused = true
    const keys = lost.filter(({ isOld }) => isOld).flatMap((change) => change.keys)
    if (keys.length > 0) void this.#deps.kept.remove(keys).catch(() => {})
  }

  /** Resolves when everything of mine until now is durable. */
  settled(): Promise<void> {
    if (this.#changes.size === 0) return Promise.resolve()
    const upTo = this.#seq
    return new Promise((resolve) => this.#waiting.push({ upTo, resolve }))
  }

  /**
   * After the first sync: says again what an earlier page of this seat could not get acked. What the server knows by now makes no
   * update and is forgotten; what misses its base stays on the device for another time.
   */
  async replay(doc: Y.Doc): Promise<void> {
    const left = await this.#deps.kept.changes(this.#deps.seat).catch(() => [])
    const own = new Set([...this.#changes.values()].flatMap((change) => change.keys))
    const old = left.filter((change) => !own.has(change.key))
    if (old.length === 0) return
    const before = this.#seq
    this.#replaying = old.map((change) => change.key)
    try {
      Y.applyUpdate(doc, Y.mergeUpdates(old.map((change) => change.update)), "replay")
    } finally {
      this.#replaying = null
    }
    if (this.#seq === before && doc.store.pendingStructs === null)
      await this.#deps.kept.remove(old.map((change) => change.key)).catch(() => {})
  }
}
