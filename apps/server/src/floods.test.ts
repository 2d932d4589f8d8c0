// One seat that a program drives: what everybody who joins is told of grows no further than a phone can take, and nobody else waits.
import { afterEach, expect, test } from "vitest"
import * as Y from "yjs"
import { guardSchema, newId, run, type AgreementId, type NoteId } from "@evenboard/board"
import { LIMITS } from "@evenboard/api"
import { livePhone } from "./testing/live-phone.ts"
import { openTestServer, problemOf, type TestServer } from "./testing/server.ts"

let server: TestServer
afterEach(() => server.close())
const reasonOf = async (answer: Response): Promise<string> => (answer.status < 400 ? "ok" : (await problemOf(answer)).reason)

async function hall() {
  server = await openTestServer()
  const workshop = await server.open()
  const at = `/api/workshops/${workshop.workshopId}`
  const ana = await server.join(workshop, { name: "Ana" })
  const mallory = await server.join(workshop)
  const phone = await livePhone(server.live, workshop.workshopId, ana.seatId)
  const agreementId = newId<AgreementId>()
  run(phone.doc, { type: "add-agreement", id: agreementId, text: "We begin in May", sources: [] })
  await phone.leave()
  const intent = (key: string, json: object) => server.call("POST", `${at}/intents`, { key, json: { id: newId(), ...json } })
  return { workshop, id: workshop.workshopId, at, ana, mallory, agreementId, intent }
}

test("a hand that goes up and down without end waits, in the log too; everybody else's is taken, and after a while so is that one", async () => {
  const { id, at, ana, mallory, agreementId, intent } = await hall()
  const hand = (key: string, n: number) => intent(key, { type: "raise-hand", agreementId, stance: n % 2 === 0 ? "for" : "worried" })
  const reasons = new Set<string>()
  let n = 0
  for (; n < 2000 && !reasons.has("too-many-tries"); n += 1) reasons.add(await reasonOf(await hand(mallory.seatKey, n)))
  expect([...reasons]).toEqual(["ok", "too-many-tries"])
  expect(n).toBeGreaterThan(500) // an evening's hands, of a phone that was away or of a program, at once
  expect(await reasonOf(await server.call("GET", `${at}/export/md`, { key: mallory.seatKey }))).toBe("too-many-tries")
  const { length } = await server.store.events(id)
  expect(await reasonOf(await hand(ana.seatKey, 0))).toBe("ok")
  expect(await reasonOf(await server.call("GET", `${at}/export/md`, { key: ana.seatKey }))).toBe("ok")
  expect(await server.store.events(id)).toHaveLength(length + 2)
  server.later(60_000)
  expect(await reasonOf(await hand(mallory.seatKey, n + 1))).toBe("ok")
})

test("a workshop has so many places and no more; whoever has one goes on", async () => {
  const { workshop, id, at, ana } = await hall()
  const seat = {
    workshopId: id,
    name: "",
    credit: "none",
    quotable: true,
    group: null,
    table: null,
    language: "en",
    returnHash: null,
  } as const
  for (let n = 2; n < LIMITS.seats; n += 1) {
    const seatId = `sham${n}`
    await server.store.createSeat({ ...seat, id: seatId, device: true, createdAt: 0 }, null, 0)
  }
  await server.live.drop(id)
  const join = () => server.call("POST", `${at}/seats`, { json: { key: workshop.joinUrl.split("/j/")[1] } })
  expect(await reasonOf(await join())).toBe("workshop-full")
  const note = (more: object) => server.call("POST", `${at}/notes`, { key: ana.seatKey, json: { text: "Mine", kind: "need", ...more } })
  expect(await reasonOf(await note({}))).toBe("ok")
  expect(await reasonOf(await note({ for: { name: "Tom" } }))).toBe("too-many-people")
})

test("a board takes so many notes and no more, by socket and by call", async () => {
  const { id, at, mallory, ana } = await hall()
  const { thingsLimit } = guardSchema
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let n = 0; n < thingsLimit - 1; n += 1) doc.getMap("notes").set(`n${n}`, new Y.Map())
  })
  const { store } = server
  const { seq } = await store.loadDoc(id)
  await server.live.drop(id)
  await store.commit(id, { afterSeq: seq, update: Y.encodeStateAsUpdate(doc), at: 1, heads: [], ledger: [], facts: [] })
  const fact = { author: mallory.seatId, scribe: null, firstWording: "", settled: true, changes: 0, changedBy: null, changedAt: 1 }
  await store.commit(id, {
    afterSeq: seq + 1,
    update: new Uint8Array([0, 0]),
    at: 1,
    heads: [],
    ledger: [],
    facts: Array.from({ length: thingsLimit - 1 }, (_, n) => ({ ...fact, noteId: `n${n}`, number: n + 1 })),
  })
  const phone = await livePhone(server.live, id, mallory.seatId)
  const add = (): void => void run(phone.doc, { type: "add-note", id: newId<NoteId>(), kind: "need", canvas: "needs", text: "One more" })
  add()
  await expect.poll(async () => (await server.live.now(id)).board.notes.size).toBe(thingsLimit)
  add()
  const answer = await server.call("POST", `${at}/notes`, { key: ana.seatKey, json: { text: "Mine", kind: "need" } })
  expect(await reasonOf(answer)).toBe("too-large")
  expect((await server.live.now(id)).board.notes.size).toBe(thingsLimit)
})
