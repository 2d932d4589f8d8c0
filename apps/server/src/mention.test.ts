// What was said of a person, taken out over HTTP: from where it goes, what stays, who may ask and who is told.
import { afterEach, expect, test } from "vitest"
import type { Joined, MentionPlaces, MentionTakenOut, PrivateView } from "@evenboard/api"
import { run, type NoteId } from "@evenboard/board"
import type { Store } from "@evenboard/storage"
import { livePhone } from "./testing/live-phone.ts"
import { openTestServer, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const MARK = "[name taken out]"

/** Ana hosts; Rosa and Sam write of Mr Quillfeather wherever words can stand. */
async function hall(wrap: (store: Store) => Store = (store) => store, language = "en") {
  const server = await openTestServer({ wrap })
  servers.push(server)
  const workshop = await server.open({ language, purpose: "What Quillfeather asked for" })
  const id = workshop.workshopId
  const path = `/api/workshops/${id}`
  const [ana, rosa, sam] = [
    await server.join(workshop, { name: "Ana", showName: true, language }),
    await server.join(workshop, { name: "Rosa", showName: true }),
    await server.join(workshop, { name: "Sam", showName: true }),
  ]
  const post = (who: Joined, rest: string, json: object) => server.call("POST", `${path}/${rest}`, { key: who.seatKey, json })
  let intents = 0
  const intent = (who: Joined, json: object) => post(who, "intents", { id: `intent-${(intents += 1)}-long`, ...json })
  const note = async (who: Joined, text: string, kind = "need"): Promise<NoteId> =>
    (await readJson<{ noteId: NoteId }>(await post(who, "notes", { text, kind }))).noteId
  const notes = {
    now: await note(rosa, "Ask Quillfeather at the surgery"),
    before: await note(rosa, "QUILLFEATHER again"),
    hidden: await note(sam, "Quillfeather lives in Mill Lane"),
    option: await note(sam, "A bench", "option"),
    other: await note(sam, "Quillfeathers Road is not about him"),
  }
  const phone = await livePhone(server.live, id, sam.seatId)
  run(phone.doc, { type: "change-words", id: notes.before, text: "Him again" })
  run(phone.doc, { type: "suggest-words", suggestionId: "s1" as never, noteId: notes.now, text: "Ask quillfeather twice" })
  run(phone.doc, { type: "fill-sheet", id: notes.option, field: "who", text: "Quillfeather" })
  run(phone.doc, { type: "set-aside", id: notes.option, reason: "Quillfeather says no" })
  run(phone.doc, { type: "add-agreement", id: "a1" as never, text: "We ask Quillfeather", sources: [] })
  run(phone.doc, { type: "add-pledge", id: "p1" as never, text: "We let Quillfeather finish" })
  run(phone.doc, { type: "put-together", themeId: "t1" as never, canvas: "needs", title: "About Quillfeather", notes: [notes.other] })
  await phone.leave()
  await intent(sam, { type: "say-worry", agreementId: "a1", words: "Quillfeather will not like it" })
  await intent(ana, { type: "hide-note", noteId: notes.hidden, reason: "says where Quillfeather lives" })
  await intent(ana, { type: "edit-plan", stage: { kind: "needs", prompt: "What does Quillfeather need?" } })
  await intent(ana, { type: "start-round", kind: "alone", stage: "needs", question: "Of Quillfeather?" })
  await server.call("PUT", `${path}/drafts/draft00000000001`, { key: rosa.seatKey, json: { text: "Quillfeather, alone", kind: "need" } })
  const everything = async (): Promise<string> => {
    const { store } = server
    const stored = [
      store.seats(id),
      store.ledger(id, { limit: 1e6 }),
      store.facts(id),
      store.events(id),
      store.hiddenNotes(id),
      store.drafts(id),
      store.mentionsToFinish(id),
    ]
    const { snapshot, updates } = await store.loadDoc(id)
    const { session, board, facts } = await server.live.now(id)
    const live = [session, ...Object.values(board), facts].map((value) =>
      JSON.stringify(value instanceof Map ? [...value.entries()] : value),
    )
    const files = ["json", "html", "md", "csv"].map(async (format) =>
      (await server.call("GET", `${path}/export/${format}`, { key: ana.seatKey })).text(),
    )
    const bytes = [snapshot ?? new Uint8Array(), ...updates].map((part) => new TextDecoder().decode(part))
    return [
      JSON.stringify(await Promise.all(stored)),
      ...live,
      ...(await Promise.all(files)),
      ...bytes,
      JSON.stringify(server.logged),
    ].join()
  }
  const find = async (who: Joined = ana, words = "Quillfeather") => readJson<MentionPlaces>(await post(who, "mentions/find", { words }))
  const take = (who: Joined = ana, more: object = {}) => post(who, "mentions", { id: "mention00000001", words: "Quillfeather", ...more })
  const told = async (who: Joined) => readJson<PrivateView>(await server.call("GET", `${path}/private`, { key: who.seatKey }))
  const now = () => server.live.now(id)
  return { server, workshop, id, path, ana, rosa, sam, notes, post, intent, everything, find, take, told, now }
}

test("it is found wherever anybody may read it, a note out of sight without its words, and what only its writer sees not at all", async () => {
  const { find, notes } = await hall()
  const { places } = await find()
  const at = new Map(places.map((place) => [place.id, place]))
  expect(at.get(notes.now)).toEqual({ id: notes.now, kind: "note", number: 1, words: "Ask Quillfeather at the surgery", isBefore: false })
  expect(at.get(notes.before)).toMatchObject({ words: "QUILLFEATHER again", isBefore: true })
  expect(at.get(notes.hidden)).toMatchObject({ number: 3, words: null })
  expect(at.get("plan")).toMatchObject({ kind: "plan", isBefore: false })
  expect(at.get("log")).toMatchObject({ words: "Of Quillfeather?" })
  expect([...at.keys()].toSorted()).toEqual(
    [notes.now, notes.before, notes.hidden, notes.option, "a1", "p1", "t1", "plan", "log"].toSorted(),
  )
  expect(JSON.stringify(places)).not.toContain("alone")
})

test("it goes from every store, file and frame, in every wording; numbers, authors and counts of changes stay, and whole other words", async () => {
  const { take, everything, now, notes, rosa, path, server, ana } = await hall()
  const before = await now()
  const facts = structuredClone([...before.facts.values()])
  expect(await everything()).toMatch(/Quillfeather/i)
  expect(await readJson<MentionTakenOut>(await take())).toEqual({ places: 9 })
  expect((await everything()).replaceAll("Quillfeathers Road", "")).not.toMatch(/quillfeather/i)
  const after = await now()
  const bare = (all: typeof facts) => all.map((fact) => ({ ...fact, firstWording: "" }))
  expect(bare([...after.facts.values()])).toEqual(bare(facts))
  expect(after.board.notes.get(notes.now)?.text).toBe(`Ask ${MARK} at the surgery`)
  expect(after.board.notes.get(notes.other)?.text).toBe("Quillfeathers Road is not about him")
  expect(after.facts.get(notes.before)?.firstWording).toBe(`${MARK} again`)
  const history = await (await server.call("GET", `${path}/history?target=${notes.before}`, { key: ana.seatKey })).text()
  expect(history).toContain(`${MARK} again`)
  expect(history).not.toContain('"server"')
  const drafts = await (await server.call("GET", `${path}/drafts`, { key: rosa.seatKey })).text()
  expect(drafts).toContain(`${MARK}, alone`)
})

test("what was said privately is counted for the one who heard it alone, searched for nobody else, and stays as it was said", async () => {
  const { find, take, post, rosa, sam, ana, notes, server, workshop, id, path, intent } = await hall()
  await post(rosa, "concerns", { id: "concern000000001", words: "Quillfeather shouted at me", hears: "host" })
  await post(sam, "concerns", { id: "concern000000002", words: "Quillfeather, to the organiser", hears: "organiser" })
  await post(sam, "ask-back", { noteId: notes.hidden, words: "Quillfeather would not mind" })
  const contact = { name: "Farah", reach: "at the desk" }
  await server.call("PUT", `${path}/organiser/access`, { key: workshop.organiserKey, json: contact })
  const form = { words: "Quillfeather comes with me", speaks: "", reach: "" }
  await server.call("POST", `/w/${id}/access`, { form, cookie: `eb_${id}=${rosa.seatKey}`, headers: { origin: "http://hall.test" } })
  const asOrganiser = async () =>
    readJson<MentionPlaces>(
      await server.call("POST", `${path}/organiser/mentions/find`, { key: workshop.organiserKey, json: { words: "Quillfeather" } }),
    )
  const [host, organiser] = [await find(), await asOrganiser()]
  expect([host.heard, organiser.heard, (await find(ana, "Nobody")).heard]).toEqual([2, 1, 0])
  expect(JSON.stringify([host.places, organiser.places])).not.toMatch(/shouted|organiser|mind|comes with/)
  await take()
  const kept = JSON.stringify(await Promise.all([server.store.concerns(id), server.store.asks(id), server.store.accessNeeds(id)]))
  expect(kept.match(/Quillfeather/g)).toHaveLength(4)
  // Who hosts next heard none of it, and learns nothing from asking; a note asked back is for whoever hosts.
  await intent(ana, { type: "pass-host", to: rosa.seatId })
  await server.call("POST", `${path}/organiser/host`, { key: workshop.organiserKey, json: { seatId: rosa.seatId } })
  expect((await find(rosa)).heard).toBe(1)
})

test("the log says who did it and from how many places, never what; asking the same again adds nothing", async () => {
  const { take, server, id, ana } = await hall()
  for (let times = 0; times < 2; times += 1) await take()
  const events = (await server.store.events(id)).filter(({ type }) => type === "name-taken-out")
  expect(events).toMatchObject([{ by: { seat: ana.seatId }, places: 9 }])
})

test("what is not about that person stays where the host says so, and then nobody's unseen words change", async () => {
  const { take, now, notes, server, id } = await hall()
  expect(await readJson<MentionTakenOut>(await take(undefined, { except: [notes.now, "plan"] }))).toEqual({ places: 7 })
  const { board, session } = await now()
  expect(board.notes.get(notes.now)?.text).toBe("Ask Quillfeather at the surgery")
  expect([...board.suggestions.values()][0]?.text).toBe("Ask quillfeather twice")
  expect(session.purpose).toBe("What Quillfeather asked for")
  expect(board.agreements.get("a1" as never)?.text).toBe(`We ask ${MARK}`)
  expect(board.pledges.get("p1" as never)?.text).toBe(`We let ${MARK} finish`)
  expect((await server.store.drafts(id))[0]?.text).toBe("Quillfeather, alone")
})

test("the authors are told alone, by note, and nobody else is; a note brought back holds the mark", async () => {
  const { take, told, rosa, sam, ana, notes, intent, now } = await hall()
  await take()
  expect((await told(rosa)).nameTakenOut.toSorted()).toEqual([notes.now, notes.before].toSorted())
  expect((await told(sam)).nameTakenOut.toSorted()).toEqual([notes.hidden, notes.option].toSorted())
  expect((await told(ana)).nameTakenOut).toEqual([])
  await intent(ana, { type: "restore-note", noteId: notes.hidden })
  expect((await now()).board.notes.get(notes.hidden)?.text).toBe(`${MARK} lives in Mill Lane`)
})

test("only who hosts, and the organiser, may; also in a pause and after the end", async () => {
  const { take, post, rosa, ana, server, path, workshop, intent, id } = await hall()
  expect((await take(rosa)).status).toBe(403)
  expect((await post(rosa, "mentions/find", { words: "Quillfeather" })).status).toBe(403)
  expect((await server.call("POST", `${path}/mentions`, { json: { id: "mention00000009", words: "Quillfeather" } })).status).toBe(401)
  expect((await server.call("POST", `${path}/organiser/mentions`, { key: ana.seatKey, json: {} })).status).toBe(403)
  expect((await take(ana, { words: "a" })).status).toBe(400)
  await intent(ana, { type: "pause" })
  expect((await take(ana)).status).toBe(200)
  await server.call("POST", `${path}/organiser/end`, { key: workshop.organiserKey })
  const organiser = { key: workshop.organiserKey, json: { id: "mention00000002", words: "Mill Lane" } }
  const find = await server.call("POST", `${path}/organiser/mentions/find`, organiser)
  expect((await readJson<MentionPlaces>(find)).places).toMatchObject([{ number: 3, words: null }])
  expect(await readJson<MentionTakenOut>(await server.call("POST", `${path}/organiser/mentions`, organiser))).toEqual({ places: 1 })
  expect((await server.store.events(id)).at(-1)).toMatchObject({ type: "name-taken-out", by: "organiser" })
  expect(JSON.stringify(await server.store.hiddenNotes(id))).not.toContain("Mill Lane")
})

test.each([
  ["es", "[nombre retirado]"],
  ["pt", "[nome retirado]"],
  ["ar", "[حُذف الاسم]"],
])("the mark stands in the workshop's language: %s", async (language, mark) => {
  const { take, now, notes } = await hall(undefined, language)
  await take()
  expect((await now()).board.notes.get(notes.now)?.text).toBe(`Ask ${mark} at the surgery`)
})

test("an undo of a phone that was away brings no name back: it meets the words as they are", async () => {
  const { take, now, notes, server, id, sam } = await hall()
  const phone = await livePhone(server.live, id, sam.seatId)
  const changed = run(phone.doc, { type: "change-words", id: notes.now, text: "Ask Quillfeather at the surgery, soon" })
  await phone.leave()
  await take()
  if (!changed.ok || !changed.inverse) throw new Error("changed nothing")
  const again = await livePhone(server.live, id, sam.seatId)
  run(again.doc, changed.inverse)
  await again.leave()
  expect((await now()).board.notes.get(notes.now)?.text).toBe(`Ask ${MARK} at the surgery`)
})

const STEPS = ["commit", "rewriteWords", "compact", "appendEvents", "scrub", "finishMention"] as const satisfies readonly (keyof Store)[]
test.each(STEPS)("a disk that is full at %s leaves the rest to be done when the workshop is next opened", async (step) => {
  let isFull = false
  const { server, id, take, everything, now, rosa, told } = await hall(
    (store) =>
      new Proxy(store, {
        get: (target, name) =>
          isFull && name === step ? () => Promise.reject(new Error("disk full")) : (Reflect.get(target, name) as unknown),
      }),
  )
  isFull = true
  expect((await take()).status).toBeGreaterThanOrEqual(500)
  isFull = false
  await server.live.drop(id)
  await now()
  expect((await everything()).replaceAll("Quillfeathers Road", "")).not.toMatch(/quillfeather/i)
  expect((await server.store.events(id)).filter(({ type }) => type === "name-taken-out")).toMatchObject([{ places: 9 }])
  expect((await told(rosa)).nameTakenOut).toHaveLength(2)
  expect(await server.store.mentionsToFinish(id)).toEqual([])
})
