// One rehearsal as it goes on: pretend people come once somebody real hosts, write while the room is where one writes, and say yes when
// they are asked to. They do so through the doors everybody uses, so nothing here touches a board, a session or another workshop.
import { randomInt } from "node:crypto"
import type { DraftKind, Reason } from "@evenboard/api"
import { mayConfirmReveal, type Session } from "@evenboard/session"
import { newId } from "../keys.ts"
import type { Deps, Now, Visit } from "../deps.ts"
import type { castOf, Line, Pretender } from "./cast.ts"

export type PlayDeps = Pick<Deps, "store" | "live" | "now" | "random"> & {
  later(ms: number, work: () => void): () => void
  /** A number from 0 to `below` − 1, by chance. */
  chance?: (below: number) => number
  onFault(error: unknown): void
}

/** How often they look up. */
export const TICK_MS = 2000
/** They stay so long after the rehearsal was made, then go home; what they wrote stays until it is thrown away. */
export const STAY_MS = 2 * 3_600_000
/** From one arrival to the next, and from one note to the next in the whole room: twelve people in a minute and a half, 12 notes in four. */
const COME_MS = [3000, 9000] as const
const WRITE_MS = [8000, 30_000] as const
/** As long as one takes to read "show all notes now?". */
const READ_MS = 5000

/** Somebody who is here: their seat and their way in. */
type Present = { seat: string; visit: Visit }

export class Play {
  readonly #deps: PlayDeps
  readonly #workshopId: string
  readonly #people: readonly Pretender[]
  #lines: Line[]
  readonly #language: string
  readonly #endsAt: number
  readonly #present = new Map<number, Present>()
  #cancel: (() => void) | null = null
  #isOver = false
  #nextComes: number | null = null
  #nextWrites = 0

  constructor(deps: PlayDeps, workshopId: string, { people, lines }: ReturnType<typeof castOf>, language: string) {
    this.#deps = deps
    this.#workshopId = workshopId
    this.#people = people
    this.#lines = [...lines]
    this.#language = language
    this.#endsAt = deps.now() + STAY_MS
    this.#wait()
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** All of them leave. What they wrote stays. */
  stop(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#cancel?.()
    for (const { visit } of this.#present.values()) visit.leave()
    this.#present.clear()
  }

  #wait(): void {
    this.#cancel = this.#deps.later(TICK_MS, () => {
      this.#tick().catch((error: unknown) => {
        // Thrown away while they looked up: what they looked at is gone.
        if (this.#isOver) return
        this.stop()
        this.#deps.onFault(error)
      })
    })
  }

  async #tick(): Promise<void> {
    const now = await this.#deps.live.now(this.#workshopId)
    if (now.session.ended || this.#deps.now() >= this.#endsAt) return this.stop()
    if (now.session.host !== null) {
      await this.#come(now.session)
      await this.#write(now.session)
      await this.#sayYes(now)
    }
    if (!this.#isOver) this.#wait()
  }

  /** One after the other; groups go round, as in a room that was asked whom it is for. */
  async #come({ groups }: Session): Promise<void> {
    const { store, live, now, random } = this.#deps
    this.#nextComes ??= now()
    const at = [...this.#people.keys()].find((i) => this.#people[i]?.hasPhone && !this.#present.has(i))
    const person = at === undefined ? undefined : this.#people[at]
    if (at === undefined || !person || now() < this.#nextComes) return
    this.#nextComes = now() + this.#between(COME_MS)
    const { seat } = await store.createSeat(
      {
        id: newId(random),
        workshopId: this.#workshopId,
        name: person.name,
        credit: "name",
        quotable: true,
        group: groups[at % Math.max(1, groups.length)] ?? null,
        table: person.table,
        language: this.#language,
        device: true,
        createdAt: now(),
        returnHash: null,
      },
      null,
      0,
    )
    await live.seatChanged(this.#workshopId, seat.id)
    const wire = { send: () => {}, close: () => this.stop(), queuedBytes: () => 0 }
    const visit = await live.visit(this.#workshopId, seat.id, false, wire)
    // Thrown away, or the server stopping, while they were at the door.
    if (this.#isOver) return visit.leave()
    this.#present.set(at, { seat: seat.id, visit })
  }

  /** What fits the page the room is on; while a round runs, for their own eyes. Nothing where one does not write. */
  async #write(session: Session): Promise<void> {
    const { live, now, random } = this.#deps
    if (now() < this.#nextWrites) return
    const stage = session.round?.stage ?? session.stage
    const kind = stage === "needs" ? "need" : stage === "options" ? "option" : null
    const line = this.#lines.find((one) => one.kind === kind && this.#typistOf(one.by) !== null)
    const typist = line ? this.#typistOf(line.by) : null
    if (!line || typist === null) return
    this.#nextWrites = now() + this.#between(WRITE_MS)
    this.#lines = this.#lines.filter((one) => one !== line)
    const person = this.#people[line.by]
    const whom = person && !person.hasPhone ? { for: { name: person.name } } : {}
    const note = { text: line.text, kind: line.kind satisfies DraftKind, ...whom }
    const done = session.round
      ? await live.putDraft(this.#workshopId, typist, newId(random), { ...note, roundId: session.round.id })
      : await live.addNote(this.#workshopId, typist, { ...note, canvas: stage === "needs" ? "needs" : "options" })
    if (!done.ok && !EXPECTED.has(done.reason)) throw new Error(`a pretend person could not write: ${done.reason}`)
  }

  /** Who types: they themselves, or somebody at their table who is here. */
  #typistOf(at: number): string | null {
    const person = this.#people[at]
    if (!person) return null
    if (person.hasPhone) return this.#present.get(at)?.seat ?? null
    const neighbour = [...this.#present].find(([i]) => this.#people[i]?.table === person.table)
    return neighbour?.[1].seat ?? null
  }

  async #sayYes({ session: { round }, here, seats }: Now): Promise<void> {
    if (!round?.asked || this.#deps.now() - round.asked.at < READ_MS) return
    const { seat: asker } = round.asked
    const tableOf = (seat: string) => seats.get(seat)?.table ?? null
    const yes = [...this.#present.values()].find(({ seat }) => mayConfirmReveal(asker, seat, { here, tableOf }))
    if (!yes) return
    const intent = { id: newId(this.#deps.random), type: "confirm-reveal", roundId: round.id } as const
    await this.#deps.live.intent(this.#workshopId, { seat: yes.seat }, intent)
  }

  #between([least, most]: readonly [number, number]): number {
    return least + (this.#deps.chance ?? randomInt)(most - least)
  }
}

/** What may happen to anybody who writes as the room moves on. */
const EXPECTED: ReadonlySet<Reason> = new Set(["ended", "no-round", "already-shown"])
