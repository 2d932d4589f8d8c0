// What is durable, on its way to the hall: commits are gathered for a moment and go out as one frame, the same bytes to every phone.
// Owns that moment. Knows no Doc; whatever it is given is committed already.
import type { Connection } from "./connection.ts"
import { mergeAll } from "./merge.ts"
import { encodeUpdate } from "./wire.ts"

type RelayDeps = {
  connections: ReadonlySet<Connection>
  now(): number
  later(ms: number, work: () => void): () => void
}

export class Relay {
  readonly #deps: RelayDeps
  #waiting: Uint8Array[] = []
  #cancel: (() => void) | null = null
  #sentAt = -Infinity

  constructor(deps: RelayDeps) {
    this.#deps = deps
  }

  /** An update that was just committed: goes out at once after silence, else with the next frame. */
  add(update: Uint8Array): void {
    this.#waiting.push(update)
    if (this.#cancel) return
    const wait = this.#sentAt + gatherMs(this.#deps.connections.size) - this.#deps.now()
    if (wait <= 0) this.flush()
    else this.#cancel = this.#deps.later(wait, () => this.flush())
  }

  /** Sends what waits, now. */
  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    const updates = this.#waiting.splice(0)
    if (updates.length === 0) return
    this.#sentAt = this.#deps.now()
    const frame = encodeUpdate(mergeAll(updates))
    for (const connection of this.#deps.connections) connection.send(frame)
  }
}

/**
 * How long commits are gathered, ms: longer the more phones each frame reaches, since what a frame costs is mostly its writes and its
 * waking. At 300 phones that is 60 ms, about 5,000 writes a second: too short to be seen on somebody else's screen.
 */
const gatherMs = (connections: number): number => (connections <= 25 ? 8 : Math.min(100, Math.max(40, connections / 5)))
