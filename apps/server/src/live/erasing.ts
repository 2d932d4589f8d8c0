// A person's wish to be forgotten, carried out: their name and keys, and if they say so their words, leave everything that is stored
// here and everything that phones are told. Owns the order of the steps; the wish is durable first, so that a crash between two is
// finished when the workshop is next loaded. Whose words are whose stands in whose-words.ts. Everything here is within a decision.
//
//   wish kept, name and keys gone ──▶ words leave the Doc (durable, relayed) ──▶ ledger, events, drafts, copies ──▶ snapshot without
//   them, log emptied ──▶ phones told ──▶ nothing left beside the file ──▶ wish done
import { eraseWords } from "@evenboard/board"
import type { SessionEvent, SessionEventBody } from "@evenboard/session"
import type { ErasureRow, SeatRow, Store } from "@evenboard/storage"
import { SERVER_SEAT, type Connection, type Room } from "@evenboard/sync"
import type { BoardReader } from "./board-reader.ts"
import type { Drafts } from "./drafts.ts"
import type { PeopleTeller } from "./people-teller.ts"
import { scrubbed } from "../scrubbed.ts"
import { eventsWithout, rowsWith, wordsOfSeat } from "./whose-words.ts"

type ErasingDeps = {
  id: string
  store: Pick<Store, "beginErasure" | "erasuresToFinish" | "forgetWords" | "finishErasure" | "ledger" | "seat" | "scrub">
  seats(): Map<string, SeatRow>
  events(): readonly SessionEvent[]
  reader(): BoardReader
  connections(): Iterable<Connection>
  /** Ends the screens that came by this seat's link. */
  closeScreensOf(seat: string): void
  people: PeopleTeller
  drafts: Drafts
  now(): number
  later(ms: number, work: () => void): () => void
  decide<T>(work: () => Promise<T>): Promise<T>
  onFault(what: string, error: unknown): void
  /** Notes that anybody would have taken out of sight, and nobody has agreed. */
  proposed(): string[]
  /** None of these proposals stands any more. */
  lapse(noteIds: readonly string[]): Promise<void>
  /** What stands where a reason was, in the workshop's language. */
  gone(): string
  /** Concerns, asks and who may write for whom have gone from the store. */
  readPrivateAgain(): Promise<void>
  /** The log tells these otherwise from now on: fold it again, and tell every phone the whole of it. */
  retell(events: readonly SessionEvent[]): void
  /** Once for each `id`. */
  append(body: SessionEventBody, id: string): Promise<unknown>
}

/** Of a whole ledger. */
const ALL = Number.MAX_SAFE_INTEGER
export const RETRY_MS = 1000
export const LONGEST_RETRY_MS = 30_000

export class Erasing {
  readonly #deps: ErasingDeps
  #cancelRetry: (() => void) | null = null
  #isStopped = false

  constructor(deps: ErasingDeps) {
    this.#deps = deps
  }

  /** `keepKeyHash`: of the device that asks. Rejects when the store does; what was begun is then finished by itself. */
  async erase(room: Room, wish: Omit<ErasureRow, "at" | "doneAt">, keepKeyHash: string | null): Promise<number> {
    const { id, store, seats, now } = this.#deps
    const row: ErasureRow = { ...wish, at: now(), doneAt: null }
    const name = seats().get(row.seat)?.name ?? ""
    await store.beginErasure(id, row, keepKeyHash)
    this.#closeLines(row.seat)
    try {
      await this.#carryOut(room, row, name)
    } catch (error) {
      this.#finishLater(room, RETRY_MS)
      throw error
    }
    return row.at
  }

  /** What a crash or a full disk left undone. Repeating any of it does no harm. */
  async finish(room: Room): Promise<void> {
    for (const row of await this.#deps.store.erasuresToFinish(this.#deps.id)) await this.#carryOut(room, row, "")
  }

  /** Stays with this room: once it has closed, the next load finishes. */
  #finishLater(room: Room, wait: number): void {
    if (this.#isStopped) return
    const { later, decide, onFault } = this.#deps
    this.#cancelRetry?.()
    this.#cancelRetry = later(wait, () => {
      decide(() => this.finish(room)).catch((error: unknown) => {
        onFault("erase", error)
        this.#finishLater(room, Math.min(2 * wait, LONGEST_RETRY_MS))
      })
    })
  }

  stop(): void {
    this.#isStopped = true
    this.#cancelRetry?.()
  }

  async #carryOut(room: Room, row: ErasureRow, name: string): Promise<void> {
    const { id, store, seats, people, drafts, append, now, readPrivateAgain } = this.#deps
    const seat = await store.seat(id, row.seat)
    if (seat) seats().set(seat.id, seat)
    await drafts.renameWhom(name, row.seat)
    await readPrivateAgain()
    if (row.words) await this.#forgetWords(room, row.seat)
    people.seat(row.seat)
    people.forgottenSeat()
    await append({ type: "erased", words: row.words }, `erased-${row.id}`)
    await scrubbed(store)
    await store.finishErasure(id, row.id, now())
  }

  async #forgetWords(room: Room, seat: string): Promise<void> {
    const { id, store, reader, people, drafts, events, retell, readPrivateAgain, proposed, lapse, gone } = this.#deps
    await room.edit(SERVER_SEAT, () => undefined) // what was on its way as the lines were closed is told in the ledger, too
    const before = await this.#ledger()
    const erased = await room.edit(SERVER_SEAT, (doc) => {
      const words = wordsOfSeat(seat, reader().facts.values(), before, reader().board)
      eraseWords(doc, words)
      return words
    })
    const notes = [...erased.notes]
    for (const noteId of notes) {
      reader().clearFirstWording(noteId)
      people.forgotten(noteId)
    }
    await drafts.forgetWriter(seat)
    // Everybody's, whoever goes: were it theirs alone, what lapses would tell who had proposed it.
    const lapsing = proposed()
    const retold = eventsWithout(seat, events(), { notes, proposed: lapsing, gone: gone() })
    await store.forgetWords(id, {
      seat,
      ledger: rowsWith(seat, erased, await this.#ledger()),
      facts: notes,
      hidden: notes,
      pledges: [...erased.pledges],
      events: retold,
    })
    if (retold.length > 0) retell(retold)
    await lapse(lapsing)
    await readPrivateAgain()
    await room.forget(notes)
  }

  /** In the order they were written. */
  async #ledger(): ReturnType<Store["ledger"]> {
    return (await this.#deps.store.ledger(this.#deps.id, { limit: ALL })).toReversed()
  }

  /** The device that asked comes back with its key; no other key opens anything. */
  #closeLines(seat: string): void {
    for (const connection of this.#deps.connections()) if (connection.seat === seat) connection.close("restarting")
    this.#deps.closeScreensOf(seat)
  }
}
