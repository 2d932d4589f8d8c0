// What people write alone in a round: held in memory and in a table of its own, told to the seat that typed it and to nobody else,
// until the round is shown. Owns the order of things at that moment; everything that changes here is a decision of the workshop's
// (`decide`), so of a draft and a reveal that come at once the one decided first wins: a draft decided later stays its writer's.
//
//   put ──▶ (durable) ──▶ reveal: event durable ──▶ all notes in one commit ──▶ drafts deleted
//                              a crash or a full disk between two: `settle` goes on from there, now or when loaded next
import { randomInt } from "node:crypto"
import { LIMITS, type DraftKind, type ForWhom, type OwnDraft, type OwnDrafts, type PutDraft, type Reason } from "@evenboard/api"
import { run, type NoteId } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import type { DraftRow, Store } from "@evenboard/storage"
import type { Room } from "@evenboard/sync"
import type { Result } from "../deps.ts"
import type { BoardReader } from "./board-reader.ts"
import { CANVAS_OF } from "./canvas-of.ts"

type DraftsDeps = {
  id: string
  store: Pick<Store, "putDraft" | "drafts" | "deleteDrafts">
  session(): Session
  reader(): BoardReader
  openRoom(): Promise<Room>
  /** Why a seat cannot write as another; null when it can. */
  whyNotAs(by: string, seatId: string): Reason | null
  /** The seat of somebody without a device, made where it is not there yet. */
  seatFor(by: string, whom: ForWhom): Promise<Result<string>>
  isRemoved(id: string): boolean
  /** Runs after every decision made before, and before every later one. */
  decide<T>(work: () => Promise<T>): Promise<T>
  /** Tells every phone how many people have written. */
  tellWritten(written: number): void
  now(): number
  later(ms: number, work: () => void): () => void
  onFault(what: string, error: unknown): void
}

/** Long enough that a new number does not point at who just put their phone down. */
const TELL_MS = 3000
const RETRY_MS = 1000

const ok = <T>(value: T) => ({ ok: true, value }) as const
const no = (reason: Reason) => ({ ok: false, reason }) as const

export class Drafts {
  readonly #deps: DraftsDeps
  #rows = new Map<string, DraftRow>()
  #cancelTell: (() => void) | null = null
  #cancelRetry: (() => void) | null = null
  #isStopped = false

  constructor(deps: DraftsDeps) {
    this.#deps = deps
  }

  /** Reads them, and finishes what a crash left undone. */
  async load(): Promise<void> {
    this.#rows = new Map((await this.#deps.store.drafts(this.#deps.id)).map((row) => [row.id, row]))
    await this.settle()
  }

  /** How many people have written in the running round: never who. Null while none runs. Somebody whose words a scribe typed counts. */
  get written(): number | null {
    const { round } = this.#deps.session()
    if (!round) return null
    return new Set(this.#all().flatMap((row) => (row.roundId === round.id ? [writerOf(row)] : []))).size
  }

  /** How many notes the running round would show now. */
  get toShow(): number {
    const { round } = this.#deps.session()
    return round ? this.#all().filter((row) => row.roundId === round.id && !row.keptBack).length : 0
  }

  mine(seat: string): OwnDrafts {
    const { round } = this.#deps.session()
    const drafts = this.#all().filter((row) => row.seat === seat && !this.#isDue(row))
    return { drafts: drafts.map((row) => ownDraft(row)), roundId: round?.id ?? null, written: this.written }
  }

  put(seat: string, id: string, body: PutDraft): Promise<Result<OwnDraft>> {
    return this.#deps.decide(async () => {
      const before = this.#rows.get(id)
      const refusal = this.#whyNotPut(seat, id, body)
      if (refusal) return no(refusal)
      const { round } = this.#deps.session()
      const roundId = before?.roundId ?? body.roundId ?? round?.id
      if (roundId === undefined || !this.#isRound(roundId)) return no("no-round")
      const row: DraftRow = {
        id,
        seat,
        roundId,
        kind: body.kind,
        text: body.text,
        forWhom: this.#forWhom(seat, body.for),
        keptBack: roundId === round?.id ? (body.keepBack ?? before?.keptBack ?? false) : true,
        writtenAt: before?.writtenAt ?? this.#deps.now(),
      }
      await this.#deps.store.putDraft(this.#deps.id, row)
      this.#rows.set(id, row)
      this.#tell()
      return ok(ownDraft(row))
    })
  }

