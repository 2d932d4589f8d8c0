// S4: very many small rooms, each with a little going on.
import { setTimeout as sleep } from "node:timers/promises"
import { openPhones } from "../phone.ts"
import { play } from "../play.ts"
import { SERVERS, takeSeats } from "../servers.ts"
import { SIZES } from "../sizes.ts"
import { spread } from "../statistics.ts"
import { oneNote } from "../typist.ts"
import { Witness } from "../witness.ts"
import type { Scenario } from "./scenario.ts"
import { Writer } from "./typing.ts"

const DRAIN_MS = 30_000
/** Rooms in which everything is looked at. */
const LOOKED_AT = 30

export const rooms: Scenario = {
  id: "S4",
  title: "1,000 rooms × 3 seats, 1 update/s each",
  servers: SERVERS,
  async run({ name, server }) {
    const { rooms: count, seats: seatsEach, warmSeconds, seconds } = SIZES.many
    const [first = [], ...seats] = await takeSeats(name, server, count + 1, seatsEach)
    // Started anew, so that taking seats does not count; and one room first, so that what comes with any room does not.
    await server.end("SIGTERM")
    await server.boot()
    await openPhones(first)
    const empty = await server.ask("settled-memory")
    const phones = await openPhones(seats.flat(), 50)
    const warm = Math.max(1, Math.round(warmSeconds))
    const strokes = warm + Math.max(1, Math.round(seconds))
    const writers = phones.map((phone) => new Writer(phone, oneNote(phone.seat, strokes)))
    // The last seat of a room sees the writers of its room.
    const witnesses = Array.from({ length: Math.min(LOOKED_AT, count) }, (_, room) => {
      const last = (room + 1) * seatsEach - 1
      const phone = phones[last]
      if (!phone) throw new Error("a room has seats")
      const acks = phone.listener
      const witness = new Witness(phone, writers.slice(room * seatsEach, last))
      const sees = phone.listener
      phone.listener = (frame, at) => {
        acks?.(frame, at)
        sees?.(frame, at)
      }
      return witness
    })
    const dues = (howMany: number) => writers.flatMap((writer, i) => writer.dues(1, i / writers.length, howMany))
    await play(dues(warm))
    const start = performance.now()
    for (const one of [...witnesses, ...writers]) one.countFrom = start
    const before = server.cpu()
    await play(dues(strokes - warm))
    const complete = await Promise.all(witnesses.map((witness) => witness.all(DRAIN_MS)))
    const took = (performance.now() - start) / 1000
    const cpu = (server.cpu() - before) / took
    if (complete.includes(false)) throw new Error("a witness missed keystrokes")
    await sleep(1000)
    const { rss, heap } = await server.ask("settled-memory")
    for (const phone of phones) phone.cut()
    const { p50, p99 } = spread(witnesses.flatMap((witness) => witness.delays))
    return {
      cpuPerSecond: cpu,
      kBPerRoom: (rss - empty.rss) / 1000 / count,
      heapKBPerRoom: (heap - empty.heap) / 1000 / count,
      seenP50: p50,
      seenP99: p99,
    }
  },
}
