// The session log: events in order, and intents that were seen already.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import type { SessionEvent } from "@evenboard/session"
import type { Sql } from "../sql.ts"

export const eventTables = (sql: Sql) => ({
  appendEvents(workshopId: string, events: SessionEvent[], intentId: string | null): boolean {
    return sql.write(() => {
      if (intentId !== null) {
        const fresh = sql.of("INSERT OR IGNORE INTO intents (workshopId, id) VALUES (?, ?)").run(workshopId, intentId)
        if (fresh.changes === 0) return false
      }
      for (const event of events) insertEvent(sql, workshopId, event)
      return true
    })
  },

  events(workshopId: string): SessionEvent[] {
    const bodies = sql.of("SELECT body FROM events WHERE workshopId = ? ORDER BY seq").pluck().all(workshopId) as string[]
    return bodies.map((body) => JSON.parse(body) as SessionEvent)
  },
})

export function retell(sql: Sql, workshopId: string, events: SessionEvent[]): void {
  for (const event of events)
    sql.of("UPDATE events SET body = ? WHERE workshopId = ? AND seq = ?").run(JSON.stringify(event), workshopId, event.seq)
}

export function insertEvent(sql: Sql, workshopId: string, event: SessionEvent): void {
  const last = sql.of("SELECT coalesce(max(seq), 0) FROM events WHERE workshopId = ?").pluck().get(workshopId) as number
  if (event.seq !== last + 1) throw new Error(`event ${event.seq} after ${last}`)
  sql.of("INSERT INTO events (workshopId, seq, body) VALUES (?, ?, ?)").run(workshopId, event.seq, JSON.stringify(event))
}
