// Words that few may read: notes out of sight, concerns, and asks to have something back.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import type { AskRow, ConcernRow, HiddenRow } from "../store.ts"
import type { Sql } from "../sql.ts"

type ConcernDbRow = Omit<ConcernRow, "isNamed"> & { isNamed: 0 | 1 }

export const privateTables = (sql: Sql) => ({
  hideNote(workshopId: string, row: HiddenRow): void {
    sql.write(() =>
      sql
        .of("INSERT OR REPLACE INTO hidden (workshopId, noteId, content, hiddenAt) VALUES (?, ?, ?, ?)")
        .run(workshopId, row.noteId, row.content, row.hiddenAt),
    )
  },

  hiddenNote(workshopId: string, noteId: string): HiddenRow | null {
    return (
      (sql.of("SELECT noteId, content, hiddenAt FROM hidden WHERE workshopId = ? AND noteId = ?").get(workshopId, noteId) as
        | HiddenRow
        | undefined) ?? null
    )
  },

  hiddenNotes(workshopId: string): HiddenRow[] {
    return sql.of("SELECT noteId, content, hiddenAt FROM hidden WHERE workshopId = ?").all(workshopId) as HiddenRow[]
  },

  forgetHidden(workshopId: string, noteId: string): void {
    sql.write(() => sql.of("DELETE FROM hidden WHERE workshopId = ? AND noteId = ?").run(workshopId, noteId))
  },

  forgetPrivateBefore(moment: number): number {
    const gone = sql.write(() =>
      ["DELETE FROM hidden WHERE hiddenAt < ?", "DELETE FROM concerns WHERE at < ?", "DELETE FROM asks WHERE at < ?"]
        .map((text) => sql.of(text).run(moment).changes)
        .reduce((sum, changes) => sum + changes, 0),
    )
    if (gone > 0) sql.checkpoint()
    return gone
  },

  putConcern(workshopId: string, row: ConcernRow): void {
    sql.write(() =>
      sql
        .of(
          "INSERT OR REPLACE INTO concerns (workshopId, id, seat, hearer, isNamed, words, at, readAt) VALUES (@workshopId, @id, @seat, @hearer, @isNamed, @words, @at, @readAt)",
        )
        .run({ ...row, isNamed: Number(row.isNamed), workshopId }),
    )
  },

  concerns(workshopId: string): ConcernRow[] {
    const rows = sql
      .of("SELECT id, seat, hearer, isNamed, words, at, readAt FROM concerns WHERE workshopId = ? ORDER BY at, id")
      .all(workshopId) as ConcernDbRow[]
    return rows.map((row) => ({ ...row, isNamed: row.isNamed === 1 }))
  },

  /** Taken back: not in the write-ahead log either. */
  deleteConcern(workshopId: string, id: string): void {
    sql.write(() => sql.of("DELETE FROM concerns WHERE workshopId = ? AND id = ?").run(workshopId, id))
    sql.checkpoint()
  },

  putAsk(workshopId: string, row: AskRow): void {
    sql.write(() =>
      sql
        .of(
          "INSERT OR REPLACE INTO asks (workshopId, kind, noteId, seat, words, at) VALUES (@workshopId, @kind, @noteId, @seat, @words, @at)",
        )
        .run({ ...row, workshopId }),
    )
  },

  asks(workshopId: string): AskRow[] {
    return sql.of("SELECT kind, noteId, seat, words, at FROM asks WHERE workshopId = ? ORDER BY at").all(workshopId) as AskRow[]
  },

  deleteAsk(workshopId: string, kind: AskRow["kind"], noteId: string): void {
    sql.write(() => sql.of("DELETE FROM asks WHERE workshopId = ? AND kind = ? AND noteId = ?").run(workshopId, kind, noteId))
  },
})
