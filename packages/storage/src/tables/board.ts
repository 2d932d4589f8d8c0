// The board doc as a log of updates over a snapshot, with what is derived from each update: heads, ledger and facts of notes.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import { crc32 } from "node:zlib"
import type { Commit, Committed, Fact, Head, LedgerRow, StoredDoc } from "@evenboard/sync"
import type { LedgerQuery } from "../store.ts"
import type { Sql } from "../sql.ts"
import { isRemoved } from "./seat.ts"

/** Ledger rows of one run within this time become one. */
const REST_MS = 30_000
type FactDbRow = Omit<Fact, "settled"> & { settled: 0 | 1 }
const FACT_COLUMNS = "noteId, number, author, scribe, firstWording, settled, changes, changedBy, changedAt"

export const boardTables = (sql: Sql) => ({
  loadDoc(workshopId: string): StoredDoc {
    const board = sql.of("SELECT seq, snapshot, snapshotSeq FROM boards WHERE workshopId = ?").get(workshopId) as
      | { seq: number; snapshot: Uint8Array | null; snapshotSeq: number }
      | undefined
    if (!board) throw new Error("no such board")
    const rows = sql
      .of("SELECT seq, bytes, crc FROM log WHERE workshopId = ? AND seq > ? ORDER BY seq")
      .all(workshopId, board.snapshotSeq) as {
      seq: number
      bytes: Uint8Array
      crc: number
    }[]
    rows.forEach((row, index) => {
      if (row.seq !== board.snapshotSeq + 1 + index || crc32(row.bytes) !== row.crc)
        throw new Error(`the log of ${workshopId} is damaged at ${row.seq}`)
    })
    if (board.snapshotSeq + rows.length !== board.seq) throw new Error(`the log of ${workshopId} ends too early`)
    return {
      snapshot: board.snapshot && new Uint8Array(board.snapshot),
      updates: rows.map((row) => new Uint8Array(row.bytes)),
      seq: board.seq,
    }
  },

  commit(workshopId: string, commit: Commit): Committed {
    return sql.write(() => {
      const seq = commit.afterSeq + 1
      const moved = sql.of("UPDATE boards SET seq = ? WHERE workshopId = ? AND seq = ?").run(seq, workshopId, commit.afterSeq)
      if (moved.changes !== 1) throw new Error("another commit was there first")
      const bytes = Buffer.from(commit.update.buffer, commit.update.byteOffset, commit.update.byteLength)
      sql
        .of("INSERT INTO log (workshopId, seq, at, bytes, crc) VALUES (?, ?, ?, ?, ?)")
        .run(workshopId, seq, commit.at, bytes, crc32(bytes))
      for (const seat of new Set(commit.heads.map((head) => head.seat)))
        if (isRemoved(sql, workshopId, seat)) throw new Error("a seat was removed")
      for (const head of commit.heads) moveHead(sql, workshopId, head)
      for (const row of commit.ledger) putLedger(sql, workshopId, seq, row)
      for (const fact of commit.facts) putFact(sql, workshopId, fact)
      return { seq }
    })
  },

  clientHeads(workshopId: string, seat?: string): Head[] {
    if (seat === undefined) return sql.of("SELECT clientId, seat, clock FROM clientHeads WHERE workshopId = ?").all(workshopId) as Head[]
    // Left alone, SQLite goes through every id of the workshop: a thousand times the work for each who joins a full hall.
    return sql
      .of("SELECT clientId, seat, clock FROM clientHeads INDEXED BY clientHeadsBySeat WHERE workshopId = ? AND seat = ? ORDER BY clientId")
      .all(workshopId, seat) as Head[]
  },

  /** The write-ahead log is emptied too when something is to be forgotten: deleted bytes must not linger there. */
  compact(workshopId: string, uptoSeq: number, snapshot: Uint8Array, forget: string[] = []): void {
    sql.write(() => {
      sql
        .of("UPDATE boards SET snapshot = ?, snapshotSeq = ? WHERE workshopId = ? AND snapshotSeq <= ?")
        .run(snapshot, uptoSeq, workshopId, uptoSeq)
      sql.of("DELETE FROM log WHERE workshopId = ? AND seq <= ?").run(workshopId, uptoSeq)
      for (const noteId of forget) {
        sql.of("UPDATE ledger SET before = NULL, after = NULL WHERE workshopId = ? AND target = ?").run(workshopId, noteId)
        sql.of("UPDATE facts SET firstWording = '' WHERE workshopId = ? AND noteId = ?").run(workshopId, noteId)
      }
    })
    if (forget.length > 0) sql.checkpoint()
  },

  facts(workshopId: string): Fact[] {
    const rows = sql.of(`SELECT ${FACT_COLUMNS} FROM facts WHERE workshopId = ? ORDER BY number`).all(workshopId) as FactDbRow[]
    return rows.map((row) => ({ ...row, settled: row.settled === 1 }))
  },

  ledger(workshopId: string, { target, kinds, until, before, limit = 100 }: LedgerQuery = {}): LedgerRow[] {
    const ofTarget = target === undefined ? "" : "AND target = @target"
    const ofKinds = kinds === undefined ? "" : "AND kind IN (SELECT value FROM json_each(@kinds))"
    const where = `${ofTarget} ${ofKinds} ${until === undefined ? "" : "AND at <= @until"}`
    return sql
      .of(
        `SELECT id, seq, at, seat, kind, run, target, chars, before, after FROM ledger WHERE workshopId = @workshopId ${where} AND id < @before ORDER BY id DESC LIMIT @limit`,
      )
      .all({
        workshopId,
        before: before ?? Number.MAX_SAFE_INTEGER,
        limit,
        ...(target === undefined ? {} : { target }),
        ...(until === undefined ? {} : { until }),
        ...(kinds === undefined ? {} : { kinds: JSON.stringify(kinds) }),
      }) as LedgerRow[]
  },

  setAuthor(workshopId: string, noteId: string, author: string, scribe: string | null): void {
    sql.write(() =>
      sql.of("UPDATE facts SET author = ?, scribe = ? WHERE workshopId = ? AND noteId = ?").run(author, scribe, workshopId, noteId),
    )
  },
})

