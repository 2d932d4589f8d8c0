// Who goes along with which sentence of "How we want to work together". Only numbers leave here: no frame, event, ledger row or file says
// who, and no figure is of a group. Kept for the words as they stood: a sentence that changes asks everybody anew, and one that is
// changed back has its people again. Everything that changes here is a decision of the workshop's (`decide`).
import { createHash } from "node:crypto"
import type { GoAlong, OwnGoAlong, Reason } from "@evenboard/api"
import { pledgesInOrder } from "@evenboard/board/arrive"
import type { Pledge, PledgeId } from "@evenboard/board"
import type { Counted, Session } from "@evenboard/session"
import type { GoesAlongRow, Store } from "@evenboard/storage"
import type { Result } from "../deps.ts"
import type { BoardReader } from "./board-reader.ts"

type PledgesDeps = {
  id: string
  store: Pick<Store, "goesAlong" | "setGoesAlong">
  session(): Session
  reader(): BoardReader
  isRemoved(seat: string): boolean
  /** Why a seat cannot write as another; null when it can. */
  whyNotAs(by: string, seatId: string): Reason | null
  hasDevice(seat: string): boolean
  decide<T>(work: () => Promise<T>): Promise<T>
  /** Tells every phone how many. */
  tellCounted(counted: Counted[]): void
  /** This seat's phones ask again what is theirs. */
  tellSeat(seat: string): void
  later(ms: number, work: () => void): () => void
}

/** Long enough that a new number does not point at who just put their phone down. */
const TELL_MS = 3000

const no = (reason: Reason) => ({ ok: false, reason }) as const

export class Pledges {
  readonly #deps: PledgesDeps
  #rows: GoesAlongRow[] = []
  #seen: unknown = null
  #told = "[]"
  #cancelTell: (() => void) | null = null
  #isStopped = false

  constructor(deps: PledgesDeps) {
    this.#deps = deps
  }

  async load(): Promise<void> {
    this.#rows = await this.#deps.store.goesAlong(this.#deps.id)
    this.changed()
  }

  /** How many go along with each sentence that stands, for its words as they are now. Sentences with nobody are left out. */
  get counted(): Counted[] {
    return this.#standing().flatMap((pledge) => {
      const count = this.#at(pledge).filter(({ seat }) => !this.#deps.isRemoved(seat)).length
      return count === 0 ? [] : [{ id: pledge.id, words: pledge.text, count }]
    })
  }

  /** What this seat goes along with, those without a phone for whom it opened a place, and those who let it write for them. `words` null: they have changed since. */
  mine(seat: string): OwnGoAlong[] {
    const isMine = (other: string): boolean => other === seat || (this.#deps.whyNotAs(seat, other) === null && this.#mayCount(seat, other))
    return this.#standing().flatMap((pledge) =>
      this.#rows
        .filter((row) => row.pledgeId === pledge.id && isMine(row.seat))
        .map((row) => ({ pledgeId: pledge.id, seat: row.seat, words: row.wording === this.#wording(pledge) ? pledge.text : null })),
    )
  }

  /** Refused where the words are others by now: nobody goes along with what they have not read. */
  say(by: string, pledgeId: string, { words, goes, for: whom }: GoAlong): Promise<Result<null>> {
    return this.#deps.decide(async () => {
      const { id, store, session, isRemoved, whyNotAs, reader } = this.#deps
      const seat = whom ?? by
      if (session().ended) return no("ended")
      if (session().paused) return no("paused")
      if (isRemoved(by)) return no("removed")
      const notAs = seat === by ? null : whyNotAs(by, seat)
      if (notAs) return no(notAs)
      if (!this.#mayCount(by, seat)) return no("not-allowed")
      const pledge = reader().board.pledges.get(pledgeId as PledgeId)
      if (!pledge || pledge.aside) return no("unknown-pledge")
      if (goes && pledge.text !== words) return no("words-changed")
      const row = { pledgeId, seat, wording: this.#wording(pledge) }
      await store.setGoesAlong(id, row, goes)
      this.#rows = [...this.#rows.filter((one) => one.pledgeId !== pledgeId || one.seat !== seat), ...(goes ? [row] : [])]
      this.changed()
      this.#deps.tellSeat(seat)
      return { ok: true, value: null }
    })
  }

  /** The board was committed to. */
  boardChanged(): void {
    const { pledges } = this.#deps.reader().board
    if (pledges === this.#seen) return
    this.#seen = pledges
    this.changed()
  }

  /** A number may be another: phones hear it together with what else changes in the next seconds. */
  changed(): void {
    if (this.#isStopped || this.#cancelTell || JSON.stringify(this.counted) === this.#told) return
    this.#cancelTell = this.#deps.later(TELL_MS, () => {
      this.#cancelTell = null
      const { counted } = this
      this.#told = JSON.stringify(counted)
      this.#deps.tellCounted(counted)
    })
  }

  stop(): void {
    this.#isStopped = true
    this.#cancelTell?.()
  }

  /** Without a phone people go along through whoever opened their place alone: a note names its scribe, and a number names nobody. */
  #mayCount(by: string, seat: string): boolean {
    return seat === by || this.#deps.hasDevice(seat) || this.#deps.session().opened.get(seat) === by
  }

  #standing(): readonly Pledge[] {
    return pledgesInOrder(this.#deps.reader().board)
  }

  #at(pledge: Pledge): GoesAlongRow[] {
    const wording = this.#wording(pledge)
    return this.#rows.filter((row) => row.pledgeId === pledge.id && row.wording === wording)
  }

  /** Tells one wording from another, and keeps nobody's words. */
  #wording({ id, text }: Pledge): string {
    return createHash("sha256").update(`${this.#deps.id}/${id}/${text}`).digest("base64url")
  }
}
