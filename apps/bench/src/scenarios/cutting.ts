// The hall's network goes and comes back: a thousand sockets cut at once, all back at once, while people go on writing.
import { writeBoard } from "../board.ts"
import { openPhones, Phone } from "../phone.ts"
import { takeSeats } from "../servers.ts"
import { SIZES } from "../sizes.ts"
import { percentile } from "../statistics.ts"
import type { Scenario } from "./scenario.ts"

export const cutting: Scenario = {
  id: "cut",
  title: "1,000 sockets of one room cut at once, all back at once",
  servers: ["ours"],
  async run({ name, server }) {
    const { phones: count, writers, notesEach, pieces } = SIZES.cut
    const seats = (await takeSeats(name, server, 1, count)).flat()
    const board = await writeBoard(name, seats.slice(0, writers + 1), { notesEach, pieces })
    const phones = await openPhones(seats.slice(writers + 1))
    for (const phone of phones) phone.cut()
    const before = server.cpu()
    const start = performance.now()
    const back = phones.map(({ seat }) => new Phone(seat, { stateVector: board.stateVector }))
    await Promise.all(back.map((phone) => phone.synced()))
    const took = back.map((phone) => phone.syncedAt - start)
    const cpu = server.cpu() - before
    for (const phone of back) phone.cut()
    return { backP50Ms: percentile(took, 0.5), backAllMs: Math.max(...took), backCpu: cpu }
  },
}
