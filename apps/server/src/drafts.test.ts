// Write alone, then show together: what each person, phone and program can get of a draft before the reveal, at it and after it.
import fc from "fast-check"
import * as decoding from "lib0/decoding"
import { afterEach, expect, test } from "vitest"
import type { Intent, Joined, OpenedWorkshop, OwnDraft, OwnDrafts, PutDraft } from "@evenboard/api"
import type { SessionFrame } from "@evenboard/session"
import type { Store } from "@evenboard/storage"
import { newId, run, type PledgeId, type ThemeId } from "@evenboard/board"
import { livePhone } from "./testing/live-phone.ts"
import { openTestServer, problemOf, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const SECRET = "CANARYWORDS"
type IntentBody = Intent extends infer I ? (I extends Intent ? Omit<I, "id"> : never) : never
type Phone = Joined & { frames: Uint8Array[]; leave(): void }

/** A hall on the needs page with a round running: rosa hosts at table 1, sam sits there too, ana at table 2. */
async function hall({
  isRunning = true,
  tables = ["1", "1", "2"],
  wrap,
}: { isRunning?: boolean; tables?: (string | undefined)[]; wrap?: (store: Store) => Store } = {}) {
  const server = await openTestServer(wrap ? { wrap } : {})
  servers.push(server)
  const workshop = await server.open()
  const at = async (name: string, table: string | undefined): Promise<Phone> => {
    const joined = await server.join(workshop, { name, showName: true, ...(table ? { table } : {}) })
    const frames: Uint8Array[] = []
    const wire = { send: (frame: Uint8Array) => void frames.push(frame), close: () => {}, queuedBytes: () => 0 }
    const { leave } = await server.live.visit(workshop.workshopId, joined.seatId, true, wire)
    return { ...joined, frames, leave }
  }
  const rosa = await at("Rosa", tables[0])
  const sam = await at("Sam", tables[1])
  const ana = await at("Ana", tables[2])
  const path = `/api/workshops/${workshop.workshopId}`
  let ids = 0
  const hall = {
    server,
    workshop,
    rosa,
    sam,
    ana,
    path,
    say: (who: Joined, intent: IntentBody) =>
      server.call("POST", `${path}/intents`, { key: who.seatKey, json: { id: `intent-${(ids += 1)}`, ...intent } }),
    put: (who: Joined, id: string, draft: Partial<PutDraft> = {}) =>
      server.call("PUT", `${path}/drafts/${id}`, { key: who.seatKey, json: { text: SECRET, kind: "need", ...draft } }),
    mine: async (who: Joined): Promise<OwnDrafts> => readJson(await server.call("GET", `${path}/drafts`, { key: who.seatKey })),
    throwAway: (who: Joined, id: string) => server.call("DELETE", `${path}/drafts/${id}`, { key: who.seatKey }),
    show: (who: Joined, id: string) => server.call("POST", `${path}/drafts/${id}/show`, { key: who.seatKey }),
    board: () => server.live.now(workshop.workshopId),
    texts: async () => [...(await server.live.now(workshop.workshopId)).board.notes.values()].map((note) => note.text),
    reveal: async () => {
      await hall.say(rosa, { type: "ask-reveal" })
      return hall.say(ana, { type: "confirm-reveal", roundId: (await hall.board()).session.round?.id ?? "gone0000" })
    },
  }
  await hall.say(rosa, { type: "move-stage", to: "needs" })
  if (isRunning) await hall.say(rosa, { type: "start-round", kind: "alone", stage: "needs", question: "What matters?" })
  return hall
}
type Hall = Awaited<ReturnType<typeof hall>>
const draftId = (n: number): string => `draft${String(n).padStart(11, "0")}`
const reasonOf = async (answer: Response): Promise<string> => (await problemOf(answer)).reason

function sessionFrames(frames: Uint8Array[]): SessionFrame[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    return decoding.readVarUint(decoder) === 122 ? [JSON.parse(decoding.readVarString(decoder)) as SessionFrame] : []
  })
}

