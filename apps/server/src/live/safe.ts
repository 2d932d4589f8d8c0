// Everything of a workshop that only one seat, or only the organiser, is told: concerns, asks, removals, who is quiet. Owns what each
// may see, and that they hear when it changes; a frame says only that there is news. Decisions go through the workshop's one queue.
import type { AskBack, Intent, OrganiserSafe, OwnGoAlong, PrivateView, Reason, SayConcern } from "@evenboard/api"
import type { Actor, Session, SessionEventBody } from "@evenboard/session"
import type { AskRow, SeatRow, Store } from "@evenboard/storage"
import { encodePrivate, type Connection, type Fact, type Room } from "@evenboard/sync"
import type { Result, Safe as SafeCalls } from "../deps.ts"
import { Concerns } from "./concerns.ts"
import { Removal } from "./removal.ts"
import { Supporting } from "./supporting.ts"
import { KEEP_PRIVATE_MS } from "../retention.ts"
import { cleared } from "../scrubbed.ts"

/** So long after an ask for help the same person waits with the next. */
const HELP_REST_MS = 5000

type SafeDeps = {
  id: string
  store: Store
  session(): Session
  seats(): ReadonlyMap<string, SeatRow>
  facts(): ReadonlyMap<string, Fact>
  here(): ReadonlySet<string>
  connections(): Iterable<Connection>
  /** Ends the screens that came by this seat's link. */
  closeScreensOf(seat: string): void
  openRoom(): Promise<Room>
  now(): number
  later(ms: number, work: () => void): () => void
  decide<T>(work: () => Promise<T>): Promise<T>
  append(by: Actor, body: SessionEventBody): Promise<unknown>
  /** What this seat wrote alone is shown by nobody but itself. */
  keepDraftsBack(seat: string): Promise<void>
  /** What this supporter typed for this person and nobody has seen is the person's own. */
  handOver(seat: string, supporter: string): Promise<void>
  hereChanged(): void
  /** Words that this seat handed out, for places to which nobody has come, lead there no more. */
  endWordsBy(seat: string): Promise<void>
  /** With what this seat goes along. */
  goesAlong(seat: string): OwnGoAlong[]
}

export class Safe implements SafeCalls {
  readonly #deps: SafeDeps
  readonly #concerns: Concerns
  readonly removal: Removal
  readonly supporting: Supporting
  readonly #quiet = new Set<string>()
  #asks: AskRow[] = []
  /** Seats that asked for help a moment ago: one ask at a time. Forgotten when the moment is over. */
  readonly #askedForHelp = new Set<string>()

