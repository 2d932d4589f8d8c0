// Seats: who sits in a workshop, by which keys they come back, who was asked to leave, and which client ids they write with.
// Owns the SQL of these tables; what a rule is stands elsewhere. Each call is one transaction.
import type { SeatChange, SeatRow } from "../store.ts"
import type { Sql } from "../sql.ts"

type SeatDbRow = Omit<SeatRow, "quotable" | "device"> & { quotable: 0 | 1; device: 0 | 1 }
const seatOf = (row: SeatDbRow): SeatRow => ({ ...row, quotable: row.quotable === 1, device: row.device === 1 })
const SEAT_COLUMNS = `id, workshopId, guest, name, credit, quotable, "group", "table", language, device, createdAt, returnHash`

export const seatTables = (sql: Sql) => ({
  createSeat(
    seat: Omit<SeatRow, "guest">,
    keyHash: string | null,
    leaseCount: number,
  ): { seat: SeatRow; clientIds: { from: number; count: number } | null } {
    return sql.write(() => {
      const guest = sql.of("SELECT coalesce(max(guest), 0) + 1 FROM seats WHERE workshopId = ?").pluck().get(seat.workshopId) as number
      const row = { ...seat, guest }
      insertSeat(sql, row)
      if (keyHash) insertKey(sql, seat.workshopId, seat.id, keyHash)
      return { seat: row, clientIds: leaseCount > 0 ? lease(sql, seat.workshopId, seat.id, leaseCount) : null }
    })
  },

  seat: (workshopId: string, seatId: string) => seat(sql, workshopId, seatId),

  seats(workshopId: string): SeatRow[] {
    const rows = sql.of(`SELECT ${SEAT_COLUMNS} FROM seats WHERE workshopId = ? ORDER BY guest`).all(workshopId) as SeatDbRow[]
    return rows.map(seatOf)
  },

  seatByKeyHash(workshopId: string, keyHash: string): SeatRow | null {
    const id = ownerOf(sql, workshopId, keyHash)
    return id === null || isRemoved(sql, workshopId, id) ? null : seat(sql, workshopId, id)
  },

  removeSeat(workshopId: string, seatId: string, at: number | null): void {
    sql.write(() => {
      if (at === null) sql.of("DELETE FROM removedSeats WHERE workshopId = ? AND seatId = ?").run(workshopId, seatId)
      else sql.of("INSERT OR REPLACE INTO removedSeats (workshopId, seatId, at) VALUES (?, ?, ?)").run(workshopId, seatId, at)
    })
  },

  removedSeats(workshopId: string): string[] {
    return sql.of("SELECT seatId FROM removedSeats WHERE workshopId = ? ORDER BY at").pluck().all(workshopId) as string[]
  },

  removedByKeyHash(workshopId: string, keyHash: string): string | null {
    const id = ownerOf(sql, workshopId, keyHash)
    return id !== null && isRemoved(sql, workshopId, id) ? id : null
  },

  timesErased(workshopId: string, seatId: string): number | null {
    if (!seat(sql, workshopId, seatId) || isRemoved(sql, workshopId, seatId)) return null
    return sql.of("SELECT count(*) FROM erasures WHERE workshopId = ? AND seat = ?").pluck().get(workshopId, seatId) as number
  },

  setQuiet(workshopId: string, seatId: string, isQuiet: boolean): void {
    const text = isQuiet
      ? "INSERT OR IGNORE INTO quietSeats (workshopId, seatId) VALUES (?, ?)"
      : "DELETE FROM quietSeats WHERE workshopId = ? AND seatId = ?"
    sql.write(() => sql.of(text).run(workshopId, seatId))
  },

  quietSeats(workshopId: string): string[] {
    return sql.of("SELECT seatId FROM quietSeats WHERE workshopId = ?").pluck().all(workshopId) as string[]
  },

  updateSeat(workshopId: string, seatId: string, change: SeatChange): void {
    const { quotable, device, ...rest } = change
    const bits = {
      ...(quotable === undefined ? {} : { quotable: Number(quotable) }),
      ...(device === undefined ? {} : { device: Number(device) }),
    }
    sql.update("seats", "workshopId = @workshopId AND id = @seatId", { workshopId, seatId }, { ...rest, ...bits })
  },

  addSeatKey(workshopId: string, seatId: string, keyHash: string, returnHash: string | null): boolean {
    return sql.write(() => {
      if (seat(sql, workshopId, seatId)?.returnHash !== returnHash) return false
      insertKey(sql, workshopId, seatId, keyHash)
      return true
    })
  },

  leaseClientIds(workshopId: string, seatId: string, count: number): { from: number; count: number } {
    return sql.write(() => lease(sql, workshopId, seatId, count))
  },
})

export function insertSeat(sql: Sql, seat: SeatRow): void {
  sql
    .of(
      `INSERT INTO seats (${SEAT_COLUMNS}) VALUES (@id, @workshopId, @guest, @name, @credit, @quotable, @group, @table, @language, @device, @createdAt, @returnHash)`,
    )
    .run({ ...seat, quotable: Number(seat.quotable), device: Number(seat.device) })
}

function seat(sql: Sql, workshopId: string, seatId: string): SeatRow | null {
  const row = sql.of(`SELECT ${SEAT_COLUMNS} FROM seats WHERE workshopId = ? AND id = ?`).get(workshopId, seatId) as SeatDbRow | undefined
  return row ? seatOf(row) : null
}

function ownerOf(sql: Sql, workshopId: string, keyHash: string): string | null {
  const id = sql.of("SELECT seatId FROM seatKeys WHERE workshopId = ? AND keyHash = ?").pluck().get(workshopId, keyHash)
  return (id as string | undefined) ?? null
}

export function isRemoved(sql: Sql, workshopId: string, seatId: string): boolean {
  return sql.of("SELECT 1 FROM removedSeats WHERE workshopId = ? AND seatId = ?").get(workshopId, seatId) !== undefined
}

function insertKey(sql: Sql, workshopId: string, seatId: string, keyHash: string): void {
  sql.of("INSERT INTO seatKeys (workshopId, keyHash, seatId) VALUES (?, ?, ?)").run(workshopId, keyHash, seatId)
}

/** A free run of ids, at random, so that no two workshops or restarts can meet. */
function lease(sql: Sql, workshopId: string, seatId: string, count: number): { from: number; count: number } {
  for (;;) {
    const from = sql.randomId()
    const taken = sql
      .of("SELECT 1 FROM clientHeads WHERE workshopId = ? AND clientId BETWEEN ? AND ?")
      .get(workshopId, from, from + count - 1)
    if (taken !== undefined) continue
    for (let i = 0; i < count; i++)
      sql.of("INSERT INTO clientHeads (workshopId, clientId, seat, clock) VALUES (?, ?, ?, 0)").run(workshopId, from + i, seatId)
    return { from, count }
  }
}
