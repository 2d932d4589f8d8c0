// What was said of a person, taken out of everything that is stored here and told to phones: by who hosts, or the organiser. Owns the
// order of the steps; the wish is durable first, with the words, which go from it in the one transaction in which they go from the
// tables, so that a crash leaves neither half of it. Where words stand is mention-words.ts's. Everything here is within a decision.
//
//   wish kept ──▶ words leave the Doc (durable, relayed) ──▶ ledger, facts, copies, drafts, events, and the wish itself ──▶ snapshot
//   without them, log emptied ──▶ authors told, log told ──▶ nothing left beside the file ──▶ wish gone
import type { MentionPlace, MentionPlaces } from "@evenboard/api"
import { mentionOf, takeMentionOut, type Mention } from "@evenboard/board"
import type { Actor, Session, SessionEvent, SessionEventBody } from "@evenboard/session"
import type { MentionRow, Rewritten, Store } from "@evenboard/storage"
import { SERVER_SEAT, type Room } from "@evenboard/sync"
import type { Locale, Words } from "@evenboard/words"
import type { BoardReader } from "./board-reader.ts"
import type { Drafts } from "./drafts.ts"
import { LONGEST_RETRY_MS, RETRY_MS } from "./erasing.ts"
import { placesOf, rewrittenBy, type Said } from "./mention-words.ts"
import type { PeopleTeller } from "./people-teller.ts"
import { scrubbed } from "../scrubbed.ts"

type MentionsDeps = {
  id: string
  store: Pick<Store, "beginMention" | "mentionsToFinish" | "rewriteWords" | "finishMention" | "ledger" | "hiddenNotes" | "scrub">
  session(): Session
  events(): readonly SessionEvent[]
  reader(): BoardReader
  people: PeopleTeller
  drafts: Drafts
  words(locale: Locale): Words
  now(): number
  later(ms: number, work: () => void): () => void
  decide<T>(work: () => Promise<T>): Promise<T>
  onFault(what: string, error: unknown): void
  retell(events: readonly SessionEvent[]): void
  /** Tells the author of each of these notes, alone, that a name was taken out of it. */
  tellAuthors(noteIds: readonly string[], by: string | null): Promise<void>
  /** Once for each `id`. */
  append(by: Actor, body: SessionEventBody, id: string): Promise<unknown>
}

/** Of a whole ledger. */
const ALL = Number.MAX_SAFE_INTEGER

export class Mentions {
  readonly #deps: MentionsDeps
  #cancelRetry: (() => void) | null = null
  #isStopped = false

  constructor(deps: MentionsDeps) {
    this.#deps = deps
  }

  /** `heard`: what was said privately to who asks. */
  async find(words: string, heard: readonly string[]): Promise<MentionPlaces> {
    const mention = this.#mention(words)
    return { places: await this.#places(mention), mark: mention.mark, heard: heard.filter(mention.has).length }
  }

  /** Answers from how many places they went. Rejects when the store does; what was begun is then finished by itself. */
  async takeOut(room: Room, wish: { id: string; seat: string | null; words: string; except: string[] }): Promise<number> {
    const { id, store, now } = this.#deps
    const except = new Set(wish.except)
    const places = (await this.#places(this.#mention(wish.words))).filter((place) => !except.has(place.id)).length
    const row: MentionRow = { ...wish, places, at: now() }
    await store.beginMention(id, row)
    try {
      await this.#carryOut(room, row)
    } catch (error) {
      this.#finishLater(room, RETRY_MS)
      throw error
    }
    return places
  }

  /** What a crash or a full disk left undone. Repeating any of it does no harm. */
  async finish(room: Room): Promise<void> {
    for (const row of await this.#deps.store.mentionsToFinish(this.#deps.id)) await this.#carryOut(room, row)
  }

  stop(): void {
    this.#isStopped = true
    this.#cancelRetry?.()
  }

  /** Stays with this room: once it has closed, the next load finishes. */
  #finishLater(room: Room, wait: number): void {
    if (this.#isStopped) return
    const { later, decide, onFault } = this.#deps
    this.#cancelRetry?.()
    this.#cancelRetry = later(wait, () => {
      decide(() => this.finish(room)).catch((error: unknown) => {
        onFault("take a name out", error)
        this.#finishLater(room, Math.min(2 * wait, LONGEST_RETRY_MS))
      })
    })
  }

  async #carryOut(room: Room, { id: wish, seat, words, except, places }: MentionRow): Promise<void> {
    const { id, store, append } = this.#deps
    if (words !== null) await this.#rewrite(room, wish, seat, this.#mention(words), new Set(except))
    await room.forget([])
    await append(seat === null ? "organiser" : { seat }, { type: "name-taken-out", places }, `mention-${wish}`)
    await scrubbed(store)
    await store.finishMention(id, wish)
  }

  async #rewrite(room: Room, wish: string, by: string | null, mention: Mention, except: ReadonlySet<string>): Promise<void> {
    const { reader, people, drafts, retell, tellAuthors } = this.#deps
    const touched = (await this.#notesWith(mention)).filter((noteId) => !except.has(noteId))
    await room.edit(SERVER_SEAT, (doc) => {
      reader().passOverNext() // the rows about it tell it as it is now, so that there is nothing to add
      takeMentionOut(doc, mention, (of) => !except.has(of))
    })
    await tellAuthors(touched, by)
    const { facts, events, drafts: reworded } = await this.#rewriteStored(wish, mention, except)
    for (const { noteId, firstWording } of facts) reader().rewordFirst(noteId, firstWording)
    for (const { noteId } of facts) people.forgotten(noteId)
    drafts.reworded(reworded)
    if (events.length > 0) retell(events)
  }

  /** Again while phones write into the same rows meanwhile; each time there is less to wait for. */
  async #rewriteStored(wish: string, mention: Mention, except: ReadonlySet<string>): Promise<Rewritten> {
    const { id, store, drafts } = this.#deps
    for (;;) {
      // Where some of what was found stays, nobody has looked which of what only its writer sees should go.
      const ofDrafts = except.size > 0 ? [] : drafts.withWords((text) => (mention.has(text) ? mention.without(text) : text))
      const rewritten: Rewritten = { ...rewrittenBy(mention, except, await this.#said()), drafts: ofDrafts }
      if (await store.rewriteWords(id, wish, rewritten)) return rewritten
    }
  }

  async #notesWith(mention: Mention): Promise<string[]> {
    return (await this.#places(mention)).flatMap(({ kind, id }) => (kind === "note" ? [id] : []))
  }

  async #places(mention: Mention): Promise<MentionPlace[]> {
    return placesOf(mention, await this.#said())
  }

  #mention(words: string): Mention {
    const { session, words: of } = this.#deps
    return mentionOf(words, of(session().language).say("taken.mark"))
  }

  async #said(): Promise<Said> {
    const { id, store, reader, events } = this.#deps
    const [ledger, hidden] = await Promise.all([store.ledger(id, { limit: ALL }), store.hiddenNotes(id)])
    const { board, facts } = reader()
    return { board, facts: [...facts.values()], ledger, events: events(), hidden }
  }
}