  constructor(deps: SafeDeps) {
    this.#deps = deps
    const host = (): string | null => deps.session().host
    const tell = (seat: string): void => this.tell(seat)
    this.#concerns = new Concerns({ ...deps, host, tell })
    this.removal = new Removal({ ...deps, host, tell, closeLines: (seat) => this.#closeLines(seat), changed: deps.hereChanged })
    const isEnded = (): boolean => deps.session().ended
    this.supporting = new Supporting({ ...deps, isEnded, isRemoved: (seat) => this.removal.has(seat), tell })
  }

  async load(): Promise<void> {
    const { id, store } = this.#deps
    await Promise.all([this.#concerns.load(), this.removal.load(), this.supporting.load()])
    this.#asks = await store.asks(id)
    for (const seat of await store.quietSeats(id)) this.#quiet.add(seat)
  }

  isQuiet(seat: string): boolean {
    return this.#quiet.has(seat)
  }

  /** A phone came: it hears at once that there is something for it alone. */
  greet(connection: Connection): void {
    if (!connection.speaksEvenboard) return
    const { mine, heard, removal } = this.#wordsFor(connection.seat)
    const isSupporter = this.supporting.viewOf(connection.seat).supports.length > 0
    if (mine.length > 0 || heard.length > 0 || removal !== null || isSupporter || this.#asksFor(connection.seat).length > 0)
      connection.send(encodePrivate())
  }

  /** Why the rules need not be asked: who asks is not here any more, asks too often, or for what is gone. */
  async whyNot(by: Actor, intent: Intent): Promise<Reason | null> {
    const { id, store, session, later } = this.#deps
    if (typeof by === "object" && this.removal.has(by.seat)) return "removed"
    if (intent.type === "restore-note" && session().hidden.has(intent.noteId))
      return (await store.hiddenNote(id, intent.noteId)) ? null : "too-late"
    if (intent.type !== "ask-help" || typeof by !== "object") return null
    const { seat } = by
    if (this.#askedForHelp.has(seat)) return "too-many-tries"
    this.#askedForHelp.add(seat)
    later(HELP_REST_MS, () => void this.#askedForHelp.delete(seat))
    return null
  }

  /** People type "Staff", "staff ". Who named none is of no group that another could be of. */
  isSameGroup(a: string, b: string): boolean {
    const [one, other] = [a, b].map((seat) => (this.#deps.seats().get(seat)?.group ?? "").trim().toLowerCase())
    return one !== "" && one === other
  }

  async viewOf(seat: string): Promise<PrivateView> {
    const isHost = this.#deps.session().host === seat
    return {
      quiet: this.#quiet.has(seat),
      ...this.supporting.viewOf(seat),
      ...this.#wordsFor(seat),
      proposed: this.proposedBy(seat),
      askedBack: this.#asks.filter((ask) => ask.kind === "back" && ask.seat === seat).map(({ noteId }) => noteId),
      nameTakenOut: this.#asks.filter((ask) => ask.kind === "name" && ask.seat === seat).map(({ noteId }) => noteId),
      goesAlong: this.#deps.goesAlong(seat),
      hidden: isHost ? await this.#hiddenForHosts() : [],
    }
  }

  forOrganiser(): OrganiserSafe {
    this.#concerns.forgetBefore(this.#deps.now() - KEEP_PRIVATE_MS)
    return { concerns: this.#concerns.heardBy(null), removed: this.removal.removed }
  }

  // ── concerns ──

  /** All that was said privately to this seat, or to the organiser (null): nobody else hears even how much of it there is. */
  wordsHeardBy(hearer: string | null): string[] {
    this.#concerns.forgetBefore(this.#deps.now() - KEEP_PRIVATE_MS)
    const asks = hearer === null ? [] : this.#asksFor(hearer).filter(({ kind, seat }) => kind === "back" && seat !== hearer)
    return [...this.#concerns.heardBy(hearer), ...asks].map(({ words }) => words)
  }

  say = (seat: string, concern: SayConcern): Promise<Result<null>> => this.#decide(() => this.#concerns.say(seat, concern))
  /** Not within the decision: nobody waits while the file is cleared but who took it back. */
  takeBack = async (seat: string, id: string): Promise<Result<null>> => {
    const done = await this.#deps.decide(() => this.#concerns.takeBack(seat, id))
    if (!done.ok) return done
    if (done.value) await cleared(this.#deps.store)
    return { ok: true, value: null }
  }
  read = (hearer: string | null, id: string): Promise<Result<null>> => this.#decide(() => this.#concerns.read(hearer, id))

  // ── removing a person ──

  askRemoval = (by: string, seatId: string, confirmer: string): Promise<Result<null>> =>
    this.#decide(async () => (this.#deps.session().ended ? { ok: false, reason: "ended" } : this.removal.ask(by, seatId, confirmer)))
  dropRemoval = (by: string): Promise<Result<null>> => this.#decide(async () => this.removal.takeBack(by))
  answerRemoval = (seat: string, isYes: boolean): Promise<Result<null>> => this.#decide(() => this.removal.answer(seat, isYes))
  remove = (seatId: string): Promise<Result<null>> => this.#decide(() => this.removal.remove("organiser", seatId))
  bringBack = (seatId: string): Promise<Result<null>> => this.#decide(() => this.removal.bringBack(seatId))

  // ── writing for somebody who has a phone ──

  setSupporter = (seat: string, supporter: string, may: boolean): Promise<Result<null>> =>
    this.#decide(() => (may ? this.supporting.allow(seat, supporter) : this.supporting.withdraw(seat, supporter)))

  // ── notes out of sight ──

  /** Null where nobody proposed it, or who did was removed since. */
  proposerOf(noteId: string): string | null {
    const seat = this.#asks.find((ask) => ask.kind === "hide" && ask.noteId === noteId)?.seat ?? null
    return seat !== null && this.removal.has(seat) ? null : seat
  }

  /** Whether this seat came after it was proposed. */
  cameSince(seat: string, noteId: string): boolean {
    const proposedAt = this.#asks.find((ask) => ask.kind === "hide" && ask.noteId === noteId)?.at ?? Infinity
    return (this.#deps.seats().get(seat)?.createdAt ?? Infinity) > proposedAt
  }

  /** Called within a decision, before the proposal is written, and after it is over (null). */
  async proposed(noteId: string, seat: string | null): Promise<void> {
    const before = this.#asks.find((ask) => ask.kind === "hide" && ask.noteId === noteId)?.seat
    if (seat === null) await this.#forgetAsk("hide", noteId)
    else await this.#putAsk({ kind: "hide", noteId, seat, words: "", at: this.#deps.now() })
    const proposer = seat ?? before
    if (proposer !== undefined) this.tell(proposer)
  }

  /** The author, or who typed it, would have it back: the host is told. */
  askBack(seat: string, { noteId, words }: AskBack): Promise<Result<null>> {
    return this.#decide(async () => {
      const { session, facts, now } = this.#deps
      const fact = facts().get(noteId)
      if (!fact || !session().hidden.has(noteId)) return { ok: false, reason: "unknown-note" }
      if (fact.author !== seat && fact.scribe !== seat) return { ok: false, reason: "not-your-note" }
      await this.#putAsk({ kind: "back", noteId, seat, words, at: now() })
      this.#tellHost()
      this.tell(seat)
      return { ok: true, value: null }
    })
  }

  /** A note is in sight again: nobody asks for it any more. */
  async returned(noteId: string): Promise<void> {
    const seat = this.#asks.find((ask) => ask.kind === "back" && ask.noteId === noteId)?.seat
    await this.#forgetAsk("back", noteId)
    if (seat !== undefined) this.tell(seat)
    this.#tellHost()
  }

  /** The author of each of these notes is told, alone, that a name was taken out of it; who did it knows. */
  async nameTakenOut(noteIds: readonly string[], by: string | null): Promise<void> {
    const told = new Set<string>()
    for (const noteId of noteIds) {
      const seat = this.#deps.facts().get(noteId)?.author
      if (seat === undefined || seat === by) continue
      await this.#putAsk({ kind: "name", noteId, seat, words: "", at: this.#deps.now() })
      told.add(seat)
    }
    for (const seat of told) this.tell(seat)
  }

  /** Notes that this seat, and nobody has yet agreed, would take out of sight. */
  proposedBy(seat: string): string[] {
    return this.#asks.filter((ask) => ask.kind === "hide" && ask.seat === seat).map(({ noteId }) => noteId)
  }

  /** Notes that anybody, and nobody has yet agreed, would take out of sight. */
  get proposedNotes(): string[] {
    return this.#asks.filter(({ kind }) => kind === "hide").map(({ noteId }) => noteId)
  }

  // ── being quiet ──

  setQuiet(seat: string, isQuiet: boolean): Promise<Result<null>> {
    return this.#decide(async () => {
      const { id, store, openRoom, hereChanged } = this.#deps
      await store.setQuiet(id, seat, isQuiet)
      if (isQuiet) this.#quiet.add(seat)
      else this.#quiet.delete(seat)
      const room = await openRoom()
      room.setQuiet(seat, isQuiet)
      hereChanged()
      this.tell(seat)
      return { ok: true, value: null }
    })
  }

  /** The new host's phone looks for what is told to hosts. */
  #tellHost(): void {
    const { host } = this.#deps.session()
    if (host !== null) this.tell(host)
  }

  #decide(work: () => Promise<Result<null>>): Promise<Result<null>> {
    return this.#deps.decide(work)
  }

  #wordsFor(seat: string): Pick<PrivateView, "mine" | "heard" | "removal"> {
    this.#concerns.forgetBefore(this.#deps.now() - KEEP_PRIVATE_MS)
    return { mine: this.#concerns.mine(seat), heard: this.#concerns.heardBy(seat), removal: this.removal.viewOf(seat) }
  }

  #asksFor(seat: string): AskRow[] {
    const isHost = this.#deps.session().host === seat
    return this.#asks.filter((ask) => ask.seat === seat || (ask.kind === "back" && isHost))
  }

  async #hiddenForHosts(): Promise<PrivateView["hidden"]> {
    const { id, store, session } = this.#deps
    const rows = (await store.hiddenNotes(id)).filter(({ noteId }) => session().hidden.has(noteId))
    return rows.map(({ noteId, content }) => ({
      noteId,
      words: wordsIn(content),
      askedBack: this.#asks.find((ask) => ask.kind === "back" && ask.noteId === noteId)?.words ?? null,
    }))
  }

  async #putAsk(row: AskRow): Promise<void> {
    await this.#deps.store.putAsk(this.#deps.id, row)
    this.#asks = [...this.#asks.filter((ask) => ask.kind !== row.kind || ask.noteId !== row.noteId), row]
  }

  async #forgetAsk(kind: AskRow["kind"], noteId: string): Promise<void> {
    if (!this.#asks.some((ask) => ask.kind === kind && ask.noteId === noteId)) return
    await this.#deps.store.deleteAsk(this.#deps.id, kind, noteId)
    this.#asks = this.#asks.filter((ask) => ask.kind !== kind || ask.noteId !== noteId)
    // Nobody waits for it; what fails is owed, and done with the next purge.
    if (kind === "back") void cleared(this.#deps.store).catch(() => {})
  }

  async #closeLines(seat: string): Promise<void> {
    for (const connection of this.#deps.connections()) if (connection.seat === seat) connection.close("removed")
    this.#deps.closeScreensOf(seat)
    await this.#deps.keepDraftsBack(seat)
  }

  /** There is news for this seat alone. */
  tell(seat: string): void {
    for (const connection of this.#deps.connections())
      if (connection.seat === seat && connection.speaksEvenboard) connection.send(encodePrivate())
  }
}

/** The words of a note as `takeOut` wrote it down, inside what sight.ts keeps. */
function wordsIn(content: string): string {
  const { content: taken } = JSON.parse(content) as { content: string }
  return (JSON.parse(taken) as { note: { text: string } }).note.text
}
