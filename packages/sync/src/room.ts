// One open Doc and its connections: frames in, frames out. Owns the order of things: guard → apply → commit → relay and ack.
// Knows no HTTP, no socket and no board; the store, the clock, the timer and the reader of the board are arguments.
//
//   receive ─→ queue ─→ turn: guard, apply ─→ commit ─┬→ relay to all, ack the senders, answer step 1s
//                                                     └→ (failed) nack, throw the Doc away, load it again from the log
//
// One turn at a time; what arrives during a commit waits for the next. So outside a turn the Doc holds only what is durable.
import * as Y from "yjs"
import { Batch } from "./batch.ts"
import { CommittedState } from "./committed-state.ts"
import type { Connection } from "./connection.ts"
import { digestOf } from "./digest.ts"
import type { Change, DocStore, Fact, LedgerRow, StoredDoc } from "./durable.ts"
import { checkUpdate, withoutGaps, type GuardSchema, type Verdict } from "./guard/guard.ts"
import { decodeAwareness, isEcho, Presence } from "./presence.ts"
import type { Replayed } from "./replay.ts"
import { decodeFrame, encodeAwareness, encodeClock, encodeStep1, encodeUpdate, type Frame } from "./wire.ts"

/** The owner of client ids that are the server's own. */
export const SERVER_SEAT = "server"

/** Tells what the last applied transaction did to the board. Made anew with every Doc. */
export type Reader = {
  take(seat: string, at: number): { ledger: Omit<LedgerRow, "id" | "seq">[]; facts: Fact[] }
  destroy(): void
}
export type { Change }

export type RoomDeps = {
  board: string
  store: DocStore
  schema: GuardSchema
  /** The guard; tests put a wrong one in its place. */
  check?: typeof checkUpdate
  readerOf(doc: Y.Doc, facts: Fact[]): Reader
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `work` after `ms`; the answer cancels it. */
  later(ms: number, work: () => void): () => void
  /** A random client id of 53 bits. */
  newClientId(): number
  /** `replay` of replay.ts, in a thread of its own where there is one. */
  replay(stored: StoredDoc): Promise<Replayed>
  /** False once the workshop has ended: phones' frames are then nacked `refused`. */
  mayWrite(): boolean
  /** Called after each commit, once the phones have been sent what it holds. */
  onCommitted(ledger: Omit<LedgerRow, "id" | "seq">[], facts: Fact[]): void
  onFault(what: string, error: unknown): void
}

type UpdateFrame = Extract<Frame, { type: "update" }>
type Job =
  | { type: "hello"; connection: Connection }
  | { type: "step-1"; connection: Connection; stateVector: Uint8Array }
  | { type: "update"; connection: Connection; frame: UpdateFrame; number: number }
  | {
      type: "edit"
      seat: string
      change: (doc: Y.Doc) => unknown
      done: (result: unknown) => void
      failed: (error: unknown) => void
      result?: unknown
      isOver?: boolean
    }
  /** The live Doc is not what the log says. */
  | { type: "reload" }
  | { type: "forget"; noteIds: string[]; done: () => void; failed: (error: unknown) => void }

/** A board may grow to this many bytes; past it new words are refused with `too-large`. */
const BOARD_LIMIT_BYTES = 20 * 1024 * 1024
/** Bytes waiting for one phone: over the first it gets no presence, over the second it is told to come back. */
const SLOW_BYTES = 1024 * 1024
const STUCK_BYTES = 8 * 1024 * 1024
/** Presence: at most this often, and at most this many bytes a second to one phone. */
const PRESENCE_MS = 100
const PRESENCE_BYTES_PER_S = 20_000
const COMPACT_ROWS = 500
const COMPACT_BYTES = 1024 * 1024
const RETRY_MS = 1000
/** The live Doc is held against the log this often while it changes. */
const VERIFY_MS = 30_000

export class Room {
  readonly #deps: RoomDeps
  readonly #connections = new Set<Connection>()
  readonly #presence = new Presence()
  #doc = new Y.Doc()
  #reader: Reader | null = null
  #committed = new CommittedState(this.#doc)
  #owners = new Map<number, string>()
  #seq = 0
  #rowsSinceSnapshot = 0
  #bytesSinceSnapshot = 0
  #queue: Job[] = []
  #turning: Promise<void> | null = null
  #cancelTurn: (() => void) | null = null
  #cancelPresence: (() => void) | null = null
  #lastTurnAt = 0
  #isLooking = false
  #lookedAtSeq = 0
  #lookedAt = 0
  /** Set while the store does not take writes: frames are nacked `read-only`. */
  #cannotStore = false
  #isClosed = false

