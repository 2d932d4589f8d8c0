// Who is where in a text, as the server tells it: what a phone may say of itself, and the last state of each client id. The seat comes
// from the connection, never from the bytes. Knows no frame that goes out, no time and no room.
import * as decoding from "lib0/decoding"
import type { AnyEncodable } from "lib0/encoding"

/** Characters of JSON a state may have as we make it; a cursor that makes it longer is left out. */
const STATE_LIMIT = 1024
/** Bytes one state may have as it comes in: a stock client sends back what we made, in JSON of its own. */
const INCOMING_STATE_BYTES = 4 * STATE_LIMIT
/** States one frame may carry: a stock client in a full hall sends back everybody's at once. */
const INCOMING_STATES = 2000
const CURSOR_DEPTH = 16
/** States one connection may have up at a time. A page has one. */
const STATES_A_CONNECTION = 32

export type AwarenessClaim = { clientId: number; clock: number; state: { cursor?: unknown; seat?: unknown } | null }

/** One client id as long as anybody may think that it is here. */
export type PresenceState = {
  readonly clientId: number
  readonly seat: string
  /** Stands for client id and seat in presence frames. Nobody else has it before everybody was told that this one is gone. */
  readonly index: number
  /** The client's own, so that its echo means nothing to it. */
  clock: number
  /** `undefined`: none. */
  cursor: AnyEncodable
  /** The whole state for stock clients. `null`: taken down, and not everybody was told. */
  json: string | null
  owner: object
}

/** A state taken down, or one we made for another seat ourselves: nobody says with it that the id is theirs. */
export const isEcho = ({ state }: AwarenessClaim, seat: string): boolean =>
  state === null || (typeof state.seat === "string" && state.seat !== seat)

/** Decodes a y-protocols awareness update; null when malformed or over the bounds. */
export function decodeAwareness(update: Uint8Array): AwarenessClaim[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > INCOMING_STATES) return null
    const claims: AwarenessClaim[] = []
    for (let i = 0; i < count; i++) claims.push(readClaim(decoder))
    return decoding.hasContent(decoder) ? null : claims
  } catch {
    return null
  }
}

function readClaim(decoder: decoding.Decoder): AwarenessClaim {
  const clientId = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  const from = decoder.pos
  const json = decoding.readVarString(decoder)
  if (decoder.pos - from > INCOMING_STATE_BYTES) throw new Error("a state too large")
  const state: unknown = JSON.parse(json)
  return { clientId, clock, state: typeof state === "object" && state !== null ? state : null }
}

/** Plain JSON of bounded depth, without the one key that would give a reader's object another prototype. */
const isPlain = (value: unknown, depth = CURSOR_DEPTH): value is AnyEncodable =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && !Object.hasOwn(value, "__proto__") && Object.values(value).every((one) => isPlain(one, depth - 1)))

/** What is told of a claim: its cursor, if that is fit to be told, beside the seat. */
function made(seat: string, said: { cursor?: unknown }): { cursor: AnyEncodable; json: string } {
  const bare = { cursor: undefined, json: JSON.stringify({ seat }) }
  if (!Object.hasOwn(said, "cursor") || !isPlain(said.cursor)) return bare
  const json = JSON.stringify({ seat, cursor: said.cursor })
  return json.length > STATE_LIMIT ? bare : { cursor: said.cursor, json }
}

export class PresenceStates {
  readonly #states = new Map<number, PresenceState>()
  readonly #held = new Map<object, Set<PresenceState>>()
  readonly #freeIndexes: number[] = []
  #indexes = 0

  /** Every state that is up. */
  up(): PresenceState[] {
    return [...this.#states.values()].filter((state) => state.json !== null)
  }

  /** Takes one checked claim of `seat` over the connection `owner`. Answers what changed; null when nothing did. */
  set(owner: object, seat: string, claim: AwarenessClaim): PresenceState | null {
    const known = this.#states.get(claim.clientId)
    if (known && claim.clock < known.clock) return null
    if (claim.state === null) return known && known.json !== null ? this.#takeDown(known, claim.clock) : null
    const held = this.#heldBy(owner)
    if (!(known && held.has(known)) && held.size >= STATES_A_CONNECTION) return null
    const state = known ?? this.#open(claim.clientId, seat, owner)
    if (state.owner !== owner) this.#letGo(state)
    held.add(state)
    return Object.assign(state, { clock: claim.clock, owner, ...made(seat, claim.state) })
  }

  /** The connection is gone. Answers its states, taken down. */
  leave(owner: object): PresenceState[] {
    const left = [...(this.#held.get(owner) ?? [])]
    for (const state of left) this.#takeDown(state, state.clock)
    return left
  }

  /** Everybody was told that this state is down. */
  forget(state: PresenceState): void {
    if (this.#states.delete(state.clientId)) this.#freeIndexes.push(state.index)
  }

  #open(clientId: number, seat: string, owner: object): PresenceState {
    const index = this.#freeIndexes.pop() ?? this.#indexes++
    const state: PresenceState = { clientId, seat, index, clock: 0, cursor: undefined, json: null, owner }
    this.#states.set(clientId, state)
    return state
  }

  #takeDown(state: PresenceState, clock: number): PresenceState {
    this.#letGo(state)
    return Object.assign(state, { clock, cursor: undefined, json: null })
  }

  #heldBy(owner: object): Set<PresenceState> {
    const held = this.#held.get(owner) ?? new Set<PresenceState>()
    this.#held.set(owner, held)
    return held
  }

  #letGo(state: PresenceState): void {
    const held = this.#held.get(state.owner)
    held?.delete(state)
    if (held?.size === 0) this.#held.delete(state.owner)
  }
}
