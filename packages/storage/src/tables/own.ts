// What is one person's own until they say otherwise: drafts of a round, and which sentences of how we work they go along with.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import type { DraftRow, GoesAlongRow } from "../store.ts"
import type { Sql } from "../sql.ts"

type DraftDbRow = Omit<DraftRow, "keptBack"> & { keptBack: 0 | 1 }
const DRAFT_COLUMNS = "id, seat, roundId, kind, text, forWhom, keptBack, writtenAt"

export const ownTables = (sql: Sql) => ({
  setGoesAlong(workshopId: string, row: GoesAlongRow, goes: boolean): void {
    const text = goes
      ? "INSERT OR REPLACE INTO goesAlong (workshopId, pledgeId, seat, wording) VALUES (@workshopId, @pledgeId, @seat, @wording)"
      : "DELETE FROM goesAlong WHERE workshopId = @workshopId AND pledgeId = @pledgeId AND seat = @seat"
    sql.write(() => sql.of(text).run(goes ? { ...row, workshopId } : { pledgeId: row.pledgeId, seat: row.seat, workshopId }))
  },

  goesAlong(workshopId: string): GoesAlongRow[] {
    return sql
      .of("SELECT pledgeId, seat, wording FROM goesAlong WHERE workshopId = ? ORDER BY pledgeId, seat")
      .all(workshopId) as GoesAlongRow[]
  },

  putDraft(workshopId: string, row: DraftRow): void {
    sql.write(() =>
      sql
        .of(
          `INSERT OR REPLACE INTO drafts (workshopId, ${DRAFT_COLUMNS}) VALUES (@workshopId, @id, @seat, @roundId, @kind, @text, @forWhom, @keptBack, @writtenAt)`,
        )
        .run({ ...row, keptBack: Number(row.keptBack), workshopId }),
    )
  },

  drafts(workshopId: string): DraftRow[] {
    const rows = sql.of(`SELECT ${DRAFT_COLUMNS} FROM drafts WHERE workshopId = ? ORDER BY writtenAt, id`).all(workshopId) as DraftDbRow[]
    return rows.map((row) => ({ ...row, keptBack: row.keptBack === 1 }))
  },

  deleteDrafts(workshopId: string, ids: string[]): void {
    if (ids.length === 0) return
    sql.write(() => {
      for (const id of ids) sql.of("DELETE FROM drafts WHERE workshopId = ? AND id = ?").run(workshopId, id)
    })
    sql.checkpoint()
  },
})
