// What must hold of any run, whatever was cut, killed or refused: one checker for every fault test.
//   acked ⊆ final      what a phone was told is saved is in the board at the end, and after every kill
//   seen ⊆ committed   nothing reaches another phone before it is durable
//   equal              at the end every phone and the store hold the same board
//   owner              every client id belongs to the seat that wrote under it
//   refused            no honest phone is closed, and no honest frame is refused for good
import * as Y from "yjs"
import type { MemoryStore } from "./memory-store.ts"
import type { Phone } from "./phone.ts"

export type Fault = { law: "acked" | "seen" | "equal" | "owner" | "refused"; what: string }

/** Client id → clock. */
const vectorOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc))
const contentOf = (doc: Y.Doc): string => JSON.stringify([doc.getText("text").toDelta(), sorted(doc.getMap("notes").toJSON())])
const sorted = (value: Record<string, unknown>): [string, unknown][] => Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))

export class History {
  readonly faults: Fault[] = []
  readonly #store: MemoryStore
  readonly #board: string
  /** Client id → the highest clock some phone was told is saved. */
  readonly #acked = new Map<number, number>()
  readonly #writers = new Map<number, string>()

  constructor(store: MemoryStore, board: string) {
    this.#store = store
    this.#board = board
  }

  /** A phone was told that everything up to these clocks is saved. */
  acked(clocks: ReadonlyMap<number, number>): void {
    for (const [clientId, clock] of clocks) this.#acked.set(clientId, Math.max(clock, this.#acked.get(clientId) ?? 0))
  }

  wrote(seat: string, clientId: number): void {
    this.#writers.set(clientId, seat)
  }

  /** Call after a phone has read. */
  seen(phone: Phone, ownIds: ReadonlySet<number>): void {
    const heads = this.#store.kept(this.#board).heads
    for (const [clientId, clock] of vectorOf(phone.doc)) {
      if (ownIds.has(clientId)) continue
      const durable = heads.get(clientId)?.clock ?? 0
      if (clock > durable) this.faults.push({ law: "seen", what: `${phone.seat} holds ${clientId}@${clock}, durable is ${durable}` })
    }
  }

  /** Call after a kill, with what a restart finds. */
  survived(stored: Y.Doc): void {
    const vector = vectorOf(stored)
    for (const [clientId, clock] of this.#acked) {
      if ((vector.get(clientId) ?? 0) < clock)
        this.faults.push({ law: "acked", what: `${clientId}@${clock} was saved, ${vector.get(clientId) ?? 0} is there` })
    }
  }

  /** Call at the end, when everything has been delivered. */
  ended(phones: readonly Phone[], stored: Y.Doc): void {
    this.survived(stored)
    const expected = contentOf(stored)
    if (expected.includes("FORGED")) this.faults.push({ law: "owner", what: "forged words stand on the board" })
    for (const phone of phones) {
      if (phone.closed && phone.closed !== "try-later")
        this.faults.push({ law: "refused", what: `${phone.seat} was closed: ${phone.closed}` })
      const refused = phone.nacks.find(({ reason }) => reason === "refused" || reason === "too-large")
      if (refused) this.faults.push({ law: "refused", what: `${phone.seat} frame ${refused.frame}: ${refused.reason}` })
      if (phone.closed) continue
      if (contentOf(phone.doc) !== expected)
        this.faults.push({ law: "equal", what: `${phone.seat} ${contentOf(phone.doc)} but stored ${expected}` })
    }
    for (const [clientId, { seat }] of this.#store.kept(this.#board).heads) {
      const writer = this.#writers.get(clientId)
      if (writer !== undefined && writer !== seat)
        this.faults.push({ law: "owner", what: `${clientId} was ${writer}'s, stands as ${seat}'s` })
    }
  }
}
