// People without a phone: a place opened for somebody, three words to hand over, and whose words nobody else can write any more once
// that person has a phone of their own.
import * as decoding from "lib0/decoding"
import { afterEach, expect, test } from "vitest"
import type { Intent, Joined, OpenedSeat, OwnDrafts, PeopleFrame } from "@evenboard/api"
import { run, type NoteId } from "@evenboard/board"
import { MOST_OPENED } from "@evenboard/session"
import { livePhone } from "./testing/live-phone.ts"
import { openTestServer, problemOf, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

type IntentBody = Intent extends infer I ? (I extends Intent ? Omit<I, "id"> : never) : never

/** Ana hosts; Sam writes for others. */
async function table() {
  const server = await openTestServer()
  servers.push(server)
  const workshop = await server.open({ groups: ["Carers"] })
  const path = `/api/workshops/${workshop.workshopId}`
  const ana = await server.join(workshop, { name: "Ana", showName: true, table: "1" })
  const sam = await server.join(workshop, { name: "Sam", showName: true, table: "2" })
  let ids = 0
  const say = (who: Joined, intent: IntentBody, id = `intent-${(ids += 1)}`) =>
    server.call("POST", `${path}/intents`, { key: who.seatKey, json: { id, ...intent } })
  const now = () => server.live.now(workshop.workshopId)
  return {
    server,
    workshop,
    path,
    ana,
    sam,
    say,
    now,
    open: async (who: Joined, body: object = {}, id?: string): Promise<OpenedSeat> =>
      readJson(await say(who, { type: "open-seat", ...body }, id)),
    claim: async (returnCode: string): Promise<Joined> => readJson(await server.call("POST", `${path}/seats`, { json: { returnCode } })),
    note: (who: Joined, text: string, seatId?: string) =>
      server.call("POST", `${path}/notes`, { key: who.seatKey, json: { text, kind: "need", ...(seatId ? { for: { seatId } } : {}) } }),
    draft: (who: Joined, n: number, body: object = {}) =>
      server.call("PUT", `${path}/drafts/draft${String(n).padStart(11, "0")}`, {
        key: who.seatKey,
        json: { text: "Mine", kind: "need", ...body },
      }),
    drafts: async (who: Joined): Promise<OwnDrafts> => readJson(await server.call("GET", `${path}/drafts`, { key: who.seatKey })),
    words: (who: Joined, seatId: string) => server.call("POST", `${path}/seats/${seatId}/return-code`, { key: who.seatKey }),
    creditOf: async (noteId: string) => {
      const fact = (await now()).facts.get(noteId)
      return fact && { author: fact.author, scribe: fact.scribe }
    },
  }
}
const reasonOf = async (answer: Response): Promise<string> => (await problemOf(answer)).reason
const noteIdOf = async (answer: Response): Promise<string> => (await readJson<{ noteId: string }>(answer)).noteId

test("anybody opens a place for somebody, and three words lead that person to it on their own phone with every note", async () => {
  const hall = await table()
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa", table: "2" })
  expect(returnCode.split(" ")).toHaveLength(3)
  const noteId = await noteIdOf(await hall.note(hall.sam, "A bench at the stop", seatId))
  expect(await hall.creditOf(noteId)).toEqual({ author: seatId, scribe: hall.sam.seatId })
  expect((await hall.now()).seats.get(seatId)).toMatchObject({ name: "Rosa", table: "2", credit: "name", device: false })

  const rosa = await hall.claim(returnCode)
  expect(rosa.seatId).toBe(seatId)
  expect((await hall.now()).seats.get(seatId)?.device).toBe(true)
  expect(await hall.creditOf(noteId)).toEqual({ author: seatId, scribe: hall.sam.seatId })
  const again = await hall.claim(returnCode)
  expect(again.seatId, "the words on her paper still bring her back").toBe(seatId)
})

test("a place without a name is a guest, and a name that is not to be shown is told to nobody", async () => {
  const hall = await table()
  const nameless = await hall.open(hall.sam)
  const quiet = await hall.open(hall.sam, { name: "Rosa", showName: false })
  const { seats } = await hall.now()
  expect(seats.get(nameless.seatId)).toMatchObject({ name: "", guest: 3, device: false })
  const exported = await (await hall.server.call("GET", `${hall.path}/export/json`, { key: hall.ana.seatKey })).text()
  expect(exported).toContain(quiet.seatId)
  expect(exported).not.toContain("Rosa")
})

test("two people of one name are two people: each is chosen by their place", async () => {
  const hall = await table()
  const one = await hall.open(hall.sam, { name: "Rosa" })
  const other = await hall.open(hall.sam, { name: "Rosa" })
  expect(one.seatId).not.toBe(other.seatId)
  const noteId = await noteIdOf(await hall.note(hall.sam, "I am the second Rosa", other.seatId))
  expect((await hall.creditOf(noteId))?.author).toBe(other.seatId)
})

test("the same intent sent again opens no second place: its words are new, since nobody has seen the first ones", async () => {
  const hall = await table()
  const first = await hall.open(hall.sam, { name: "Rosa" }, "intent-again")
  const again = await hall.open(hall.sam, { name: "Rosa" }, "intent-again")
  expect(again.seatId).toBe(first.seatId)
  expect(await reasonOf(await hall.server.call("POST", `${hall.path}/seats`, { json: { returnCode: first.returnCode } }))).toBe(
    "wrong-return-code",
  )
  expect((await hall.claim(again.returnCode)).seatId).toBe(first.seatId)
  const { seats } = await hall.now()
  expect([...seats.values()].filter((seat) => seat.name === "Rosa")).toHaveLength(1)
  const other = await hall.open(hall.ana, { name: "Rosa" }, "intent-again")
  expect(other.seatId, "an id is its sender's own").not.toBe(first.seatId)
})

test("who opened a place stands in the log by seats, never by names, and so does the phone of their own", async () => {
  const hall = await table()
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa" })
  await hall.server.call("POST", `${hall.path}/notes`, {
    key: hall.ana.seatKey,
    json: { text: "Warm", kind: "need", for: { name: "Old Tom" } },
  })
  await hall.claim(returnCode)
  const events = await hall.server.store.events(hall.workshop.workshopId)
  const tom = [...(await hall.now()).seats.values()].find((seat) => seat.name === "Old Tom")
  expect(events.slice(-3)).toMatchObject([
    { type: "seat-opened", seat: seatId, by: { seat: hall.sam.seatId } },
    { type: "seat-opened", seat: tom?.id, by: { seat: hall.ana.seatId } },
    { type: "seat-claimed", seat: seatId, by: { seat: seatId } },
  ])
  expect(JSON.stringify(events)).not.toMatch(/Rosa|Tom/)
})

test("no participant but who opened the place makes new words for it, and nobody once its owner has a phone", async () => {
  const hall = await table()
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa" })
  const lia = await hall.server.join(hall.workshop, { name: "Lia" })
  expect(await reasonOf(await hall.words(lia, seatId))).toBe("not-allowed")
  expect(await reasonOf(await hall.words(hall.sam, hall.ana.seatId))).toBe("own-phone")
  expect(await reasonOf(await hall.words(hall.sam, "nobody"))).toBe("unknown-seat")
  const fresh = await readJson<{ returnCode: string }>(await hall.words(hall.sam, seatId))
  expect(fresh.returnCode).not.toBe(returnCode)
  const rosa = await hall.claim(fresh.returnCode)
  expect(rosa.seatId).toBe(seatId)
  expect(await reasonOf(await hall.words(hall.sam, seatId))).toBe("own-phone")
})

test("words for a place nobody came to end with who opened it being asked to leave, and whoever hosts makes new ones", async () => {
  const hall = await table()
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa" })
  const toms = await hall.open(hall.ana, { name: "Tom" })
  const kims = await hall.open(hall.sam, { name: "Kim" })
  const kim = await hall.claim(kims.returnCode)
  const lia = await hall.server.join(hall.workshop, { name: "Lia" })
  const asked = { key: hall.workshop.organiserKey, json: { seatId: hall.sam.seatId } }
  expect((await hall.server.call("POST", `${hall.path}/organiser/remove`, asked)).status).toBe(200)
  const back = (code: string) => hall.server.call("POST", `${hall.path}/seats`, { json: { returnCode: code } })
  expect(await reasonOf(await back(returnCode))).toBe("wrong-return-code")
  expect((await hall.now()).seats.get(seatId)).toMatchObject({ name: "Rosa", device: false, returnHash: null })
  expect(await reasonOf(await hall.words(lia, seatId))).toBe("not-allowed")
  const fresh = await readJson<{ returnCode: string }>(await hall.words(hall.ana, seatId))
  expect((await hall.claim(fresh.returnCode)).seatId).toBe(seatId)
  expect((await hall.claim(toms.returnCode)).seatId).toBe(toms.seatId)
  expect((await hall.claim(kims.returnCode)).seatId).toBe(kim.seatId) // who has a phone may have taken words of their own
})

test("whoever hosts makes new words for a place while who opened it is seen to be away, and not while they are seen", async () => {
  const hall = await table()
  const { seatId } = await hall.open(hall.sam, { name: "Rosa" })
  const wire = { send: () => {}, close: () => {}, queuedBytes: () => 0 }
  const visit = await hall.server.live.visit(hall.workshop.workshopId, hall.sam.seatId, true, wire)
  expect(await reasonOf(await hall.words(hall.ana, seatId))).toBe("not-allowed")
  await hall.server.call("PUT", `${hall.path}/me/quiet`, { key: hall.sam.seatKey, json: { quiet: true } })
  expect((await hall.words(hall.ana, seatId)).status).toBe(200) // a no would tell that somebody quiet is here
  await hall.server.call("PUT", `${hall.path}/me/quiet`, { key: hall.sam.seatKey, json: { quiet: false } })
  visit.leave()
  expect((await hall.words(hall.ana, seatId)).status).toBe(200)
})

test("who wrote for somebody by name can hand over words too", async () => {
  const hall = await table()
  await hall.server.call("POST", `${hall.path}/notes`, {
    key: hall.sam.seatKey,
    json: { text: "Warm", kind: "need", for: { name: "Old Tom" } },
  })
  const tom = [...(await hall.now()).seats.values()].find((seat) => seat.name === "Old Tom")
  const { returnCode } = await readJson<{ returnCode: string }>(await hall.words(hall.sam, tom?.id ?? ""))
  expect((await hall.claim(returnCode)).seatId).toBe(tom?.id)
})

test("nobody writes as a person with a phone of their own: no note, no draft, no credit, no worry", async () => {
  const hall = await table()
  await hall.say(hall.ana, { type: "move-stage", to: "needs" })
  const before = (await hall.now()).facts.size
  expect(await reasonOf(await hall.note(hall.sam, "As if I were Ana", hall.ana.seatId))).toBe("own-phone")
  expect((await hall.now()).facts.size).toBe(before)
  const mine = await noteIdOf(await hall.note(hall.sam, "Mine"))
  expect(await reasonOf(await hall.say(hall.sam, { type: "written-for", noteId: mine, for: { seatId: hall.ana.seatId } }))).toBe(
    "own-phone",
  )
  expect(await hall.creditOf(mine)).toEqual({ author: hall.sam.seatId, scribe: null })
  await hall.say(hall.ana, { type: "start-round", kind: "alone", stage: "needs", question: "What matters?" })
  expect(await reasonOf(await hall.draft(hall.sam, 1, { for: { seatId: hall.ana.seatId } }))).toBe("own-phone")
  expect((await hall.draft(hall.sam, 1, { for: { seatId: hall.sam.seatId } })).status).toBe(200)
})

test("once somebody has a phone of their own, who wrote for them writes as them no more, and takes none of their notes away", async () => {
  const hall = await table()
  await hall.say(hall.ana, { type: "move-stage", to: "needs" })
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa" })
  const hers = await noteIdOf(await hall.note(hall.sam, "A bench", seatId))
  const mine = await noteIdOf(await hall.note(hall.sam, "Mine"))
  await hall.say(hall.ana, { type: "start-round", kind: "alone", stage: "needs", question: "What matters?" })
  const rosa = await hall.claim(returnCode)

  expect(await reasonOf(await hall.note(hall.sam, "Not hers", seatId))).toBe("own-phone")
  expect(await reasonOf(await hall.draft(hall.sam, 1, { for: { seatId } }))).toBe("own-phone")
  expect(await reasonOf(await hall.say(hall.sam, { type: "written-for", noteId: mine, for: { seatId } }))).toBe("own-phone")
  expect(await reasonOf(await hall.say(hall.sam, { type: "written-for", noteId: hers, for: { seatId: hall.sam.seatId } }))).toBe(
    "not-your-note",
  )
  expect(await reasonOf(await hall.say(hall.sam, { type: "written-for", noteId: hers, for: { name: "Old Tom" } }))).toBe("not-your-note")
  expect(await hall.creditOf(hers)).toEqual({ author: seatId, scribe: hall.sam.seatId })
  expect(
    [...(await hall.now()).seats.values()].some((seat) => seat.name === "Old Tom"),
    "and no place was made",
  ).toBe(false)
  expect((await hall.note(rosa, "My own words")).status).toBe(201)
})

test("what was written alone for somebody is theirs once they have a phone: to change, to keep back, and gone from the other phone", async () => {
  const hall = await table()
  await hall.say(hall.ana, { type: "move-stage", to: "needs" })
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa" })
  await hall.say(hall.ana, { type: "start-round", kind: "alone", stage: "needs", question: "What matters?" })
  await hall.draft(hall.sam, 1, { text: "Hers, to be shown", for: { seatId } })
  await hall.draft(hall.sam, 2, { text: "Hers, kept back", for: { seatId }, keepBack: true })
  await hall.draft(hall.sam, 3, { text: "My own" })
  const rosa = await hall.claim(returnCode)

  expect((await hall.drafts(hall.sam)).drafts.map((draft) => draft.text)).toEqual(["My own"])
  expect((await hall.drafts(rosa)).drafts).toMatchObject([
    { text: "Hers, to be shown", for: null, willShow: true },
    { text: "Hers, kept back", for: null, willShow: false },
  ])
  expect(await reasonOf(await hall.draft(hall.sam, 2, { text: "Not mine to change" }))).toBe("unknown-draft")

  await hall.say(hall.ana, { type: "ask-reveal" })
  const { session } = await hall.now()
  await hall.say(hall.sam, { type: "confirm-reveal", roundId: session.round?.id ?? "gone0000" })
  const shown = [...(await hall.now()).board.notes.values()].find((note) => note.text === "Hers, to be shown")
  expect(await hall.creditOf(shown?.id ?? "")).toEqual({ author: seatId, scribe: hall.sam.seatId })
  expect([...(await hall.now()).board.notes.values()].some((note) => note.text === "Hers, kept back")).toBe(false)
})

test("somebody known only by their table is a guest once they have a phone, and never called by the table", async () => {
  const hall = await table()
  const added = await hall.server.call("POST", `${hall.path}/notes`, {
    key: hall.sam.seatKey,
    json: { text: "Warm", kind: "need", for: { table: "2" } },
  })
  const author = (await hall.creditOf(await noteIdOf(added)))?.author ?? ""
  const { returnCode } = await readJson<{ returnCode: string }>(await hall.words(hall.sam, author))
  await hall.claim(returnCode)
  expect((await hall.now()).seats.get(author)).toMatchObject({ name: "", table: "2", device: true })
})

test("every phone is told of the place and of the phone of their own, and never of a group", async () => {
  const hall = await table()
  const frames: Uint8Array[] = []
  const wire = { send: (frame: Uint8Array) => void frames.push(frame), close: () => {}, queuedBytes: () => 0 }
  const visit = await hall.server.live.visit(hall.workshop.workshopId, hall.ana.seatId, true, wire)
  const seatsTold = () =>
    frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame)
      return decoding.readVarUint(decoder) === 123 ? (JSON.parse(decoding.readVarString(decoder)) as PeopleFrame).seats : []
    })
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa", table: "2", group: "Carers" })
  await expect.poll(() => seatsTold().find((seat) => seat.id === seatId)).toMatchObject({ name: "Rosa", table: "2", device: false })
  const rosa = await hall.claim(returnCode)
  await hall.server.call("PATCH", `${hall.path}/me`, { key: rosa.seatKey, json: { group: "Carers" } })
  await expect.poll(() => seatsTold().findLast((seat) => seat.id === seatId)).toMatchObject({ device: true })
  expect(JSON.stringify(seatsTold())).not.toContain("Carers")
  visit.leave()
})