function moveHead(sql: Sql, workshopId: string, head: Commit["heads"][number]): void {
  const moved = sql
    .of("UPDATE clientHeads SET clock = ? WHERE workshopId = ? AND clientId = ? AND clock = ? AND seat = ?")
    .run(head.to, workshopId, head.clientId, head.from, head.seat)
  if (moved.changes === 1) return
  if (head.from !== 0) throw new Error("a client id moved elsewhere")
  sql
    .of("INSERT INTO clientHeads (workshopId, clientId, seat, clock) VALUES (?, ?, ?, ?)")
    .run(workshopId, head.clientId, head.seat, head.to)
}

function putLedger(sql: Sql, workshopId: string, seq: number, row: Omit<LedgerRow, "id" | "seq">): void {
  if (row.run !== null && goesOn(sql, workshopId, seq, row)) return
  sql
    .of(
      `INSERT INTO ledger (workshopId, seq, at, seat, kind, run, target, chars, before, after)
     VALUES (@workshopId, @seq, @at, @seat, @kind, @run, @target, @chars, @before, @after)`,
    )
    .run({ ...row, workshopId, seq })
}

/** Adds to the last row on this target when it is of the same run, and says whether it was. */
function goesOn(
  sql: Sql,
  workshopId: string,
  seq: number,
  { seat, run, target, chars, after, at }: Omit<LedgerRow, "id" | "seq">,
): boolean {
  const added = sql
    .of(
      `UPDATE ledger SET after = ?, at = ?, seq = ?, chars = chars + ?
     WHERE id = (SELECT id FROM ledger WHERE workshopId = ? AND target = ? ORDER BY id DESC LIMIT 1) AND seat = ? AND run = ? AND at > ?`,
    )
    .run(after, at, seq, chars, workshopId, target, seat, run, at - REST_MS)
  return added.changes === 1
}

export function putFact(sql: Sql, workshopId: string, fact: Fact): void {
  sql
    .of(
      `INSERT INTO facts (workshopId, ${FACT_COLUMNS}) VALUES (@workshopId, @noteId, @number, @author, @scribe, @firstWording, @settled, @changes, @changedBy, @changedAt)
     ON CONFLICT (workshopId, noteId) DO UPDATE SET author = excluded.author, scribe = excluded.scribe, firstWording = excluded.firstWording,
       settled = excluded.settled, changes = excluded.changes, changedBy = excluded.changedBy, changedAt = excluded.changedAt`,
    )
    .run({ ...fact, settled: Number(fact.settled), workshopId })
}
