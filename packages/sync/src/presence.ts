// Who is where in a text, for stock clients and long-text carets. Owns the last state of each client id, re-made by the server: the seat
// comes from the connection, never from the bytes; and how often it is sent. Names are not here. Timers are arguments.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import type { Connection } from "./connection.ts"
import { encodeAwareness } from "./wire.ts"

/** Bytes of JSON one state may hold, and states one frame may carry: a stock client in a full hall sends back everybody's at once. */
const STATE_LIMIT_BYTES = 1024
const STATES_LIMIT = 2000

type State = { clock: number; json: string; owner: object }
export type AwarenessClaim = { clientId: number; clock: number; state: { cursor?: unknown; seat?: unknown } | null }

/** A state taken down, or one we made for another seat ourselves: nobody says with it that the id is theirs. */
export const isEcho = ({ state }: AwarenessClaim, seat: string): boolean =>
  state === null || (typeof state.seat === "string" && state.seat !== seat)

/** Decodes a y-protocols awareness update; null when malformed or over the bounds. */
export function decodeAwareness(update: Uint8Array): AwarenessClaim[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > STATES_LIMIT) return null
    const claims: AwarenessClaim[] = []
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (json.length > STATE_LIMIT_BYTES) return null
      const state: unknown = JSON.parse(json)
      claims.push({ clientId, clock, state: typeof state === "object" && state !== null ? state : null })
    }
    return decoding.hasContent(decoder) ? null : claims
  } catch {
    return null
  }
}

export class Presence {
  readonly #states = new Map<number, State>()
  readonly #changed = new Set<number>()

  /** Takes one checked claim of `seat` over the connection `owner`. The clock stays the client's, so that its own echo means nothing to it. */
  set(owner: object, seat: string, claim: AwarenessClaim): void {
    const known = this.#states.get(claim.clientId)
    if (known && claim.clock < known.clock) return
    const cursor = claim.state && Object.hasOwn(claim.state, "cursor") ? { cursor: claim.state.cursor } : {}
    this.#states.set(claim.clientId, { clock: claim.clock, json: claim.state ? JSON.stringify({ seat, ...cursor }) : "null", owner })
    this.#changed.add(claim.clientId)
  }

  /** The connection is gone: its states are taken down. */
  leave(owner: object): void {
    for (const [clientId, state] of this.#states) {
      if (state.owner !== owner || state.json === "null") continue
      this.#states.set(clientId, { ...state, clock: state.clock + 1, json: "null" })
      this.#changed.add(clientId)
    }
  }

  /** What changed since the last call as one awareness update, or null. States taken down are forgotten after it. */
  takeChanges(): Uint8Array | null {
    if (this.#changed.size === 0) return null
    const update = this.#encode([...this.#changed])
    for (const clientId of this.#changed) if (this.#states.get(clientId)?.json === "null") this.#states.delete(clientId)
    this.#changed.clear()
    return update
  }

  /** Everybody's state, for somebody who just came. Null when nobody has one. */
  all(): Uint8Array | null {
    return this.#states.size > 0 ? this.#encode([...this.#states.keys()]) : null
  }

  #encode(clientIds: number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clientIds.length)
      for (const clientId of clientIds) {
        const state = this.#states.get(clientId)
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, state?.clock ?? 0)
        encoding.writeVarString(encoder, state?.json ?? "null")
      }
    })
  }
}

/** Sent at most this often, and at most this many bytes a second to one phone. */
const SEND_MS = 100
const BYTES_PER_S = 20_000
/** A phone with more than this waiting gets no presence. */
const SLOW_BYTES = 1024 * 1024

export type PresenceDeskDeps = {
  connections: ReadonlySet<Connection>
  later(ms: number, work: () => void): () => void
  ownerOf(clientId: number): string | undefined
  own(clientId: number, seat: string): void
}

/** Takes presence in, and gives it out to every connection of a room at a fixed rate. */
export class PresenceDesk {
  readonly #deps: PresenceDeskDeps
  readonly #presence = new Presence()
  #cancel: (() => void) | null = null

  constructor(deps: PresenceDeskDeps) {
    this.#deps = deps
  }

  receive(connection: Connection, update: Uint8Array): void {
    const claims = decodeAwareness(update)
    if (!claims) return connection.close("malformed")
    for (const claim of claims) {
      const owner = this.#deps.ownerOf(claim.clientId)
      // The stock client sends back every state it hears, and takes down those it no longer hears: other people's are no claim.
      if (owner === undefined ? isEcho(claim, connection.seat) : owner !== connection.seat) continue
      if (owner === undefined && !connection.mayClaimId()) continue
      this.#deps.own(claim.clientId, connection.seat)
      this.#presence.set(connection, connection.seat, claim)
    }
    this.#schedule(SEND_MS)
  }

  leave(connection: Connection): void {
    this.#presence.leave(connection)
    this.#schedule(SEND_MS)
  }

  /** Everybody's state to one who asks. */
  tell(connection: Connection): void {
    const update = this.#presence.all()
    if (update) connection.send(encodeAwareness(update))
  }

  #schedule(ms: number): void {
    this.#cancel ??= this.#deps.later(ms, () => {
      this.#cancel = null
      const update = this.#presence.takeChanges()
      if (!update) return
      const frame = encodeAwareness(update)
      for (const connection of this.#deps.connections) if (connection.queuedBytes() < SLOW_BYTES) connection.send(frame)
      this.#schedule(Math.max(SEND_MS, (frame.length / BYTES_PER_S) * 1000))
    })
  }

  stop(): void {
    this.#cancel?.()
  }
}
