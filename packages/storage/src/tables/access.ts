// What people need so that they can take part, until its date; and who may write for whom.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import type { AccessContactRow, AccessNeedRow, SupporterRow } from "../store.ts"
import type { Sql } from "../sql.ts"

type AccessNeedDbRow = Omit<AccessNeedRow, "supporter"> & { supporter: 0 | 1 }
const ACCESS_COLUMNS = "id, seat, keyHash, words, language, supporter, reach, at, deleteAt"

export const accessTables = (sql: Sql) => ({
  accessContact: (workshopId: string) => accessContact(sql, workshopId),

  setAccessContact(workshopId: string, row: Pick<AccessContactRow, "name" | "reach" | "deleteAt">, keyHash: string): boolean {
    const isNew = sql.write(() => {
      const before = accessContact(sql, workshopId)
      const known = before?.name === row.name && before.keyHash !== null ? before : null
      const contact: AccessContactRow = { ...row, keyHash: known?.keyHash ?? keyHash, readAt: known?.readAt ?? null }
      sql
        .of(
          "INSERT OR REPLACE INTO accessContacts (workshopId, name, reach, deleteAt, keyHash, readAt) VALUES (@workshopId, @name, @reach, @deleteAt, @keyHash, @readAt)",
        )
        .run({ ...contact, workshopId })
      sql.of("UPDATE accessNeeds SET deleteAt = min(deleteAt, ?) WHERE workshopId = ?").run(row.deleteAt, workshopId)
      return known === null
    })
    sql.checkpoint()
    return isNew
  },

  renewAccessLink(workshopId: string, keyHash: string): void {
    sql.write(() => sql.of("UPDATE accessContacts SET keyHash = ? WHERE workshopId = ?").run(keyHash, workshopId))
  },

  accessRead(workshopId: string, keyHash: string, at: number): boolean {
    const text = "UPDATE accessContacts SET readAt = ? WHERE workshopId = ? AND keyHash = ?"
    return sql.write(() => sql.of(text).run(at, workshopId, keyHash)).changes === 1
  },

  forgetAccessContact(workshopId: string): void {
    sql.write(() => {
      for (const table of ["accessContacts", "accessNeeds"]) sql.of(`DELETE FROM ${table} WHERE workshopId = ?`).run(workshopId)
    })
    sql.checkpoint()
  },

  accessNeeds(workshopId: string): AccessNeedRow[] {
    const rows = sql
      .of(`SELECT ${ACCESS_COLUMNS} FROM accessNeeds WHERE workshopId = ? ORDER BY at, id`)
      .all(workshopId) as AccessNeedDbRow[]
    return rows.map((row) => ({ ...row, supporter: row.supporter === 1 }))
  },

  putAccessNeed(workshopId: string, row: AccessNeedRow): void {
    sql.write(() =>
      sql
        .of(
          `INSERT OR REPLACE INTO accessNeeds (workshopId, ${ACCESS_COLUMNS}) VALUES (@workshopId, @id, @seat, @keyHash, @words, @language, @supporter, @reach, @at, @deleteAt)`,
        )
        .run({ ...row, supporter: Number(row.supporter), workshopId }),
    )
  },

  deleteAccessNeed(workshopId: string, id: string): void {
    sql.write(() => sql.of("DELETE FROM accessNeeds WHERE workshopId = ? AND id = ?").run(workshopId, id))
    sql.checkpoint()
  },

  forgetAccess(now: number): number {
    const gone = sql.write(() =>
      ["accessContacts", "accessNeeds"]
        .map((table) => sql.of(`DELETE FROM ${table} WHERE deleteAt <= ?`).run(now).changes)
        .reduce((sum, changes) => sum + changes, 0),
    )
    if (gone > 0) sql.checkpoint()
    return gone
  },

  supporters(workshopId: string): SupporterRow[] {
    return sql.of("SELECT seat, supporter FROM supporters WHERE workshopId = ? ORDER BY seat, supporter").all(workshopId) as SupporterRow[]
  },

  setSupporter(workshopId: string, { seat, supporter }: SupporterRow, may: boolean): void {
    const text = may
      ? "INSERT OR IGNORE INTO supporters (workshopId, seat, supporter) VALUES (?, ?, ?)"
      : "DELETE FROM supporters WHERE workshopId = ? AND seat = ? AND supporter = ?"
    sql.write(() => sql.of(text).run(workshopId, seat, supporter))
  },
})

function accessContact(sql: Sql, workshopId: string): AccessContactRow | null {
  const row = sql.of("SELECT name, reach, deleteAt, keyHash, readAt FROM accessContacts WHERE workshopId = ?").get(workshopId)
  return (row as AccessContactRow | undefined) ?? null
}