  private constructor(deps: RoomDeps) {
    this.#deps = deps
  }

  static async load(deps: RoomDeps): Promise<Room> {
    const room = new Room(deps)
    await room.#loadDoc()
    return room
  }

  /** The live Doc, for reading. Outside a turn it holds only what is durable; nobody but the room writes to it. */
  get doc(): Y.Doc {
    return this.#doc
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  get isIdle(): boolean {
    return this.#connections.size === 0 && this.#queue.length === 0 && !this.#turning
  }

  /** Seats a connection. `clientIds` are those leased to its seat by now: nobody else may be the first to use them. */
  connect(connection: Connection, clientIds: readonly number[] = []): void {
    for (const clientId of clientIds) this.#owners.set(clientId, connection.seat)
    this.#connections.add(connection)
    this.#enqueue({ type: "hello", connection })
  }

  leave(connection: Connection): void {
    this.#connections.delete(connection)
    this.#presence.leave(connection)
    this.#schedulePresence()
  }

  /** Takes one frame. What it changes waits for the next turn; nothing is applied, sent or acked before that. */
  receive(connection: Connection, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes) // decode, then decide: raw bytes can lie
    switch (frame.type) {
      case "bad":
        return connection.close("malformed")
      case "clock":
        return connection.send(encodeClock(frame.id, this.#deps.now()))
      case "awareness":
        return this.#receiveAwareness(connection, frame.update)
      case "query-awareness":
        return this.#sendPresence(connection)
      case "step-1":
        return this.#enqueue({ type: "step-1", connection, stateVector: frame.stateVector })
      case "update":
        return this.#enqueue({ type: "update", connection, frame, number: connection.nextFrameNumber() })
    }
  }

  /** Changes the Doc on behalf of a seat (a plain form, an intent). Resolves with what `change` returned, once that is durable. */
  edit<T>(seat: string, change: (doc: Y.Doc) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#enqueue({ type: "edit", seat, change, done: (result) => resolve(result as T), failed: reject })
    })
  }

