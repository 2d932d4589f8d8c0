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

const FULL = process.env.CAMPAIGN === "full"
const WRITES = FULL ? 500 : 50
const FSYNCS = FULL ? 100 : 10
const disk = BadDisk.build()
const reason = disk ? "" : " (skipped: needs Linux and a C compiler)"
let server: TestServer
let opened: Opened
let seat: Joined

test.describe.configure({ mode: "serial" })
test.skip(!disk, "needs Linux and a C compiler")

test.beforeAll(async () => {
  server = await TestServer.start(disk?.env)
  opened = await openWorkshop(server.origin, { title: "Bad disk" })
  seat = await join(server.origin, opened)
})
test.afterAll(async () => {
  await server?.dispose()
  disk?.dispose()
})

/** Fails at the k-th call for every k; answers every text that was said to be saved. */
async function failAtEach(what: "writes fail" | "an fsync fails", times: number): Promise<Set<string>> {
  if (!disk) throw new Error("no bad disk")
  const client = new EvenboardClient(server.origin, opened.workshopId, seat)
  await client.synced()
  let n = 0
  for (let k = 0; k < times; k++) {
    disk.arm(what, k % 60)
    const toldBefore = client.nacks.length
    await until("the disk to fail", () => {
      client.addNote(`${what} ${k} ${(n += 1)}`)
      return disk.failures > 0
    })
    const failedAt = Date.now()
    // A call that fails while SQLite moves its log into the file spoils no commit: then everything is saved, and nobody need be told.
    await until("the phone to be told", () => client.nacks.length > toldBefore || client.isAllSaved, 5000)
    if (client.nacks.length > toldBefore)
      expect((client.nacks.at(-1)?.at ?? Infinity) - failedAt, `told after write ${k}`).toBeLessThan(2000)
    disk.heal()
    await until("everything to be saved", () => client.isAllSaved, 10_000)
  }
  const saved = new Set(client.saved)
  client.leave()
  return saved
}

async function expectAllThere(saved: Set<string>): Promise<void> {
  const reader = new StockClient(server.origin, opened.workshopId, seat)
  await reader.synced()
  const counts = new Map<string, number>()
  for (const text of reader.texts()) counts.set(text, (counts.get(text) ?? 0) + 1)
  reader.leave()
  expect([...saved].filter((text) => counts.get(text) !== 1)).toEqual([])
}

function expectSound(): void {
  const database = new DatabaseSync(joinPath(server.dataDir, "evenboard.sqlite"))
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" })
  database.close()
}

test(`ENOSPC at ${WRITES} writes: told, recovered without a restart, nothing lost${reason}`, async () => {
  test.setTimeout(20 * 60_000)
  const saved = await failAtEach("writes fail", WRITES)
  await expectAllThere(saved)
  await server.kill()
  expectSound()
  await server.boot()
  await expectAllThere(saved)
  console.log(`${WRITES} full disks, ${saved.size} notes saved, 0 lost`)
})

test(`EIO at ${FSYNCS} fsyncs: told, recovered without a restart, nothing lost${reason}`, async () => {
  test.setTimeout(20 * 60_000)
  const saved = await failAtEach("an fsync fails", FSYNCS)
  await expectAllThere(saved)
  await server.kill()
  expectSound()
  await server.boot()
  await expectAllThere(saved)
  console.log(`${FSYNCS} failed fsyncs, ${saved.size} notes saved, 0 lost`)
})

test(`a torn last page, written but never synced, is left out and nothing else with it${reason}`, async () => {
  const client = new EvenboardClient(server.origin, opened.workshopId, seat)
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
  await expectAllThere(saved)
  await server.kill()
  expectSound()
  await server.boot()
})