/** Every byte that anybody but `writer` can get: frames, a newcomer's frames, every answer of the API and each export. */
async function everythingOthersGet({ server, workshop, path, rosa, sam, ana }: Hall, writer: Joined): Promise<string> {
  const others = [rosa, sam, ana].filter((one) => one.seatId !== writer.seatId)
  const late = await server.join(workshop, { name: "Late" })
  const frames: Uint8Array[] = []
  const wire = { send: (frame: Uint8Array) => void frames.push(frame), close: () => {}, queuedBytes: () => 0 }
  const visit = await server.live.visit(workshop.workshopId, late.seatId, true, wire)
  visit.receive(new Uint8Array([0, 0, 1, 0])) // step 1: everything, please
  await server.live.addNote(workshop.workshopId, late.seatId, { text: "An open note", kind: "need", canvas: "needs" })
  const parts = [...others.flatMap((one) => one.frames), ...frames].map((frame) => Buffer.from(frame).toString("latin1"))
  const keys = [...others.map((one) => one.seatKey), late.seatKey, workshop.organiserKey]
  const asked = ["drafts", "me", "history", "balance", "door", "organiser", "export/html", "export/md", "export/csv", "export/json"]
  for (const key of keys) for (const what of asked) parts.push(await (await server.call("GET", `${path}/${what}`, { key })).text())
  for (const { seatKey } of [...others, late])
    for (const page of ["plain", ""])
      parts.push(
        await (await server.call("GET", `/w/${workshop.workshopId}/${page}`, { cookie: `eb_${workshop.workshopId}=${seatKey}` })).text(),
      )
  visit.leave()
  return [...parts, JSON.stringify(server.logged)].join("\n")
}

test("before the reveal no byte of a draft is in what anybody else gets, host, organiser and exports included", async () => {
  const room = await hall()
  expect((await room.put(room.sam, draftId(1))).status).toBe(200)
  await room.put(room.sam, draftId(2), { text: `${SECRET} of somebody`, for: { name: `${SECRET}NAME` } })
  await room.put(room.sam, draftId(3), { keepBack: true })
  const got = await everythingOthersGet(room, room.sam)
  expect(got).toContain("An open note")
  expect(got).not.toContain(SECRET)
  expect(got).not.toContain(draftId(1))
  expect((await room.mine(room.sam)).drafts.map((draft) => draft.text)).toContain(SECRET)
  await room.reveal()
  expect(await everythingOthersGet(room, room.sam)).toContain(SECRET)
})

test("what is kept back stays out of everybody else's bytes after the reveal, too", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1), { text: "For everyone" })
  await room.put(room.sam, draftId(2), { keepBack: true })
  await room.reveal()
  const got = await everythingOthersGet(room, room.sam)
  expect(got).toContain("For everyone")
  expect(got).not.toContain(SECRET)
})

test("phones hear how many have written, never who, and not at the moment it happens", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1))
  await room.put(room.sam, draftId(2))
  await room.put(room.sam, draftId(3), { for: { name: "Old Tom" } })
  const before = sessionFrames(room.rosa.frames).length
  expect((await room.mine(room.rosa)).written).toBe(2)
  expect(sessionFrames(room.rosa.frames).length).toBe(before)
  await expect.poll(() => sessionFrames(room.rosa.frames).at(-1)?.written, { timeout: 6000 }).toBe(2)
  expect(sessionFrames(room.rosa.frames).at(-1)).toEqual({ whole: false, now: expect.any(Number), events: [], written: 2 })
  const late = await room.server.join(room.workshop)
  const frames: Uint8Array[] = []
  await room.server.live.visit(room.workshop.workshopId, late.seatId, true, {
    send: (frame) => void frames.push(frame),
    close: () => {},
    queuedBytes: () => 0,
  })
  expect(sessionFrames(frames)[0]?.written).toBe(2)
})

