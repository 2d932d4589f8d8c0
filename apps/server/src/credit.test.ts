// Credit: each person chooses name, initials, group or none, changed in one place and changed everywhere; and who does not want to be
// quoted stands in no file.
import { afterEach, expect, test } from "vitest"
import type { OwnSeat, SeatDetails } from "@evenboard/api"
import type { SeatRow } from "@evenboard/storage"
import { groupsToName } from "./live/people.ts"
import { openTestServer, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const FORMATS = ["html", "md", "csv", "json"] as const
const WORDS = "A bench of my own, by the stop"

async function hall() {
  const server = await openTestServer()
  servers.push(server)
  const workshop = await server.open({ groups: ["Carers"] })
  const path = `/api/workshops/${workshop.workshopId}`
  const ana = await server.join(workshop, { name: "Ana" })
  const rosa = await server.join(workshop, { name: "Rosalind Abara", group: "Carers" })
  await server.call("POST", `${path}/notes`, { key: rosa.seatKey, json: { text: WORDS, kind: "need" } })
  const choose = async (details: SeatDetails, key = rosa.seatKey): Promise<OwnSeat> =>
    readJson(await server.call("PATCH", `${path}/me`, { key, json: details }))
  const files = async (): Promise<string[]> =>
    Promise.all(FORMATS.map(async (format) => (await server.call("GET", `${path}/export/${format}`, { key: ana.seatKey })).text()))
  const plain = async () => (await server.call("GET", `/w/${workshop.workshopId}/plain`, { cookie: await cookie() })).text()
  const cookie = async () => `eb_${workshop.workshopId}=${ana.seatKey}`
  return { server, workshop, path, ana, rosa, choose, files, plain }
}

test("initials chosen once stand in every file and page, and the name in none; nothing chosen is nobody's name", async () => {
  const { choose, files, plain } = await hall()
  expect((await choose({ credit: "initials" })).name).toBe("R. A.")
  for (const file of [...(await files()), await plain()]) {
    expect(file).toContain("R. A.")
    expect(file).not.toContain("Rosalind")
  }
  await choose({ credit: "none" })
  for (const file of [...(await files()), await plain()]) expect(file).not.toMatch(/R\. A\.|Rosalind/)
  await choose({ credit: "name" })
  for (const file of [...(await files()), await plain()]) expect(file).toContain("Rosalind Abara")
})

test("showName still means name or none, and credit counts where both are said", async () => {
  const { choose } = await hall()
  expect((await choose({ showName: true })).credit).toBe("name")
  expect((await choose({ showName: false })).credit).toBe("none")
  expect((await choose({ showName: true, credit: "initials" })).credit).toBe("initials")
})

test("a group stands for a name once three of it choose so, everywhere at once, and never before", async () => {
  const { server, workshop, choose, files } = await hall()
  const others = [
    await server.join(workshop, { name: "Tom", group: "carers " }),
    await server.join(workshop, { name: "Salma", group: "Carers" }),
  ]
  for (const { seatKey } of others) await choose({ credit: "group" }, seatKey)
  expect((await files())[2]).not.toMatch(/"Carers"/)
  await choose({ credit: "group" })
  expect((await files())[2]).toContain('"Carers"')
  expect((await files())[2]).not.toContain("Rosalind")
})

const seat = (group: string | null, credit: SeatRow["credit"]): SeatRow => ({ group, credit }) as SeatRow
test.each([
  [3, 0, true],
  [2, 0, false],
  [3, 1, true],
  [3, 2, true],
  [3, 3, true],
  [0, 5, false],
])("of a group %i choose it and %i do not: named %s", (chose, others, isNamed) => {
  const seats = [...Array<0>(chose)].map(() => seat("Staff", "group")).concat([...Array<0>(others)].map(() => seat("staff", "name")))
  expect(groupsToName([...seats, seat(null, "group")]).has("staff")).toBe(isNamed)
})

test("nobody's group is found out by watching whether others' groups are shown: it hangs on nobody but those who chose", () => {
  // Three sham seats that are credited by a group would vanish and come back with whoever joins it in silence.
  const shams = [...Array<0>(3)].map(() => seat("Carers", "group"))
  const shown = (others: SeatRow[]): boolean => groupsToName([...shams, ...others]).has("carers")
  for (const credit of ["name", "initials", "none"] as const)
    for (let count = 0; count < 5; count += 1)
      expect(shown([...Array<0>(count)].map(() => seat("carers", credit))), `${count} by ${credit}`).toBe(shown([]))
})

test("who does not want to be quoted stands in every file by number alone, in their own pages with their words, and is on the board as before", async () => {
  const { server, workshop, path, ana, rosa, choose, files, plain } = await hall()
  const added = await readJson<{ noteId: string }>(
    await server.call("POST", `${path}/notes`, { key: rosa.seatKey, json: { text: "Who pays for it?", kind: "option" } }),
  )
  const say = (key: string, id: string, intent: object) => server.call("POST", `${path}/intents`, { key, json: { id, ...intent } })
  await say(ana.seatKey, "intent-one", { type: "hide-note", noteId: added.noteId, reason: "said twice" })
  await choose({ quotable: false })
  for (const file of await files()) {
    expect(file).not.toContain("bench of my own")
    expect(file).toContain("keeps to this room")
  }
  expect(await plain()).toContain("bench of my own")
  const mine = await server.call("GET", `/w/${workshop.workshopId}/print/mine`, { cookie: `eb_${workshop.workshopId}=${rosa.seatKey}` })
  expect(await mine.text()).toContain("bench of my own")
  await choose({ quotable: true })
  for (const file of await files()) expect(file).toContain("bench of my own")
})
