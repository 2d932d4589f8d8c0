// One's own data over HTTP: all of one's own, and nobody else's name.
import { afterEach, expect, test } from "vitest"
import type { MyData } from "@evenboard/export"
import { openTestServer, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** Rosa writes, for herself and for Tomasina; Anabel, who hosts, changes and hides. */
async function evening() {
  const server = await openTestServer()
  servers.push(server)
  const workshop = await server.open({ groups: ["Carers"] })
  const path = `/api/workshops/${workshop.workshopId}`
  const ana = await server.join(workshop, { name: "Anabel", showName: true, group: "Carers" })
  const rosa = await server.join(workshop, { name: "Rosalind", group: "Carers", table: "4" })
  const post = async <T>(who: { seatKey: string }, rest: string, json: object): Promise<T> =>
    readJson(await server.call("POST", `${path}/${rest}`, { key: who.seatKey, json }))
  const mine = await post<{ noteId: string }>(rosa, "notes", { text: "A bench of my own", kind: "need" })
  const out = await post<{ noteId: string }>(rosa, "notes", { text: "Soon out of sight", kind: "offer" })
  await post(rosa, "notes", { text: "Said by another", kind: "need", for: { name: "Tomasina" } })
  await post(ana, "notes", { text: "Anabel's own", kind: "need" })
  await post(ana, "intents", { id: "intent-one", type: "hide-note", noteId: out.noteId, reason: "names a person" })
  await post(ana, "intents", { id: "intent-two", type: "start-round", kind: "alone", stage: "needs", question: "" })
  await server.call("PUT", `${path}/drafts/draft00000000001`, { key: rosa.seatKey, json: { text: "Not yet shown", kind: "need" } })
  await server.call("PUT", `${path}/drafts/draft00000000002`, {
    key: rosa.seatKey,
    json: { text: "For somebody", kind: "need", for: { name: "Tomasina" } },
  })
  await post(rosa, "concerns", { id: "concern000000001", words: "Said in private", hears: "host" })
  return { server, path, rosa, ana, mine }
}

test("my data holds every note, draft and change of mine, and no other name, in any store it is read from", async () => {
  const { server, path, rosa, mine } = await evening()
  const answer = await server.call("GET", `${path}/me/data`, { key: rosa.seatKey })
  expect(answer.headers.get("content-disposition")).toContain("mine.json")
  const text = await answer.text()
  const data = JSON.parse(text) as MyData
  expect(data.me).toMatchObject({ name: "Rosalind", group: "Carers", table: "4", credit: "none" })
  expect(data.notes.map(({ number, words, place }) => [number, words, place])).toEqual([
    [1, "A bench of my own", "board"],
    [2, "Soon out of sight", "out-of-sight"],
  ])
  expect(data.drafts.map((draft) => [draft.text, draft.forSomebody])).toEqual([
    ["Not yet shown", false],
    ["For somebody", true],
  ])
  const ledger = (await server.store.ledger(path.split("/").at(-1) ?? "", { limit: 1000 })).filter(({ seat }) => seat === rosa.seatId)
  expect(data.changes).toHaveLength(ledger.length)
  expect(data.changes).toContainEqual(expect.objectContaining({ kind: "note-added", target: mine.noteId }))
  for (const other of ["Anabel", "Tomasina", rosa.returnCode, rosa.seatKey]) expect(text).not.toContain(other)
})

test.each(["en", "es", "pt", "ar"])("the page says the same in %s, to be read, with no other name", async (lang) => {
  const { server, path, rosa } = await evening()
  const answer = await server.call("GET", `${path}/me/data.html?lang=${lang}`, { key: rosa.seatKey })
  expect(answer.headers.get("cache-control")).toBe("no-store")
  const page = await answer.text()
  for (const own of ["A bench of my own", "Soon out of sight", "Not yet shown", "Said in private", "Rosalind"]) expect(page).toContain(own)
  expect(page).toContain({ en: "Table 4", es: "Mesa 4", pt: "Mesa 4", ar: "الطاولة 4" }[lang])
  for (const other of ["Anabel", "Tomasina"]) expect(page).not.toContain(other)
  expect(page).toContain(`dir="${lang === "ar" ? "rtl" : "ltr"}"`)
})

test("only a seat has data of its own", async () => {
  const { server, path } = await evening()
  expect((await server.call("GET", `${path}/me/data`)).status).toBe(401)
})