test("all become notes at once, ungrouped, with whose words they are and who typed them", async () => {
  const room = await hall()
  const texts = Array.from({ length: 12 }, (_, n) => `Need ${n}`)
  for (const [n, text] of texts.entries()) await room.put(n % 2 ? room.sam : room.ana, draftId(n), { text })
  await room.put(room.sam, draftId(90), { text: "Somewhere warm", for: { name: "Old Tom" } })
  await room.put(room.sam, draftId(91), { text: "I can drive", kind: "offer", for: { table: "2" } })
  const seqBefore = (await room.server.store.loadDoc(room.workshop.workshopId)).seq
  expect((await room.reveal()).status).toBe(200)
  expect((await room.server.store.loadDoc(room.workshop.workshopId)).seq).toBe(seqBefore + 1)
  const { board, facts, seats, session } = await room.board()
  const notes = [...board.notes.values()]
  expect(notes.map((note) => note.text).toSorted()).toEqual([...texts, "I can drive", "Somewhere warm"].toSorted())
  expect(notes.every((note) => note.themeId === null && note.canvas === "needs")).toBe(true)
  const byWords = (text: string) => facts.get(notes.find((note) => note.text === text)?.id ?? "")
  expect(byWords("Need 0")).toMatchObject({ author: room.ana.seatId, scribe: null, firstWording: "Need 0", changes: 0 })
  expect(byWords("Need 1")).toMatchObject({ author: room.sam.seatId, scribe: null })
  expect(byWords("Somewhere warm")?.scribe).toBe(room.sam.seatId)
  expect(seats.get(byWords("Somewhere warm")?.author ?? "")).toMatchObject({ name: "Old Tom", device: false })
  expect(seats.get(byWords("I can drive")?.author ?? "")).toMatchObject({ table: "2", device: false })
  expect([...facts.values()].map((fact) => fact.number).toSorted((a, b) => a - b)).toEqual(notes.map((_, n) => n + 1))
  const ledger = await room.server.store.ledger(room.workshop.workshopId, { limit: 100 })
  expect(ledger.find((row) => row.target === draftId(90))?.seat).toBe(room.sam.seatId)
  expect(new Set(ledger.map((row) => row.at)).size).toBe(1)
  expect(session.shownRounds).toMatchObject([{ question: "What matters?", notes: 14 }])
  expect((await room.mine(room.sam)).drafts).toEqual([])
  expect(await room.server.store.drafts(room.workshop.workshopId)).toEqual([])
})

test("neither order nor number of a note tells when it was written", async () => {
  const orders = new Set<string>()
  for (let i = 0; i < 3; i += 1) {
    const room = await hall()
    for (let n = 0; n < 8; n += 1) await room.put(room.sam, draftId(n), { text: `${n}` })
    await room.reveal()
    const { board, facts } = await room.board()
    const byRank = [...board.notes.values()].toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map((note) => note.text)
    const byNumber = [...facts.values()].toSorted((a, b) => a.number - b.number).map((fact) => fact.firstWording)
    expect(byNumber).toEqual(byRank)
    orders.add(byRank.join())
  }
  expect([...orders]).not.toEqual(["0,1,2,3,4,5,6,7"])
})

test("the host shows it with one yes from another table, and nobody else can", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1))
  const round = (await room.board()).session.round?.id ?? ""
  expect(await reasonOf(await room.say(room.ana, { type: "confirm-reveal", roundId: round }))).toBe("not-asked")
  expect(await reasonOf(await room.say(room.sam, { type: "ask-reveal" }))).toBe("not-host")
  await room.say(room.rosa, { type: "ask-reveal" })
  expect(await reasonOf(await room.say(room.sam, { type: "confirm-reveal", roundId: round }))).toBe("another-table")
  expect(await reasonOf(await room.say(room.rosa, { type: "confirm-reveal", roundId: round }))).toBe("not-allowed")
  expect(await room.texts()).toEqual([])
  expect((await room.say(room.ana, { type: "confirm-reveal", roundId: round })).status).toBe(200)
  expect(await room.texts()).toEqual([SECRET])
  const told = sessionFrames(room.sam.frames).flatMap((frame) => frame.events)
  expect(told.at(-1)).toMatchObject({ type: "round-revealed", askedBy: room.rosa.seatId, confirmedBy: room.ana.seatId, notes: 1 })
})

test("a host alone in the room needs nobody's yes", async () => {
  const room = await hall()
  await room.put(room.rosa, draftId(1))
  room.sam.leave()
  room.ana.leave()
  await room.say(room.rosa, { type: "ask-reveal" })
  expect(await room.texts()).toEqual([SECRET])
})

