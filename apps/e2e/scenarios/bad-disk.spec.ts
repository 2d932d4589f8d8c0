// A full disk at each of the first writes, and a failing fsync at each of the first fsyncs, of a real server under real writing:
// phones are told within 2 s, it goes on without a restart, nothing that was said to be saved is lost, and the file stays sound.
import { appendFileSync, truncateSync, statSync } from "node:fs"
import { join as joinPath } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { expect, test } from "@playwright/test"
import { join, openWorkshop, type Joined, type Opened } from "../api.ts"
import { EvenboardClient } from "../evenboard-client.ts"
import { BadDisk } from "../faults/bad-disk.ts"
import { TestServer } from "../server.ts"
import { StockClient, until } from "../stock-client.ts"

/** The k-th write fails for each k up to here, counted from the moment the disk is armed; of fewer runs, k is spread over as many. */
const MOST = { "writes fail": 500, "an fsync fails": 100 } as const
const WRITES = Number(process.env.BAD_WRITES)
const FSYNCS = Number(process.env.BAD_FSYNCS)
/** A fresh board after so many failures, as workshops end: one holds some thousand notes. */
const FAILURES_A_BOARD = 20
const disk = BadDisk.build()
const reason = disk ? "" : " (skipped: needs Linux and a C compiler)"
type Board = { opened: Opened; seat: Joined; saved: ReadonlySet<string> }
let server: TestServer

test.describe.configure({ mode: "serial" })
test.skip(!disk, "needs Linux and a C compiler")

test.beforeAll(async () => {
  server = await TestServer.start(disk?.env)
})
test.afterAll(async () => {
  await server?.dispose()
  disk?.dispose()
})

async function newBoard(): Promise<{ opened: Opened; seat: Joined }> {
  const opened = await openWorkshop(server.origin, { title: "Bad disk" })
  return { opened, seat: await join(server.origin, opened) }
}

type What = keyof typeof MOST
/** What was said to be saved, by board, and the longest a phone waited to be told. */
type Told = { boards: Board[]; slowest: number; nacked: number }

/** `times` different k, from the first to the last. */
const spread = (times: number, most: number): number[] => Array.from({ length: times }, (_, i) => Math.floor((i * most) / times) + 1)

async function failAtEach(what: What, times: number): Promise<Told> {
  const told: Told = { boards: [], slowest: 0, nacked: 0 }
  const each = spread(times, MOST[what])
  for (let from = 0; from < each.length; from += FAILURES_A_BOARD) {
    const board = await newBoard()
    const client = new EvenboardClient(server.origin, board.opened.workshopId, board.seat)
    await client.synced()
    for (const k of each.slice(from, from + FAILURES_A_BOARD)) await failAt(what, k, client, told)
    told.boards.push({ ...board, saved: new Set(client.saved) })
    client.leave()
  }
  return told
}

async function failAt(what: What, k: number, client: EvenboardClient, told: Told): Promise<void> {
  if (!disk) throw new Error("no bad disk")
  disk.arm(what, k - 1)
  const before = client.nacks.length
  let n = 0
  await until("the disk to fail", () => {
    client.addNote(`${what} ${k} ${(n += 1)}`)
    return disk.failures > 0
  })
  const failedAt = Date.now()
  const isNacked = (): boolean => client.nacks.length > before
  // A call that fails while SQLite moves its log into the file spoils no commit: then everything is saved, and nobody need be told.
  await until("the phone to be told", () => isNacked() || client.isAllSaved, 5000)
  const waited = (isNacked() ? (client.nacks[before]?.at ?? Infinity) : Date.now()) - failedAt
  expect(waited, `told after ${what} ${k}`).toBeLessThan(2000)
  told.slowest = Math.max(told.slowest, waited)
  if (isNacked()) told.nacked += 1
  disk.heal()
  await until("everything to be saved", () => client.isAllSaved, 10_000)
}

async function expectAllThere({ boards }: Pick<Told, "boards">): Promise<void> {
  for (const { opened, seat, saved } of boards) {
    const reader = new StockClient(server.origin, opened.workshopId, seat)
    await reader.synced()
    const counts = new Map<string, number>()
    for (const text of reader.texts()) counts.set(text, (counts.get(text) ?? 0) + 1)
    reader.leave()
    expect([...saved].filter((text) => counts.get(text) !== 1)).toEqual([])
  }
}

