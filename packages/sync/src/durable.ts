// What sync asks of whoever keeps things: the shapes of one commit. storage implements them; sync imports no storage.

/** One act of one seat on one thing, as the board's reader tells it. `before` and `after` hold what changed, as JSON. */
export type Change = { kind: string; target: string; chars: number; before: string | null; after: string | null }
export type LedgerRow = Change & {
  /** Grows with every row of a workshop; 0 before it is stored. */
  id: number
  /** The log row it was committed with. */
  seq: number
  /** The seat that did it, from the connection. */
  seat: string
  /**
   * Rows of one seat on one target with the same run within 30 s are one act (somebody typing): the first `before` and the last
   * `after` are kept, so that a wording is kept when somebody rests or somebody else begins. Null: always a row of its own.
   */
  run: string | null
  /** The server's clock (ms). */
  at: number
}
/** A client id and its next clock. `seat` owns it. */
export type Head = { clientId: number; seat: string; clock: number }
/** Moves a head from `from` to `to`; a miss (another commit was there first) rejects the whole commit. `from` 0 may create the row. */
export type HeadMove = { clientId: number; seat: string; from: number; to: number }

/** What the server knows of a note, kept beside the log. Written whole; `number` never changes once set. */
export type Fact = {
  noteId: string
  number: number
  author: string
  scribe: string | null
  firstWording: string
  settled: boolean
  changes: number
  changedBy: string | null
  changedAt: number
}

export type Commit = {
  /** The log's last seq before this commit (compare-and-set). */
  afterSeq: number
  /** Merged update of the whole batch. */
  update: Uint8Array
  heads: HeadMove[]
  ledger: Omit<LedgerRow, "id" | "seq">[]
  facts: Fact[]
  at: number
}
export type Committed = { seq: number }
export type StoredDoc = { snapshot: Uint8Array | null; updates: Uint8Array[]; seq: number }

/** The part of a store that a room needs. */
export type DocStore = {
  loadDoc(board: string): Promise<StoredDoc>
  commit(board: string, commit: Commit): Promise<Committed>
  /** All of the board, or one seat's. */
  clientHeads(board: string, seat?: string): Promise<Head[]>
  facts(board: string): Promise<Fact[]>
  compact(board: string, uptoSeq: number, snapshot: Uint8Array, forget?: string[]): Promise<void>
}
