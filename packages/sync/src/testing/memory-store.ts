// A DocStore in memory for tests: exact about compare-and-set, and able to be slow or full on demand. Knows no SQL.
import type { Commit, DocStore, Fact, Head } from "../durable.ts"

type Kept = {
  seq: number
  snapshot: Uint8Array | null
  snapshotSeq: number
  log: Uint8Array[]
  heads: Map<number, Head>
  facts: Map<string, Fact>
  ledger: Commit["ledger"]
  forgotten: string[]
}

export class MemoryStore implements DocStore {
  readonly boards = new Map<string, Kept>()
  /** While set, commits and loads reject with it. */
  failure: Error | null = null
  /** While set, commits wait for it. */
  gate: Promise<void> | null = null
  /** A mutant: commits whatever comes, compared with nothing. */
  isUnchecked = false

  kept(board: string): Kept {
    let kept = this.boards.get(board)
    if (!kept)
      this.boards.set(
        board,
        (kept = { seq: 0, snapshot: null, snapshotSeq: 0, log: [], heads: new Map(), facts: new Map(), ledger: [], forgotten: [] }),
      )
    return kept
  }

  async loadDoc(board: string) {
    this.#check()
    const { snapshot, log, seq } = this.kept(board)
    return { snapshot, updates: [...log], seq }
  }

  async commit(board: string, commit: Commit) {
    await this.gate
    this.#check()
    const kept = this.kept(board)
    if (!this.isUnchecked) compare(kept, commit)
    for (const { clientId, seat, to } of commit.heads) kept.heads.set(clientId, { clientId, seat, clock: to })
    for (const fact of commit.facts) kept.facts.set(fact.noteId, fact)
    kept.ledger.push(...commit.ledger)
    kept.log.push(commit.update)
    kept.seq += 1
    return { seq: kept.seq }
  }

  async clientHeads(board: string, seat?: string) {
    this.#check()
    return [...this.kept(board).heads.values()].filter((head) => seat === undefined || head.seat === seat)
  }

  async facts(board: string) {
    this.#check()
    return [...this.kept(board).facts.values()]
  }

  async compact(board: string, uptoSeq: number, snapshot: Uint8Array, forget: string[] = []) {
    this.#check()
    const kept = this.kept(board)
    kept.forgotten.push(...forget)
    if (uptoSeq < kept.snapshotSeq) return
    kept.log = kept.log.slice(kept.log.length - (kept.seq - uptoSeq))
    kept.snapshot = snapshot
    kept.snapshotSeq = uptoSeq
  }

  /** The board as it is now, to be put back later. */
  snapshotOf(board: string): Kept {
    const kept = this.kept(board)
    return {
      ...kept,
      log: [...kept.log],
      heads: new Map(kept.heads),
      facts: new Map(kept.facts),
      ledger: [...kept.ledger],
      forgotten: [...kept.forgotten],
    }
  }

  restore(board: string, kept: Kept): void {
    this.boards.set(board, kept)
  }

  #check(): void {
    if (this.failure) throw this.failure
  }
}

/** Throws when another commit was there first. */
function compare(kept: Kept, commit: Commit): void {
  if (kept.seq !== commit.afterSeq) throw new Error("another commit was there first")
  for (const head of commit.heads) {
    const known = kept.heads.get(head.clientId)
    if (known ? known.clock !== head.from || known.seat !== head.seat : head.from !== 0) throw new Error("a client id moved elsewhere")
  }
}
