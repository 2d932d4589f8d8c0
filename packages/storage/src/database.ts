// The Store on better-sqlite3, synchronous, for the one thread that owns the file. Owns SQL and nothing else: what a rule is
// stands elsewhere. Every method is one transaction; an exception leaves nothing behind.
// oxlint-disable max-lines -- it is one list of short methods, one a call of the Store.
import { crc32 } from "node:zlib"
import Sqlite from "better-sqlite3"
import type { Commit, Committed, Fact, Head, LedgerRow, StoredDoc } from "@evenboard/sync"
import type { SessionEvent } from "@evenboard/session"
import { STEPS } from "./schema.sql.ts"
import type {
  AccessContactRow,
  AccessNeedRow,
  AskRow,
  ConcernRow,
  DraftRow,
  ErasureRow,
  FirstContent,
  Forgotten,
  GoesAlongRow,
  HiddenRow,
  LedgerQuery,
  MentionRow,
  Rewritten,
  SeatChange,
  SeatRow,
  SupporterRow,
  WorkshopChange,
  WorkshopRow,
} from "./store.ts"

/** Ledger rows of one run within this time become one. */
const REST_MS = 30_000
/** Client ids are 53-bit; a lease takes `count` in a row. */
const CLIENT_ID_LIMIT = 2 ** 53

type SeatDbRow = Omit<SeatRow, "quotable" | "device"> & { quotable: 0 | 1; device: 0 | 1 }
type FactDbRow = Omit<Fact, "settled"> & { settled: 0 | 1 }
type ConcernDbRow = Omit<ConcernRow, "isNamed"> & { isNamed: 0 | 1 }
type AccessNeedDbRow = Omit<AccessNeedRow, "supporter"> & { supporter: 0 | 1 }
type DraftDbRow = Omit<DraftRow, "keptBack"> & { keptBack: 0 | 1 }
const seatOf = (row: SeatDbRow): SeatRow => ({ ...row, quotable: row.quotable === 1, device: row.device === 1 })

const SEAT_COLUMNS = `id, workshopId, guest, name, credit, quotable, "group", "table", language, device, createdAt, returnHash`
const WORKSHOP_COLUMNS = "id, joinHash, joinGeneration, joinCode, organiserHash, language, createdAt, endedAt, keepUntil, rehearsalOf"
const FACT_COLUMNS = "noteId, number, author, scribe, firstWording, settled, changes, changedBy, changedAt"
const ACCESS_COLUMNS = "id, seat, keyHash, words, language, supporter, reach, at, deleteAt"
const DRAFT_COLUMNS = "id, seat, roundId, kind, text, forWhom, keptBack, writtenAt"

export class Database {
  readonly #db: Sqlite.Database
  readonly #statements = new Map<string, Sqlite.Statement>()
  readonly #randomId: () => number

  /** Opens or makes the file. Refuses one that a newer Evenboard wrote. */
  constructor(path: string, randomId: () => number = () => Math.floor(Math.random() * (CLIENT_ID_LIMIT - 64)) + 1) {
    this.#randomId = randomId
    this.#db = new Sqlite(path)
    this.#db.pragma("journal_mode = WAL")
    this.#db.pragma("synchronous = FULL")
    this.#db.pragma("secure_delete = ON")
    this.#db.pragma("foreign_keys = ON")
    this.#db.pragma("busy_timeout = 5000")
    this.#migrate()
  }

