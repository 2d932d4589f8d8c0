// Removing a person, and bringing them back. A host asks one other person by name, who is told alone; the organiser needs nobody. Owns
// the order of that moment: from its first step on nothing of theirs is taken in, then their lines are closed, then it is durable.
// No event, and no frame to anybody else, says who it was; their notes stay.
import type { PrivateView, Reason } from "@evenboard/api"
import type { SessionEventBody, Actor } from "@evenboard/session"
import type { SeatRow, Store } from "@evenboard/storage"
import type { Result } from "../deps.ts"

/** An ask that nobody answered lapses. It is kept in memory alone: after a restart the host asks again. */
const ASK_MS = 15 * 60_000

type RemovalDeps = {
  id: string
  store: Pick<Store, "removedSeats" | "removeSeat">
  seats(): ReadonlyMap<string, SeatRow>
  /** Everybody with a live socket. */
  here(): ReadonlySet<string>
  host(): string | null
  now(): number
  tell(seat: string): void
  append(by: Actor, body: SessionEventBody): Promise<unknown>
  /** Ends every line of this seat, and what it wrote alone stays unseen. */
  closeLines(seat: string): Promise<void>
  /** The words it handed out, and knows, lead to no place any more. */
  endWordsBy(seat: string): Promise<void>
  /** Who is here has changed. */
  changed(): void
}

type Asked = { seatId: string; by: string; confirmer: string; at: number; answer: "open" | "no" }

const ok: Result<null> = { ok: true, value: null }
const no = (reason: Reason): Result<null> => ({ ok: false, reason })

export class Removal {
  readonly #deps: RemovalDeps
  readonly #removed = new Set<string>()
  #asked: Asked | null = null

  constructor(deps: RemovalDeps) {
    this.#deps = deps
  }

  async load(): Promise<void> {
    for (const seat of await this.#deps.store.removedSeats(this.#deps.id)) this.#removed.add(seat)
  }

  has(seat: string): boolean {
    return this.#removed.has(seat)
  }

  get removed(): string[] {
    return [...this.#removed]
  }

  /** What this seat is told: its own ask, or that its yes is asked for. */
  viewOf(seat: string): PrivateView["removal"] {
    const asked = this.#standing()
    if (!asked || (asked.by !== seat && (asked.confirmer !== seat || asked.answer === "no"))) return null
    const { seatId, by, confirmer, answer } = asked
    return { seatId, by, confirmer, answer, isMine: by === seat }
  }

  /** The host asks; of two asks the later one stands. */
  ask(by: string, seatId: string, confirmer: string): Result<null> {
    const { host, here, seats, now, tell } = this.#deps
    if (by !== host()) return no("not-host")
    if (!seats().get(seatId)?.device || this.has(seatId)) return no("unknown-seat")
    if (seatId === by || confirmer === by || confirmer === seatId || !here().has(confirmer)) return no("not-allowed")
    this.#drop()
    this.#asked = { seatId, by, confirmer, at: now(), answer: "open" }
    tell(confirmer)
    tell(by)
    return ok
  }

  takeBack(by: string): Result<null> {
    if (this.#asked?.by === by) this.#drop()
    return ok
  }

  /** Whoever asked must still host: else it lapses. */
  async answer(seat: string, isYes: boolean): Promise<Result<null>> {
    const asked = this.#standing()
    if (!asked || asked.confirmer !== seat || asked.answer === "no") return no("nobody-asked")
    if (!isYes) asked.answer = "no"
    this.#deps.tell(asked.by)
    this.#deps.tell(seat)
    if (!isYes) return ok
    this.#asked = null
    return asked.by === this.#deps.host() ? this.remove({ seat: asked.by }, asked.seatId) : no("nobody-asked")
  }

  /** First the room stops listening to them, then all the rest; when it cannot be stored, they are as they were. */
  async remove(by: Actor, seatId: string): Promise<Result<null>> {
    const { id, store, seats, now, append, closeLines, endWordsBy, changed } = this.#deps
    if (!seats().get(seatId)?.device) return no("unknown-seat")
    if (this.#removed.has(seatId)) return ok
    this.#removed.add(seatId)
    try {
      await endWordsBy(seatId)
      await store.removeSeat(id, seatId, now())
    } catch (error) {
      this.#removed.delete(seatId)
      throw error
    }
    await closeLines(seatId)
    changed()
    await append(by, { type: "person-removed", withYes: by !== "organiser" })
    return ok
  }

  async bringBack(seatId: string): Promise<Result<null>> {
    if (!this.#removed.has(seatId)) return ok
    await this.#deps.store.removeSeat(this.#deps.id, seatId, null)
    this.#removed.delete(seatId)
    await this.#deps.append("organiser", { type: "person-returned" })
    return ok
  }

  #standing(): Asked | null {
    return this.#asked && this.#deps.now() - this.#asked.at < ASK_MS ? this.#asked : null
  }

  #drop(): void {
    const asked = this.#asked
    this.#asked = null
    if (!asked) return
    this.#deps.tell(asked.confirmer)
    this.#deps.tell(asked.by)
  }
}
