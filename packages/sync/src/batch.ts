// What one turn of a room wants to commit: the updates applied so far, and everything that must be written in the same transaction.
import type { Connection } from "./connection.ts"
import type { Commit, Fact, HeadMove, LedgerRow } from "./durable.ts"
import { mergeAll } from "./merge.ts"

export class Batch {
  readonly #updates: Uint8Array[] = []
  readonly #heads = new Map<number, HeadMove>()
  readonly #facts = new Map<string, Fact>()
  readonly ledger: Commit["ledger"] = []
  /** Frames that are durable once this batch is. */
  readonly frames: { connection: Connection; number: number; isStep2: boolean }[] = []
  /** Whoever sent a gap, to be asked for what is missing once the Doc holds only what is durable. */
  readonly asked = new Set<Connection>()

  addUpdate(update: Uint8Array): void {
    this.#updates.push(update)
  }

  /** Two moves of one client id become one. */
  moveHead(move: HeadMove): void {
    const known = this.#heads.get(move.clientId)
    this.#heads.set(move.clientId, known ? { ...known, to: move.to } : move)
  }

  record(ledger: Omit<LedgerRow, "id" | "seq">[], facts: Fact[]): void {
    this.ledger.push(...ledger)
    for (const fact of facts) this.#facts.set(fact.noteId, fact)
  }

  get facts(): Fact[] {
    return [...this.#facts.values()]
  }

  get isEmpty(): boolean {
    return this.#updates.length === 0
  }

  /** The batch as one update. */
  merged(): Uint8Array {
    return mergeAll(this.#updates)
  }

  toCommit(afterSeq: number, update: Uint8Array, at: number): Commit {
    return { afterSeq, update, heads: [...this.#heads.values()], ledger: this.ledger, facts: this.facts, at }
  }
}