test("a draft that comes after its round was shown stays its writer's, who shows it or throws it away", async () => {
  const room = await hall()
  const roundId = (await room.board()).session.round?.id ?? ""
  await room.reveal()
  const late = await readJson<OwnDraft>(await room.put(room.sam, draftId(1), { roundId }))
  expect(late).toMatchObject({ id: draftId(1), willShow: false })
  expect(await room.texts()).toEqual([])
  await room.put(room.sam, draftId(2), { roundId, text: "Not this one" })
  expect((await room.throwAway(room.sam, draftId(2))).status).toBe(200)
  expect((await room.throwAway(room.sam, draftId(2))).status).toBe(200)
  const shown = await room.show(room.sam, draftId(1))
  expect(await readJson(shown)).toEqual({ noteId: draftId(1), number: 1 })
  expect(await readJson(await room.show(room.sam, draftId(1)))).toEqual({ noteId: draftId(1), number: 1 })
  expect(await room.texts()).toEqual([SECRET])
  expect((await room.board()).facts.get(draftId(1))?.author).toBe(room.sam.seatId)
})

test("a repeat of what was shown makes no second note and no draft", async () => {
  const room = await hall()
  const roundId = (await room.board()).session.round?.id ?? ""
  await room.put(room.sam, draftId(1), { roundId })
  await room.reveal()
  expect(await reasonOf(await room.put(room.sam, draftId(1), { roundId }))).toBe("already-shown")
  expect(await reasonOf(await room.throwAway(room.sam, draftId(1)))).toBe("already-shown")
  expect((await room.mine(room.sam)).drafts).toEqual([])
  expect(await room.texts()).toEqual([SECRET])
})

test("of drafts and a reveal that come at once, each is either shown or stays its writer's, as it was told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 4, maxLength: 8 }), async (isBefore) => {
      const room = await hall()
      await room.say(room.rosa, { type: "ask-reveal" })
      const roundId = (await room.board()).session.round?.id ?? ""
      const put = (n: number) => room.put(room.sam, draftId(n), { text: `${n}`, roundId })
      const first = isBefore.map((before, n) => (before ? put(n) : null))
      const shown = room.say(room.ana, { type: "confirm-reveal", roundId })
      const rest = isBefore.map((before, n) => (before ? null : put(n)))
      const answers = await Promise.all([...first, ...rest].flatMap((one) => one ?? []))
      expect((await shown).status).toBe(200)
      const told = await Promise.all(answers.map((answer) => readJson<OwnDraft>(answer)))
      const texts = await room.texts()
      const mine = (await room.mine(room.sam)).drafts
      for (const { text, willShow } of told) {
        expect(texts.includes(text)).toBe(willShow)
        expect(mine.some((draft) => draft.text === text)).toBe(!willShow)
      }
      expect(texts.length + mine.length).toBe(isBefore.length)
    }),
    { numRuns: 6 },
  )
})

test("a draft is changed, kept back and let go again until its round is shown", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1), { text: "First words" })
  await room.put(room.sam, draftId(1), { text: "Better words", keepBack: true })
  expect((await room.mine(room.sam)).drafts).toMatchObject([{ text: "Better words", willShow: false }])
  expect(await reasonOf(await room.show(room.sam, draftId(1)))).toBe("round-runs")
  await room.put(room.sam, draftId(1), { text: "Better words", keepBack: false })
  await room.reveal()
  expect([...(await room.board()).facts.values()].map((fact) => fact.firstWording)).toEqual(["Better words"])
})

test("bad input gets a sentence and changes nothing", async () => {
  const room = await hall()
  expect((await room.put(room.sam, draftId(1), { text: "  " })).status).toBe(400)
  expect((await room.put(room.sam, draftId(1), { text: "x".repeat(601) })).status).toBe(400)
  expect((await room.put(room.sam, draftId(1), { kind: "wish" as "need" })).status).toBe(400)
  expect(await reasonOf(await room.put(room.sam, "short"))).toBe("unknown-draft")
  expect(await reasonOf(await room.put(room.sam, draftId(1), { for: { seatId: "nobody" } }))).toBe("unknown-seat")
  expect(await reasonOf(await room.put(room.sam, draftId(1), { roundId: "neverwas1" }))).toBe("no-round")
  expect(await reasonOf(await room.show(room.sam, draftId(1)))).toBe("unknown-draft")
  expect(await reasonOf(await room.say(room.rosa, { type: "start-round", kind: "alone", stage: "needs", question: "" }))).toBe("round-runs")
  expect((await room.say(room.rosa, { type: "start-round", kind: "alone", stage: "agree" as "needs", question: "" })).status).toBe(400)
  const problem = await problemOf(await room.put(room.sam, draftId(1), { roundId: "neverwas1" }))
  expect(problem.title).toBe("Nobody is writing alone just now. Nothing has changed.")
  expect((await room.mine(room.sam)).drafts).toEqual([])
})

