// Who is where in a text: the room's one door for presence. Decides whose claim counts, and has two kinds of phones told, each at its own
// rate: stock ones by awareness frames, ours by presence frames a quarter as long. Names are not here. Timers are arguments.
import type { Connection } from "./connection.ts"
import { PresenceOutlet } from "./presence-outlet.ts"
import { decodeAwareness, isEcho, PresenceStates, type AwarenessClaim, type PresenceState } from "./presence-states.ts"
import { encodeAwareness, encodeAwarenessUpdate, encodePresence } from "./wire.ts"

/** Unowned ids a seat may take by presence alone while a room is open: what keeps the list of owners from growing for ever. */
const CLAIMS_A_SEAT = 256

type PresenceDeskDeps = {
  connections: ReadonlySet<Connection>
  later(ms: number, work: () => void): () => void
  ownerOf(clientId: number): string | undefined
  own(clientId: number, seat: string): void
}

export class PresenceDesk {
  readonly #deps: PresenceDeskDeps
  readonly #states = new PresenceStates()
  readonly #ours: PresenceOutlet
  readonly #stock: PresenceOutlet
  /** Of whom our phones were told which index they have, and not yet that they are gone. */
  readonly #named = new WeakSet<PresenceState>()
  readonly #claims = new Map<string, number>()

  constructor(deps: PresenceDeskDeps) {
    this.#deps = deps
    const shared = { connections: deps.connections, later: deps.later, onTold: (state: PresenceState) => this.#told(state) }
    this.#ours = new PresenceOutlet({
      ...shared,
      wants: (connection) => connection.speaksEvenboard && !connection.readsOnly,
      encodeWhole: () => this.#encodeWholeForOurs(),
      encodeChanges: (states) => this.#encodeForOurs(states),
    })
    this.#stock = new PresenceOutlet({
      ...shared,
      wants: (connection) => !connection.speaksEvenboard,
      encodeWhole: () => encodeAwareness(encodeAwarenessUpdate(this.#states.up())),
      encodeChanges: (states) => encodeAwareness(encodeAwarenessUpdate(states)),
    })
  }

  receive(connection: Connection, update: Uint8Array): void {
    if (!this.#deps.connections.has(connection)) return // a state of one who has left would stay for ever
    const claims = decodeAwareness(update)
    if (!claims) return connection.close("malformed")
    if (connection.isQuiet) return
    for (const claim of claims) if (this.#isTheirs(connection, claim)) this.#change(this.#states.set(connection, connection.seat, claim))
  }

  /** It stays, and is nowhere. */
  takeDown(connection: Connection): void {
    for (const state of this.#states.leave(connection)) this.#change(state)
  }

  leave(connection: Connection): void {
    this.takeDown(connection)
    this.#outletOf(connection).leave(connection)
  }

  /** Everybody's state to one who came, or asks. */
  tell(connection: Connection): void {
    if (!this.#deps.connections.has(connection)) return // one who has left would be kept for ever
    if (connection.readsOnly) return // who is where is for those who take part
    this.#outletOf(connection).tell(connection)
  }

  stop(): void {
    this.#ours.stop()
    this.#stock.stop()
  }

  #isTheirs(connection: Connection, claim: AwarenessClaim): boolean {
    const owner = this.#deps.ownerOf(claim.clientId)
    // The stock client sends back every state it hears, and takes down those it no longer hears: other people's are no claim.
    if (owner !== undefined) return owner === connection.seat
    if (isEcho(claim, connection.seat)) return false
    const claims = (this.#claims.get(connection.seat) ?? 0) + 1
    if (claims > CLAIMS_A_SEAT || !connection.mayClaimId()) return false
    this.#claims.set(connection.seat, claims)
    this.#deps.own(claim.clientId, connection.seat)
    return true
  }

  #change(state: PresenceState | null): void {
    if (!state) return
    if (state.json === null) this.#named.delete(state)
    this.#ours.change(state)
    this.#stock.change(state)
  }

  /** A state that is down is forgotten once both kinds know; until then its index stands for nobody else. */
  #told(state: PresenceState): void {
    if (state.json === null && !this.#ours.owes(state) && !this.#stock.owes(state)) this.#states.forget(state)
  }

  #encodeWholeForOurs(): Uint8Array {
    const up = this.#states.up()
    return encodePresence({ isWhole: true, named: up, moved: up, gone: [] })
  }

  #encodeForOurs(states: readonly PresenceState[]): Uint8Array {
    const moved = states.filter((state) => state.json !== null)
    const named = moved.filter((state) => !this.#named.has(state))
    for (const state of named) this.#named.add(state)
    return encodePresence({ isWhole: false, named, moved, gone: states.filter((state) => state.json === null) })
  }

  #outletOf(connection: Connection): PresenceOutlet {
    return connection.speaksEvenboard ? this.#ours : this.#stock
  }
}
