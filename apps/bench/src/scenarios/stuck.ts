// Half the hall's phones sleep with their sockets open while more than 10 MB falls due to each. What does it cost, and do the others notice?
import { openPhones, type Phone } from "../phone.ts"
import { play } from "../play.ts"
import { takeSeats } from "../servers.ts"
import type { ServerProcess } from "../server-process.ts"
import { isQuick, SIZES } from "../sizes.ts"
import { median, percentile } from "../statistics.ts"
import { Typist } from "../typist.ts"
import { Witness } from "../witness.ts"
import type { Scenario } from "./scenario.ts"
import { Writer } from "./typing.ts"

const WITNESSES = 3
const DRAIN_MS = isQuick ? 2_000 : 30_000
const LOOK_MS = 2_000

export const stuck: Scenario = {
  id: "stuck",
  title: "300 of 600 sockets read nothing while 10 MB falls due to each",
  servers: ["ours"],
  // Looking at the heap stops the server for a moment, so delays are taken in runs of their own: awake and half asleep in turn, since a
  // hundredth of a run is half a second of it, which anything else on the machine can take.
  async run({ server, another }) {
    const pairs: { awake: Outcome; asleep: Outcome }[] = []
    for (let n = 0; n < SIZES.stuck.pairs; n++) {
      const awake = await hall(n === 0 ? server : await another(), { areStuck: false, looksAtHeap: false })
      pairs.push({ awake, asleep: await hall(await another(), { areStuck: true, looksAtHeap: false }) })
    }
    const middle = (of: (pair: (typeof pairs)[number]) => number): number => median(pairs.map(of))
    const awakeHeap = await hall(await another(), { areStuck: false, looksAtHeap: true })
    const asleepHeap = await hall(await another(), { areStuck: true, looksAtHeap: true })
    return {
      dueMB: asleepHeap.dueMB,
      p99Awake: middle(({ awake }) => awake.p99),
      p99Asleep: middle(({ asleep }) => asleep.p99),
      p99Ratio: middle(({ awake, asleep }) => asleep.p99 / awake.p99),
      heapMoreMB: asleepHeap.heapMB - awakeHeap.heapMB,
      cutOff: asleepHeap.cutOff,
    }
  },
}

/** How many of the sleepers, awake again, find that they were told to come back: the goodbye stands behind all that waits. */
async function cutOffOf(sleepers: Phone[]): Promise<number> {
  for (const phone of sleepers) phone.ws.resume()
  const closed = (): number => sleepers.filter(({ ws }) => ws.readyState !== ws.OPEN).length
  const end = performance.now() + DRAIN_MS / 2
  while (closed() < sleepers.length && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 100))
  return closed()
}

/** What became of the healthy half, for the message of a run that failed. */
function fate(witnesses: Witness[], healthy: Phone[]): string {
  const open = healthy.filter(({ ws }) => ws.readyState === ws.OPEN).length
  return `${witnesses.map(({ seen }) => seen).join(", ")} seen of ${SIZES.stuck.notes}; ${open} of ${healthy.length} still connected`
}

type Outcome = { p99: number; heapMB: number; dueMB: number; cutOff: number }

async function hall(server: ServerProcess, { areStuck, looksAtHeap }: { areStuck: boolean; looksAtHeap: boolean }): Promise<Outcome> {
  const { phones: count, writers: howMany, noteBytes, notes, seconds } = SIZES.stuck
  const phones = await openPhones((await takeSeats("ours", server, 1, count)).flat())
  const sleepers = phones.slice(count / 2)
  const healthy = phones.slice(0, count / 2)
  const writers = healthy.slice(0, howMany).map((phone) => {
    const typist = new Typist(phone.seat)
    return new Writer(
      phone,
      Array.from({ length: notes / howMany }, () => typist.addNote("w".repeat(noteBytes))),
    )
  })
  const witnesses = healthy.slice(-WITNESSES).map((phone) => new Witness(phone, writers))
  if (areStuck) for (const phone of sleepers) phone.ws.pause()
  for (const phone of phones) phone.bytes = 0
  let heap = 0
  const look = async (): Promise<void> => void (heap = Math.max(heap, (await server.ask("settled-memory")).heap))
  if (looksAtHeap) await look()
  const looking = looksAtHeap ? setInterval(() => void look(), LOOK_MS) : undefined
  const perSecond = notes / howMany / seconds
  await play(writers.flatMap((writer, i) => writer.dues(perSecond, i / howMany)))
  const complete = await Promise.all(witnesses.map((witness) => witness.all(DRAIN_MS)))
  clearInterval(looking)
  if (looksAtHeap) await look()
  if (complete.includes(false))
    throw new Error(`healthy phones missed notes (${areStuck ? "half asleep" : "all awake"}): ${fate(witnesses, healthy)}`)
  const dueMB = (healthy.at(-1)?.bytes ?? 0) / 1e6
  const cutOff = areStuck ? await cutOffOf(sleepers) : 0
  for (const phone of phones) phone.cut()
  await server.end("SIGKILL")
  return {
    p99: percentile(
      witnesses.flatMap((witness) => witness.delays),
      0.99,
    ),
    heapMB: heap / 1e6,
    dueMB,
    cutOff,
  }
}
