// S3: two hundred open a full board at once. S6: the server starts again, and the first phone opens that board.
import { setTimeout as sleep } from "node:timers/promises"
import { Arrivals, writeBoard, type Board } from "../board.ts"
import { Phone, type Seat } from "../phone.ts"
import { SERVERS, takeSeats } from "../servers.ts"
import type { ServerProcess } from "../server-process.ts"
import { SIZES } from "../sizes.ts"
import type { Figures, Ground, Scenario } from "./scenario.ts"

export const joining: Scenario = {
  id: "S3+S6",
  title: "200 join a 2,000-note board at once; then a restart and the first phone",
  servers: SERVERS,
  async run(ground) {
    const { hall } = SIZES
    const [seats = []] = await takeSeats(ground.name, ground.server, 1, hall.joiners + hall.writers + 1)
    const board = await writeBoard(ground.name, seats.slice(0, hall.writers + 1), hall)
    await sleep(SIZES.restMs)
    const joiners = seats.slice(-hall.joiners)
    const joined = await joinAll(ground.server, joiners, board)
    const again = ground.name === "relay" ? {} : await openAgain(ground, joiners[0] as Seat, board)
    return { boardKB: board.bytes / 1000, boardUpdates: board.updates, ...joined, ...again }
  },
}

async function joinAll(server: ServerProcess, seats: Seat[], board: Board): Promise<Figures> {
  const arrivals = new Arrivals(board.stateVector)
  const watches = seats.map((seat) => arrivals.watch(seat.dialect))
  const before = server.cpu()
  const start = performance.now()
  const phones = seats.map((seat, i) => new Phone(seat, { listener: watches[i]?.listener ?? null }))
  await Promise.all(phones.map((phone) => phone.synced()))
  await sleep(SIZES.tailMs)
  const cpu = server.cpu() - before
  for (const phone of phones) phone.cut()
  const complete = watches.map((watch) => watch.completeAt() - start)
  if (complete.some(Number.isNaN)) throw new Error("somebody never got the whole board")
  return { cpuMsPerJoin: (cpu * 1000) / seats.length, allSyncedMs: Math.max(...complete) }
}

async function openAgain({ server }: Ground, seat: Seat, board: Board): Promise<Figures> {
  await sleep(SIZES.restMs)
  await server.end("SIGTERM")
  await server.boot()
  await sleep(SIZES.restMs / 3)
  const watch = new Arrivals(board.stateVector).watch(seat.dialect)
  /** CPU spent by the time each frame came: what a server does afterwards keeps nobody waiting. */
  const spent: { at: number; cpu: number }[] = []
  const before = server.cpu()
  const start = performance.now()
  const phone = await Phone.open(seat, {
    listener: (frame, at) => {
      spent.push({ at, cpu: server.cpu() - before })
      watch.listener(frame, at)
    },
  })
  await sleep(SIZES.tailMs)
  const firstCpuInAll = server.cpu() - before
  phone.cut()
  const wholeAt = watch.completeAt()
  if (Number.isNaN(wholeAt)) throw new Error("the board is not whole after the restart")
  return { firstMs: wholeAt - start, firstCpu: spent.find(({ at }) => at === wholeAt)?.cpu ?? NaN, firstCpuInAll }
}
