// One of the many who takes everything in: a phone with a real Doc, which says how long each keystroke took to arrive and that none is missing.
import * as Y from "yjs"
import type { Phone } from "./phone.ts"

/** When each keystroke of each writer was sent, and the clock it brings. */
export type Sent = { clientId: number; clocks: number[]; at: number[] }

export class Witness {
  readonly doc = new Y.Doc()
  /** Milliseconds from sending to seeing, for keystrokes sent at or after `countFrom`. */
  readonly delays: number[] = []
  countFrom = 0
  readonly #sent: readonly Sent[]
  readonly #seen: number[]
  readonly #waiting: (() => void)[] = []

  constructor(phone: Phone, sent: readonly Sent[]) {
    this.#sent = sent
    this.#seen = sent.map(() => 0)
    phone.listener = (frame, at) => {
      const read = phone.seat.dialect.read(frame)
      if (read.type !== "update" && read.type !== "step-2") return
      Y.applyUpdate(this.doc, read.body)
      this.#look(at)
    }
  }

  #look(now: number): void {
    for (const [writer, { clientId, clocks, at }] of this.#sent.entries()) {
      const state = Y.getState(this.doc.store, clientId)
      let seen = this.#seen[writer] ?? 0
      for (; seen < at.length && (clocks[seen] ?? Infinity) <= state; seen++) {
        const sentAt = at[seen] ?? 0
        if (sentAt >= this.countFrom) this.delays.push(now - sentAt)
      }
      this.#seen[writer] = seen
    }
    if (this.hasAll) for (const done of this.#waiting.splice(0)) done()
  }

  get hasAll(): boolean {
    return this.#sent.every(({ at }, writer) => this.#seen[writer] === at.length)
  }

  /** Keystrokes seen of those sent. */
  get seen(): number {
    return this.#seen.reduce((sum, count) => sum + count, 0)
  }

  /** Resolves with true once everything sent by now is here, false when that takes longer than `ms`. */
  async all(ms: number): Promise<boolean> {
    if (this.hasAll) return true
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push(resolve)
    const late = setTimeout(resolve, ms)
    await promise
    clearTimeout(late)
    return this.hasAll
  }
}
