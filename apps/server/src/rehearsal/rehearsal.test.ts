// A rehearsal from its making to its end, by a clock that only the test moves: over HTTP, with a real store and real rooms.
import type { Joined, OpenedWorkshop, RoomCheck } from "@evenboard/api"
import { LOCALES } from "@evenboard/words"
import type { Hono } from "hono"
import { afterEach, beforeEach, expect, test } from "vitest"
import { createApp } from "../app.ts"
import type { Env } from "../context.ts"
import { purge } from "../retention.ts"
import { NO_SITE } from "../site.ts"
import { HOST, openTestServer, readJson, type TestServer } from "../testing/server.ts"
import { wordsOf } from "../words.ts"
import { castOf } from "./cast.ts"
import { STAY_MS, TICK_MS } from "./play.ts"
import { createRehearsals, KEEP_REHEARSAL_MS, type Rehearsals } from "./rehearsals.ts"

let server: TestServer
let app: Hono<Env>
let rehearsals: Rehearsals
let timers: Set<() => void>
let opened: OpenedWorkshop
let host: Joined
beforeEach(async () => {
  server = await openTestServer()
  timers = new Set()
  const later = (_ms: number, work: () => void) => {
    timers.add(work)
    return () => void timers.delete(work)
  }
  rehearsals = createRehearsals({ ...server, later, chance: () => 0 })
  app = createApp(server, NO_SITE, rehearsals)
  opened = await server.open({ title: "Better mornings", groups: ["Residents", "Staff"], recipe: "hour" })
  host = await server.join(opened, { name: "Ana" })
})
afterEach(async () => {
  rehearsals.stop()
  await server.close()
})

const call = async (method: string, path: string, key: string, json?: object): Promise<Response> => {
  const headers = { host: HOST, authorization: `Bearer ${key}`, "content-type": "application/json" }
  return app.request(path, { method, headers, ...(json ? { body: JSON.stringify(json) } : {}) })
}
const make = async () => readJson<OpenedWorkshop>(await call("POST", `/api/workshops/${opened.workshopId}/rehearsal`, host.seatKey))
let ids = 0
const intent = (of: OpenedWorkshop, who: Joined, body: object) =>
  call("POST", `/api/workshops/${of.workshopId}/intents`, who.seatKey, { id: `intent-${(ids += 1)}`, ...body })
const now = (of: OpenedWorkshop) => server.live.now(of.workshopId)

/** Moves on by so many looks up; each is awaited whole, since what it does goes through the store. */
async function pass(ticks: number): Promise<void> {
  for (let i = 0; i < ticks; i++) {
    server.later(TICK_MS)
    const due = [...timers]
    timers.clear()
    for (const work of due) work()
    while (timers.size === 0 && rehearsals.playing > 0) await new Promise((go) => setImmediate(go))
  }
}
/** A real host in the rehearsal, with a socket. */
async function enter(of: OpenedWorkshop): Promise<Joined> {
  const joined = await server.join(of, { name: "Ana", table: "1" })
  await server.live.visit(of.workshopId, joined.seatId, false, { send: () => {}, close: () => {}, queuedBytes: () => 0 })
  return joined
}

test("it has the plan, the groups and the language, says that it is one, and nothing that people wrote", async () => {
  await server.call("POST", `/api/workshops/${opened.workshopId}/notes`, { key: host.seatKey, json: { text: "CANARY", kind: "need" } })
  const { session: real } = await now(opened)
  const copy = await make()
  const { session, board, seats } = await now(copy)
  expect(session).toMatchObject({ title: "Rehearsal: Better mornings", stages: real.stages, groups: real.groups, language: "en" })
  expect(session.purpose).toContain("CC BY 4.0")
  expect([board.notes.size, seats.size]).toEqual([0, 0])
  expect(copy.joinCode).not.toBe(opened.joinCode)
  expect((await now(opened)).session.seq).toBe(real.seq)
})

test("nobody pretends before somebody real hosts; then they come, plainly pretend, and wait for a page to write on", async () => {
  const copy = await make()
  await pass(5)
  expect((await now(copy)).seats.size).toBe(0)
  const ana = await enter(copy)
  await pass(40)
  const { seats, session, here, board } = await now(copy)
  expect(session.host).toBe(ana.seatId)
  expect([seats.size, here.size, board.notes.size]).toEqual([11, 11, 0])
  const others = [...seats.values()].filter(({ id }) => id !== ana.seatId)
  expect(others.every(({ name, credit }) => credit === "name" && name.startsWith("Pretend "))).toBe(true)
  expect(new Set(others.map(({ table }) => table))).toEqual(new Set(["1", "2", "3", "online"]))
  expect(new Set(others.map(({ group }) => group))).toEqual(new Set(["Residents", "Staff"]))
})

