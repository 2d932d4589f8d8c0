import { expect, test } from "vitest"
import { KEEP_AFTER_END_MS, KEEP_MS, purge } from "./retention.ts"
import { keyOf, openTestServer } from "./testing/server.ts"

test("a workshop goes whole on its last day, not an hour earlier, and leaves the others alone", async () => {
  const server = await openTestServer()
  try {
    const old = await server.open()
    const seat = await server.join(old, { name: "Rosa" })
    await server.call("POST", `/api/workshops/${old.workshopId}/notes`, { key: seat.seatKey, json: { text: "The bus", kind: "need" } })
    server.later(KEEP_MS - 3_600_000)
    const young = await server.open()
    expect(await purge(server)).toBe(0)
    server.later(3_600_000)
    expect(await purge(server)).toBe(1)
    expect(await server.store.workshop(old.workshopId)).toBeNull()
    expect([
      await server.store.seats(old.workshopId),
      await server.store.facts(old.workshopId),
      await server.store.events(old.workshopId),
    ]).toEqual([[], [], []])
    expect((await server.call("GET", `/j/${keyOf(old)}`)).status).toBe(404)
    expect((await server.call("GET", `/j/${keyOf(young)}`)).status).toBe(200)
    expect(JSON.stringify(server.logged)).not.toContain("Rosa")
  } finally {
    await server.close()
  }
})

test("the organiser brings the last day nearer, by an hour from now at least, for everybody to read; never later", async () => {
  const server = await openTestServer()
  try {
    const opened = await server.open()
    const path = `/api/workshops/${opened.workshopId}/organiser`
    const set = (keepUntil: number) => server.call("PATCH", path, { key: opened.organiserKey, json: { keepUntil } })
    const now = server.now()
    expect((await set(now + KEEP_MS + 1)).status).toBe(400)
    expect((await set(now + 3_599_999)).status).toBe(400)
    expect((await server.call("POST", `${path}/end`, { key: opened.organiserKey })).status).toBe(200)
    expect(await (await set(now + 3_600_000)).json()).toMatchObject({ keepUntil: now + 3_600_000 })
    expect((await server.store.events(opened.workshopId)).at(-1)).toMatchObject({
      type: "kept-until",
      until: now + 3_600_000,
      by: "organiser",
    })
    server.later(3_599_999)
    expect(await purge(server)).toBe(0)
    server.later(1)
    expect(await purge(server)).toBe(1)
    expect(await server.store.workshop(opened.workshopId)).toBeNull()
  } finally {
    await server.close()
  }
})

test("one that cannot be removed does not keep the next one", async () => {
  const removed: string[] = []
  const logged: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (_: object, message: string) => void logged.push(message) }
  const store = {
    workshopsToPurge: async () => ["a", "b"],
    deleteWorkshop: async (id: string) => void removed.push(id),
    forgetPrivateBefore: async () => 0,
    forgetAccess: async () => 0,
    scrub: async () => null,
  }
  const live = { drop: (id: string, andThen: () => Promise<void>) => (id === "a" ? Promise.reject(new Error("busy")) : andThen()) }
  expect(await purge({ store, live, log, now: () => 0 } as never)).toBe(1)
  expect([removed, logged]).toEqual([["b"], ["could not remove; will try again"]])
})

test("ending brings the last day nearer, never further", () => expect(KEEP_AFTER_END_MS).toBeLessThan(KEEP_MS))
