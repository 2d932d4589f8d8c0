// Writing for somebody who has a phone too: by their own yes, known to the two alone, and nothing more than typing their words.
import { afterEach, expect, test } from "vitest"
import type { Joined, OwnDrafts, PrivateView } from "@evenboard/api"
import { run, type NoteId } from "@evenboard/board"
import { livePhone } from "./testing/live-phone.ts"
import { openTestServer, problemOf, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** Ana hosts; Sam sits beside Rosa. */
async function table() {
  const server = await openTestServer()
  servers.push(server)
  const workshop = await server.open()
  const path = `/api/workshops/${workshop.workshopId}`
  const [ana, sam, rosa] = [await server.join(workshop, { name: "Ana" }), await server.join(workshop), await server.join(workshop)]
  let ids = 0
  const call = (method: string, what: string, who: Joined, json?: unknown) =>
    server.call(method, `${path}/${what}`, { key: who.seatKey, ...(json === undefined ? {} : { json }) })
  return {
    server,
    workshop,
    path,
    ana,
    sam,
    rosa,
    call,
    allow: (who: Joined, whom: Joined) => call("PUT", `supporters/${whom.seatId}`, who),
    withdraw: (who: Joined, whom: Joined) => call("DELETE", `supporters/${whom.seatId}`, who),
    view: async (who: Joined): Promise<PrivateView> => readJson(await call("GET", "private", who)),
    note: (who: Joined, forWhom: Joined) =>
      call("POST", "notes", who, { text: "In her words", kind: "need", for: { seatId: forWhom.seatId } }),
    draft: (who: Joined, n: number, forWhom?: Joined) =>
      call("PUT", `drafts/draft0000000000${n}`, who, {
        text: `Draft ${n}`,
        kind: "need",
        ...(forWhom ? { for: { seatId: forWhom.seatId } } : {}),
      }),
    drafts: async (who: Joined): Promise<OwnDrafts> => readJson(await call("GET", "drafts", who)),
    say: (who: Joined, intent: object) => call("POST", "intents", who, { id: `intent-${(ids += 1)}`, ...intent }),
    credits: async () => [...(await server.live.now(workshop.workshopId)).facts.values()].map(({ author, scribe }) => [author, scribe]),
  }
}
const reasonOf = async (answer: Response): Promise<string> => (await problemOf(answer)).reason

test("by her yes Sam writes Rosa's words; they are hers, typed by him; one call takes the yes back", async () => {
  const { sam, rosa, ana, note, allow, withdraw, view, credits } = await table()
  expect(await reasonOf(await note(sam, rosa))).toBe("own-phone")
  expect((await readJson<PrivateView>(await allow(rosa, sam))).supporters).toEqual([sam.seatId])
  expect((await view(sam)).supports).toEqual([rosa.seatId])
  expect((await note(sam, rosa)).status).toBe(201)
  expect(await credits()).toEqual([[rosa.seatId, sam.seatId]])
  expect(await reasonOf(await note(rosa, sam))).toBe("own-phone") // it does not go the other way
  expect(await reasonOf(await note(ana, rosa))).toBe("own-phone") // nor to a host
  expect((await readJson<PrivateView>(await withdraw(rosa, sam))).supporters).toEqual([])
  expect((await view(sam)).supports).toEqual([])
  expect(await reasonOf(await note(sam, rosa))).toBe("own-phone")
  expect(await credits()).toEqual([[rosa.seatId, sam.seatId]]) // what was written stays hers
})

test("it gives nothing else: no giving her words to another, no worry in her name, none of her private things", async () => {
  const { sam, rosa, ana, note, allow, say, call, draft, drafts } = await table()
  await allow(rosa, sam)
  const { noteId } = await readJson<{ noteId: string }>(await note(sam, rosa))
  expect(await reasonOf(await say(sam, { type: "written-for", noteId, for: { seatId: sam.seatId } }))).toBe("not-your-note")
  const worry = { type: "say-worry", agreementId: "agreement0000001", words: "No", for: { seatId: rosa.seatId } }
  expect((await say(sam, worry)).status).toBeGreaterThanOrEqual(400)
  await call("POST", "concerns", rosa, { id: "concern000000001", words: "CANARY", hears: "host" })
  await say(ana, { type: "start-round", kind: "alone", stage: "needs", question: "" })
  await draft(rosa, 1)
  expect((await drafts(sam)).drafts).toEqual([])
  expect(await (await call("GET", "private", sam)).text()).not.toContain("CANARY")
  expect((await call("GET", "me", sam)).status).toBe(200)
})

test("nobody but the two is told: no frame, log, export or other view names it", async () => {
  const { server, workshop, path, sam, rosa, ana, allow, withdraw, call, view } = await table()
  const frames: Uint8Array[] = []
  const wire = { send: (frame: Uint8Array) => void frames.push(frame), close: () => {}, queuedBytes: () => 0 }
  const visit = await server.live.visit(workshop.workshopId, ana.seatId, true, wire)
  visit.receive(new Uint8Array([0, 0, 1, 0]))
  await view(ana)
  const [count, events] = [frames.length, (await server.store.events(workshop.workshopId)).length]
  await allow(rosa, sam)
  const after = frames.length
  await withdraw(rosa, sam)
  await allow(rosa, sam)
  expect([after, frames.length]).toEqual([count, count])
  expect((await server.store.events(workshop.workshopId)).length).toBe(events)
  expect(await view(ana)).toMatchObject({ supporters: [], supports: [] })
  for (const what of ["history", "organiser", "organiser/safe", "export/json"])
    expect(await (await server.call("GET", `${path}/${what}`, { key: workshop.organiserKey })).text()).not.toContain("support")
  expect((await call("PUT", `supporters/${rosa.seatId}`, rosa)).status).toBe(404) // oneself
  expect((await call("PUT", "supporters/nobodynobody1234", rosa)).status).toBe(404)
  visit.leave()
})

test("what he typed for her in a round and nobody has seen is hers when she takes the yes back; a reveal credits her either way", async () => {
  const { server, workshop, sam, rosa, ana, allow, withdraw, say, draft, drafts, credits } = await table()
  await allow(rosa, sam)
  await say(ana, { type: "start-round", kind: "alone", stage: "needs", question: "" })
  expect((await draft(sam, 1, rosa)).status).toBe(200)
  await draft(sam, 2)
  await withdraw(rosa, sam)
  expect((await drafts(sam)).drafts.map(({ text }) => text)).toEqual(["Draft 2"])
  expect((await drafts(rosa)).drafts.map(({ text }) => text)).toEqual(["Draft 1"])
  expect(await reasonOf(await draft(sam, 3, rosa))).toBe("own-phone")
  await allow(rosa, sam)
  await draft(sam, 4, rosa)
  // Ana alone is here, so that what she asks is shown at once.
  const wire = { send: () => {}, close: () => {}, queuedBytes: () => 0 }
  const visit = await server.live.visit(workshop.workshopId, ana.seatId, true, wire)
  expect((await say(ana, { type: "ask-reveal" })).status).toBe(200)
  const shown = (await credits()).map(
    ([author, scribe]) => `${author === rosa.seatId ? "rosa" : "sam"} by ${scribe === null ? "himself" : "sam"}`,
  )
  expect(shown.toSorted()).toEqual(["rosa by sam", "rosa by sam", "sam by himself"])
  visit.leave()
})

test("a person's own data says who may write for them, by seat alone; nobody may be asked without end", async () => {
  const { server, workshop, path, sam, rosa, ana, allow, call } = await table()
  await allow(rosa, sam)
  const text = await (await call("GET", "me/data", rosa)).text()
  expect((JSON.parse(text) as { supporters: string[] }).supporters).toEqual([sam.seatId])
  expect(text).not.toContain("Ana")
  expect(await (await server.call("GET", `${path}/me/data.html`, { key: rosa.seatKey })).text()).toContain("may write for me")
  const more = [ana]
  while (more.length < 5) more.push(await server.join(workshop))
  const answers = []
  for (const one of more) answers.push((await allow(rosa, one)).status)
  expect(answers).toEqual([200, 200, 200, 200, 409])
})

test("it is gone when either of them is erased, and lasts through a restart", async () => {
  const { server, workshop, sam, rosa, allow, view, call, note } = await table()
  await allow(rosa, sam)
  await server.live.drop(workshop.workshopId)
  expect((await view(sam)).supports).toEqual([rosa.seatId])
  expect((await call("POST", "me/erase", sam, { words: false })).status).toBe(200)
  expect((await view(rosa)).supporters).toEqual([])
  expect(await reasonOf(await note(sam, rosa))).toBe("own-phone")
})

test("what a supporter changes in Rosa's words by her yes is her own; what they change once it is taken back says who changed it", async () => {
  const { server, workshop, sam, rosa, allow, withdraw, note } = await table()
  await allow(rosa, sam)
  const { noteId } = await readJson<{ noteId: NoteId }>(await note(sam, rosa))
  const change = async (who: Joined, text: string) => {
    const phone = await livePhone(server.live, workshop.workshopId, who.seatId)
    expect(run(phone.doc, { type: "change-words", id: noteId, text })).toMatchObject({ ok: true })
    await phone.leave()
    return (await server.live.now(workshop.workshopId)).facts.get(noteId)
  }
  server.later(60_000)
  expect(await change(sam, "In her own words")).toMatchObject({ changes: 1, changedBy: null })
  server.later(60_000)
  await withdraw(rosa, sam)
  expect(await change(sam, "In words she never said")).toMatchObject({ author: rosa.seatId, changes: 2, changedBy: sam.seatId })
  server.later(60_000)
  expect(await change(rosa, "In her own words")).toMatchObject({ changes: 3, changedBy: null })
})

test("nobody writes for a person who was asked to leave, whatever yes that person gave", async () => {
  const { server, path, workshop, sam, rosa, allow, note } = await table()
  await allow(rosa, sam)
  const removed = await server.call("POST", `${path}/organiser/remove`, { key: workshop.organiserKey, json: { seatId: rosa.seatId } })
  expect(removed.status).toBe(200)
  expect(await reasonOf(await note(sam, rosa))).toBe("unknown-seat")
  await server.call("POST", `${path}/organiser/return`, { key: workshop.organiserKey, json: { seatId: rosa.seatId } })
  expect((await note(sam, rosa)).status).toBe(201)
})

test("what a supporter typed alone for a person who was asked to leave is shown by nobody until that person comes back", async () => {
  const { server, path, workshop, ana, sam, rosa, allow, draft, say, credits, call } = await table()
  await allow(rosa, sam)
  await say(ana, { type: "start-round", kind: "alone", stage: "needs", question: "" })
  expect((await draft(sam, 1, rosa)).status).toBe(200)
  expect((await draft(sam, 2)).status).toBe(200)
  const organiser = (act: string) =>
    server.call("POST", `${path}/organiser/${act}`, { key: workshop.organiserKey, json: { seatId: rosa.seatId } })
  await organiser("remove")
  await say(ana, { type: "ask-reveal" })
  expect(await credits()).toEqual([[sam.seatId, null]])
  const show = () => call("POST", "drafts/draft00000000001/show", sam)
  expect(await reasonOf(await show())).toBe("unknown-seat")
  await organiser("return")
  expect((await show()).status).toBe(200)
  expect(await credits()).toEqual([
    [sam.seatId, null],
    [rosa.seatId, sam.seatId],
  ])
})
