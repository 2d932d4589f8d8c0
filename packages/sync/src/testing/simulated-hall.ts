// The simulation's hall: a room whose process can be killed, whose disk can fill and forget, and which can be built wrongly on purpose.
// Owns the faults; what the phones do stands in simulation.ts.
import * as Y from "yjs"
import type { DocStore } from "../durable.ts"
import { Room, type RoomDeps } from "../room.ts"
import { Hall } from "./hall.ts"
import { MemoryStore } from "./memory-store.ts"
import type { Phone } from "./phone.ts"
import type { Random } from "./random.ts"

/** A wrong way of building it; the checker must notice each. */
export type Mutant = "ack-before-commit" | "synchronous-off" | "no-guard" | "no-compare-and-set" | "shared-client-id"

/** The hall, with its disk and its mutants. */
export class SimulatedHall extends Hall {
  #life = { isAlive: true }
  override readonly store: LossyStore

  constructor(random: Random, mutant: Mutant | undefined) {
    super(() => random.next())
    this.store = new LossyStore(mutant)
    if (mutant === "no-guard") this.check = (doc, update) => ({ type: "ok", update, heads: headsIn(doc, update) })
  }

  /** Each process reaches the store over a line of its own, which a kill cuts: what was on its way is never heard of again. */
  override deps(): RoomDeps {
    return { ...super.deps(), store: this.#lineToStore() }
  }

  #lineToStore(): DocStore {
    const life = this.#life
    const whileAlive = <T>(work: () => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        if (!life.isAlive) return
        work().then(
          (value) => life.isAlive && resolve(value),
          (error: unknown) => life.isAlive && reject(error),
        )
      })
    return {
      loadDoc: (board) => whileAlive(() => this.store.loadDoc(board)),
      commit: (board, commit) => whileAlive(() => this.store.commit(board, commit)),
      clientHeads: (board, seat) => whileAlive(() => this.store.clientHeads(board, seat)),
      facts: (board) => whileAlive(() => this.store.facts(board)),
      compact: (board, uptoSeq, snapshot, forget) => whileAlive(() => this.store.compact(board, uptoSeq, snapshot, forget)),
    }
  }

  /** As on loading a page: the id is the seat's before it is used. */
  lease(seat: string, clientId: number): void {
    const { heads } = this.store.kept("b")
    if (!heads.has(clientId)) heads.set(clientId, { clientId, seat, clock: 0 })
  }

  kill(): void {
    this.#life.isAlive = false
    this.#life = { isAlive: true }
    this.store.failure = null
    this.store.loseUnsynced()
  }

  heal(): void {
    this.store.failure = null
  }

  async diskFullFor(ms: number, after: number): Promise<void> {
    await this.clock.pass(after)
    this.store.failure = new Error("disk full")
    this.clock.later(ms, () => (this.store.failure = null))
  }

  /**
   * A second room opens the same board, as two processes might by mistake, and half of the phones are on each for a while. Comparing on
   * commit must keep them from both winning. Then the mistake is noticed: one fresh room for all.
   */
  async twin(phones: readonly Phone[]): Promise<void> {
    this.heal()
    const first = this.room
    const second = await Room.load(this.deps())
    for (const [index, phone] of phones.entries()) {
      if (index % 2 === 0 || !phone.connection) continue
      phone.cut()
      phone.join(second)
    }
    for (let round = 0; round < 6; round++) {
      for (const phone of phones) {
        phone.push()
        phone.read()
      }
      await this.clock.pass(50)
    }
    // Each writes the log anew from what it knows: only who committed in turn knows everything.
    for (const room of [first, second]) room.forget([]).catch(() => undefined)
    await this.clock.pass(50)
    for (const phone of phones) phone.cut()
    this.kill()
    await this.restart()
  }
}

function headsIn(doc: Y.Doc, update: Uint8Array): { clientId: number; from: number; to: number }[] {
  const { structs } = Y.decodeUpdate(update)
  const ends = new Map<number, number>()
  for (const struct of structs) ends.set(struct.id.client, struct.id.clock + struct.length)
  return [...ends].map(([clientId, to]) => ({ clientId, from: Y.getState(doc.store, clientId), to })).filter((head) => head.to > head.from)
}

/** A store that loses, at a kill, what a wrong build would lose. */
class LossyStore extends MemoryStore {
  readonly #mutant: Mutant | undefined
  #unsynced: (() => void)[] = []

  constructor(mutant: Mutant | undefined) {
    super()
    this.#mutant = mutant
    // The commit compares owners too, so without a guard alone nothing would get through.
    this.isUnchecked = mutant === "no-compare-and-set" || mutant === "no-guard"
  }

  override async commit(board: string, commit: Parameters<MemoryStore["commit"]>[1]) {
    const isLate = this.#mutant === "ack-before-commit" || this.#mutant === "synchronous-off"
    if (!isLate) return super.commit(board, commit)
    const before = this.snapshotOf(board)
    const committed = await super.commit(board, commit)
    this.#unsynced.push(() => this.restore(board, before))
    if (this.#unsynced.length > (this.#mutant === "synchronous-off" ? 8 : 2)) this.#unsynced.shift()
    return committed
  }

  /** The power is cut: what the disk never got is gone. */
  loseUnsynced(): void {
    this.#unsynced[0]?.()
    this.#unsynced = []
  }
}