const counted = ({ boards, slowest, nacked }: Told): string => {
  const saved = boards.reduce((sum, board) => sum + board.saved.size, 0)
  return `${nacked} nacked and the rest saved all the same, all told within ${slowest} ms, ${saved} notes saved, 0 lost, recovered without a restart, file sound`
}

function expectSound(): void {
  const database = new DatabaseSync(joinPath(server.dataDir, "evenboard.sqlite"))
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" })
  database.close()
}

async function campaign(what: What, times: number): Promise<Told> {
  const told = await failAtEach(what, times)
  await expectAllThere(told)
  await server.kill()
  expectSound()
  await server.boot()
  await expectAllThere(told)
  return told
}

test(`ENOSPC at ${WRITES} of the first ${MOST["writes fail"]} writes: told, recovered without a restart, nothing lost${reason}`, async () => {
  test.setTimeout(60_000 + WRITES * 5000)
  console.log(`= disk full at ${WRITES} writes (k-th of ${MOST["writes fail"]}): ${counted(await campaign("writes fail", WRITES))}`)
})

test(`EIO at ${FSYNCS} of the first ${MOST["an fsync fails"]} fsyncs: told, recovered without a restart, nothing lost${reason}`, async () => {
  test.setTimeout(60_000 + FSYNCS * 5000)
  console.log(`= fsync fails at ${FSYNCS} (k-th of ${MOST["an fsync fails"]}): ${counted(await campaign("an fsync fails", FSYNCS))}`)
})

/** The disk has room again soon after it failed. False when the server gave up, and had to be started again. */
async function bootWithFullDisk(): Promise<boolean> {
  let isBooting = true
  const booting = server
    .boot()
    .then(
      () => true,
      () => false,
    )
    .finally(() => (isBooting = false))
  await until("the disk to fail", () => !isBooting || (disk?.failures ?? 1) > 0)
  disk?.heal()
  if (await booting) return true
  await server.kill()
  await server.boot()
  return false
}

test(`ENOSPC at each of the first writes after the file is opened: it starts, or starts once there is room${reason}`, async () => {
  const times = Math.ceil(WRITES / 25)
  test.setTimeout(60_000 + times * 20_000)
  const boards: Board[] = []
  let refused = 0
  for (let k = 1; k <= times; k++) {
    await server.kill()
    disk?.arm("writes fail", k - 1)
    if (!(await bootWithFullDisk())) refused += 1
    const board = await newBoard()
    const client = new EvenboardClient(server.origin, board.opened.workshopId, board.seat)
    await client.synced()
    client.addNote(`after opening ${k}`)
    await until("everything to be saved", () => client.isAllSaved, 10_000)
    boards.push({ ...board, saved: new Set(client.saved) })
    client.leave()
  }
  await expectAllThere({ boards })
  await server.kill()
  expectSound()
  await server.boot()
  console.log(
    `= disk full at each of the first ${times} writes after opening: ${times - refused} started all the same, ${refused} gave up and were started again, 0 lost, file sound`,
  )
})

test(`a torn last page, written but never synced, is left out and nothing else with it${reason}`, async () => {
  const board = await newBoard()
  const client = new EvenboardClient(server.origin, board.opened.workshopId, board.seat)
  await client.synced()
  for (let n = 0; n < 20; n++) client.addNote(`torn ${n}`)
  await until("everything to be saved", () => client.isAllSaved)
  const saved = new Set(client.saved)
  client.leave()
  await server.kill()
  const wal = joinPath(server.dataDir, "evenboard.sqlite-wal")
  appendFileSync(wal, crypto.getRandomValues(new Uint8Array(4120)))
  truncateSync(wal, statSync(wal).size - 1000)
  await server.boot()
  await expectAllThere({ boards: [{ ...board, saved }] })
  await server.kill()
  expectSound()
  await server.boot()
  console.log("= torn last page: left out, 0 lost, file sound")
})
