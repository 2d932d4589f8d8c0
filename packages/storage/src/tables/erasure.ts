// Erasing one person, and taking out what was said of somebody: begun and finished apart, so that a crash between is gone on with.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import type { ErasureRow, Forgotten, MentionRow, Rewritten } from "../store.ts"
import type { Sql } from "../sql.ts"
import { retell } from "./event.ts"

export const erasureTables = (sql: Sql) => ({
  beginErasure(workshopId: string, row: ErasureRow, keepKeyHash: string | null): void {
    sql.write(() => {
      sql
        .of("INSERT INTO erasures (workshopId, id, seat, words, at, doneAt) VALUES (@workshopId, @id, @seat, @words, @at, @doneAt)")
        .run({ ...row, words: Number(row.words), workshopId })
      sql
        .of(
          `UPDATE seats SET name = '', credit = 'none', "group" = NULL, "table" = NULL, returnHash = NULL WHERE workshopId = ? AND id = ?`,
        )
        .run(workshopId, row.seat)
      sql.of("DELETE FROM seatKeys WHERE workshopId = ? AND seatId = ? AND keyHash IS NOT ?").run(workshopId, row.seat, keepKeyHash)
      sql.of("DELETE FROM accessNeeds WHERE workshopId = ? AND seat = ?").run(workshopId, row.seat)
      sql.of("DELETE FROM supporters WHERE workshopId = ? AND (seat = ? OR supporter = ?)").run(workshopId, row.seat, row.seat)
    })
  },

  erasuresToFinish(workshopId: string): ErasureRow[] {
    const rows = sql
      .of("SELECT id, seat, words, at, doneAt FROM erasures WHERE workshopId = ? AND doneAt IS NULL ORDER BY at, id")
      .all(workshopId) as (Omit<ErasureRow, "words"> & { words: 0 | 1 })[]
    return rows.map((row) => ({ ...row, words: row.words === 1 }))
  },

  forgetWords(workshopId: string, { seat, ledger, facts, hidden, pledges, events }: Forgotten): void {
    sql.write(() => {
      for (const id of ledger) sql.of("UPDATE ledger SET before = NULL, after = NULL WHERE workshopId = ? AND id = ?").run(workshopId, id)
      for (const id of facts) sql.of("UPDATE facts SET firstWording = '' WHERE workshopId = ? AND noteId = ?").run(workshopId, id)
      for (const id of hidden) sql.of("DELETE FROM hidden WHERE workshopId = ? AND noteId = ?").run(workshopId, id)
      for (const id of pledges) sql.of("DELETE FROM goesAlong WHERE workshopId = ? AND pledgeId = ?").run(workshopId, id)
      for (const table of ["concerns", "asks", "goesAlong"])
        sql.of(`DELETE FROM ${table} WHERE workshopId = ? AND seat = ?`).run(workshopId, seat)
      retell(sql, workshopId, events)
    })
  },

  finishErasure(workshopId: string, id: string, doneAt: number): void {
    sql.write(() => sql.of("UPDATE erasures SET doneAt = ? WHERE workshopId = ? AND id = ?").run(doneAt, workshopId, id))
  },

  beginMention(workshopId: string, row: MentionRow): void {
    sql.write(() =>
      sql
        .of(
          'INSERT OR REPLACE INTO mentions (workshopId, id, seat, words, "except", places, at) VALUES (@workshopId, @id, @seat, @words, @except, @places, @at)',
        )
        .run({ ...row, except: JSON.stringify(row.except), workshopId }),
    )
  },

  mentionsToFinish(workshopId: string): MentionRow[] {
    const rows = sql
      .of('SELECT id, seat, words, "except", places, at FROM mentions WHERE workshopId = ? ORDER BY at, id')
      .all(workshopId) as (Omit<MentionRow, "except"> & { except: string })[]
    return rows.map((row) => ({ ...row, except: JSON.parse(row.except) as string[] }))
  },

  rewriteWords(workshopId: string, mentionId: string, { ledger, facts, hidden, drafts, events }: Rewritten): boolean {
    const update = (text: string) => sql.of(`UPDATE ${text}`)
    const isAsRead = ({ id, was }: Rewritten["ledger"][number]): boolean =>
      sql
        .of("SELECT 1 FROM ledger WHERE workshopId = ? AND id = ? AND before IS ? AND after IS ?")
        .get(workshopId, id, was.before, was.after) !== undefined
    return sql.write(() => {
      if (!ledger.every(isAsRead)) return false
      for (const { id, before, after } of ledger)
        update("ledger SET before = ?, after = ? WHERE workshopId = ? AND id = ?").run(before, after, workshopId, id)
      for (const { noteId, firstWording } of facts)
        update("facts SET firstWording = ? WHERE workshopId = ? AND noteId = ?").run(firstWording, workshopId, noteId)
      for (const { noteId, content } of hidden)
        update("hidden SET content = ? WHERE workshopId = ? AND noteId = ?").run(content, workshopId, noteId)
      for (const { id, text } of drafts) update("drafts SET text = ? WHERE workshopId = ? AND id = ?").run(text, workshopId, id)
      retell(sql, workshopId, events)
      update("mentions SET words = NULL WHERE workshopId = ? AND id = ?").run(workshopId, mentionId)
      return true
    })
  },

  finishMention(workshopId: string, id: string): void {
    sql.write(() => sql.of("DELETE FROM mentions WHERE workshopId = ? AND id = ?").run(workshopId, id))
  },
})