  #migrate(): void {
    const version = this.#db.pragma("user_version", { simple: true }) as number
    if (version > STEPS.length)
      throw new Error(`This data was written by a newer Evenboard (version ${version}; this one knows ${STEPS.length}).`)
    this.#write(() => {
      for (const step of STEPS.slice(version)) this.#db.exec(step)
      this.#db.pragma(`user_version = ${STEPS.length}`)
    })
  }

  #sql(text: string): Sqlite.Statement {
    let statement = this.#statements.get(text)
    if (!statement) this.#statements.set(text, (statement = this.#db.prepare(text)))
    return statement
  }

  /** Within `together` no savepoint of its own: it would copy every page it touches, and `together` keeps all or none anyway. */
  #write<T>(work: () => T): T {
    return this.#db.inTransaction ? work() : this.#db.transaction(work).immediate()
  }

  /** Several writes as one transaction, so with one fsync. An exception in any keeps none. */
  together<T>(work: () => T): T {
    return this.#write(work)
  }

  // ── workshops ──

  createWorkshop(row: WorkshopRow, events: SessionEvent[], first?: FirstContent): void {
    this.#write(() => {
      this.#sql(
        `INSERT INTO workshops (${WORKSHOP_COLUMNS}) VALUES (@id, @joinHash, @joinGeneration, @joinCode, @organiserHash, @language, @createdAt, @endedAt, @keepUntil, @rehearsalOf)`,
      ).run(row)
      this.#sql("INSERT INTO boards (workshopId, seq, snapshot, snapshotSeq) VALUES (?, 0, ?, 0)").run(row.id, first?.update ?? null)
      for (const seat of first?.seats ?? []) this.#insertSeat(seat)
      for (const fact of first?.facts ?? []) this.#putFact(row.id, fact)
      for (const event of events) this.#insertEvent(row.id, event)
    })
  }

  workshop(id: string): WorkshopRow | null {
    return (this.#sql(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE id = ?`).get(id) as WorkshopRow | undefined) ?? null
  }

  workshopByJoinHash(hash: string): WorkshopRow | null {
    return (this.#sql(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE joinHash = ?`).get(hash) as WorkshopRow | undefined) ?? null
  }

  workshopByJoinCode(code: string): WorkshopRow | null {
    return (this.#sql(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE joinCode = ?`).get(code) as WorkshopRow | undefined) ?? null
  }

  rehearsalsOf(id: string): WorkshopRow[] {
    return this.#sql(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE rehearsalOf = ? ORDER BY createdAt`).all(id) as WorkshopRow[]
  }

  updateWorkshop(id: string, change: WorkshopChange): void {
    this.#update("workshops", "id = @id", { id }, change)
  }

  deleteWorkshop(id: string): void {
    this.#write(() => this.#sql("DELETE FROM workshops WHERE id = ?").run(id))
    this.checkpoint()
  }

  workshopsToPurge(now: number): string[] {
    return this.#sql("SELECT id FROM workshops WHERE keepUntil <= ?").pluck().all(now) as string[]
  }

  workshopsWithCode(): string[] {
    return this.#sql("SELECT id FROM workshops WHERE joinCode IS NOT NULL").pluck().all() as string[]
  }

  // ── seats ──

  createSeat(
    seat: Omit<SeatRow, "guest">,
    keyHash: string | null,
    leaseCount: number,
  ): { seat: SeatRow; clientIds: { from: number; count: number } | null } {
    return this.#write(() => {
      const guest = this.#sql("SELECT coalesce(max(guest), 0) + 1 FROM seats WHERE workshopId = ?").pluck().get(seat.workshopId) as number
      const row = { ...seat, guest }
      this.#insertSeat(row)
      if (keyHash) this.#insertKey(seat.workshopId, seat.id, keyHash)
      return { seat: row, clientIds: leaseCount > 0 ? this.#lease(seat.workshopId, seat.id, leaseCount) : null }
    })
  }

  #insertSeat(seat: SeatRow): void {
    this.#sql(
      `INSERT INTO seats (${SEAT_COLUMNS}) VALUES (@id, @workshopId, @guest, @name, @credit, @quotable, @group, @table, @language, @device, @createdAt, @returnHash)`,
    ).run({ ...seat, quotable: Number(seat.quotable), device: Number(seat.device) })
  }

  seat(workshopId: string, seatId: string): SeatRow | null {
    const row = this.#sql(`SELECT ${SEAT_COLUMNS} FROM seats WHERE workshopId = ? AND id = ?`).get(workshopId, seatId) as
      | SeatDbRow
      | undefined
    return row ? seatOf(row) : null
  }

  seats(workshopId: string): SeatRow[] {
    const rows = this.#sql(`SELECT ${SEAT_COLUMNS} FROM seats WHERE workshopId = ? ORDER BY guest`).all(workshopId) as SeatDbRow[]
    return rows.map(seatOf)
  }

  seatByKeyHash(workshopId: string, keyHash: string): SeatRow | null {
    const id = this.#ownerOf(workshopId, keyHash)
    return id === null || this.#isRemoved(workshopId, id) ? null : this.seat(workshopId, id)
  }

  #ownerOf(workshopId: string, keyHash: string): string | null {
    const id = this.#sql("SELECT seatId FROM seatKeys WHERE workshopId = ? AND keyHash = ?").pluck().get(workshopId, keyHash)
    return (id as string | undefined) ?? null
  }

  #isRemoved(workshopId: string, seatId: string): boolean {
    return this.#sql("SELECT 1 FROM removedSeats WHERE workshopId = ? AND seatId = ?").get(workshopId, seatId) !== undefined
  }

  removeSeat(workshopId: string, seatId: string, at: number | null): void {
    this.#write(() => {
      if (at === null) this.#sql("DELETE FROM removedSeats WHERE workshopId = ? AND seatId = ?").run(workshopId, seatId)
      else this.#sql("INSERT OR REPLACE INTO removedSeats (workshopId, seatId, at) VALUES (?, ?, ?)").run(workshopId, seatId, at)
    })
  }

  removedSeats(workshopId: string): string[] {
    return this.#sql("SELECT seatId FROM removedSeats WHERE workshopId = ? ORDER BY at").pluck().all(workshopId) as string[]
  }

  removedByKeyHash(workshopId: string, keyHash: string): string | null {
    const id = this.#ownerOf(workshopId, keyHash)
    return id !== null && this.#isRemoved(workshopId, id) ? id : null
  }

  setQuiet(workshopId: string, seatId: string, isQuiet: boolean): void {
    const sql = isQuiet
      ? "INSERT OR IGNORE INTO quietSeats (workshopId, seatId) VALUES (?, ?)"
      : "DELETE FROM quietSeats WHERE workshopId = ? AND seatId = ?"
    this.#write(() => this.#sql(sql).run(workshopId, seatId))
  }

  quietSeats(workshopId: string): string[] {
    return this.#sql("SELECT seatId FROM quietSeats WHERE workshopId = ?").pluck().all(workshopId) as string[]
  }

  updateSeat(workshopId: string, seatId: string, change: SeatChange): void {
    const { quotable, device, ...rest } = change
    const bits = {
      ...(quotable === undefined ? {} : { quotable: Number(quotable) }),
      ...(device === undefined ? {} : { device: Number(device) }),
    }
    this.#update("seats", "workshopId = @workshopId AND id = @seatId", { workshopId, seatId }, { ...rest, ...bits })
  }

  addSeatKey(workshopId: string, seatId: string, keyHash: string, returnHash: string | null): boolean {
    return this.#write(() => {
      if (this.seat(workshopId, seatId)?.returnHash !== returnHash) return false
      this.#insertKey(workshopId, seatId, keyHash)
      return true
    })
  }

  #insertKey(workshopId: string, seatId: string, keyHash: string): void {
    this.#sql("INSERT INTO seatKeys (workshopId, keyHash, seatId) VALUES (?, ?, ?)").run(workshopId, keyHash, seatId)
  }

  leaseClientIds(workshopId: string, seatId: string, count: number): { from: number; count: number } {
    return this.#write(() => this.#lease(workshopId, seatId, count))
  }

  /** A free run of ids, at random, so that no two workshops or restarts can meet. */
  #lease(workshopId: string, seatId: string, count: number): { from: number; count: number } {
    for (;;) {
      const from = this.#randomId()
      const taken = this.#sql("SELECT 1 FROM clientHeads WHERE workshopId = ? AND clientId BETWEEN ? AND ?").get(
        workshopId,
        from,
        from + count - 1,
      )
      if (taken !== undefined) continue
      for (let i = 0; i < count; i++)
        this.#sql("INSERT INTO clientHeads (workshopId, clientId, seat, clock) VALUES (?, ?, ?, 0)").run(workshopId, from + i, seatId)
      return { from, count }
    }
  }

  /** Sets the named columns; the names come from our own types, never from outside. */
  #update(table: string, where: string, keys: Record<string, string>, change: Record<string, unknown>): void {
    const columns = Object.keys(change)
    if (columns.length === 0) return
    const sets = columns.map((column) => `"${column}" = @${column}`).join(", ")
    this.#write(() => this.#sql(`UPDATE ${table} SET ${sets} WHERE ${where}`).run({ ...change, ...keys }))
  }

  // ── the board doc ──

  loadDoc(workshopId: string): StoredDoc {
    const board = this.#sql("SELECT seq, snapshot, snapshotSeq FROM boards WHERE workshopId = ?").get(workshopId) as
      | { seq: number; snapshot: Uint8Array | null; snapshotSeq: number }
      | undefined
    if (!board) throw new Error("no such board")
    const rows = this.#sql("SELECT seq, bytes, crc FROM log WHERE workshopId = ? AND seq > ? ORDER BY seq").all(
      workshopId,
      board.snapshotSeq,
    ) as {
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
  }

  commit(workshopId: string, commit: Commit): Committed {
    return this.#write(() => {
      const seq = commit.afterSeq + 1
      const moved = this.#sql("UPDATE boards SET seq = ? WHERE workshopId = ? AND seq = ?").run(seq, workshopId, commit.afterSeq)
      if (moved.changes !== 1) throw new Error("another commit was there first")
      const bytes = Buffer.from(commit.update.buffer, commit.update.byteOffset, commit.update.byteLength)
      this.#sql("INSERT INTO log (workshopId, seq, at, bytes, crc) VALUES (?, ?, ?, ?, ?)").run(
        workshopId,
        seq,
        commit.at,
        bytes,
        crc32(bytes),
      )
      for (const seat of new Set(commit.heads.map((head) => head.seat)))
        if (this.#isRemoved(workshopId, seat)) throw new Error("a seat was removed")
      for (const head of commit.heads) this.#moveHead(workshopId, head)
      for (const row of commit.ledger) this.#putLedger(workshopId, seq, row)
      for (const fact of commit.facts) this.#putFact(workshopId, fact)
      return { seq }
    })
  }

  #moveHead(workshopId: string, head: Commit["heads"][number]): void {
    const moved = this.#sql("UPDATE clientHeads SET clock = ? WHERE workshopId = ? AND clientId = ? AND clock = ? AND seat = ?").run(
      head.to,
      workshopId,
      head.clientId,
      head.from,
      head.seat,
    )
    if (moved.changes === 1) return
    if (head.from !== 0) throw new Error("a client id moved elsewhere")
    this.#sql("INSERT INTO clientHeads (workshopId, clientId, seat, clock) VALUES (?, ?, ?, ?)").run(
      workshopId,
      head.clientId,
      head.seat,
      head.to,
    )
  }

  #putLedger(workshopId: string, seq: number, row: Omit<LedgerRow, "id" | "seq">): void {
    if (row.run !== null && this.#goesOn(workshopId, seq, row)) return
    this.#sql(
      `INSERT INTO ledger (workshopId, seq, at, seat, kind, run, target, chars, before, after)
       VALUES (@workshopId, @seq, @at, @seat, @kind, @run, @target, @chars, @before, @after)`,
    ).run({ ...row, workshopId, seq })
  }

  /** Adds to the last row on this target when it is of the same run, and says whether it was. */
  #goesOn(workshopId: string, seq: number, { seat, run, target, chars, after, at }: Omit<LedgerRow, "id" | "seq">): boolean {
    const added = this.#sql(
      `UPDATE ledger SET after = ?, at = ?, seq = ?, chars = chars + ?
       WHERE id = (SELECT id FROM ledger WHERE workshopId = ? AND target = ? ORDER BY id DESC LIMIT 1) AND seat = ? AND run = ? AND at > ?`,
    ).run(after, at, seq, chars, workshopId, target, seat, run, at - REST_MS)
    return added.changes === 1
  }

  #putFact(workshopId: string, fact: Fact): void {
    this.#sql(
      `INSERT INTO facts (workshopId, ${FACT_COLUMNS}) VALUES (@workshopId, @noteId, @number, @author, @scribe, @firstWording, @settled, @changes, @changedBy, @changedAt)
       ON CONFLICT (workshopId, noteId) DO UPDATE SET author = excluded.author, scribe = excluded.scribe, firstWording = excluded.firstWording,
         settled = excluded.settled, changes = excluded.changes, changedBy = excluded.changedBy, changedAt = excluded.changedAt`,
    ).run({ ...fact, settled: Number(fact.settled), workshopId })
  }

  clientHeads(workshopId: string, seat?: string): Head[] {
    if (seat === undefined) return this.#sql("SELECT clientId, seat, clock FROM clientHeads WHERE workshopId = ?").all(workshopId) as Head[]
    // Left alone, SQLite goes through every id of the workshop: a thousand times the work for each who joins a full hall.
    return this.#sql(
      "SELECT clientId, seat, clock FROM clientHeads INDEXED BY clientHeadsBySeat WHERE workshopId = ? AND seat = ? ORDER BY clientId",
    ).all(workshopId, seat) as Head[]
  }

  /** The write-ahead log is emptied too when something is to be forgotten: deleted bytes must not linger there. */
  compact(workshopId: string, uptoSeq: number, snapshot: Uint8Array, forget: string[] = []): void {
    this.#write(() => {
      this.#sql("UPDATE boards SET snapshot = ?, snapshotSeq = ? WHERE workshopId = ? AND snapshotSeq <= ?").run(
        snapshot,
        uptoSeq,
        workshopId,
        uptoSeq,
      )
      this.#sql("DELETE FROM log WHERE workshopId = ? AND seq <= ?").run(workshopId, uptoSeq)
      for (const noteId of forget) {
        this.#sql("UPDATE ledger SET before = NULL, after = NULL WHERE workshopId = ? AND target = ?").run(workshopId, noteId)
        this.#sql("UPDATE facts SET firstWording = '' WHERE workshopId = ? AND noteId = ?").run(workshopId, noteId)
      }
    })
    if (forget.length > 0) this.checkpoint()
  }

  facts(workshopId: string): Fact[] {
    const rows = this.#sql(`SELECT ${FACT_COLUMNS} FROM facts WHERE workshopId = ? ORDER BY number`).all(workshopId) as FactDbRow[]
    return rows.map((row) => ({ ...row, settled: row.settled === 1 }))
  }

  ledger(workshopId: string, { target, kinds, until, before, limit = 100 }: LedgerQuery = {}): LedgerRow[] {
    const ofTarget = target === undefined ? "" : "AND target = @target"
    const ofKinds = kinds === undefined ? "" : "AND kind IN (SELECT value FROM json_each(@kinds))"
    const where = `${ofTarget} ${ofKinds} ${until === undefined ? "" : "AND at <= @until"}`
    return this.#sql(
      `SELECT id, seq, at, seat, kind, run, target, chars, before, after FROM ledger WHERE workshopId = @workshopId ${where} AND id < @before ORDER BY id DESC LIMIT @limit`,
    ).all({
      workshopId,
      before: before ?? Number.MAX_SAFE_INTEGER,
      limit,
      ...(target === undefined ? {} : { target }),
      ...(until === undefined ? {} : { until }),
      ...(kinds === undefined ? {} : { kinds: JSON.stringify(kinds) }),
    }) as LedgerRow[]
  }

  setAuthor(workshopId: string, noteId: string, author: string, scribe: string | null): void {
    this.#write(() =>
      this.#sql("UPDATE facts SET author = ?, scribe = ? WHERE workshopId = ? AND noteId = ?").run(author, scribe, workshopId, noteId),
    )
  }

  // ── hidden notes ──

  hideNote(workshopId: string, row: HiddenRow): void {
    this.#write(() =>
      this.#sql("INSERT OR REPLACE INTO hidden (workshopId, noteId, content, hiddenAt) VALUES (?, ?, ?, ?)").run(
        workshopId,
        row.noteId,
        row.content,
        row.hiddenAt,
      ),
    )
  }

  hiddenNote(workshopId: string, noteId: string): HiddenRow | null {
    return (
      (this.#sql("SELECT noteId, content, hiddenAt FROM hidden WHERE workshopId = ? AND noteId = ?").get(workshopId, noteId) as
        | HiddenRow
        | undefined) ?? null
    )
  }

  hiddenNotes(workshopId: string): HiddenRow[] {
    return this.#sql("SELECT noteId, content, hiddenAt FROM hidden WHERE workshopId = ?").all(workshopId) as HiddenRow[]
  }

  forgetHidden(workshopId: string, noteId: string): void {
    this.#write(() => this.#sql("DELETE FROM hidden WHERE workshopId = ? AND noteId = ?").run(workshopId, noteId))
  }

  forgetPrivateBefore(moment: number): number {
    const gone = this.#write(() =>
      ["DELETE FROM hidden WHERE hiddenAt < ?", "DELETE FROM concerns WHERE at < ?", "DELETE FROM asks WHERE at < ?"]
        .map((sql) => this.#sql(sql).run(moment).changes)
        .reduce((sum, changes) => sum + changes, 0),
    )
    if (gone > 0) this.checkpoint()
    return gone
  }

  // ── what one person says to one other ──

  putConcern(workshopId: string, row: ConcernRow): void {
    this.#write(() =>
      this.#sql(
        "INSERT OR REPLACE INTO concerns (workshopId, id, seat, hearer, isNamed, words, at, readAt) VALUES (@workshopId, @id, @seat, @hearer, @isNamed, @words, @at, @readAt)",
      ).run({ ...row, isNamed: Number(row.isNamed), workshopId }),
    )
  }

  concerns(workshopId: string): ConcernRow[] {
    const rows = this.#sql("SELECT id, seat, hearer, isNamed, words, at, readAt FROM concerns WHERE workshopId = ? ORDER BY at, id").all(
      workshopId,
    ) as ConcernDbRow[]
    return rows.map((row) => ({ ...row, isNamed: row.isNamed === 1 }))
  }

  /** Taken back: not in the write-ahead log either. */
  deleteConcern(workshopId: string, id: string): void {
    this.#write(() => this.#sql("DELETE FROM concerns WHERE workshopId = ? AND id = ?").run(workshopId, id))
    this.checkpoint()
  }

  putAsk(workshopId: string, row: AskRow): void {
    this.#write(() =>
      this.#sql(
        "INSERT OR REPLACE INTO asks (workshopId, kind, noteId, seat, words, at) VALUES (@workshopId, @kind, @noteId, @seat, @words, @at)",
      ).run({ ...row, workshopId }),
    )
  }

  asks(workshopId: string): AskRow[] {
    return this.#sql("SELECT kind, noteId, seat, words, at FROM asks WHERE workshopId = ? ORDER BY at").all(workshopId) as AskRow[]
  }

  deleteAsk(workshopId: string, kind: AskRow["kind"], noteId: string): void {
    this.#write(() => this.#sql("DELETE FROM asks WHERE workshopId = ? AND kind = ? AND noteId = ?").run(workshopId, kind, noteId))
  }

  // ── what people need so that they can take part ──

  accessContact(workshopId: string): AccessContactRow | null {
    const row = this.#sql("SELECT name, reach, deleteAt, keyHash, readAt FROM accessContacts WHERE workshopId = ?").get(workshopId)
    return (row as AccessContactRow | undefined) ?? null
  }

  setAccessContact(workshopId: string, row: Pick<AccessContactRow, "name" | "reach" | "deleteAt">, keyHash: string): boolean {
    const isNew = this.#write(() => {
      const before = this.accessContact(workshopId)
      const known = before?.name === row.name && before.keyHash !== null ? before : null
      const contact: AccessContactRow = { ...row, keyHash: known?.keyHash ?? keyHash, readAt: known?.readAt ?? null }
      this.#sql(
        "INSERT OR REPLACE INTO accessContacts (workshopId, name, reach, deleteAt, keyHash, readAt) VALUES (@workshopId, @name, @reach, @deleteAt, @keyHash, @readAt)",
      ).run({ ...contact, workshopId })
      this.#sql("UPDATE accessNeeds SET deleteAt = min(deleteAt, ?) WHERE workshopId = ?").run(row.deleteAt, workshopId)
      return known === null
    })
    this.checkpoint()
    return isNew
  }

  renewAccessLink(workshopId: string, keyHash: string): void {
    this.#write(() => this.#sql("UPDATE accessContacts SET keyHash = ? WHERE workshopId = ?").run(keyHash, workshopId))
  }

  accessRead(workshopId: string, keyHash: string, at: number): boolean {
    const sql = "UPDATE accessContacts SET readAt = ? WHERE workshopId = ? AND keyHash = ?"
    return this.#write(() => this.#sql(sql).run(at, workshopId, keyHash)).changes === 1
  }

  forgetAccessContact(workshopId: string): void {
    this.#write(() => {
      for (const table of ["accessContacts", "accessNeeds"]) this.#sql(`DELETE FROM ${table} WHERE workshopId = ?`).run(workshopId)
    })
    this.checkpoint()
  }

  accessNeeds(workshopId: string): AccessNeedRow[] {
    const rows = this.#sql(`SELECT ${ACCESS_COLUMNS} FROM accessNeeds WHERE workshopId = ? ORDER BY at, id`).all(
      workshopId,
    ) as AccessNeedDbRow[]
    return rows.map((row) => ({ ...row, supporter: row.supporter === 1 }))
  }

  putAccessNeed(workshopId: string, row: AccessNeedRow): void {
    this.#write(() =>
      this.#sql(
        `INSERT OR REPLACE INTO accessNeeds (workshopId, ${ACCESS_COLUMNS}) VALUES (@workshopId, @id, @seat, @keyHash, @words, @language, @supporter, @reach, @at, @deleteAt)`,
      ).run({ ...row, supporter: Number(row.supporter), workshopId }),
    )
  }

  deleteAccessNeed(workshopId: string, id: string): void {
    this.#write(() => this.#sql("DELETE FROM accessNeeds WHERE workshopId = ? AND id = ?").run(workshopId, id))
    this.checkpoint()
  }

  forgetAccess(now: number): number {
    const gone = this.#write(() =>
      ["accessContacts", "accessNeeds"]
        .map((table) => this.#sql(`DELETE FROM ${table} WHERE deleteAt <= ?`).run(now).changes)
        .reduce((sum, changes) => sum + changes, 0),
    )
    if (gone > 0) this.checkpoint()
    return gone
  }

  supporters(workshopId: string): SupporterRow[] {
    return this.#sql("SELECT seat, supporter FROM supporters WHERE workshopId = ? ORDER BY seat, supporter").all(
      workshopId,
    ) as SupporterRow[]
  }

  setSupporter(workshopId: string, { seat, supporter }: SupporterRow, may: boolean): void {
    const sql = may
      ? "INSERT OR IGNORE INTO supporters (workshopId, seat, supporter) VALUES (?, ?, ?)"
      : "DELETE FROM supporters WHERE workshopId = ? AND seat = ? AND supporter = ?"
    this.#write(() => this.#sql(sql).run(workshopId, seat, supporter))
  }

  // ── pledges ──

  setGoesAlong(workshopId: string, row: GoesAlongRow, goes: boolean): void {
    const sql = goes
      ? "INSERT OR REPLACE INTO goesAlong (workshopId, pledgeId, seat, wording) VALUES (@workshopId, @pledgeId, @seat, @wording)"
      : "DELETE FROM goesAlong WHERE workshopId = @workshopId AND pledgeId = @pledgeId AND seat = @seat"
    this.#write(() => this.#sql(sql).run(goes ? { ...row, workshopId } : { pledgeId: row.pledgeId, seat: row.seat, workshopId }))
  }

  goesAlong(workshopId: string): GoesAlongRow[] {
    return this.#sql("SELECT pledgeId, seat, wording FROM goesAlong WHERE workshopId = ? ORDER BY pledgeId, seat").all(
      workshopId,
    ) as GoesAlongRow[]
  }

  // ── drafts ──

  putDraft(workshopId: string, row: DraftRow): void {
    this.#write(() =>
      this.#sql(
        `INSERT OR REPLACE INTO drafts (workshopId, ${DRAFT_COLUMNS}) VALUES (@workshopId, @id, @seat, @roundId, @kind, @text, @forWhom, @keptBack, @writtenAt)`,
      ).run({ ...row, keptBack: Number(row.keptBack), workshopId }),
    )
  }

  drafts(workshopId: string): DraftRow[] {
    const rows = this.#sql(`SELECT ${DRAFT_COLUMNS} FROM drafts WHERE workshopId = ? ORDER BY writtenAt, id`).all(
      workshopId,
    ) as DraftDbRow[]
    return rows.map((row) => ({ ...row, keptBack: row.keptBack === 1 }))
  }

  deleteDrafts(workshopId: string, ids: string[]): void {
    if (ids.length === 0) return
    this.#write(() => {
      for (const id of ids) this.#sql("DELETE FROM drafts WHERE workshopId = ? AND id = ?").run(workshopId, id)
    })
    this.checkpoint()
  }

  // ── erasing ──

  beginErasure(workshopId: string, row: ErasureRow, keepKeyHash: string | null): void {
    this.#write(() => {
      this.#sql(
        "INSERT INTO erasures (workshopId, id, seat, words, at, doneAt) VALUES (@workshopId, @id, @seat, @words, @at, @doneAt)",
      ).run({ ...row, words: Number(row.words), workshopId })
      this.#sql(
        `UPDATE seats SET name = '', credit = 'none', "group" = NULL, "table" = NULL, returnHash = NULL WHERE workshopId = ? AND id = ?`,
      ).run(workshopId, row.seat)
      this.#sql("DELETE FROM seatKeys WHERE workshopId = ? AND seatId = ? AND keyHash IS NOT ?").run(workshopId, row.seat, keepKeyHash)
      this.#sql("DELETE FROM accessNeeds WHERE workshopId = ? AND seat = ?").run(workshopId, row.seat)
      this.#sql("DELETE FROM supporters WHERE workshopId = ? AND (seat = ? OR supporter = ?)").run(workshopId, row.seat, row.seat)
    })
  }

  erasuresToFinish(workshopId: string): ErasureRow[] {
    const rows = this.#sql("SELECT id, seat, words, at, doneAt FROM erasures WHERE workshopId = ? AND doneAt IS NULL ORDER BY at, id").all(
      workshopId,
    ) as (Omit<ErasureRow, "words"> & { words: 0 | 1 })[]
    return rows.map((row) => ({ ...row, words: row.words === 1 }))
  }

  forgetWords(workshopId: string, { seat, ledger, facts, hidden, pledges, events }: Forgotten): void {
    this.#write(() => {
      for (const id of ledger)
        this.#sql("UPDATE ledger SET before = NULL, after = NULL WHERE workshopId = ? AND id = ?").run(workshopId, id)
      for (const id of facts) this.#sql("UPDATE facts SET firstWording = '' WHERE workshopId = ? AND noteId = ?").run(workshopId, id)
      for (const id of hidden) this.#sql("DELETE FROM hidden WHERE workshopId = ? AND noteId = ?").run(workshopId, id)
      for (const id of pledges) this.#sql("DELETE FROM goesAlong WHERE workshopId = ? AND pledgeId = ?").run(workshopId, id)
      for (const table of ["concerns", "asks", "goesAlong"])
        this.#sql(`DELETE FROM ${table} WHERE workshopId = ? AND seat = ?`).run(workshopId, seat)
      this.#retell(workshopId, events)
    })
  }

  finishErasure(workshopId: string, id: string, doneAt: number): void {
    this.#write(() => this.#sql("UPDATE erasures SET doneAt = ? WHERE workshopId = ? AND id = ?").run(doneAt, workshopId, id))
  }

  // ── taking out what was said of somebody ──

  beginMention(workshopId: string, row: MentionRow): void {
    this.#write(() =>
      this.#sql(
        'INSERT OR REPLACE INTO mentions (workshopId, id, seat, words, "except", places, at) VALUES (@workshopId, @id, @seat, @words, @except, @places, @at)',
      ).run({ ...row, except: JSON.stringify(row.except), workshopId }),
    )
  }

  mentionsToFinish(workshopId: string): MentionRow[] {
    const rows = this.#sql('SELECT id, seat, words, "except", places, at FROM mentions WHERE workshopId = ? ORDER BY at, id').all(
      workshopId,
    ) as (Omit<MentionRow, "except"> & { except: string })[]
    return rows.map((row) => ({ ...row, except: JSON.parse(row.except) as string[] }))
  }

  rewriteWords(workshopId: string, mentionId: string, { ledger, facts, hidden, drafts, events }: Rewritten): boolean {
    const update = (sql: string) => this.#sql(`UPDATE ${sql}`)
    const isAsRead = ({ id, was }: Rewritten["ledger"][number]): boolean =>
      this.#sql("SELECT 1 FROM ledger WHERE workshopId = ? AND id = ? AND before IS ? AND after IS ?").get(
        workshopId,
        id,
        was.before,
        was.after,
      ) !== undefined
    return this.#write(() => {
      if (!ledger.every(isAsRead)) return false
      for (const { id, before, after } of ledger)
        update("ledger SET before = ?, after = ? WHERE workshopId = ? AND id = ?").run(before, after, workshopId, id)
      for (const { noteId, firstWording } of facts)
        update("facts SET firstWording = ? WHERE workshopId = ? AND noteId = ?").run(firstWording, workshopId, noteId)
      for (const { noteId, content } of hidden)
        update("hidden SET content = ? WHERE workshopId = ? AND noteId = ?").run(content, workshopId, noteId)
      for (const { id, text } of drafts) update("drafts SET text = ? WHERE workshopId = ? AND id = ?").run(text, workshopId, id)
      this.#retell(workshopId, events)
      update("mentions SET words = NULL WHERE workshopId = ? AND id = ?").run(workshopId, mentionId)
      return true
    })
  }

  finishMention(workshopId: string, id: string): void {
    this.#write(() => this.#sql("DELETE FROM mentions WHERE workshopId = ? AND id = ?").run(workshopId, id))
  }

  // ── the session log ──

  #retell(workshopId: string, events: SessionEvent[]): void {
    for (const event of events)
      this.#sql("UPDATE events SET body = ? WHERE workshopId = ? AND seq = ?").run(JSON.stringify(event), workshopId, event.seq)
  }

  appendEvents(workshopId: string, events: SessionEvent[], intentId: string | null): boolean {
    return this.#write(() => {
      if (intentId !== null) {
        const fresh = this.#sql("INSERT OR IGNORE INTO intents (workshopId, id) VALUES (?, ?)").run(workshopId, intentId)
        if (fresh.changes === 0) return false
      }
      for (const event of events) this.#insertEvent(workshopId, event)
      return true
    })
  }

  #insertEvent(workshopId: string, event: SessionEvent): void {
    const last = this.#sql("SELECT coalesce(max(seq), 0) FROM events WHERE workshopId = ?").pluck().get(workshopId) as number
    if (event.seq !== last + 1) throw new Error(`event ${event.seq} after ${last}`)
    this.#sql("INSERT INTO events (workshopId, seq, body) VALUES (?, ?, ?)").run(workshopId, event.seq, JSON.stringify(event))
  }

  events(workshopId: string): SessionEvent[] {
    const bodies = this.#sql("SELECT body FROM events WHERE workshopId = ? ORDER BY seq").pluck().all(workshopId) as string[]
    return bodies.map((body) => JSON.parse(body) as SessionEvent)
  }

  healthy(): boolean {
    this.#write(() => this.#sql("UPDATE boards SET seq = seq WHERE workshopId = ''").run())
    return true
  }

  /** Writes the write-ahead log into the file and empties it. Throws when the disk refuses. */
  checkpoint(): void {
    this.#db.pragma("wal_checkpoint(TRUNCATE)")
  }

  close(): void {
    this.#db.close()
  }
}
