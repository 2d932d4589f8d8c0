// Tells the phones who is who, who is here, and what the server knows of each note: everything once, then what changed, gathered for a
// moment so that forty joins are a few frames. Owns what the phones have been told; the people and facts themselves are its caller's.
import type { NoteFact, PeopleFrame, PublicSeat } from "@evenboard/api"
import type { SeatRow } from "@evenboard/storage"
import { encodeJson, type Fact } from "@evenboard/sync"
import { looksDifferent } from "./facts.ts"
import { forScreens, groupsToName, publicFact, publicSeat } from "./people.ts"

const GATHER_MS = 200

type PeopleTellerDeps = {
  seats(): ReadonlyMap<string, SeatRow>
  facts(): ReadonlyMap<string, Fact>
  /** Seat ids with a live socket. */
  here(): Iterable<string>
  /** Its first wording is told to nobody, whatever the facts say. */
  isHidden(noteId: string): boolean
  later(ms: number, work: () => void): () => void
  broadcast(frame: Uint8Array, forScreens: Uint8Array): void
}

export class PeopleTeller {
  readonly #deps: PeopleTellerDeps
  /** Facts as the phones know them. */
  readonly #told = new Map<string, Fact>()
  /** Seats as the phones know them, as JSON. */
  readonly #toldSeats = new Map<string, string>()
  readonly #seats = new Set<string>()
  readonly #facts = new Set<string>()
  #isHereNew = false
  /** The whole frame, for all who join before the next one that tells what changed; never kept past a note's hiding. */
  #whole: Uint8Array | null = null
  #cancel: (() => void) | null = null
  #isStopped = false

  constructor(deps: PeopleTellerDeps) {
    this.#deps = deps
  }

  /** The seats that stood in the store: whoever joins is told them with everything. Call once they are read. */
  loaded(): void {
    for (const seat of this.#publicSeats([...this.#deps.seats().values()])) this.#toldSeats.set(seat.id, JSON.stringify(seat))
  }

  /** Everything, for somebody who joins now. What is being gathered follows in the next frame. */
  whole(): Uint8Array {
    const frame = (): PeopleFrame => ({
      whole: true,
      seats: this.#publicSeats([...this.#deps.seats().values()]),
      facts: this.#allFacts(),
      here: [...this.#deps.here()],
    })
    this.#whole ??= encodeJson("people", frame())
    return this.#whole
  }

  /** The same for a screen without a seat. */
  wholeForScreens(): Uint8Array {
    return encodeJson("people", forScreens({ whole: true, seats: [], facts: this.#allFacts(), here: [...this.#deps.here()] }))
  }

  /**
   * Who is credited by group changes with every other who is. Told only where others see a difference: a frame that repeats a seat would
   * say that its person just changed something private.
   */
  seat(seatId: string): void {
    this.#seats.add(seatId)
    for (const [id, seat] of this.#deps.seats()) if (seat.credit === "group") this.#seats.add(id)
    this.#gather()
  }

  here(): void {
    this.#isHereNew = true
    this.#gather()
  }

  /** Tells only what looks different to people: not every letter of a first wording. */
  facts(facts: Iterable<Fact>): void {
    for (const fact of facts) {
      if (!looksDifferent(this.#told.get(fact.noteId), fact)) continue
      this.#told.set(fact.noteId, fact)
      this.#facts.add(fact.noteId)
    }
    if (this.#facts.size > 0) this.#gather()
  }

  /** The words of a note are gone: no frame made from now on, and no phone, may hold its first wording. */
  forgotten(noteId: string): void {
    this.#whole = null
    this.#facts.add(noteId)
    this.#gather()
  }

  #allFacts(): NoteFact[] {
    return [...this.#deps.facts().values()].map((fact) => this.#public(fact))
  }

  /** A name is gone: no frame made from now on may hold it. */
  forgottenSeat(): void {
    this.#whole = null
  }

  #publicSeats(rows: readonly SeatRow[]): PublicSeat[] {
    const groups = groupsToName(this.#deps.seats().values())
    return rows.map((row) => publicSeat(row, groups))
  }

  #public(fact: Fact): NoteFact {
    return publicFact(this.#deps.isHidden(fact.noteId) ? { ...fact, firstWording: "" } : fact)
  }

  #gather(): void {
    if (this.#isStopped) return
    this.#cancel ??= this.#deps.later(GATHER_MS, () => {
      this.#cancel = null
      const frame = this.#takeChanges()
      if (frame.seats.length === 0 && frame.facts.length === 0 && !frame.here) return
      this.#deps.broadcast(encodeJson("people", frame), encodeJson("people", forScreens(frame)))
    })
  }

  #takeChanges(): PeopleFrame {
    const { seats, facts, here } = this.#deps
    const frame: PeopleFrame = {
      whole: false,
      seats: this.#publicSeats([...this.#seats].flatMap((id) => seats().get(id) ?? [])).filter((seat) => this.#isNews(seat)),
      // As they are now: what has been taken out of sight since must not go out late.
      facts: [...this.#facts].flatMap((id) => facts().get(id) ?? []).map((fact) => this.#public(fact)),
      ...(this.#isHereNew ? { here: [...here()] } : {}),
    }
    this.#seats.clear()
    this.#facts.clear()
    this.#isHereNew = false
    this.#whole = null
    return frame
  }

  #isNews(seat: PublicSeat): boolean {
    const json = JSON.stringify(seat)
    if (this.#toldSeats.get(seat.id) === json) return false
    this.#toldSeats.set(seat.id, json)
    return true
  }

  /** For good: sockets that close after this tell nobody, since the workshop may be deleted. */
  stop(): void {
    this.#isStopped = true
    this.#cancel?.()
  }
}