test("nobody writes, throws away or shows somebody else's draft, and the organiser has none", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1), { keepBack: true })
  expect(await reasonOf(await room.put(room.ana, draftId(1), { text: "Mine now" }))).toBe("unknown-draft")
  expect(await reasonOf(await room.throwAway(room.ana, draftId(1)))).toBe("unknown-draft")
  await room.reveal()
  expect(await reasonOf(await room.show(room.ana, draftId(1)))).toBe("unknown-draft")
  const organiser = await room.server.call("GET", `${room.path}/drafts`, { key: room.workshop.organiserKey })
  expect(await reasonOf(organiser)).toBe("not-allowed")
  expect((await room.server.call("GET", `${room.path}/drafts`)).status).toBe(401)
  expect((await room.mine(room.sam)).drafts).toMatchObject([{ text: SECRET, willShow: false }])
})

test("one seat has so many drafts at most", async () => {
  const room = await hall()
  for (let n = 0; n < 60; n += 1) expect((await room.put(room.sam, draftId(n))).status).toBe(200)
  expect(await reasonOf(await room.put(room.sam, draftId(60)))).toBe("too-many-drafts")
  expect((await room.put(room.sam, draftId(59), { text: "Other words" })).status).toBe(200)
  expect((await room.put(room.ana, draftId(61))).status).toBe(200)
})

test("without a round there is nothing to write alone", async () => {
  const room = await hall({ isRunning: false })
  expect(await reasonOf(await room.put(room.sam, draftId(1)))).toBe("no-round")
  expect(await reasonOf(await room.say(room.rosa, { type: "ask-reveal" }))).toBe("no-round")
  expect(await room.mine(room.sam)).toEqual({ drafts: [], roundId: null, written: null })
})

test("a round outlives its host: who takes over shows it", async () => {
  const room = await hall({ tables: [] })
  await room.put(room.sam, draftId(1))
  await room.say(room.rosa, { type: "ask-reveal" })
  await room.say(room.rosa, { type: "pass-host", to: room.sam.seatId })
  const roundId = (await room.board()).session.round?.id ?? ""
  expect(await reasonOf(await room.say(room.ana, { type: "confirm-reveal", roundId }))).toBe("not-asked")
  await room.say(room.sam, { type: "ask-reveal" })
  await room.say(room.ana, { type: "confirm-reveal", roundId })
  expect(await room.texts()).toEqual([SECRET])
})

test("drafts outlive the room they were written in", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1))
  await room.server.live.drop(room.workshop.workshopId)
  expect((await room.mine(room.sam)).drafts).toMatchObject([{ text: SECRET, willShow: true }])
  expect(await room.texts()).toEqual([])
})

test("a reveal that a crash cut short is finished when the workshop is opened again, once", async () => {
  const room = await hall()
  const { workshopId } = room.workshop
  await room.put(room.sam, draftId(1), { text: "One" })
  await room.put(room.sam, draftId(2), { text: "Two" })
  await room.put(room.sam, draftId(3), { text: "Mine", keepBack: true })
  const left = await room.server.store.drafts(workshopId)
  await room.reveal()
  await room.server.live.drop(workshopId)
  for (const row of left) await room.server.store.putDraft(workshopId, row) // as if they had not been deleted
  expect((await room.texts()).toSorted()).toEqual(["One", "Two"])
  expect((await room.server.store.drafts(workshopId)).map((row) => row.id)).toEqual([draftId(3)])
  const seq = (await room.board()).session.seq
  await room.server.live.drop(workshopId)
  // As if the process had gone right after the event: the notes are not there yet.
  const roundId = await startAnother(room)
  await room.put(room.ana, draftId(4), { text: "Four" })
  await room.server.live.drop(workshopId)
  const events = await room.server.store.events(workshopId)
  expect(events.length).toBe(seq + 1)
  await room.server.store.appendEvents(
    workshopId,
    [{ seq: seq + 2, at: 1, by: "server", type: "round-revealed", roundId, askedBy: "x", confirmedBy: null, notes: 1 }],
    null,
  )
  expect((await room.texts()).toSorted()).toEqual(["Four", "One", "Two"])
  expect((await room.board()).facts.get(draftId(4))?.author).toBe(room.ana.seatId)
})

