// One running workshop: its session, its people and its room, and the only writer of all three. Intents come in, the rules decide,
// what they decide is stored, then folded, then pushed. Owns who is here; knows no HTTP, no ws and no SQL.
// oxlint-disable max-lines -- every decision passes here, and in which order should be read in one place.
import { randomBytes } from "node:crypto"
import type { AgreementId, NoteId } from "@evenboard/board"
import { LIMITS, type DecidedIntent, type ForWhom, type Intent, type MentionPlaces, type OpenSeat, type Reason } from "@evenboard/api"
import { openNotes } from "@evenboard/board/path"
import {
  actorOf,
  emptySession,
  reduce,
  rule,
  type Actor,
  type Counted,
  type Moment,
  type Session,
  type SessionEvent,
  type SessionEventBody,
  type SessionFrame,
} from "@evenboard/session"
import type { SeatRow, Store } from "@evenboard/storage"
import { encodeJson, type Connection, type Fact, type Room } from "@evenboard/sync"
import type { Locale, Words } from "@evenboard/words"
import type { Result } from "../deps.ts"
import { idFrom, newId } from "../keys.ts"
import { balanceAfter, WHOLE } from "./balance.ts"
import { Budget } from "./budget.ts"
import type { BoardReader } from "./board-reader.ts"
import { Drafts } from "./drafts.ts"
import { Erasing } from "./erasing.ts"
import { Mentions } from "./mentions.ts"
import { Pledges } from "./pledges.ts"
import { PeopleTeller } from "./people-teller.ts"
import { Safe } from "./safe.ts"
import { Sight } from "./sight.ts"
import { WithoutPhone } from "./without-phone.ts"

type WorkshopDeps = {
  id: string
  store: Store
  openRoom(): Promise<Room>
  /** To every phone that is here now; screens without a seat get `forScreens` where there is one. */
  broadcast(frame: Uint8Array, forScreens?: Uint8Array): void
  /** The phones that are here now. */
  connections(): Iterable<Connection>
  /** Ends the screens that came by this seat's link. */
  closeScreensOf(seat: string): void
  /** The reader of the room's present Doc. */
  reader(): BoardReader
  now(): number
  later(ms: number, work: () => void): () => void
  words(locale: Locale): Words
  /** Called when the workshop is about to be, or is found to be, over; with false when the end could not be stored. */
  onEnded(isOver: boolean): void
  /** The room is paused, or goes on. Called before it is stored, as the end is. */
  onPaused(isPaused: boolean): void
  /** Who was removed, from here on. */
  onRemoval(removal: { has(seat: string): boolean }): void
  /** Who may type whose words, from here on. */
  onTyping(mayTypeFor: (scribe: string, author: string) => boolean): void
  onFault(what: string, error: unknown): void
}

const ok = { ok: true, value: null } as const
const no = (reason: Reason) => ({ ok: false, reason }) as const
/** What is still written down when the workshop is over. */
const AFTER_THE_END: ReadonlySet<SessionEventBody["type"]> = new Set([
  "exported",
  "kept-until",
  "access-contact",
  "access-link",
  "access-read",
])

