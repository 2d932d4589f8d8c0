// S1: one room, a tenth of it types. CPU per keystroke that reached somebody, how long it took, and (ours) how long until saved.
import { openPhones, type Phone } from "../phone.ts"
import { play, type Due } from "../play.ts"
import { SERVERS, takeSeats } from "../servers.ts"
import { SIZES } from "../sizes.ts"
import { spread } from "../statistics.ts"
import { oneNote, type Keystroke } from "../typist.ts"
import { Witness, type Sent } from "../witness.ts"
import type { Figures, Ground, Scenario } from "./scenario.ts"

const WITNESSES = 3
const DRAIN_MS = 15_000
/** A phone that got this much less than a witness has missed something. */
const ENOUGH = 0.95

export const typing = (asked: number): Scenario => ({
  id: `S1:${asked}`,
  title: `${asked} in a room, a tenth types 5/s`,
  servers: SERVERS,
  run: (ground) => measure(ground, SIZES.typing.phones(asked)),
})

/** Somebody typing, and when each of their frames left and was acked. */
export class Writer implements Sent {
  readonly clientId: number
  readonly clocks: number[]
  readonly at: number[] = []
  /** Milliseconds from sending to the ack, for frames sent from `countFrom` on. */
  readonly saved: number[] = []
  countFrom = 0
  readonly #phone: Phone
  readonly #keystrokes: Keystroke[]
  #firstNumber = 0
  #acked = 0

  constructor(phone: Phone, keystrokes: Keystroke[]) {
    this.clientId = phone.seat.clientId
    this.clocks = keystrokes.map(({ clock }) => clock)
    this.#keystrokes = keystrokes
    this.#phone = phone
    const before = phone.listener
    phone.listener = (frame, at) => {
      before?.(frame, at)
      const read = phone.seat.dialect.read(frame)
      if (read.type === "ack") this.#hearAck(read.count, at)
    }
  }

  send(): void {
    const stroke = this.#keystrokes[this.at.length]
    if (!stroke) return
    this.at.push(performance.now())
    const number = this.#phone.sendSync(stroke.frame)
    if (this.at.length === 1) this.#firstNumber = number
  }

  #hearAck(count: number, now: number): void {
    for (; this.#acked < this.at.length && this.#firstNumber + this.#acked <= count; this.#acked++) {
      const sentAt = this.at[this.#acked] ?? 0
      if (sentAt >= this.countFrom) this.saved.push(now - sentAt)
    }
  }

  get acked(): number {
    return this.#acked
  }

  /** Everything it will send: the first at `offset`, then `perSecond`. */
  dues(perSecond: number, offset: number, count = this.#keystrokes.length): Due[] {
    return Array.from({ length: count }, (_, i) => ({ at: ((i + offset) / perSecond) * 1000, send: () => this.send() }))
  }
}

async function measure({ name, server }: Ground, count: number): Promise<Figures> {
  const { perSecond, warmSeconds, seconds } = SIZES.typing
  const seats = (await takeSeats(name, server, 1, count)).flat()
  const phones = await openPhones(seats)
  const howMany = Math.max(1, Math.round(count / 10))
  const strokes = Math.round((warmSeconds + seconds) * perSecond)
  const writers = phones.slice(0, howMany).map((phone) => new Writer(phone, oneNote(phone.seat, strokes)))
  const witnesses = phones.slice(-WITNESSES).map((phone) => new Witness(phone, writers))
  const others = phones.slice(howMany, -WITNESSES)
  const start = { cpu: 0, at: 0, sent: 0 }
  const begin = async (): Promise<void> => {
    await server.ask("reset-loop")
    for (const phone of phones) phone.bytes = 0
    Object.assign(start, { cpu: server.cpu(), at: performance.now(), sent: sentBy(writers) })
    for (const one of [...witnesses, ...writers]) one.countFrom = start.at
  }
  const warm = Math.round(warmSeconds * perSecond)
  await play(writers.flatMap((writer, i) => writer.dues(perSecond, i / howMany, warm)))
  await begin()
  await play(writers.flatMap((writer, i) => writer.dues(perSecond, i / howMany, strokes - warm)))
  const complete = await Promise.all(witnesses.map((witness) => witness.all(DRAIN_MS)))
  if (complete.includes(false)) throw new Error("a witness missed keystrokes")
  const cpu = server.cpu() - start.cpu
  const took = (performance.now() - start.at) / 1000
  const { loopP99 } = await server.ask("loop")
  const least = Math.min(...others.map((phone) => phone.bytes))
  if (least < ENOUGH * (phones.at(-1)?.bytes ?? Infinity)) throw new Error("a phone got less than the others")
  const delivered = (sentBy(writers) - start.sent) * (count - 1)
  const seen = spread(witnesses.flatMap((witness) => witness.delays))
  const saved = spread(writers.flatMap((writer) => writer.saved))
  for (const phone of phones) phone.cut()
  return {
    cpuMsPer1000: (cpu * 1e6) / delivered,
    cpuPerSecond: cpu / took,
    seenP50: seen.p50,
    seenP95: seen.p95,
    seenP99: seen.p99,
    kBPerSecond: least / took / 1000,
    loopP99,
    ...(name === "ours" ? { savedP50: saved.p50, savedP95: saved.p95, savedP99: saved.p99 } : {}),
  }
}

const sentBy = (writers: readonly Sent[]): number => writers.reduce((sum, { at }) => sum + at.length, 0)