  /** A repeat, or one that never came here, does nothing. */
  throwAway(seat: string, id: string): Promise<Result<null>> {
    return this.#deps.decide(async () => {
      const row = this.#rows.get(id)
      if (row && row.seat !== seat) return no("unknown-draft")
      if (row ? this.#isDue(row) : this.#isNote(id)) return no("already-shown")
      if (row) await this.#forget([row])
      this.#tell()
      return ok(null)
    })
  }

  /** One that was kept back, or came after its round was shown. A repeat answers with the same note. */
  show(seat: string, id: string): Promise<Result<{ noteId: string; number: number }>> {
    return this.#deps.decide(async () => {
      if (this.#deps.session().ended) return no("ended")
      if (this.#deps.session().paused) return no("paused")
      if (this.#deps.isRemoved(seat)) return no("removed")
      const row = this.#rows.get(id)
      if (!row || row.seat !== seat) return this.#noteOf(seat, id)
      if (this.#deps.isRemoved(writerOf(row))) return no("unknown-seat")
      if (row.roundId === this.#deps.session().round?.id) return no("round-runs")
      await this.#makeNotes([row])
      return this.#noteOf(seat, id)
    })
  }

  /**
   * What a round that is over was to show becomes notes; once the workshop has ended, what nobody showed is deleted. Called within a
   * decision, never fails: while nothing can be kept it tries again by itself.
   */
  async settle(): Promise<void> {
    try {
      if (this.#deps.session().ended) await this.#forget(this.#all())
      else await this.#makeNotes(shuffled(this.#all().filter((row) => this.#isDue(row))))
    } catch (error) {
      this.#deps.onFault("drafts", error)
      if (this.#isStopped) return
      this.#cancelRetry = this.#deps.later(RETRY_MS, () => void this.#deps.decide(() => this.settle()))
    }
  }

  /** This seat was removed: what it wrote alone, or somebody typed for it, is shown by nobody, and is there if it comes back. Called within a decision. */
  async keepBack(seat: string): Promise<void> {
    for (const row of this.#all()) {
      if ((row.seat !== seat && writerOf(row) !== seat) || row.keptBack || this.#isDue(row)) continue
      const kept = { ...row, keptBack: true }
      await this.#deps.store.putDraft(this.#deps.id, kept)
      this.#rows.set(row.id, kept)
    }
    this.#tell()
  }

  stop(): void {
    this.#isStopped = true
    this.#cancelTell?.()
    this.#cancelRetry?.()
  }

  #all(): DraftRow[] {
    return [...this.#rows.values()]
  }

  #isRound(id: string): boolean {
    const { round, shownRounds } = this.#deps.session()
    return round?.id === id || shownRounds.some((shown) => shown.id === id)
  }

  /** Its round is over and it was to be shown: it is a note already, or about to be. */
  #isDue(row: DraftRow): boolean {
    return !row.keptBack && row.roundId !== this.#deps.session().round?.id
  }

  #isNote(id: string): boolean {
    return this.#deps.reader().facts.has(id)
  }

  #whyNotPut(seat: string, id: string, body: PutDraft): Reason | null {
    if (this.#deps.session().ended) return "ended"
    if (this.#deps.isRemoved(seat)) return "removed"
    const before = this.#rows.get(id)
    if (before && before.seat !== seat) return "unknown-draft"
    if (before ? this.#isDue(before) : this.#deps.reader().isTaken(id)) return "already-shown"
    const notAs = body.for && "seatId" in body.for ? this.#deps.whyNotAs(seat, body.for.seatId) : null
    if (notAs) return notAs
    const mine = this.#all().filter((row) => row.seat === seat).length
    return !before && mine >= LIMITS.drafts ? "too-many-drafts" : null
  }

  /** As JSON: no seat is made before the reveal, since a new person in the list would say who is written for. */
  #forWhom(seat: string, whom: ForWhom | undefined): string | null {
    return !whom || ("seatId" in whom && whom.seatId === seat) ? null : JSON.stringify(whom)
  }

  /** One commit for all, each credited to its own writer; then the drafts go. Repeating it makes no second note. */
  async #makeNotes(rows: DraftRow[]): Promise<void> {
    if (rows.length === 0) return
    const { reader, openRoom } = this.#deps
    const room = await openRoom()
    const credits = new Map<string, Credit>()
    for (const row of rows) {
      credits.set(row.id, await this.#creditOf(row))
    }
    // Asked for in one go, so that the room takes them in one turn.
    await Promise.all(
      rows.map((row) =>
        room.edit(row.seat, (doc) => {
          const credit = credits.get(row.id)
          if (!credit || this.#isNote(row.id)) return
          reader().creditNext(row.id, credit)
          const kind = row.kind as DraftKind
          run(doc, { type: "add-note", id: row.id as NoteId, kind, canvas: CANVAS_OF[kind], text: row.text })
        }),
      ),
    )
    await this.#forget(rows)
  }

  /** Whose it is, and who typed it. */
  async #creditOf({ seat, forWhom }: DraftRow): Promise<Credit> {
    const whom = forWhom === null ? null : (JSON.parse(forWhom) as DraftFor)
    if (whom === null) return { author: seat, scribe: null }
    if ("typedBy" in whom) return { author: seat, scribe: whom.typedBy }
    // Whether it could be theirs was asked as it was typed: a yes taken back since makes no words the scribe's.
    if ("seatId" in whom) return { author: whom.seatId, scribe: seat }
    const author = await this.#deps.seatFor(seat, whom)
    return author.ok && author.value !== seat ? { author: author.value, scribe: seat } : { author: seat, scribe: null }
  }

  /**
   * What others, or only `typist`, typed for this seat is its own from now on: its owner has a phone, or takes a yes back. Called within a
   * decision.
   */
  async handOver(seatId: string, typist: string | null = null): Promise<void> {
    for (const row of this.#all()) {
      if (row.seat === seatId || writerOf(row) !== seatId) continue
      if (typist !== null && row.seat !== typist) continue
      const theirs: DraftRow = { ...row, seat: seatId, forWhom: JSON.stringify({ typedBy: row.seat } satisfies DraftFor) }
      await this.#deps.store.putDraft(this.#deps.id, theirs)
      this.#rows.set(row.id, theirs)
    }
  }

  /** What this person wrote alone is gone, whoever typed it. Called within a decision. */
  async forgetWriter(seatId: string): Promise<void> {
    await this.#forget(this.#all().filter((row) => writerOf(row) === seatId))
    this.#tell()
  }

  /** What was typed for this name is the seat's from now on, and does not say the name. Called within a decision. */
  async renameWhom(name: string, seatId: string): Promise<void> {
    for (const row of this.#all()) {
      const whom = whomOf(row.forWhom)
      if (!whom || !("name" in whom) || name === "" || whom.name.trim().toLowerCase() !== name.trim().toLowerCase()) continue
      const renamed: DraftRow = { ...row, forWhom: JSON.stringify({ seatId }) }
      await this.#deps.store.putDraft(this.#deps.id, renamed)
      this.#rows.set(row.id, renamed)
    }
  }

  /** Those that read otherwise after `reword`, as they would read. */
  withWords(reword: (text: string) => string): Pick<DraftRow, "id" | "text">[] {
    return this.#all().flatMap(({ id, text }) => (reword(text) === text ? [] : [{ id, text: reword(text) }]))
  }

  /** They read so in the store. */
  reworded(drafts: readonly Pick<DraftRow, "id" | "text">[]): void {
    for (const { id, text } of drafts) {
      const row = this.#rows.get(id)
      if (row) this.#rows.set(id, { ...row, text })
    }
  }

  async #forget(rows: DraftRow[]): Promise<void> {
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    await this.#deps.store.deleteDrafts(this.#deps.id, ids)
    for (const id of ids) this.#rows.delete(id)
  }

  #noteOf(seat: string, id: string): Result<{ noteId: string; number: number }> {
    const fact = this.#deps.reader().facts.get(id)
    const isTheirs = fact && (fact.author === seat || fact.scribe === seat)
    return isTheirs ? ok({ noteId: id, number: fact.number }) : no("unknown-draft")
  }

  #tell(): void {
    if (this.#isStopped || this.#deps.session().round === null) return
    this.#cancelTell ??= this.#deps.later(TELL_MS, () => {
      this.#cancelTell = null
      const { written } = this
      if (written !== null) this.#deps.tellWritten(written)
    })
  }
}

