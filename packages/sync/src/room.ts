// One open board and its connections: frames in, frames out. Owns the order of things: guard → apply → commit → relay and ack.
// Knows no HTTP, no socket and no board; the store, the clock, the timer and the reader of the board are arguments.
//
//   receive ─→ queue ─→ turn: guard, apply ─→ commit ─┬→ ack the senders, answer step 1s; relay to all, at the relay's own pace
//                                                     └→ (failed) nack, throw the Doc away, load it again from the log
//
// One turn at a time; what arrives during a commit waits for the next. So outside a turn the Doc holds only what is durable.
// oxlint-disable max-lines -- every step of a turn, and what becomes of a job at each, should be read in one place.
import type * as Y from "yjs"
import { Batch } from "./batch.ts"
import { isStateVector } from "./committed-state.ts"
import type { Connection } from "./connection.ts"
import type { Fact, LedgerRow } from "./durable.ts"
import type { Verdict } from "./guard/guard.ts"
import { LiveDoc, type LiveDocDeps } from "./live-doc.ts"
import { LogCare, type LogCareDeps } from "./log-care.ts"
import { PresenceDesk } from "./presence.ts"
import { Relay } from "./relay.ts"
import { decodeFrame, encodeClock, encodeStep1, type CloseReason, type Frame } from "./wire.ts"

export type RoomDeps = LiveDocDeps &
  LogCareDeps & {
    /**
     * Whether this seat's frames are taken now. `read-only`: not now, and whoever calls this room says `askAgain` once they are;
     * `refused`: never, since the workshop has ended or the person was removed.
     */
    mayWrite(seat: string): true | "read-only" | "refused"
    /** Called with what has become durable; phones may hear of it before the relay brings them the update itself. */
    onCommitted(ledger: Omit<LedgerRow, "id" | "seq">[], facts: Fact[]): void
  }

type UpdateJob = { type: "update"; connection: Connection; frame: Extract<Frame, { type: "update" }>; number: number }
type EditJob = {
  type: "edit"
  seat: string
  change: (doc: Y.Doc) => unknown
  result: unknown
  done: (result: unknown) => void
  failed: (error: Error) => void
}
type ForgetJob = { type: "forget"; noteIds: string[]; done: () => void; failed: (error: unknown) => void }
type Job =
  | { type: "hello"; connection: Connection }
  | { type: "step-1"; connection: Connection; stateVector: Uint8Array }
  | UpdateJob
  | EditJob
  | ForgetJob
  /** The live Doc is not what the log says. */
  | { type: "reload" }
  /** The log may be long. */
  | { type: "look" }

const RETRY_MS = 1000
/** A room just read asks its first phones for nothing so long: making the Doc must not stand before their board, which needs none. */
const FIRST_ANSWER_MS = 100

export class Room {
  readonly #deps: RoomDeps
  readonly #connections = new Set<Connection>()
  readonly #presence: PresenceDesk
  readonly #relay: Relay
  readonly #logCare: LogCare
  #live: LiveDoc
  #queue: Job[] = []
  #turning: Promise<void> | null = null
  #cancelTurn: (() => void) | null = null
  #lastTurnAt = 0
  /** Set while the store fails: frames are nacked `read-only`, and the Doc may hold what is not durable. */
  #cannotStore = false
  #cancelRetry: (() => void) | null = null
  #isClosed = false

