// S2: everybody's caret moves ten times a second. CPU, bytes a phone, and whether what people do is seen while it still matters.
import { openPhones, type Phone } from "../phone.ts"
import { play } from "../play.ts"
import { SERVERS, takeSeats } from "../servers.ts"
import { SIZES } from "../sizes.ts"
import { percentile } from "../statistics.ts"
import { PresenceReader, readAwareness } from "../wire.ts"
import type { Figures, Ground, Scenario } from "./scenario.ts"

const WITNESSES = 3
/** Later than this a caret says where somebody was. */
const SOON_MS = 500

export const presence = (asked: number): Scenario => ({
  id: `S2:${asked}`,
  title: `${asked} in a room, everyone's presence at 10 Hz`,
  servers: SERVERS,
  run: (ground) => measure(ground, SIZES.presence.phones(asked)),
})

/** Ready presence frames of one phone; the clock of the nth is n + 1. */
function frames({ seat }: Phone, index: number, count: number): Uint8Array[] {
  const user = { name: `Participant ${index}`, color: "#30bced" }
  return Array.from({ length: count }, (_, i) =>
    seat.dialect.awareness(seat.clientId, i + 1, { user, cursor: { x: (index * 37 + i * 11) % 4000, y: (index * 53 + i * 7) % 3000 } }),
  )
}

/** What one phone shows of the others: the newest clock of each, and how old each state was when it, or a newer one, was shown. */
export class Gallery {
  readonly delays: number[] = []
  /** States shown themselves, not a newer one in their place. */
  shownItself = 0
  readonly #sentAt: ReadonlyMap<number, readonly number[]>
  readonly #newest = new Map<number, number>()
  readonly #countFrom: () => number

  /** `sentAt`: per client id, when the state of clock n + 1 was sent. */
  constructor(sentAt: ReadonlyMap<number, readonly number[]>, countFrom: () => number) {
    this.#sentAt = sentAt
    this.#countFrom = countFrom
  }

  show(clientId: number, clock: number, now: number): void {
    const sent = this.#sentAt.get(clientId)
    const newest = this.#newest.get(clientId) ?? 0
    if (!sent || clock <= newest || clock > sent.length) return
    this.#newest.set(clientId, clock)
    for (let one = newest; one < clock; one++) {
      const at = sent[one] ?? 0
      if (at >= this.#countFrom()) this.delays.push(now - at)
    }
    if ((sent[clock - 1] ?? 0) >= this.#countFrom()) this.shownItself += 1
  }
}

async function measure({ name, server }: Ground, count: number): Promise<Figures> {
  const { perSecond, warmSeconds, seconds } = SIZES.presence
  const phones = await openPhones((await takeSeats(name, server, 1, count)).flat())
  const warm = Math.round(warmSeconds * perSecond)
  const total = warm + Math.round(seconds * perSecond)
  const ready = phones.map((phone, i) => frames(phone, i, total))
  const sentAt = new Map(phones.map((phone): [number, number[]] => [phone.seat.clientId, []]))
  let countFrom = Infinity
  const galleries = phones.slice(-WITNESSES).map((phone) => watch(phone, new Gallery(without(sentAt, phone), () => countFrom)))
  const send = (phone: Phone, frame: Uint8Array): void => {
    sentAt.get(phone.seat.clientId)?.push(performance.now())
    phone.send(frame)
  }
  const part = (from: number, to: number) =>
    phones.flatMap((phone, i) =>
      (ready[i] ?? []).slice(from, to).map((frame, k) => ({ at: ((k + i / count) / perSecond) * 1000, send: () => send(phone, frame) })),
    )
  await play(part(0, warm))
  countFrom = performance.now()
  for (const phone of phones) phone.bytes = 0
  const before = server.cpu()
  await play(part(warm, total))
  const took = (performance.now() - countFrom) / 1000
  const cpu = (server.cpu() - before) / took
  const kBPerSecond = phones.reduce((sum, { bytes }) => sum + bytes, 0) / count / took / 1000
  await new Promise((resolve) => setTimeout(resolve, SOON_MS * 2))
  for (const phone of phones) phone.cut()
  const due = (total - warm) * (count - 1) * WITNESSES
  const delays = galleries.flatMap((gallery) => gallery.delays)
  return {
    cpuPerSecond: cpu,
    kBPerSecond,
    shownSoon: delays.filter((delay) => delay <= SOON_MS).length / due,
    shownItself: galleries.reduce((sum, gallery) => sum + gallery.shownItself, 0) / due,
    shownP50: percentile(delays, 0.5),
    shownP99: percentile(delays, 0.99),
  }
}

/** A phone is not shown itself. */
function without(sentAt: ReadonlyMap<number, number[]>, { seat }: Phone): ReadonlyMap<number, number[]> {
  return new Map([...sentAt].filter(([clientId]) => clientId !== seat.clientId))
}

function watch(phone: Phone, gallery: Gallery): Gallery {
  const reader = new PresenceReader()
  phone.listener = (frame, at) => {
    const read = phone.seat.dialect.read(frame)
    if (read.type === "awareness") readAwareness(read.body, (clientId, clock) => gallery.show(clientId, clock, at))
    if (read.type === "presence") reader.read(read.body, (clientId, clock) => gallery.show(clientId, clock, at))
  }
  return gallery
}