test("in a workshop that has ended no place is opened", async () => {
  const hall = await table()
  await hall.server.call("POST", `${hall.path}/organiser/end`, { key: hall.workshop.organiserKey })
  expect(await reasonOf(await hall.say(hall.ana, { type: "open-seat", name: "Rosa" }))).toBe("ended")
  expect([...(await hall.now()).seats.values()].some((seat) => seat.name === "Rosa")).toBe(false)
})

test("nobody finds out whose place a nameless one is by writing for a name they guess; who opened it goes on by that name", async () => {
  const hall = await table()
  const quiet = await hall.open(hall.sam, { name: "Rosa", showName: false })
  const writeFor = async (who: Joined, name: string) =>
    hall.creditOf(
      await noteIdOf(
        await hall.server.call("POST", `${hall.path}/notes`, { key: who.seatKey, json: { text: "Warm", kind: "need", for: { name } } }),
      ),
    )
  expect((await writeFor(hall.ana, "Rosa"))?.author).not.toBe(quiet.seatId)
  expect((await writeFor(hall.sam, "Rosa"))?.author).toBe(quiet.seatId)
  const shown = await hall.open(hall.sam, { name: "Tom" })
  expect((await writeFor(hall.ana, "Tom"))?.author).toBe(shown.seatId)
})

