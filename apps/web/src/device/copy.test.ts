import { afterEach, beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import type { Boot } from "@evenboard/api"
import { newId, run, takeOut, type NoteId } from "@evenboard/board"
import { FakeServer } from "../connect/fake-server.ts"
import { settle, Time } from "../connect/fake-time.ts"
import { keptInMemory, type Kept } from "../connect/kept.ts"
import { openWorkshop, type Workshop, type World } from "../connect/open-workshop.ts"
import { copiesInMemory, type Copies } from "./copies.ts"
import { keepCopy, type Keeping } from "./keep-copy.ts"
import { openKept } from "./open-kept.ts"

const DAY = 86_400_000
/** This device's clock when a test begins. */
const BEGIN = 1_800_000_000_000

let server: FakeServer
let time: Time
let kept: Kept
let copies: Copies
let isShared: boolean
let pages: { close(): void }[]
let nextId: number

beforeEach(() => {
  server = new FakeServer()
  time = new Time()
  kept = keptInMemory()
  copies = copiesInMemory()
  isShared = false
  pages = []
  nextId = 100
})
afterEach(() => pages.splice(0).forEach((page) => page.close()))

const boot: Boot = {
  workshopId: "w",
  seat: {
    id: "me",
    guest: 1,
    name: "Ana",
    group: null,
    table: null,
    device: true,
    ownName: "Ana",
    credit: "name",
    quotable: true,
    language: "en",
  },
  clientId: 7,
  now: 5000,
  keepUntil: BEGIN + 100 * DAY,
  prompts: {},
  language: "en",
}
const world = (): World => ({
  kept,
  Socket: server.Socket,
  fetch: async () => new Response(null, { status: 204 }),
  origin: "http://hall.test",
  monotonic: () => time.now,
  random: () => 0.5,
  after: time.after,
  frame: (work) => work(),
})
const now = () => BEGIN + time.now

async function live(): Promise<{ page: Workshop; keeping: Keeping }> {
  const page = openWorkshop(boot, world())
  pages.push(page)
  await settle()
  const keeping = keepCopy(page, { copies, isShared: () => isShared, now, after: time.after })
  await settle()
  return { page, keeping }
}
async function offline(): Promise<Workshop | null> {
  const page = await openKept("w", world(), { copies, isShared: () => isShared, now, newClientId: () => nextId++ })
  if (page) pages.push(page)
  await settle()
  return page
}
const goOffline = () => {
  server.isReachable = false
  server.newest.lose(1006)
}
/** The tab is closed: nothing more is said. */
const closeTab = async () => {
  pages.splice(0).forEach((page) => page.close())
  await settle()
}
function write(page: Workshop, text: string): NoteId {
  const id = newId<NoteId>()
  expect(page.run(run, { type: "add-note", id, kind: "need", canvas: "needs", text }).ok).toBe(true)
  return id
}
const textsOf = (page: Workshop | null) => [...(page?.board.get().notes.values() ?? [])].map(({ text }) => text).sort()
const onServer = () => [...server.doc.getMap<Y.Map<unknown>>("notes").values()].map((note) => String(note.get("text"))).sort()

test("without the server the board opens from the copy, to read and to write, and says that it is a copy", async () => {
  const { page } = await live()
  write(page, "bus")
  await time.pass(10_000)
  goOffline()
  const since = now()
  await closeTab()
  await time.pass(7_200_000)
  const again = await offline()
  expect(textsOf(again)).toEqual(["bus"])
  expect([again?.isReady.get(), again?.save.get(), again?.copyFrom.get()]).toEqual([true, "kept", since])
  expect(again?.now()).toBe(page.now())
  if (again) write(again, "stairs")
  expect(textsOf(again)).toEqual(["bus", "stairs"])
})

test("a page opened from the copy writes under a client id of its own, never under the one that was leased", async () => {
  await live()
  goOffline()
  await closeTab()
  const ids = [await offline(), await offline()].map((page) => page?.doc.clientID)
  expect(ids).toEqual([100, 101])
})

test("two hours offline and three closed tabs: 30 notes arrive once each, beside 30 of others", async () => {
  const { page } = await live()
  goOffline()
  for (let i = 0; i < 10; i++) write(page, `mine ${i}`)
  await settle()
  await closeTab()
  for (const round of [1, 2]) {
    const again = await offline()
    for (let i = 0; i < 10; i++) if (again) write(again, `mine ${round * 10 + i}`)
    expect(textsOf(again)).toHaveLength(round * 10 + 10)
    expect(again?.pending()).toHaveLength(round * 10 + 10)
    await time.pass(3_600_000)
    await closeTab()
  }
  const other = new Y.Doc()
  for (let i = 0; i < 30; i++) run(other, { type: "add-note", id: newId<NoteId>(), kind: "need", canvas: "needs", text: `theirs ${i}` })
  server.relay(Y.encodeStateAsUpdate(other))

  server.isReachable = true
  const back = await offline()
  await time.pass(31_000)
  const all = [...Array.from({ length: 30 }, (_, i) => `mine ${i}`), ...Array.from({ length: 30 }, (_, i) => `theirs ${i}`)].sort()
  expect(onServer()).toEqual(all)
  expect(textsOf(back)).toEqual(all)
  expect([back?.save.get(), back?.copyFrom.get()]).toEqual(["saved", null])
  expect(await kept.changes("me")).toEqual([])
})

test("what an earlier page left counts as waiting until the server has it, and is never called saved before", async () => {
  const { page } = await live()
  goOffline()
  write(page, "bus")
  await settle()
  await closeTab()
  server.isReachable = true
  server.acks = false
  const again = await offline()
  expect(onServer()).toEqual(["bus"])
  expect(again?.save.get()).not.toBe("saved")
  expect(await kept.changes("me")).toHaveLength(1)
  server.ack(server.newest)
  await settle()
  expect(again?.save.get()).toBe("saved")
  expect(await kept.changes("me")).toEqual([])
})

test("words taken out of sight are not in the next copy", async () => {
  const { page } = await live()
  const id = write(page, "where she lives")
  await time.pass(10_000)
  const bytesOf = async () => Buffer.from((await copies.find("w", now()))?.update ?? []).toString()
  expect(await bytesOf()).toContain("where she lives")
  const before = Y.encodeStateVector(server.doc)
  takeOut(server.doc, id)
  server.relay(Y.encodeStateAsUpdate(server.doc, before))
  await time.pass(10_000)
  expect(textsOf(page)).toEqual([])
  expect(await bytesOf()).not.toContain("where she lives")
})

test("a copy older than seven days, or than the workshop itself, is not opened and is cleared away", async () => {
  await live()
  goOffline()
  await closeTab()
  await time.pass(7 * DAY - 1000)
  expect(await offline()).not.toBeNull()
  await closeTab()
  await time.pass(1000)
  expect(await offline()).toBeNull()
  expect(await copies.sweep(now())).toBe(false)
  const copy = { key: "w", at: now(), boot: { ...boot, keepUntil: now() }, update: new Uint8Array([0, 0]), events: [], written: 0 }
  await copies.put({ ...copy, seats: [], facts: [] })
  expect(await offline()).toBeNull()
})

test("a shared phone keeps no copy and opens none", async () => {
  isShared = true
  const { page, keeping } = await live()
  write(page, "bus")
  await time.pass(20_000)
  await keeping.keepNow()
  expect(await copies.find("w", now())).toBeNull()
  isShared = false
  write(page, "stairs")
  await time.pass(20_000)
  expect(await copies.find("w", now())).not.toBeNull()
  isShared = true
  expect(await offline()).toBeNull()
})

test("a page that the server does not hear leaves the copy as it was when it last did", async () => {
  const { page, keeping } = await live()
  goOffline()
  await settle()
  const since = (await copies.find("w", now()))?.at
  write(page, "bus")
  await time.pass(60_000)
  await keeping.keepNow()
  expect((await copies.find("w", now()))?.at).toBe(since)
})

test("of a workshop that is gone nothing stays", async () => {
  await live()
  expect(await copies.find("w", now())).not.toBeNull()
  server.newest.lose(4404)
  await settle()
  expect(await copies.find("w", now())).toBeNull()
})