  /** Makes what was deleted leave the log, the cached frames and the kept wordings of these notes. Resolves when it is gone from the store. */
  forget(noteIds: string[]): Promise<void> {
    return new Promise((resolve, reject) => this.#enqueue({ type: "forget", noteIds, done: resolve, failed: reject }))
  }

  /** Same bytes to every evenboard.1 phone. */
  broadcast(frame: Uint8Array): void {
    for (const connection of this.#connections) if (connection.speaksEvenboard) connection.send(frame)
  }

  /** Commits and acks what is queued, then lets go of everything. The caller closes the connections. */
  async close(): Promise<void> {
    while (this.#queue.length > 0 || this.#turning) await this.#startTurn()
    this.#isClosed = true
    this.#cancelTurn?.()
    this.#cancelPresence?.()
    this.#reader?.destroy()
    this.#doc.destroy()
  }

  // ── the queue ──

  #enqueue(job: Job): void {
    if (this.#isClosed) return job.type === "edit" || job.type === "forget" ? job.failed(new Error("closed")) : undefined
    this.#queue.push(job)
    if (this.#turning || this.#cancelTurn) return
    const wait = Math.max(0, this.#lastTurnAt + windowMs(this.#connections.size) - this.#deps.now())
    this.#cancelTurn = this.#deps.later(wait, () => void this.#startTurn())
  }

  #startTurn(): Promise<void> {
    this.#cancelTurn?.()
    this.#cancelTurn = null
    this.#turning ??= this.#turn()
      .catch((error: unknown) => this.#deps.onFault("turn", error))
      .finally(() => {
        this.#turning = null
        const next = this.#queue.splice(0)
        for (const job of next) this.#enqueue(job)
      })
    return this.#turning
  }

  async #turn(): Promise<void> {
    this.#lastTurnAt = this.#deps.now()
    const jobs = this.#queue.splice(0)
    if (jobs.some((job) => job.type === "reload")) return this.#startOver(jobs.filter((job) => job.type !== "reload"))
    const batch = new Batch()
    for (const [index, job] of jobs.entries()) {
      if (!this.#apply(job, batch)) {
        const others = jobs.filter((_, i) => i !== index)
        return this.#startOver(others)
      }
    }
    if (!(await this.#commit(batch, jobs))) return
    for (const job of jobs) await this.#answer(job)
    this.#lookAfterTheLog()
  }

  /** One frame spoilt the Doc: load it again from the log, and take the others, who did nothing wrong, once more. */
  async #startOver(others: Job[]): Promise<void> {
    try {
      await this.#rebuild()
      this.#queue.unshift(...others)
    } catch (error) {
      this.#deps.onFault("rebuild", error)
      await this.#commitFailed(others)
    }
  }

  /** Guards and applies one job; false when the Doc can no longer be trusted. */
  #apply(job: Job, batch: Batch): boolean {
    if (job.type === "edit") return this.#applyEdit(job, batch)
    if (job.type !== "update") return true
    if (this.#cannotStore || !this.#deps.mayWrite()) {
      job.connection.nack(job.number, this.#cannotStore ? "read-only" : "refused")
      return true
    }
    const { connection, frame, number } = job
    const check = this.#deps.check ?? checkUpdate
    const verdict = check(this.#doc, frame.update, connection.seat, { ownerOf: (id) => this.#owners.get(id) }, this.#deps.schema)
    if (verdict.type === "gap" && frame.isStep2) return this.#applyWhatHolds(job, batch)
    if (verdict.type !== "ok") {
      this.#refuse(job, verdict)
      return true
    }
    if (this.#committed.bytes + frame.update.length > BOARD_LIMIT_BYTES) {
      this.#refuse(job, { type: "too-large" })
      return true
    }
    batch.frames.push({ connection, number, isStep2: frame.isStep2 })
    return this.#applyChecked(connection, verdict, batch)
  }

  #applyChecked(connection: Connection, verdict: Extract<Verdict, { type: "ok" }>, batch: Batch): boolean {
    for (const head of verdict.heads) this.#owners.set(head.clientId, connection.seat)
    const applied = this.#transact(connection.seat, batch, () => Y.applyUpdate(this.#doc, verdict.update, "phone"))
    if (!applied) connection.close("refused")
    else for (const head of verdict.heads) batch.moveHead({ ...head, seat: connection.seat })
    return applied
  }

  /**
   * A step 2 holds all a phone has. If something in it hangs on words that are lost (an outbox that was cleared, say), asking again
   * would go on for ever, and everything else that person writes would be lost with it: so what holds is kept, and the frame is nacked.
   */
  #applyWhatHolds({ connection, frame, number }: Extract<Job, { type: "update" }>, batch: Batch): boolean {
    connection.nack(number, "gap")
    const part = withoutGaps(this.#doc, frame.update)
    const verdict = checkUpdate(this.#doc, part, connection.seat, { ownerOf: (id) => this.#owners.get(id) }, this.#deps.schema)
    if (verdict.type === "foreign") connection.close("foreign-id")
    return verdict.type === "ok" ? this.#applyChecked(connection, verdict, batch) : true
  }

  #applyEdit(job: Extract<Job, { type: "edit" }>, batch: Batch): boolean {
    if (this.#cannotStore) {
      job.failed(new Error("cannot store"))
      job.isOver = true
      return true
    }
    const from = Y.getState(this.#doc.store, this.#doc.clientID)
    const applied = this.#transact(job.seat, batch, () => {
      job.result = this.#doc.transact(() => job.change(this.#doc), "server")
    })
    if (!applied) {
      job.failed(new Error("the change failed"))
      return false
    }
    const to = Y.getState(this.#doc.store, this.#doc.clientID)
    if (to > from) batch.moveHead({ clientId: this.#doc.clientID, seat: SERVER_SEAT, from, to })
    return true
  }

  /** Runs one change of one seat; collects its update, ledger rows and facts. False when it threw or left something hanging. */
  #transact(seat: string, batch: Batch, change: () => void): boolean {
    const collect = (update: Uint8Array): void => batch.addUpdate(update)
    this.#doc.on("update", collect)
    try {
      change()
      const { ledger, facts } = this.#reader?.take(seat, this.#deps.now()) ?? { ledger: [], facts: [] }
      batch.record(ledger, facts)
      return this.#doc.store.pendingStructs === null && this.#doc.store.pendingDs === null
    } catch (error) {
      this.#deps.onFault("apply", error)
      return false
    } finally {
      this.#doc.off("update", collect)
    }
  }

  #refuse(job: Extract<Job, { type: "update" }>, verdict: Exclude<Verdict, { type: "ok" }>): void {
    const { connection, number } = job
    switch (verdict.type) {
      case "foreign":
        return connection.close("foreign-id")
      case "malformed":
        return connection.close("malformed")
      case "gap":
        connection.nack(number, "gap")
        return connection.send(encodeStep1(Y.encodeStateVector(this.#doc)))
      case "too-large":
      case "refused":
        connection.nack(number, verdict.type)
        if (!connection.speaksEvenboard || verdict.type === "refused") connection.close("refused")
    }
  }

  // ── commit ──

  /** False when the batch could not be kept; everybody concerned has been told. */
  async #commit(batch: Batch, jobs: Job[]): Promise<boolean> {
    if (!batch.isEmpty) {
      const update = batch.merged()
      try {
        this.#seq = (await this.#deps.store.commit(this.#deps.board, batch.toCommit(this.#seq, update, this.#deps.now()))).seq
      } catch (error) {
        this.#deps.onFault("commit", error)
        await this.#commitFailed(jobs)
        return false
      }
      this.#committed.add(update)
      this.#rowsSinceSnapshot += 1
      this.#bytesSinceSnapshot += update.length
      this.#relay(encodeUpdate(update))
    }
    const acked = new Set<Connection>()
    for (const { connection, number, isStep2 } of batch.frames) {
      connection.durable(number, isStep2)
      acked.add(connection)
    }
    for (const connection of acked) connection.sendAck()
    if (batch.ledger.length > 0 || batch.facts.length > 0) this.#deps.onCommitted(batch.ledger, batch.facts)
    return true
  }

  #relay(frame: Uint8Array): void {
    for (const connection of this.#connections) {
      if (connection.queuedBytes() > STUCK_BYTES) connection.close("try-later")
      else connection.send(frame)
    }
  }

  /** Nothing of these jobs was kept: say so to each, and try to get the store back. */
  async #commitFailed(jobs: Job[]): Promise<void> {
    this.#cannotStore = true
    for (const job of jobs) {
      if (job.type === "edit" || job.type === "forget") job.failed(new Error("cannot store"))
      else if (job.type === "hello" || job.type === "step-1") this.#queue.unshift(job)
      else if (job.type === "reload") continue
      else {
        job.connection.nack(job.number, "read-only")
        if (!job.connection.speaksEvenboard) job.connection.close("try-later")
      }
    }
    await this.#recover()
  }

  /** Loads from the log again and goes on; while that fails, tries again every second. */
  async #recover(): Promise<void> {
    try {
      await this.#rebuild()
      this.#cannotStore = false
    } catch (error) {
      this.#deps.onFault("recover", error)
      this.#deps.later(RETRY_MS, () => void this.#recover())
    }
  }

  /** The live Doc is a cache of the log: throw it away and read it again. Phones are asked for what is missing. */
  async #rebuild(): Promise<void> {
    await this.#loadDoc()
    const ask = encodeStep1(Y.encodeStateVector(this.#doc))
    for (const connection of this.#connections) connection.send(ask)
  }

  async #loadDoc(): Promise<void> {
    const { store, board } = this.#deps
    const [stored, heads, facts] = await Promise.all([store.loadDoc(board), store.clientHeads(board), store.facts(board)])
    const doc = new Y.Doc()
    doc.clientID = this.#deps.newClientId()
    doc.transact(() => {
      if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot)
      for (const update of stored.updates) Y.applyUpdate(doc, update)
    })
    this.#reader?.destroy()
    this.#doc.destroy()
    this.#doc = doc
    this.#reader = this.#deps.readerOf(doc, facts)
    this.#seq = stored.seq
    this.#rowsSinceSnapshot = stored.updates.length
    this.#bytesSinceSnapshot = stored.updates.reduce((sum, update) => sum + update.length, 0)
    this.#owners = new Map(heads.map((head) => [head.clientId, head.seat]))
    this.#owners.set(doc.clientID, SERVER_SEAT)
    this.#committed = new CommittedState(doc)
  }

  // ── answers, given while the Doc holds only what is durable ──

  async #answer(job: Job): Promise<void> {
    switch (job.type) {
      case "hello":
        job.connection.send(encodeStep1(Y.encodeStateVector(this.#doc)))
        return this.#sendPresence(job.connection)
      case "step-1":
        return this.#answerStep1(job.connection, job.stateVector)
      case "edit":
        return job.isOver ? undefined : job.done(job.result)
      case "forget":
        return this.#forgetNow(job)
      case "update":
      case "reload":
    }
  }

  #answerStep1(connection: Connection, stateVector: Uint8Array): void {
    try {
      for (const frame of this.#committed.answer(stateVector, this.#doc)) connection.send(frame)
    } catch {
      connection.close("malformed")
    }
  }

  async #forgetNow(job: Extract<Job, { type: "forget" }>): Promise<void> {
    try {
      // From the live Doc, which has let go of the words: the log still holds them.
      await this.#compact(this.#seq, this.#committed.renew(this.#doc), job.noteIds)
      job.done()
    } catch (error) {
      job.failed(error)
    }
  }

  /**
   * Now and then: is the live Doc what a restart would find? And when the log is long: a snapshot, made from the log itself. The digest
   * is taken now, while the Doc holds just what is durable; the rest runs beside the next turns.
   */
  #lookAfterTheLog(): void {
    const isLong = this.#rowsSinceSnapshot >= COMPACT_ROWS || this.#bytesSinceSnapshot >= COMPACT_BYTES
    const isDue = this.#seq !== this.#lookedAtSeq && this.#deps.now() - this.#lookedAt >= VERIFY_MS
    if (this.#isLooking || (!isLong && !isDue)) return
    this.#isLooking = true
    this.#lookedAtSeq = this.#seq
    this.#lookedAt = this.#deps.now()
    this.#compareWithLog(this.#seq, digestOf(this.#doc), isLong)
      .catch((error: unknown) => this.#deps.onFault("look after the log", error))
      .finally(() => (this.#isLooking = false))
  }

  async #compareWithLog(seq: number, digest: string, isLong: boolean): Promise<void> {
    const stored = await this.#deps.store.loadDoc(this.#deps.board)
    if (stored.seq !== seq) return
    const replayed = await this.#deps.replay(stored)
    if (replayed.digest !== digest) {
      this.#deps.onFault("digest", new Error(`the live doc differs from its log at ${seq}`))
      this.#enqueue({ type: "reload" })
    } else if (isLong) await this.#compact(seq, replayed.snapshot, [])
  }

  async #compact(uptoSeq: number, snapshot: Uint8Array, forget: string[]): Promise<void> {
    await this.#deps.store.compact(this.#deps.board, uptoSeq, snapshot, forget)
    this.#rowsSinceSnapshot = this.#seq - uptoSeq
    this.#bytesSinceSnapshot = 0
  }

  // ── presence ──

  #receiveAwareness(connection: Connection, update: Uint8Array): void {
    const claims = decodeAwareness(update)
    if (!claims) return connection.close("malformed")
    for (const claim of claims) {
      const owner = this.#owners.get(claim.clientId)
      // The stock client sends back every state it hears, and takes down those it no longer hears: other people's are no claim.
      if (owner === undefined ? isEcho(claim, connection.seat) : owner !== connection.seat) continue
      if (owner === undefined && !connection.mayClaimId()) continue
      this.#owners.set(claim.clientId, connection.seat)
      this.#presence.set(connection, connection.seat, claim)
    }
    this.#schedulePresence()
  }

  #sendPresence(connection: Connection): void {
    const update = this.#presence.all()
    if (update) connection.send(encodeAwareness(update))
  }

  #schedulePresence(after = PRESENCE_MS): void {
    this.#cancelPresence ??= this.#deps.later(after, () => {
      this.#cancelPresence = null
      const update = this.#presence.takeChanges()
      if (!update) return
      const frame = encodeAwareness(update)
      for (const connection of this.#connections) if (connection.queuedBytes() < SLOW_BYTES) connection.send(frame)
      this.#schedulePresence(Math.max(PRESENCE_MS, (frame.length / PRESENCE_BYTES_PER_S) * 1000))
    })
  }
}

/** How long frames are gathered for one commit and one relay: nothing after silence, longer the more phones each relay reaches. */
export function windowMs(connections: number): number {
  if (connections <= 25) return 8
  return connections <= 100 ? 16 : 40
}