test("places made in passing count like those opened: a program fills no room with people", async () => {
  const hall = await table()
  const write = (name: string) =>
    hall.server.call("POST", `${hall.path}/notes`, { key: hall.sam.seatKey, json: { text: "Warm", kind: "need", for: { name } } })
  for (let n = 0; n < MOST_OPENED; n += 1) expect((await write(`Person ${n}`)).status).toBe(201)
  expect(await reasonOf(await write("One more"))).toBe("too-many-people")
  expect((await write("Person 7")).status, "who is there already is written for").toBe(201)
  expect((await hall.now()).seats.size).toBe(MOST_OPENED + 2)
})

test("once somebody came to their place, a change by who typed their words says who changed them", async () => {
  const hall = await table()
  const { seatId, returnCode } = await hall.open(hall.sam, { name: "Rosa" })
  const id = (await noteIdOf(await hall.note(hall.sam, "A bench", seatId))) as NoteId
  const change = async (who: Joined, text: string) => {
    hall.server.later(60_000)
    const phone = await livePhone(hall.server.live, hall.workshop.workshopId, who.seatId)
    run(phone.doc, { type: "change-words", id, text })
    await phone.leave()
    return (await hall.now()).facts.get(id)?.changedBy
  }
  expect(await change(hall.sam, "A bench at the stop")).toBeNull()
  await hall.claim(returnCode)
  expect(await change(hall.sam, "No bench")).toBe(hall.sam.seatId)
})
