// A room with phones on a fake clock and a memory store: what most tests of sync stand on.
import type * as Y from "yjs"
import type { Fact, LedgerRow } from "../durable.ts"
import { docOf, replay } from "../replay.ts"
import type { Reader } from "../live-doc.ts"
import { Room, type RoomDeps } from "../room.ts"
import { FakeClock } from "./clock.ts"
import { MemoryStore } from "./memory-store.ts"
import type { Phone } from "./phone.ts"
import { PLAIN_SCHEMA } from "./schema.ts"

/** Tells every transaction as one ledger row without reading it. */
const plainReader = (): Reader => {
  let changed = 0
  let stop = (): void => undefined
  const count = (): void => void (changed += 1)
  return {
    watch: (doc) => {
      doc.on("afterTransaction", count)
      stop = () => doc.off("afterTransaction", count)
    },
    take: (seat, at) => {
      const ledger = changed > 0 ? [{ kind: "changed", target: "board", chars: 0, before: null, after: null, seat, run: null, at }] : []
      changed = 0
      return { ledger, facts: [] }
    },
    destroy: () => stop(),
  }
}

export class Hall {
  readonly clock = new FakeClock()
  readonly store = new MemoryStore()
  readonly faults: string[] = []
  readonly committed: { ledger: Omit<LedgerRow, "id" | "seq">[]; facts: Fact[] }[] = []
  readonly #random: () => number
  hasEnded = false
  /** A guard to put in the place of the real one, from the next start. */
  check: RoomDeps["check"]
  /** Called when the room makes its Doc of the log. */
  onDocMade: () => void = () => undefined
  room!: Room

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  static async open(random?: () => number): Promise<Hall> {
    const hall = new Hall(random)
    await hall.restart()
    return hall
  }

  deps(): RoomDeps {
    return {
      board: "b",
      store: this.store,
      schema: PLAIN_SCHEMA,
      readerOf: () => {
        const reader = plainReader()
        return {
          ...reader,
          watch: (doc) => {
            this.onDocMade()
            reader.watch(doc)
          },
        }
      },
      now: this.clock.now,
      later: this.clock.later,
      newClientId: () => Math.floor(this.#random() * 2 ** 50) + 1,
      mayWrite: () => (this.hasEnded ? "refused" : true),
      longRows: 100,
      ...(this.check ? { check: this.check } : {}),
      replay: async (stored) => replay(stored),
      onCommitted: (ledger, facts) => this.committed.push({ ledger, facts }),
      onFault: (what, error) => this.faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
    }
  }

  /** As after a kill: a new room from what the store holds. */
  async restart(): Promise<void> {
    this.room = await Room.load(this.deps())
  }

  /** Lets everything that is under way arrive. */
  async deliver(...phones: Phone[]): Promise<void> {
    for (let round = 0; round < 6; round++) {
      await this.clock.pass(50)
      for (const phone of phones) phone.read()
    }
  }

  /** What the store would give after a restart. */
  async stored(): Promise<Y.Doc> {
    return docOf(await this.store.loadDoc("b"))
  }
}
