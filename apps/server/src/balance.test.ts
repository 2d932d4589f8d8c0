// Balance over HTTP: told once a step ends, the same for everybody, and nothing of anybody's group beside it.
import { afterEach, expect, test } from "vitest"
import type { Joined, OwnCounts } from "@evenboard/api"
import type { BalanceTold } from "@evenboard/session"
import { openTestServer, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** 8 carers, 12 staff, one who came alone for the press, and two who did not say; the first of them hosts. */
async function hall() {
  const server = await openTestServer()
  servers.push(server)
  const workshop = await server.open({ groups: ["Carers", "Staff"] })
  const path = `/api/workshops/${workshop.workshopId}`
  const people: Joined[] = []
  const join = async (group: string) => {
    const joined = await server.join(workshop, { group })
    people.push(joined)
    return joined
  }
  for (const group of [...Array<string>(8).fill("Carers"), ...Array<string>(12).fill("Staff"), "ZPRESS", "", ""]) await join(group)
  const host = people[0]
  if (!host) throw new Error("somebody hosts")
  const { leave } = await server.live.visit(workshop.workshopId, host.seatId, true, {
    send: () => {},
    close: () => {},
    queuedBytes: () => 0,
  })
  let ids = 0
  const move = async (to: string) => {
    server.later(1000)
    const json = { id: `intent-${(ids += 1)}`, type: "move-stage", to }
    return (await server.call("POST", `${path}/intents`, { key: host.seatKey, json })).status
  }
  const write = (who: Joined | undefined, text: string) =>
    server.live.addNote(workshop.workshopId, who?.seatId ?? "", { text, kind: "need", canvas: "needs" })
  const told = async (key: string) => (await readJson<{ told: BalanceTold[] }>(await server.call("GET", `${path}/balance`, { key }))).told
  return { server, workshop, path, people, host, move, write, told, join, leave }
}

test("a step is told when it ends, in words, to everybody alike", async () => {
  const { people, move, write, told, host, workshop, leave } = await hall()
  expect(await move("needs")).toBe(200)
  for (const one of people.slice(7, 17)) await write(one, "A bus home")
  expect((await told(host.seatKey)).filter(({ stage }) => stage === "needs")).toEqual([]) // while it runs, nothing grows
  await move("options")
  const needs = (await told(host.seatKey)).filter(({ stage }) => stage === "needs")
  expect(needs).toHaveLength(1)
  expect(needs[0]?.rows.map(({ group, notes }) => [group, notes])).toEqual([
    ["Carers", "under-half"],
    ["Staff", "half-or-more"],
  ])
  for (const key of [people[3]?.seatKey ?? "", workshop.organiserKey]) expect(await told(key)).toEqual(await told(host.seatKey))
  leave()
})

test("a group of one is in no answer, frame or file; whoever comes alone changes nothing that is told", async () => {
  const { server, people, path, move, write, told, host, join, leave } = await hall()
  await move("needs")
  for (const one of people) await write(one, "A bus home")
  await move("options")
  const before = await told(host.seatKey)
  const late = await join("Staff")
  await write(late, "A later bus")
  await move("needs")
  const after = await told(host.seatKey)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.slice(before.length).every(({ counted }) => counted === before.at(-1)?.counted)).toBe(true)
  const got: string[] = []
  for (const what of ["balance", "history", "export/json", "export/html", "export/md", "export/csv"])
    got.push(await (await server.call("GET", `${path}/${what}`, { key: host.seatKey })).text())
  expect(got.join()).not.toContain("ZPRESS")
  leave()
})

test("what I did is counted for me alone", async () => {
  const { server, people, path, write, leave } = await hall()
  await write(people[2], "A bus home")
  const counts = async (at: number) =>
    readJson<OwnCounts>(await server.call("GET", `${path}/me/counts`, { key: people[at]?.seatKey ?? "" }))
  expect(await counts(2)).toEqual({ notes: 1, changes: 0, groupings: 0, placings: 0 })
  expect(await counts(3)).toEqual({ notes: 0, changes: 0, groupings: 0, placings: 0 })
  expect((await server.call("GET", `${path}/me/counts`, {})).status).toBe(401)
  leave()
})