test("played to its end every line stands once, by who said it, with a scribe for those without a phone", async () => {
  const copy = await make()
  const ana = await enter(copy)
  await intent(copy, ana, { type: "move-stage", to: "needs" })
  await pass(120)
  await intent(copy, ana, { type: "move-stage", to: "options" })
  await pass(120)
  const { board, facts, seats } = await now(copy)
  const { lines, people } = castOf(wordsOf("en"))
  expect([...board.notes.values()].map(({ text }) => text).toSorted()).toEqual(lines.map(({ text }) => text).toSorted())
  const nameOf = (seat: string | null) => seats.get(seat ?? "")?.name
  for (const note of board.notes.values()) {
    const line = lines.find(({ text }) => text === note.text)
    const person = people[line?.by ?? -1]
    const fact = facts.get(note.id)
    expect([note.kind, nameOf(fact?.author ?? null)]).toEqual([line?.kind, person?.name])
    expect(fact?.scribe === null).toBe(person?.hasPhone)
  }
  await pass(STAY_MS / TICK_MS)
  expect((await now(copy)).here.size).toBe(1)
  expect(timers.size).toBe(0)
})

test("in a round they write for their own eyes, and somebody at another table says yes after reading", async () => {
  const copy = await make()
  const ana = await enter(copy)
  await intent(copy, ana, { type: "move-stage", to: "needs" })
  await intent(copy, ana, { type: "start-round", kind: "alone", stage: "needs", question: "What matters?" })
  await pass(40)
  expect((await now(copy)).board.notes.size).toBe(0)
  await intent(copy, ana, { type: "ask-reveal" })
  expect((await now(copy)).session.round).not.toBeNull()
  await pass(4)
  const { session, board } = await now(copy)
  expect(session.round).toBeNull()
  expect(session.shownRounds[0]?.notes).toBe(board.notes.size)
  expect(board.notes.size).toBeGreaterThan(5)
})

test("thrown away, nothing of it is left, nobody plays on, and the real workshop is as it was", async () => {
  const copy = await make()
  const ana = await enter(copy)
  await intent(copy, ana, { type: "move-stage", to: "needs" })
  await pass(30)
  const path = `/api/workshops/${opened.workshopId}`
  const view = await readJson<RoomCheck>(await call("POST", `${path}/check`, host.seatKey, { page: "hostspage" }))
  expect(view.rehearsal).toMatchObject({ workshopId: copy.workshopId, joinUrl: copy.joinUrl, people: 11 })
  expect((await call("DELETE", `${path}/rehearsal`, host.seatKey)).status).toBe(200)
  expect(await server.store.workshop(copy.workshopId)).toBeNull()
  expect([await server.store.seats(copy.workshopId), await server.store.events(copy.workshopId)]).toEqual([[], []])
  await pass(5)
  expect(timers.size).toBe(0)
  expect((await now(opened)).session).toMatchObject({ title: "Better mornings", ended: false })
  expect(JSON.stringify(server.logged)).not.toContain("a rehearsal stopped")
})

test("a new one takes the place of the old one, deleting the workshop takes its rehearsal along, and a day ends it", async () => {
  const first = await make()
  const second = await make()
  expect(await server.store.workshop(first.workshopId)).toBeNull()
  server.later(KEEP_REHEARSAL_MS)
  expect(await purge(server)).toBe(1)
  expect(await server.store.workshop(second.workshopId)).toBeNull()
  const third = await make()
  await call("POST", `/api/workshops/${opened.workshopId}/organiser/delete`, opened.organiserKey)
  expect([await server.store.workshop(third.workshopId), await server.store.workshop(opened.workshopId)]).toEqual([null, null])
})

test("only who guides makes one, never of a rehearsal, and it may throw itself away", async () => {
  const guest = await server.join(opened, { name: "Ben" })
  const path = (of: OpenedWorkshop) => `/api/workshops/${of.workshopId}/rehearsal`
  expect((await call("POST", path(opened), guest.seatKey)).status).toBe(403)
  expect((await call("DELETE", path(opened), guest.seatKey)).status).toBe(403)
  const copy = await readJson<OpenedWorkshop>(await call("POST", path(opened), opened.organiserKey))
  expect((await call("POST", path(copy), copy.organiserKey)).status).toBe(403)
  expect((await call("DELETE", path(copy), copy.organiserKey)).status).toBe(200)
  expect(await server.store.workshop(copy.workshopId)).toBeNull()
})

test.each(LOCALES)("in %s everybody has a name that says it is pretend, and every line fits a note", (locale) => {
  const { people, lines } = castOf(wordsOf(locale))
  expect(new Set(people.map(({ name }) => name)).size).toBe(12)
  expect(lines.length).toBe(23)
  for (const { text } of lines) expect(text.length).toBeLessThanOrEqual(600)
  expect(people.filter(({ hasPhone }) => !hasPhone).length).toBe(2)
})
