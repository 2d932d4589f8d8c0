// A hall with bad Wi-Fi, on a seed: up to 16 phones edit, lose the line, come back, reload; the server is killed, its disk fills and
// empties. Every step is random and repeatable; History says whether anything was lost, shown too early, forged or different.
import { writeUpdate } from "y-protocols/sync"
import * as Y from "yjs"
import { History, type Fault } from "./history.ts"
import { Phone } from "./phone.ts"
import { randomFrom, type Random } from "./random.ts"
import { SimulatedHall, type Mutant } from "./simulated-hall.ts"

export type { Mutant }

type SimulationOptions = { seed: number; steps: number; phones: number; mutant?: Mutant }

class Seat {
  readonly phone: Phone
  readonly ownIds = new Set<number>()
  /** Own updates not known to be saved, as the outbox keeps them. */
  unsaved: Uint8Array[] = []
  /** Frame number → own clocks when it was sent. */
  readonly #sentAt: { frame: number; clocks: Map<number, number>; unsaved: number }[] = []

  constructor(phone: Phone, history: History) {
    this.phone = phone
    phone.isSlow = true
    phone.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== phone && origin !== "outbox") this.unsaved.push(update)
    })
    phone.onAck = (count) => {
      for (const sent of this.#sentAt.filter((one) => one.frame <= count)) history.acked(sent.clocks)
    }
  }

  /** Remembers what each frame sent so far would make saved: nothing, until the server's step 1 has been answered on this line. */
  note(): void {
    if (!this.phone.hasAnswered) return
    const clocks = new Map([...this.ownIds].map((id) => [id, Y.getState(this.phone.doc.store, id)]))
    this.#sentAt.push({ frame: this.phone.sent, clocks, unsaved: this.unsaved.length })
  }

  forgetLine(): void {
    this.#sentAt.length = 0
  }
}

/** Frames that honest phones have sent in this process, over all runs. */
export let honestFrames = 0

export class Simulation {
  readonly #options: SimulationOptions
  readonly #random: Random
  readonly #hall: SimulatedHall
  readonly #history: History
  #seats: Seat[] = []
  #nextId = 1000

  private constructor(options: SimulationOptions) {
    this.#options = options
    this.#random = randomFrom(options.seed)
    this.#hall = new SimulatedHall(this.#random, options.mutant)
    this.#history = new History(this.#hall.store, "b")
  }

  /** Runs one seed; an empty list means all laws held. */
  static async run(options: SimulationOptions): Promise<Fault[]> {
    const simulation = new Simulation(options)
    await simulation.#begin()
    for (let step = 0; step < options.steps && simulation.#history.faults.length === 0; step++) await simulation.#step()
    await simulation.#settle()
    return simulation.#history.faults
  }

  async #begin(): Promise<void> {
    await this.#hall.restart()
    for (let i = 0; i < this.#options.phones; i++) {
      const seat = this.#newPage(`seat${i}`)
      this.#seats.push(seat)
      seat.phone.join(this.#hall.room)
    }
  }

  /** A page load: a fresh client id of its seat (the mutant hands the seat's first one out again). */
  #newPage(seatName: string): Seat {
    const isShared = this.#options.mutant === "shared-client-id"
    const clientId = isShared ? 1000 + (this.#seats.length % 3) : this.#nextId++
    const seat = new Seat(new Phone(isShared ? "everybody" : seatName, { clientId }), this.#history)
    seat.ownIds.add(clientId)
    seat.phone.leased.push(clientId)
    this.#hall.lease(seat.phone.seat, clientId)
    this.#history.wrote(seat.phone.seat, clientId)
    return seat
  }

  async #step(): Promise<void> {
    const random = this.#random
    const seat = random.pick(this.#seats)
    const dice = random.next()
    if (dice < 0.35) edit(seat.phone.doc, random)
    else if (dice < 0.6) this.#push(seat, 1 + random.below(3))
    else if (dice < 0.85) this.#read(seat, 1 + random.below(4))
    else if (dice < 0.9) await this.#hall.clock.pass(random.below(60))
    else if (dice < 0.93) this.#cut(seat)
    else if (dice < 0.96) this.#rejoin(seat)
    else if (dice < 0.97) this.#reload(seat)
    else if (dice < 0.98) await this.#kill()
    else if (dice < 0.985) this.#forge(seat)
    else if (dice < 0.99) await this.#hall.diskFullFor(200, this.#random.below(3))
    else await this.#twin()
  }

  #push(seat: Seat, count: number): void {
    seat.note()
    honestFrames += Math.min(count, seat.phone.outbox.length)
    seat.phone.push(count)
  }

  #read(seat: Seat, count: number): void {
    seat.phone.read(count)
    seat.note()
    this.#history.seen(seat.phone, seat.ownIds)
  }