async function startAnother(room: Hall): Promise<string> {
  await room.say(room.rosa, { type: "start-round", kind: "alone", stage: "needs", question: "" })
  return (await room.board()).session.round?.id ?? ""
}

test("a reveal that the disk refused is finished once it can be, whole and without a repeat", async () => {
  let refusing: "commit" | "deleteDrafts" | null = null
  const wrap = (store: Store): Store =>
    new Proxy(store, {
      get: (on, method: keyof Store) => (method === refusing ? () => Promise.reject(new Error("the disk is full")) : on[method]),
    })
  for (const method of ["commit", "deleteDrafts"] as const) {
    const room = await hall({ wrap })
    await room.put(room.sam, draftId(1), { text: "One" })
    await room.put(room.ana, draftId(2), { text: "Two" })
    refusing = method
    expect((await room.reveal()).status).toBe(200)
    expect((await room.mine(room.sam)).drafts).toEqual([])
    expect(await reasonOf(await room.put(room.sam, draftId(1), { text: "Too late" }))).toBe("already-shown")
    refusing = null
    await expect.poll(() => room.server.store.drafts(room.workshop.workshopId), { timeout: 5000 }).toEqual([])
    expect((await room.texts()).toSorted()).toEqual(["One", "Two"])
    expect((await room.board()).facts.size).toBe(2)
  }
})

test("a draft that could not be kept is not said to be saved", async () => {
  let isFull = false
  const wrap = (store: Store): Store =>
    new Proxy(store, {
      get: (on, method: keyof Store) => {
        const fails = isFull && (method === "putDraft" || method === "healthy")
        return fails ? () => Promise.reject(new Error("the disk is full")) : on[method]
      },
    })
  const room = await hall({ wrap })
  isFull = true
  expect(await reasonOf(await room.put(room.sam, draftId(1)))).toBe("cannot-store")
  isFull = false
  expect((await room.mine(room.sam)).drafts).toEqual([])
  expect((await room.put(room.sam, draftId(1))).status).toBe(200)
})

test("ending the workshop deletes what nobody showed, and nothing can be written alone after it", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1))
  await room.put(room.sam, draftId(2), { keepBack: true })
  await room.server.call("POST", `${room.path}/organiser/end`, { key: room.workshop.organiserKey })
  expect(await room.server.store.drafts(room.workshop.workshopId)).toEqual([])
  expect((await room.mine(room.sam)).drafts).toEqual([])
  expect(await reasonOf(await room.put(room.sam, draftId(3)))).toBe("ended")
  expect(await reasonOf(await room.show(room.sam, draftId(2)))).toBe("ended")
  expect(await room.texts()).toEqual([])
})

test("deleting the workshop deletes its drafts", async () => {
  const room = await hall()
  await room.put(room.sam, draftId(1))
  const { workshopId, organiserKey } = room.workshop satisfies OpenedWorkshop
  await room.server.call("POST", `${room.path}/organiser/delete`, { key: organiserKey })
  expect(await room.server.store.drafts(workshopId)).toEqual([])
})

/** The plain page as a phone without script uses it. */
function plain(room: Hall, who: Joined) {
  const path = `/w/${room.workshop.workshopId}/plain`
  const sent = { cookie: `eb_${room.workshop.workshopId}=${who.seatKey}`, headers: { "sec-fetch-site": "same-origin" } }
  const page = async (query = "") => (await room.server.call("GET", `${path}${query}`, sent)).text()
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ""
  return {
    page,
    write: async (form: Record<string, string>, from?: string) => {
      const html = from ?? (await page())
      const fields = { kind: "need", for: "", round: hidden(html, "round"), draft: hidden(html, "draft"), ...form }
      return room.server.call("POST", path, { ...sent, form: fields })
    },
    act: (draft: string, act: string) => room.server.call("POST", `${path}/drafts`, { ...sent, form: { draft, act } }),
  }
}
const saidAt = (answer: Response): string => (answer.headers.get("location") ?? "").split("?")[1] ?? ""