export class Workshop {
  readonly deps: WorkshopDeps
  #session: Session = emptySession
  #events: SessionEvent[] = []
  #seats = new Map<string, SeatRow>()
  readonly #sockets = new Map<string, number>()
  #hostGoneSince: number | null
  /** What the phones are told of people and notes. */
  readonly people: PeopleTeller
  /** What people write alone, until it is shown. */
  readonly drafts: Drafts
  readonly #places: WithoutPhone
  /** How many go along with how we want to work together. */
  readonly pledges: Pledges
  /** What only one of them is told. */
  readonly safe: Safe
  readonly #erasing: Erasing
  readonly #mentions: Mentions
  readonly #budget: Budget
  readonly sight = new Sight(this, (work) => this.#decide(work))
  /** Decisions are made one after the other. */
  #lastDecision: Promise<unknown> = Promise.resolve()

  private constructor(deps: WorkshopDeps) {
    this.deps = deps
    this.#budget = new Budget(deps.now)
    this.#hostGoneSince = deps.now()
    this.people = new PeopleTeller({
      seats: () => this.#seats,
      facts: () => deps.reader().facts,
      here: () => this.#seenHere,
      isHidden: (noteId) => this.#session.hidden.has(noteId),
      later: deps.later,
      broadcast: deps.broadcast,
    })
    this.#places = new WithoutPhone({
      ...deps,
      session: () => this.#session,
      seats: () => this.#seats,
      tell: (seatId) => this.people.seat(seatId),
      mayWriteFor: (supporter, seatId) => this.safe.supporting.mayWriteFor(supporter, seatId),
      isRemoved: (seatId) => this.safe.removal.has(seatId),
      isSeenHere: (seatId) => this.#seenHere.includes(seatId),
      mayOpen: (seat) => !this.#isFull && rule(this.#session, { seat }, { type: "open-seat", id: "" }, this.#moment()).ok,
      append: (by, body) => this.#append(by, [body], null),
    })
    this.drafts = new Drafts({
      ...deps,
      session: () => this.#session,
      whyNotAs: (by, seatId) => this.#places.whyNotAs(by, seatId),
      seatFor: (by, whom) => this.#places.seatFor(by, whom, true),
      isRemoved: (id) => this.safe.removal.has(id),
      decide: (work) => this.#decide(work),
      tellWritten: (written) => this.#tellSession([], { written }),
    })
    this.pledges = new Pledges({
      ...deps,
      session: () => this.#session,
      isRemoved: (seat) => this.safe.removal.has(seat),
      whyNotAs: (by, seatId) => this.#places.whyNotAs(by, seatId),
      hasDevice: (seat) => this.#seats.get(seat)?.device ?? false,
      decide: (work) => this.#decide(work),
      tellCounted: (counted) => this.#tellSession([], { counted }),
      tellSeat: (seat) => this.safe.tell(seat),
    })
    this.safe = new Safe({
      ...deps,
      session: () => this.#session,
      seats: () => this.#seats,
      facts: () => deps.reader().facts,
      here: () => this.here,
      decide: (work) => this.#decide(work),
      append: (by, body) => this.#append(by, [body], null),
      keepDraftsBack: (seat) => this.drafts.keepBack(seat),
      handOver: (seat, supporter) => this.drafts.handOver(seat, supporter),
      goesAlong: (seat) => this.pledges.mine(seat),
      endWordsBy: (seat) => this.#places.endWordsBy(seat),
      hereChanged: () => {
        this.people.here()
        this.pledges.changed()
      },
    })
    this.#erasing = new Erasing({
      ...deps,
      seats: () => this.#seats,
      events: () => this.#events,
      people: this.people,
      drafts: this.drafts,
      decide: (work) => this.#decide(work),
      gone: () => deps.words(this.#session.language).say("taken.deleted"),
      proposed: () => [...new Set([...this.safe.proposedNotes, ...this.#session.proposals.keys()])],
      lapse: (noteIds) => this.#lapse(noteIds),
      readPrivateAgain: async () => void (await Promise.all([this.safe.load(), this.pledges.load()])),
      retell: (events) => this.#retell(events),
      append: (body, id) => this.#append("server", [body], id),
    })
    this.#mentions = new Mentions({
      ...deps,
      session: () => this.#session,
      events: () => this.#events,
      people: this.people,
      drafts: this.drafts,
      decide: (work) => this.#decide(work),
      retell: (events) => this.#retell(events),
      tellAuthors: (noteIds, by) => this.safe.nameTakenOut(noteIds, by),
      append: (by, body, id) => this.#append(by, [body], id),
    })
  }

  static async load(deps: WorkshopDeps): Promise<Workshop> {
    const workshop = new Workshop(deps)
    const [events, seats] = await Promise.all([deps.store.events(deps.id), deps.store.seats(deps.id)])
    for (const event of events) workshop.#fold(event)
    workshop.#seats = new Map(seats.map((seat) => [seat.id, seat]))
    workshop.people.loaded()
    await workshop.safe.load()
    deps.onRemoval(workshop.safe.removal)
    deps.onTyping((scribe, author) => workshop.#places.whyNotAs(scribe, author) === null)
    await workshop.sight.finish(await deps.openRoom())
    await workshop.drafts.load()
    await workshop.pledges.load()
    await workshop.#erasing.finish(await deps.openRoom())
    await workshop.#mentions.finish(await deps.openRoom())
    return workshop
  }

  get session(): Session {
    return this.#session
  }

  get seats(): ReadonlyMap<string, SeatRow> {
    return this.#seats
  }

  get here(): ReadonlySet<string> {
    return new Set([...this.#sockets.keys()].filter((seat) => !this.safe.removal.has(seat)))
  }

  /** Those of them whom everybody sees. */
  get #seenHere(): string[] {
    return [...this.here].filter((seat) => seat === this.#session.host || !this.safe.isQuiet(seat))
  }

  get #isFull(): boolean {
    return this.#seats.size >= LIMITS.seats
  }

  // ── sockets ──

  /** A socket opened: the phone gets everything there is, then what changes. */
  enter(connection: Connection): void {
    connection.isQuiet = this.safe.isQuiet(connection.seat)
    if (connection.readsOnly) return this.#tellAll(connection)
    const before = this.#sockets.get(connection.seat) ?? 0
    this.#sockets.set(connection.seat, before + 1)
    if (connection.seat === this.#session.host) this.#hostGoneSince = null
    if (before === 0 && !this.safe.isQuiet(connection.seat)) this.people.here() // of who is quiet nobody hears that somebody came
    this.#tellAll(connection)
    this.safe.greet(connection)
  }

  #tellAll(connection: Connection): void {
    if (!connection.speaksEvenboard) return
    connection.send(this.#wholeSession())
    connection.send(connection.readsOnly ? this.people.wholeForScreens() : this.people.whole())
  }

  leave(connection: Connection): void {
    if (connection.readsOnly) return
    const left = (this.#sockets.get(connection.seat) ?? 1) - 1
    if (left > 0) this.#sockets.set(connection.seat, left)
    else {
      this.#sockets.delete(connection.seat)
      if (connection.seat === this.#session.host) this.#hostGoneSince = this.deps.now()
      if (!this.safe.isQuiet(connection.seat)) this.people.here()
    }
  }

  #wholeSession(): Uint8Array {
    const { written } = this.drafts
    const { counted } = this.pledges
    const frame: SessionFrame = {
      whole: true,
      now: this.deps.now(),
      events: this.#events,
      ...(written === null ? {} : { written }),
      ...(counted.length === 0 ? {} : { counted }),
    }
    return encodeJson("session", frame)
  }

  // ── decisions ──

  /** Rules, store, fold, push. A repeated intent id answers ok and does nothing. */
  intent(by: Actor, intent: DecidedIntent): Promise<Result<null>> {
    return this.#decide(async () => {
      const room = await this.deps.openRoom()
      const refusal = (await this.safe.whyNot(by, intent)) ?? this.#refusal(by, intent)
      if (refusal) return no(refusal)
      const resolved = await this.#resolveFor(by, intent)
      if (!resolved.ok) return resolved
      const ruling = rule(this.#session, by, resolved.value, this.#moment())
      if (!ruling.ok) return ruling
      if (resolved.value.type === "written-for") return this.#writtenFor(resolved.value)
      if (!this.#mayWriteEvents(by, ruling.events.length)) return no("too-many-tries")
      await this.#prepare(by, ruling.events)
      const isNew = await this.#append(actorOf(by, intent), ruling.events, intent.id).finally(() =>
        this.deps.onPaused(this.#session.paused),
      )
      if (isNew) for (const event of ruling.events) await this.#carryOut(room, event)
      if (isNew && ruling.events.some(({ type }) => type === "stage-moved" || type === "ended")) await this.#tellBalance()
      return ok
    })
  }

  /** What must stand before the events do. */
  async #prepare(by: Actor, events: readonly SessionEventBody[]): Promise<void> {
    for (const event of events) {
      if (event.type === "hide-proposed" && typeof by === "object") await this.safe.proposed(event.noteId, by.seat)
      if (event.type === "paused") this.deps.onPaused(true)
    }
  }

  /** Writes events that a call of its own decided (ended, exported, the organiser's acts). */
  record(by: Actor, body: SessionEventBody): Promise<Result<null>> {
    return this.#decide(async () => {
      if (this.#session.ended && !AFTER_THE_END.has(body.type)) return no("ended")
      if (!this.#mayWriteEvents(by, 1)) return no("too-many-tries")
      if (body.type === "ended") await this.#end(by, body)
      else await this.#append(by, [body], null)
      return ok
    })
  }

  async #lapse(proposed: readonly string[]): Promise<void> {
    for (const noteId of proposed) {
      if (this.#session.proposals.has(noteId)) await this.#append("server", [{ type: "hide-dropped", noteId }], null)
      await this.safe.proposed(noteId, null)
    }
  }

  #mayWriteEvents(by: Actor, events: number): boolean {
    return typeof by !== "object" || this.#budget.take(by.seat, events)
  }

  /** From here on no phone's words are taken: what is committed after the end was stored would change a board that people left as it was. */
  async #end(by: Actor, body: SessionEventBody): Promise<void> {
    this.deps.onEnded(true)
    try {
      await this.#append(by, [body], null)
    } finally {
      if (!this.#session.ended) this.deps.onEnded(false)
    }
    await this.drafts.settle()
    await this.#tellBalance()
  }

  /** A step is over, and that is in the log: what may be told of its groups is told once. */
  async #tellBalance(): Promise<void> {
    const told = balanceAfter({
      events: this.#events,
      seats: this.#seats.values(),
      facts: this.deps.reader().facts,
      ledger: await this.deps.store.ledger(this.deps.id, WHOLE),
      themes: this.deps.reader().board.themes,
    })
    if (told) await this.#append("server", [told], null)
  }

  async #carryOut(room: Room, event: SessionEventBody): Promise<void> {
    if (event.type === "note-hidden") await this.sight.hide(room, event.noteId as NoteId)
    if (event.type === "note-hidden" || event.type === "hide-dropped") await this.safe.proposed(event.noteId, null)
    if (event.type === "note-restored") {
      await this.sight.restore(room, event.noteId as NoteId)
      await this.safe.returned(event.noteId)
    }
    if (event.type === "resumed") room.askAgain()
    if (event.type === "round-revealed") await this.drafts.settle()
  }

  #decide<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#lastDecision.then(work, work)
    this.#lastDecision = mine.catch(() => undefined)
    return mine
  }

  /** False when this intent was written before. */
  async #append(by: Actor, bodies: SessionEventBody[], intentId: string | null): Promise<boolean> {
    const at = this.deps.now()
    const events: SessionEvent[] = bodies.map((body, index) => ({ seq: this.#session.seq + 1 + index, at, by, ...body }))
    if (!(await this.deps.store.appendEvents(this.deps.id, events, intentId))) return false
    const hostBefore = this.#session.host
    for (const event of events) this.#fold(event)
    if (this.#session.host !== hostBefore) this.people.here() // a host is seen, also one who is else quiet
    if (this.#session.host !== hostBefore) this.#hostGoneSince = this.#session.host && this.#sockets.has(this.#session.host) ? null : at
    if (events.length > 0) this.#tellSession(events)
    return true
  }

  #tellSession(events: SessionEvent[], counts: { written?: number; counted?: Counted[] } = {}): void {
    const frame: SessionFrame = { whole: false, now: this.deps.now(), events, ...counts }
    this.deps.broadcast(encodeJson("session", frame))
  }

  #fold(event: SessionEvent): void {
    this.#events.push(event)
    this.#session = reduce(this.#session, event)
    if (event.type === "ended") this.deps.onEnded(true)
    if (event.type === "paused" || event.type === "resumed" || event.type === "imported") this.deps.onPaused(this.#session.paused)
  }

  #moment(): Moment {
    const { board, facts } = this.deps.reader()
    return {
      now: this.deps.now(),
      here: this.here,
      hostGoneSince: this.#hostGoneSince,
      isSeat: (id) => this.#seats.has(id),
      hasDevice: (id) => this.#seats.get(id)?.device ?? false,
      proposerOf: (noteId) => this.safe.proposerOf(noteId),
      cameSince: (seat, noteId) => this.safe.cameSince(seat, noteId),
      isSameGroup: (a, b) => this.safe.isSameGroup(a, b),
      noteOf: (id) => {
        const note = board.notes.get(id as NoteId)
        const fact = facts.get(id)
        return note && fact ? { number: fact.number, kind: note.kind, canvas: note.canvas } : null
      },
      tableOf: (seat) => this.#seats.get(seat)?.table ?? null,
      toShow: this.drafts.toShow,
      isAgreement: (id) => board.agreements.has(id as AgreementId),
      openNotes: () => openNotes(board).length,
      newId: () => newId(randomBytes),
    }
  }

  // ── writing for somebody ──

  /** Why an intent for somebody cannot be: asked as if it were for the scribe, before a seat is made for anyone. Null when it can. */
  #refusal(by: Actor, intent: Intent): Reason | null {
    if (!("for" in intent) || typeof intent.for !== "object" || typeof by !== "object") return null
    const ruling = rule(this.#session, by, { ...intent, for: { seatId: by.seat } } as Intent, this.#moment())
    if (!ruling.ok) return ruling.reason
    return intent.type === "written-for" ? this.#whyNotScribe(by.seat, intent.noteId) : null
  }

  /** Only who typed a note may say whose words it holds, for as long as it is not the note of somebody else who has a device. */
  #whyNotScribe(seat: string, noteId: string): Reason | null {
    const fact = this.deps.reader().facts.get(noteId)
    if (!fact) return "unknown-note"
    const mayScribe = fact.scribe === seat && !this.#places.isAnothers(seat, fact.author)
    return fact.author === seat || mayScribe ? null : "not-your-note"
  }

  /** The intent with its `for` as a seat, or why it cannot be one. */
  async #resolveFor<T extends Intent>(by: Actor, intent: T): Promise<Result<T>> {
    if (!("for" in intent) || typeof intent.for !== "object" || typeof by !== "object") return { ok: true, value: intent }
    const seat = await this.#places.seatFor(by.seat, intent.for)
    return seat.ok ? { ok: true, value: { ...intent, for: { seatId: seat.value } } } : seat
  }

  /** The seat `by` writes for, made where it is not there yet. */
  seatFor(by: string, whom: ForWhom): Promise<Result<string>> {
    return this.#decide(() => this.#places.seatFor(by, whom))
  }

  /** A place for somebody without a device, and the hash of the words that lead to it. A repeat finds the same place. */
  openSeat(by: string, intent: OpenSeat, returnHash: string): Promise<Result<{ seatId: string }>> {
    return this.#decide(async () => {
      if (this.safe.removal.has(by)) return no("removed")
      const seatId = idFrom(this.deps.id, by, intent.id)
      const isNew = !this.#seats.has(seatId)
      const ruling = rule(this.#session, { seat: by }, intent, { ...this.#moment(), newId: () => seatId })
      if (isNew && !ruling.ok) return ruling
      if (isNew && this.#isFull) return no("workshop-full")
      if (this.#session.ended) return no("ended")
      const opened = await this.#places.open(seatId, intent, returnHash)
      if (!opened.ok) return opened
      if (!this.#session.opened.has(seatId)) await this.#append({ seat: by }, [{ type: "seat-opened", seat: seatId }], intent.id)
      return { ok: true, value: { seatId } }
    })
  }

  renewWords(by: string, seatId: string, returnHash: string): Promise<Result<null>> {
    return this.#decide(async () => (this.safe.removal.has(by) ? no("removed") : this.#places.renewWords(by, seatId, returnHash)))
  }

  /** Somebody came to their place with a phone: from here on only they write as themselves, and what was written alone for them is theirs. */
  claimSeat(seatId: string): Promise<void> {
    return this.#decide(async () => {
      if (await this.#places.claim(seatId)) await this.drafts.handOver(seatId)
    })
  }

  async #writtenFor({ noteId, for: whom }: Extract<Intent, { type: "written-for" }>): Promise<Result<null>> {
    const fact = this.deps.reader().facts.get(noteId)
    if (!fact || !("seatId" in whom)) return no("unknown-note")
    const typist = fact.scribe ?? fact.author
    const credit = { author: whom.seatId, scribe: whom.seatId === typist ? null : typist }
    await this.deps.store.setAuthor(this.deps.id, noteId, credit.author, credit.scribe)
    const changed = this.deps.reader().setCredit(noteId, credit)
    if (changed) this.people.facts([changed])
    return ok
  }

  /** This person's name and keys are gone, and with `words` what they wrote. Answers when; the device with the kept key goes on. */
  erase(wish: { id: string; seat: string; words: boolean }, keepKeyHash: string | null): Promise<number> {
    return this.#decide(async () => this.#erasing.erase(await this.deps.openRoom(), wish, keepKeyHash))
  }

  /** Where these words stand in what everybody may read. For who hosts, and the organiser (null). */
  findMentions(by: string | null, words: string): Promise<Result<MentionPlaces>> {
    return this.#decide(async () =>
      this.#guides(by) ? { ok: true, value: await this.#mentions.find(words, this.safe.wordsHeardBy(by)) } : no("not-host"),
    )
  }

  /** They are taken out, also in a pause and after the end: that is when somebody is hurt by them. */
  takeMentionOut(wish: { id: string; seat: string | null; words: string; except: string[] }): Promise<Result<number>> {
    return this.#decide(async () => {
      if (!this.#guides(wish.seat)) return no("not-host")
      return { ok: true, value: await this.#mentions.takeOut(await this.deps.openRoom(), wish) }
    })
  }

  #guides(seat: string | null): boolean {
    return seat === null || (seat === this.#session.host && !this.safe.removal.has(seat))
  }

  /** Phones hold the log as it was: they are told all of it anew. */
  #retell(retold: readonly SessionEvent[]): void {
    const bySeq = new Map(retold.map((event) => [event.seq, event]))
    const events = this.#events.map((event) => bySeq.get(event.seq) ?? event)
    this.#events = []
    this.#session = emptySession
    for (const event of events) this.#fold(event)
    this.deps.broadcast(this.#wholeSession())
  }

  /** What was committed is on its way to the phones, and these facts with it. */
  committed(facts: readonly Fact[]): void {
    this.people.facts(facts)
    this.pledges.boardChanged()
  }

  /** The seat's row has changed in the store. */
  async seatChanged(seatId: string): Promise<void> {
    const seat = await this.deps.store.seat(this.deps.id, seatId)
    if (!seat) return
    this.#seats.set(seatId, seat)
    this.people.seat(seatId)
  }

  stop(): void {
    this.people.stop()
    this.drafts.stop()
    this.pledges.stop()
    this.#erasing.stop()
    this.#mentions.stop()
    this.sight.stop()
  }
}