  private constructor(deps: RoomDeps, live: LiveDoc) {
    this.#deps = deps
    this.#live = live
    this.#logCare = new LogCare(deps, { look: () => this.#enqueue({ type: "look" }), reload: () => this.#enqueue({ type: "reload" }) })
    this.#relay = new Relay({ connections: this.#connections, now: deps.now, later: deps.later })
    this.#presence = new PresenceDesk({
      connections: this.#connections,
      later: deps.later,
      ownerOf: (clientId) => this.#live.ownerOf(clientId),
      own: (clientId, seat) => this.#live.own(clientId, seat),
    })
  }

  static async load(deps: RoomDeps): Promise<Room> {
    return new Room(deps, await LiveDoc.load(deps))
  }

  /** The live Doc, for reading. Outside a turn it holds only what is durable; nobody but the room writes to it. */
  get doc(): Y.Doc {
    return this.#live.doc
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  get isIdle(): boolean {
    return this.#connections.size === 0 && this.#queue.length === 0 && !this.#turning
  }

  /** Seats a connection. `clientIds` are those leased to its seat by now: nobody else may be the first to use them. */
  connect(connection: Connection, clientIds: readonly number[] = []): void {
    for (const clientId of clientIds) this.#live.own(clientId, connection.seat)
    this.#connections.add(connection)
    const greet = (): void => this.#enqueue({ type: "hello", connection })
    if (this.#live.isMade) greet()
    else this.#deps.later(FIRST_ANSWER_MS, greet)
  }

  leave(connection: Connection): void {
    this.#connections.delete(connection)
    this.#presence.leave(connection)
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
        return connection.readsOnly ? undefined : this.#presence.receive(connection, frame.update)
      case "query-awareness":
        return this.#presence.tell(connection)
      case "step-1":
        return this.#enqueue({ type: "step-1", connection, stateVector: frame.stateVector })
      case "update":
        if (connection.readsOnly) return refuseWrite(connection, frame)
        return this.#enqueue({ type: "update", connection, frame, number: connection.nextFrameNumber() })
    }
  }

  /** Changes the Doc on behalf of a seat (a plain form, an intent). Resolves with what `change` returned, once that is durable. */
  edit<T>(seat: string, change: (doc: Y.Doc) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#enqueue({ type: "edit", seat, change, result: undefined, done: (result) => resolve(result as T), failed: reject })
    })
  }

  /** Makes what was deleted leave the log, the cached frames and the kept wordings of these notes. Resolves when it is gone from the store. */
  forget(noteIds: string[]): Promise<void> {
    return new Promise((resolve, reject) => this.#enqueue({ type: "forget", noteIds, done: resolve, failed: reject }))
  }

  /** Phones whose frames were not taken for a while (`mayWrite`) are asked for what they hold. */
  askAgain(): void {
    for (const connection of this.#connections) this.#enqueue({ type: "hello", connection })
  }

  /** A quiet seat's phones say nothing of where they are, and what they said is taken down. */
  setQuiet(seat: string, isQuiet: boolean): void {
    for (const connection of this.#connections) {
      if (connection.seat !== seat) continue
      connection.isQuiet = isQuiet
      if (isQuiet) this.#presence.takeDown(connection)
    }
  }

  /** Same bytes to every evenboard.1 phone; `forReaders` to those who only read. */
  broadcast(frame: Uint8Array, forReaders: Uint8Array = frame): void {
    for (const connection of this.#connections) if (connection.speaksEvenboard) connection.send(connection.readsOnly ? forReaders : frame)
  }

  /** Commits and acks what is queued, says goodbye to whoever is here (else the caller does), then lets go of everything. */
  async close(goodbye?: CloseReason): Promise<void> {
    while (this.#queue.length > 0 || this.#turning) await this.#startTurn()
    this.#isClosed = true
    this.#cancelTurn?.()
    this.#cancelRetry?.()
    this.#relay.flush()
    this.#presence.stop()
    if (goodbye) for (const connection of this.#connections) connection.close(goodbye) // before the snapshot, which may take its time
    await this.#logCare.close(this.#live)
    this.#live.destroy()
  }

  // ── the queue ──

  #enqueue(job: Job): void {
    if (this.#isClosed) return isAwaited(job) ? job.failed(new Error("closed")) : undefined
    this.#queue.push(job)
    if (this.#turning || this.#cancelTurn) return
    const wait = Math.max(0, this.#lastTurnAt + windowMs(this.#connections.size) - this.#deps.now())
    this.#cancelTurn = this.#deps.later(wait, () => void this.#startTurn())
  }

  #startTurn(): Promise<void> {
    this.#cancelTurn?.()
    this.#cancelTurn = null
    if (this.#turning) return this.#turning
    const jobs = this.#queue.splice(0)
    this.#turning = this.#turn(jobs)
      .catch((error: unknown) => this.#giveUp(jobs, error))
      .finally(() => {
        this.#turning = null
        for (const job of this.#queue.splice(0)) this.#enqueue(job)
      })
    return this.#turning
  }

  /** Nobody waits for an answer that will not come. */
  #giveUp(jobs: Job[], error: unknown): void {
    this.#deps.onFault("turn", error)
    for (const job of jobs) {
      if (isAwaited(job)) job.failed(new Error("the turn failed"))
      else if ("connection" in job) job.connection.close("try-later")
    }
  }

  async #turn(jobs: Job[]): Promise<void> {
    this.#lastTurnAt = this.#deps.now()
    if (jobs.some((job) => job.type === "reload")) return this.#startOver(jobs.filter((job) => job.type !== "reload"))
    const batch = new Batch()
    const over = new Set<Job>()
    for (const job of jobs) {
      const outcome = this.#apply(job, batch)
      if (outcome === "spoilt") return this.#startOver(jobs.filter((other) => other !== job && !over.has(other)))
      if (outcome === "over") over.add(job)
    }
    const kept = jobs.filter((job) => !over.has(job))
    if (!(await this.#commit(batch, kept))) return
    for (const job of kept) await this.#answer(job)
    this.#logCare.look(this.#live)
  }

  /** One job spoilt the Doc: load it again from the log, and take the others, who did nothing wrong, once more. */
  async #startOver(others: Job[]): Promise<void> {
    if (await this.#recover()) this.#queue.unshift(...others)
    else this.#sayNotKept(others)
  }

  /** Guards and applies one job: `applied` waits for the commit, `over` has had its answer, `spoilt` left a Doc nobody may trust. */
  #apply(job: Job, batch: Batch): "applied" | "over" | "spoilt" {
    if (job.type === "edit") return this.#applyEdit(job, batch)
    if (job.type === "forget" && this.#cannotStore) {
      job.failed(new Error("cannot store")) // the Doc may hold what is not durable, and must not become the snapshot
      return "over"
    }
    return job.type === "update" ? this.#applyUpdate(job, batch) : "applied"
  }

  #applyEdit(job: EditJob, batch: Batch): "applied" | "over" | "spoilt" {
    if (this.#cannotStore) {
      job.failed(new Error("cannot store"))
      return "over"
    }
    const change = (doc: Y.Doc): void => {
      job.result = job.change(doc)
    }
    if (this.#live.edit(job.seat, change, batch, this.#deps.now())) return "applied"
    job.failed(new Error("the change failed"))
    return "spoilt"
  }

  #applyUpdate(job: UpdateJob, batch: Batch): "applied" | "over" | "spoilt" {
    const { connection, frame, number } = job
    const may = this.#cannotStore ? "read-only" : this.#deps.mayWrite(connection.seat)
    if (may !== true) {
      connection.nack(number, may)
      return "over"
    }
    const verdict = this.#live.verdictOn(frame.update, connection.seat)
    if (verdict.type === "ok") {
      batch.frames.push({ connection, number, isStep2: frame.isStep2 })
      return this.#applyAllowed(connection, verdict, batch)
    }
    if (verdict.type === "gap" && frame.isStep2) return this.#applyWhatHolds(job, batch)
    this.#refuse(job, verdict, batch)
    return "over"
  }

  #applyAllowed(connection: Connection, verdict: Extract<Verdict, { type: "ok" }>, batch: Batch): "applied" | "spoilt" {
    if (this.#live.apply(connection.seat, verdict, batch, this.#deps.now())) return "applied"
    connection.close("refused")
    return "spoilt"
  }

  /**
   * A step 2 holds all a phone has. If something in it hangs on words that are lost (an outbox that was cleared, say), asking again
   * would go on for ever, and everything else that person writes would be lost with it: so what holds is kept, and the frame is nacked.
   */
  #applyWhatHolds({ connection, frame, number }: UpdateJob, batch: Batch): "applied" | "over" | "spoilt" {
    connection.nack(number, "gap")
    const verdict = this.#live.verdictOnWhatHolds(frame.update, connection.seat)
    if (verdict.type === "foreign") connection.close("foreign-id")
    return verdict.type === "ok" ? this.#applyAllowed(connection, verdict, batch) : "over"
  }

  #refuse({ connection, number }: UpdateJob, verdict: Exclude<Verdict, { type: "ok" }>, batch: Batch): void {
    switch (verdict.type) {
      case "foreign":
        return connection.close("foreign-id")
      case "malformed":
        return connection.close("malformed")
      case "gap":
        batch.asked.add(connection) // not now: a step 1 that claims words of this turn would be answered without them, were they not kept
        return connection.nack(number, "gap")
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
      let update: Uint8Array
      try {
        update = batch.merged()
        const { seq } = await this.#deps.store.commit(this.#deps.board, batch.toCommit(this.#live.seq, update, this.#deps.now()))
        this.#live.committedAs(seq, update)
      } catch (error) {
        this.#deps.onFault("commit", error)
        this.#cannotStore = true
        this.#sayNotKept(jobs)
        await this.#recover()
        return false
      }
      this.#relay.add(update)
    }
    const acked = new Set<Connection>()
    for (const { connection, number, isStep2 } of batch.frames) {
      connection.durable(number, isStep2)
      acked.add(connection)
    }
    for (const connection of acked) connection.sendAck()
    for (const connection of batch.asked) connection.send(encodeStep1(this.#live.stateVector()))
    if (batch.ledger.length > 0 || batch.facts.length > 0) this.#deps.onCommitted(batch.ledger, batch.facts)
    return true
  }

  /** Nothing of these jobs was kept: say so to each. Who only asked is answered in the next turn. */
  #sayNotKept(jobs: Job[]): void {
    for (const job of jobs) {
      if (isAwaited(job)) job.failed(new Error("cannot store"))
      else if (job.type === "hello" || job.type === "step-1") this.#queue.unshift(job)
      else if (job.type === "update") {
        job.connection.nack(job.number, "read-only")
        if (!job.connection.speaksEvenboard) job.connection.close("try-later")
      }
    }
  }

  /** Loads from the log again. False when that fails: then nothing is taken, and it is tried every second, in a turn like any other. */
  async #recover(): Promise<boolean> {
    try {
      await this.#rebuild()
      this.#cannotStore = false
    } catch (error) {
      this.#cannotStore = true
      this.#deps.onFault("recover", error)
      this.#cancelRetry ??= this.#deps.later(RETRY_MS, () => {
        this.#cancelRetry = null
        this.#enqueue({ type: "reload" })
      })
    }
    return !this.#cannotStore
  }

  /** The live Doc is a cache of the log: throw it away and read it again. Phones are asked for what is missing. */
  async #rebuild(): Promise<void> {
    const known = this.#live.seq
    const fresh = await LiveDoc.load(this.#deps, this.#live)
    // A commit may be in the log though the store said no (its fsync failed, say), and nobody here has heard of it.
    const unheard = fresh.committed.since(known)
    const facts = unheard.length > 0 ? await this.#deps.store.facts(this.#deps.board) : []
    this.#logCare.readAnew(fresh)
    const ask = encodeStep1(fresh.stateVector())
    this.#live.destroy()
    this.#live = fresh
    for (const update of unheard) this.#relay.add(update)
    if (facts.length > 0) this.#deps.onCommitted([], facts)
    for (const connection of this.#connections) connection.send(ask)
  }

  // ── answers, given while the Doc holds only what is durable ──

  async #answer(job: Job): Promise<void> {
    switch (job.type) {
      case "hello":
        if (!this.#cannotStore) job.connection.send(encodeStep1(this.#live.stateVector())) // else all are asked once it can again
        return this.#presence.tell(job.connection)
      case "step-1":
        return this.#answerStep1(job.connection, job.stateVector)
      case "edit":
        return job.done(job.result)
      case "forget":
        this.#relay.flush() // the words may still wait there
        return this.#logCare.forget(this.#live, job.noteIds).then(job.done, job.failed)
      case "update":
      case "reload":
      case "look":
    }
  }

  #answerStep1(connection: Connection, stateVector: Uint8Array): void {
    if (!isStateVector(stateVector)) return connection.close("malformed")
    try {
      for (const frame of this.#live.committed.answer(stateVector, this.#cannotStore ? null : () => this.#live.doc)) connection.send(frame)
    } catch (error) {
      this.#deps.onFault("answer", error)
      connection.close("try-later")
    }
  }
}

/** Who only reads answers our step 1 too, with nothing: that is kept as it is. Anything more is not. */
function refuseWrite(connection: Connection, { update, isStep2 }: Extract<Frame, { type: "update" }>): void {
  const number = connection.nextFrameNumber()
  if (update.some((byte) => byte !== 0)) return connection.nack(number, "refused")
  connection.durable(number, isStep2)
  connection.sendAck()
}

const isAwaited = (job: Job): job is EditJob | ForgetJob => job.type === "edit" || job.type === "forget"

/** How long frames are gathered for one commit, and so about how long "saved" may take: nothing after silence. */
const windowMs = (connections: number): number => (connections <= 25 ? 8 : 20)
