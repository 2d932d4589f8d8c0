// People without a device: their place, who may write their words, and the moment they have a phone of their own. Owns those rules over
// the seats; everything here is called within a decision of the workshop's, so nobody is made two, and nobody writes for a person who
// has a phone since. Knows no HTTP, makes no three words and asks no rule of the session.
import { randomBytes } from "node:crypto"
import type { ForWhom, OpenSeat, Reason } from "@evenboard/api"
import type { Session, SessionEventBody } from "@evenboard/session"
import type { SeatRow, Store } from "@evenboard/storage"
import type { Locale, Words } from "@evenboard/words"
import type { Result } from "../deps.ts"
import { newId } from "../keys.ts"
import { tableOfSomeone } from "./people.ts"

type WithoutPhoneDeps = {
  id: string
  store: Pick<Store, "createSeat" | "updateSeat">
  now(): number
  words(locale: Locale): Words
  session(): Session
  seats(): Map<string, SeatRow>
  /** Its person said yes to that. */
  mayWriteFor(supporter: string, seatId: string): boolean
  isRemoved(seatId: string): boolean
  /** Everybody can see that this person is here. */
  isSeenHere(seatId: string): boolean
  /** Whether this seat may open one more place. */
  mayOpen(by: string): boolean
  /** This seat is new, or told otherwise from now on. */
  tell(seatId: string): void
  append(by: { seat: string }, body: SessionEventBody): Promise<unknown>
}

const no = (reason: Reason) => ({ ok: false, reason }) as const

export class WithoutPhone {
  readonly #deps: WithoutPhoneDeps

  constructor(deps: WithoutPhoneDeps) {
    this.#deps = deps
  }

  /** Why `by` cannot write as this seat; null when it can: as itself, for somebody without a device, or for who said yes to that. */
  whyNotAs(by: string, seatId: string): Reason | null {
    if (!this.#deps.seats().has(seatId) || this.#deps.isRemoved(seatId)) return "unknown-seat"
    return this.isAnothers(by, seatId) && !this.#deps.mayWriteFor(by, seatId) ? "own-phone" : null
  }

  /** Whatever stands there already is that person's own to give to somebody else, and nobody's who may write for them. */
  isAnothers(by: string, seatId: string): boolean {
    return seatId !== by && (this.#deps.seats().get(seatId)?.device ?? true)
  }

  /**
   * The seat `by` writes for: the same name or table finds the same seat; otherwise one is made. A name that its place does not show finds
   * it for who opened it alone: anybody else would learn whose it is by guessing. `isDue`: it was promised before, and is made however
   * many there are.
   */
  async seatFor(by: string, whom: ForWhom, isDue = false): Promise<Result<string>> {
    if ("seatId" in whom) {
      const reason = this.whyNotAs(by, whom.seatId)
      return reason ? no(reason) : { ok: true, value: whom.seatId }
    }
    const { session, seats, words, mayOpen } = this.#deps
    const table = "table" in whom ? whom.table : null
    const name = "name" in whom ? whom.name : words(session().language).say("board.someone-at", { table: whom.table })
    const isNamed = (seat: SeatRow): boolean => seat.credit === "name" || session().opened.get(seat.id) === by
    const known = [...seats().values()].find((seat) => !seat.device && seat.name.toLowerCase() === name.toLowerCase() && isNamed(seat))
    if (known) return { ok: true, value: known.id }
    if (!isDue && !mayOpen(by)) return no("too-many-people")
    const seatId = newId(randomBytes)
    await this.#make(seatId, { name, table, credit: "name", returnHash: null })
    await this.#deps.append({ seat: by }, { type: "seat-opened", seat: seatId })
    return { ok: true, value: seatId }
  }

  /** Makes the place that `seatId` names. Where it is there already, as when an answer was lost, it only gets the new words. */
  async open(seatId: string, { name = "", table = "", showName = true }: OpenSeat, returnHash: string): Promise<Result<null>> {
    const seat = this.#deps.seats().get(seatId)
    if (seat?.device) return no("own-phone")
    if (seat) await this.#change(seat, { returnHash })
    else await this.#make(seatId, { name: oneLine(name), table: oneLine(table) || null, credit: showName ? "name" : "none", returnHash })
    return { ok: true, value: null }
  }

  /** New words for a place, for as long as nobody has come to it: by who opened it, or while they are not seen here by whoever hosts. */
  async renewWords(by: string, seatId: string, returnHash: string): Promise<Result<null>> {
    const seat = this.#deps.seats().get(seatId)
    if (!seat) return no("unknown-seat")
    if (seat.device) return no("own-phone")
    const { opened, host } = this.#deps.session()
    const opener = opened.get(seatId)
    if (opener !== by && (by !== host || (opener !== undefined && this.#deps.isSeenHere(opener)))) return no("not-allowed")
    await this.#change(seat, { returnHash })
    return { ok: true, value: null }
  }

  /** Who opened a place knows its words, and would come back in by them. Of who has a phone, the words may be their own by now. */
  async endWordsBy(opener: string): Promise<void> {
    const { session, seats } = this.#deps
    for (const seat of seats().values())
      if (!seat.device && seat.returnHash !== null && session().opened.get(seat.id) === opener)
        await this.#change(seat, { returnHash: null })
  }

  /** Somebody came to their place with a phone of their own. "Someone at table 2" is then nobody's name. False when they had one before. */
  async claim(seatId: string): Promise<boolean> {
    const seat = this.#deps.seats().get(seatId)
    if (!seat || seat.device) return false
    await this.#change(seat, { device: true, ...(tableOfSomeone(seat) === null ? {} : { name: "", credit: "none" }) })
    this.#deps.tell(seatId)
    if (!this.#deps.session().ended) await this.#deps.append({ seat: seatId }, { type: "seat-claimed", seat: seatId })
    return true
  }

  async #make(id: string, { name, table, credit, returnHash }: Pick<SeatRow, "name" | "table" | "credit" | "returnHash">): Promise<void> {
    const { store, session, seats, now, tell } = this.#deps
    const { language } = session()
    const createdAt = now()
    const wanted = {
      id,
      workshopId: this.#deps.id,
      name,
      credit,
      quotable: true,
      group: null,
      table,
      language,
      device: false,
      createdAt,
      returnHash,
    }
    const { seat } = await store.createSeat(wanted, null, 0)
    seats().set(id, seat)
    tell(id)
  }

  async #change(seat: SeatRow, change: Partial<Pick<SeatRow, "device" | "name" | "credit" | "returnHash">>): Promise<void> {
    await this.#deps.store.updateSeat(this.#deps.id, seat.id, change)
    this.#deps.seats().set(seat.id, { ...seat, ...change })
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim()
