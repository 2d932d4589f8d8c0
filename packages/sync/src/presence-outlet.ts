// Gives presence out to the connections of one kind, all at one rate: what changed as the same bytes to each, and everything to whoever
// is new or missed some. Owns the rate and the byte budget of a receiver; what the bytes are is an argument, and so is the timer.
import type { Connection } from "./connection.ts"
import type { PresenceState } from "./presence-states.ts"

/** Sent at most this often, and at most this many bytes a second to one phone: 20 kB with what else it hears in a hall. */
const SEND_MS = 100
const BYTES_PER_S = 18_000
/** Characters of JSON of one connection's states that one sending takes; the rest waits for the next, so that nobody slows a hall. */
const SHARE = 2048
/** A phone with more than this waiting gets no presence. */
const SLOW_BYTES = 1024 * 1024

type OutletDeps = {
  connections: ReadonlySet<Connection>
  wants(connection: Connection): boolean
  /** Everything, for somebody who may know nothing or something old. */
  encodeWhole(): Uint8Array
  encodeChanges(states: readonly PresenceState[]): Uint8Array
  /** Everybody of this kind has been told of this state, or will be told everything. */
  onTold(state: PresenceState): void
  later(ms: number, work: () => void): () => void
}

export class PresenceOutlet {
  readonly #deps: OutletDeps
  readonly #changed = new Set<PresenceState>()
  /** Those who know everything up to the last sending. The others are owed everything. */
  readonly #current = new Set<Connection>()
  /** Those who were told everything since the last sending: once is enough. */
  readonly #toldWhole = new Set<Connection>()
  #cancel: (() => void) | null = null

  constructor(deps: OutletDeps) {
    this.#deps = deps
  }

  change(state: PresenceState): void {
    this.#changed.add(state)
    this.#schedule(SEND_MS)
  }

  owes(state: PresenceState): boolean {
    return this.#changed.has(state)
  }

  /** Everything to one who came or asks; one who asks again and again is answered with the next sending. */
  tell(connection: Connection): void {
    if (this.#toldWhole.has(connection)) this.#current.delete(connection)
    else {
      this.#toldWhole.add(connection)
      this.#current.add(connection)
      connection.send(this.#deps.encodeWhole())
    }
    this.#schedule(SEND_MS)
  }

  leave(connection: Connection): void {
    this.#current.delete(connection)
    this.#toldWhole.delete(connection)
  }

  stop(): void {
    this.#cancel?.()
  }

  #schedule(ms: number): void {
    this.#cancel ??= this.#deps.later(ms, () => {
      this.#cancel = null
      const sent = this.#send()
      if (sent !== null) this.#schedule(Math.max(SEND_MS, (sent / BYTES_PER_S) * 1000))
    })
  }

  /** Answers the bytes that each was sent; null when nobody is owed anything any more. */
  #send(): number | null {
    this.#toldWhole.clear()
    const listening = [...this.#deps.connections].filter((connection) => this.#deps.wants(connection))
    const states = this.#takeChanges(listening.length === 0)
    const changes = states.length > 0 && listening.length > 0 ? this.#deps.encodeChanges(states) : null
    let whole: Uint8Array | null = null
    for (const connection of listening) {
      if (connection.queuedBytes() >= SLOW_BYTES) this.#current.delete(connection)
      else if (!this.#current.has(connection)) {
        this.#current.add(connection)
        connection.send((whole ??= this.#deps.encodeWhole()))
      } else if (changes) connection.send(changes)
    }
    for (const state of states) this.#deps.onTold(state)
    const isDone = !changes && !whole && this.#changed.size === 0 && listening.every((connection) => this.#current.has(connection))
    return isDone ? null : (changes?.length ?? 0)
  }

  /** What is due now: in the order of change, of each connection its share. What waits stays first for the next time. */
  #takeChanges(takesAll: boolean): PresenceState[] {
    const taken: PresenceState[] = []
    const shares = new Map<object, number>()
    for (const state of this.#changed) {
      const share = (shares.get(state.owner) ?? 0) + (state.json?.length ?? 0)
      if (!takesAll && share > SHARE && state.json !== null) continue
      shares.set(state.owner, share)
      taken.push(state)
    }
    for (const state of taken) this.#changed.delete(state)
    return taken
  }
}