test("the plain page writes alone while a round runs, and shows each their own", async () => {
  const room = await hall()
  const [sam, ana] = [plain(room, room.sam), plain(room, room.ana)]
  const first = await sam.page()
  expect(first).toContain("Only you can see this for now.")
  expect(first).not.toContain("Everyone here will see this.")
  expect(saidAt(await sam.write({ text: SECRET, for: "Old Tom" }))).toBe("said=saved")
  expect(await sam.page("?said=saved")).toContain("Saved. Only you can see it.")
  expect(await sam.page()).toContain(SECRET)
  expect(await ana.page()).toContain("1 person has written")
  expect(await ana.page()).not.toContain(SECRET)
  expect(await room.texts()).toEqual([])
  await room.reveal()
  expect(await ana.page()).toContain(`${SECRET}</p>`)
  expect((await room.board()).facts.size).toBe(1)
})

test("a plain form made during a round never becomes an open note, and one made before it neither", async () => {
  const room = await hall({ isRunning: false })
  const sam = plain(room, room.sam)
  const before = await sam.page()
  await startAnother(room)
  await sam.write({ text: "Made before" }, before)
  const during = await sam.page()
  await room.reveal()
  expect(saidAt(await sam.write({ text: SECRET }, during))).toBe("said=late")
  expect(await room.texts()).toEqual(["Made before"])
  const page = await sam.page("?said=late")
  expect(page).toContain("All notes were shown. What you write now stays yours until you show it.")
  const [draft] = (await room.mine(room.sam)).drafts
  expect(draft).toMatchObject({ text: SECRET, willShow: false })
  expect(saidAt(await sam.act(draft?.id ?? "", "show"))).toBe("added=2")
  expect((await room.texts()).toSorted()).toEqual([SECRET, "Made before"])
})

test("on the plain page a draft is changed, kept back, let go and thrown away", async () => {
  const room = await hall()
  const sam = plain(room, room.sam)
  const empty = await sam.page()
  await sam.write({ text: "First", for: "Tom" }, empty)
  await sam.write({ text: "First", for: "Tom" }, empty) // pressed twice
  const [{ id } = { id: "" }] = (await room.mine(room.sam)).drafts
  const changing = await sam.page(`?change=${id}`)
  expect(changing).toContain("First</textarea>")
  await sam.write({ text: "Second", for: "Tom" }, changing)
  expect(saidAt(await sam.act(id, "keep-back"))).toBe("said=kept-back")
  expect((await room.mine(room.sam)).drafts).toMatchObject([{ id, text: "Second", for: { name: "Tom" }, willShow: false }])
  expect(saidAt(await sam.act(id, "with-others"))).toBe("said=with-others")
  expect((await plain(room, room.ana).act(id, "throw")).status).toBe(404)
  expect((await sam.act(id, "steal")).status).toBe(400)
  expect(saidAt(await sam.act(id, "throw"))).toBe("said=thrown")
  expect((await room.mine(room.sam)).drafts).toEqual([])
})

test("words typed for a draft that was shown meanwhile are not lost", async () => {
  const room = await hall()
  const sam = plain(room, room.sam)
  await sam.write({ text: "First" })
  const [{ id } = { id: "" }] = (await room.mine(room.sam)).drafts
  const changing = await sam.page(`?change=${id}`)
  await room.reveal()
  const refused = await sam.write({ text: "Second" }, changing)
  const page = await refused.text()
  expect(refused.status).toBe(400)
  expect(page).toContain("Everyone can see this note already.")
  expect(page).toContain("Second</textarea>")
  expect(saidAt(await sam.write({ text: "Second" }, page))).toBe("said=late")
  expect((await room.mine(room.sam)).drafts).toMatchObject([{ text: "Second", willShow: false }])
  expect(await room.texts()).toEqual(["First"])
})

test("nobody writes a draft under the id of something on the board: its note would stand in for a theme in the log", async () => {
  const { server, workshop, sam, ana, put } = await hall()
  const phone = await livePhone(server.live, workshop.workshopId, ana.seatId)
  const [theme, pledge] = [newId<ThemeId>(), newId<PledgeId>()]
  run(phone.doc, { type: "put-together", themeId: theme, canvas: "needs", title: "Mornings", notes: [] })
  run(phone.doc, { type: "add-pledge", id: pledge, text: "We listen" })
  await phone.leave()
  for (const id of [theme, pledge]) expect(await reasonOf(await put(sam, id))).toBe("already-shown")
})