type Credit = { author: string; scribe: string | null }
/** What a row keeps of whose words it holds: for whom its seat typed them, or who typed them for its seat. */
type DraftFor = ForWhom | { typedBy: string }

const whomOf = (forWhom: string | null): ForWhom | null => {
  const kept = forWhom === null ? null : (JSON.parse(forWhom) as DraftFor)
  return kept === null || "typedBy" in kept ? null : kept
}

const ownDraft = ({ id, roundId, kind, text, forWhom, keptBack, writtenAt }: DraftRow): OwnDraft => ({
  id,
  roundId,
  kind: kind as DraftKind,
  text,
  for: whomOf(forWhom),
  willShow: !keptBack,
  writtenAt,
})

/** Whose words: the same person whoever types for them. */
function writerOf({ seat, forWhom }: DraftRow): string {
  const whom = whomOf(forWhom)
  if (whom === null) return seat
  return "seatId" in whom ? whom.seatId : JSON.stringify(whom).toLowerCase()
}

/** Every order equally likely, by chance nobody can foresee: neither order nor number of a note tells when it was written. */
function shuffled<T>(list: readonly T[]): T[] {
  const deck = [...list]
  for (let last = deck.length - 1; last > 0; last -= 1) {
    const at = randomInt(last + 1)
    const [a, b] = [deck[at], deck[last]]
    if (a !== undefined && b !== undefined) [deck[at], deck[last]] = [b, a]
  }
  return deck
}