  #cut(seat: Seat): void {
    seat.phone.cut()
    seat.forgetLine()
  }

  #rejoin(seat: Seat): void {
    if (seat.phone.connection || seat.phone.closed === "foreign-id") return
    seat.phone.join(this.#hall.room)
  }

  /** Somebody with a seat of their own writes where the victim is about to write, so that the victim's words would count as repeats. */
  #forge(victim: Seat): void {
    const clientId = victim.phone.doc.clientID
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(this.#hall.room.doc))
    const before = Y.encodeStateVector(forged)
    forged.clientID = clientId
    forged.getText("text").insert(0, "FORGED")
    const mallory = new Phone("mallory")
    mallory.join(this.#hall.room)
    mallory.send((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(forged, before)))
  }

  /** The page is loaded again: a new Doc and id; what the outbox kept is applied to it. */
  #reload(seat: Seat): void {
    this.#cut(seat)
    const fresh = this.#newPage(seat.phone.seat)
    for (const id of seat.ownIds) fresh.ownIds.add(id)
    fresh.unsaved = [...seat.unsaved]
    this.#seats[this.#seats.indexOf(seat)] = fresh
    fresh.phone.join(this.#hall.room)
    for (const update of seat.unsaved) Y.applyUpdate(fresh.phone.doc, update, "outbox")
  }

  async #kill(): Promise<void> {
    for (const seat of this.#seats) this.#cut(seat)
    this.#hall.kill()
    await this.#hall.restart()
    this.#history.survived(await this.#hall.stored())
  }

  async #twin(): Promise<void> {
    await this.#hall.twin(this.#seats.map((seat) => seat.phone))
    for (const seat of this.#seats) seat.forgetLine()
    this.#history.survived(await this.#hall.stored())
  }

  async #settle(): Promise<void> {
    this.#hall.heal()
    await this.#hall.clock.pass(2000)
    for (let round = 0; round < 12; round++) {
      for (const seat of this.#seats) {
        if (!seat.phone.connection) this.#rejoin(seat)
        this.#push(seat, Infinity)
      }
      await this.#hall.clock.pass(300)
      for (const seat of this.#seats) this.#read(seat, Infinity)
    }
    this.#history.ended(
      this.#seats.map((seat) => seat.phone),
      await this.#hall.stored(),
    )
  }
}

function edit(doc: Y.Doc, random: Random): void {
  const text = doc.getText("text")
  const notes = doc.getMap<unknown>("notes")
  const dice = random.next()
  if (dice < 0.4) text.insert(random.below(text.length + 1), random.pick(["a", "bc", "def ", "نص"]))
  else if (dice < 0.6 && text.length > 3) text.delete(random.below(text.length - 2), 2)
  else if (dice < 0.8)
    notes.set(
      `n${random.below(6)}`,
      new Y.Map<unknown>([
        ["rank", `a${random.below(9)}`],
        ["text", new Y.Text("words")],
      ]),
    )
  else if (dice < 0.9) notes.delete(`n${random.below(6)}`)
  else {
    const inner = notes.get(`n${random.below(6)}`)
    if (inner instanceof Y.Map) inner.set("rank", `b${random.below(9)}`)
  }
}
