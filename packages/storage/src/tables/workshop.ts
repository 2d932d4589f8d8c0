// Workshops: opened, found by one of their links, changed, and deleted with all that hangs on them.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import type { SessionEvent } from "@evenboard/session"
import type { FirstContent, WorkshopChange, WorkshopRow } from "../store.ts"
import type { Sql } from "../sql.ts"
import { insertSeat } from "./seat.ts"
import { putFact } from "./board.ts"
import { insertEvent } from "./event.ts"

const WORKSHOP_COLUMNS = "id, joinHash, joinGeneration, joinCode, organiserHash, language, createdAt, endedAt, keepUntil, rehearsalOf"

export const workshopTables = (sql: Sql) => ({
  createWorkshop(row: WorkshopRow, events: SessionEvent[], first?: FirstContent): void {
    sql.write(() => {
      sql
        .of(
          `INSERT INTO workshops (${WORKSHOP_COLUMNS}) VALUES (@id, @joinHash, @joinGeneration, @joinCode, @organiserHash, @language, @createdAt, @endedAt, @keepUntil, @rehearsalOf)`,
        )
        .run(row)
      sql.of("INSERT INTO boards (workshopId, seq, snapshot, snapshotSeq) VALUES (?, 0, ?, 0)").run(row.id, first?.update ?? null)
      for (const seat of first?.seats ?? []) insertSeat(sql, seat)
      for (const fact of first?.facts ?? []) putFact(sql, row.id, fact)
      for (const event of events) insertEvent(sql, row.id, event)
    })
  },

  workshop(id: string): WorkshopRow | null {
    return (sql.of(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE id = ?`).get(id) as WorkshopRow | undefined) ?? null
  },

  workshopByJoinHash(hash: string): WorkshopRow | null {
    return (sql.of(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE joinHash = ?`).get(hash) as WorkshopRow | undefined) ?? null
  },

  workshopByJoinCode(code: string): WorkshopRow | null {
    return (sql.of(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE joinCode = ?`).get(code) as WorkshopRow | undefined) ?? null
  },

  rehearsalsOf(id: string): WorkshopRow[] {
    return sql.of(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE rehearsalOf = ? ORDER BY createdAt`).all(id) as WorkshopRow[]
  },

  updateWorkshop(id: string, change: WorkshopChange): void {
    sql.update("workshops", "id = @id", { id }, change)
  },

  deleteWorkshop(id: string): void {
    sql.write(() => sql.of("DELETE FROM workshops WHERE id = ?").run(id))
    sql.checkpoint()
  },

  workshopsToPurge(now: number): string[] {
    return sql.of("SELECT id FROM workshops WHERE keepUntil <= ?").pluck().all(now) as string[]
  },

  workshopsWithCode(): string[] {
    return sql.of("SELECT id FROM workshops WHERE joinCode IS NOT NULL").pluck().all() as string[]
  },
})
