// Looking after people: what each may do, and every byte that anybody else can get of it.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import { afterEach, expect, test } from "vitest"
import * as Y from "yjs"
import type { Intent, Joined, OrganiserSafe, PrivateView } from "@evenboard/api"
import { KEEP_PRIVATE_MS, purge } from "./retention.ts"
import { cookieOf, openTestServer, problemOf, readJson, type Call, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const SECRET = "CANARYWORDS"
type IntentBody = Intent extends infer I ? (I extends Intent ? Omit<I, "id"> : never) : never
type Phone = Joined & { frames: Uint8Array[]; closed: string[]; leave(): void; receive(frame: Uint8Array): void }
const typeOf = (frame: Uint8Array): number => decoding.readVarUint(decoding.createDecoder(frame))
const latin = (frames: readonly Uint8Array[]): string => frames.map((frame) => Buffer.from(frame).toString("latin1")).join("\n")
const NEWS = 126

/** Rosa hosts; Sam and Tom are residents, Ana is staff, Kim names no group. */
async function hall() {
  const server = await openTestServer()
  servers.push(server)
  const workshop = await server.open({ groups: ["Residents", "Staff"] })
  const path = `/api/workshops/${workshop.workshopId}`
  const come = async (joined: Joined, speaksEvenboard = true): Promise<Phone> => {
    const [frames, closed]: [Uint8Array[], string[]] = [[], []]
    const wire = {
      send: (frame: Uint8Array) => void frames.push(frame),
      close: (why: string) => void closed.push(why),
      queuedBytes: () => 0,
    }
    const visit = await server.live.visit(workshop.workshopId, joined.seatId, speaksEvenboard, wire)
    return { ...joined, frames, closed, ...visit }
  }
  const join = async (name: string, group?: string): Promise<Phone> =>
    come(await server.join(workshop, { name, showName: true, ...(group ? { group } : {}) }))
  const [rosa, sam, tom] = [await join("Rosa"), await join("Sam", "Residents"), await join("Tom", "Residents")]
  const [ana, kim] = [await join("Ana", "Staff"), await join("Kim")]
  let ids = 0
  const call = (method: string, what: string, who: { seatKey: string } | "organiser", json?: unknown): Promise<Response> => {
    const key = who === "organiser" ? workshop.organiserKey : who.seatKey
    return server.call(method, `${path}/${what}`, { key, ...(json === undefined ? {} : { json }) } satisfies Call)
  }
  return {
    server,
    workshop,
    path,
    people: { rosa, sam, tom, ana, kim },
    rosa,
    sam,
    tom,
    ana,
    kim,
    call,
    come,
    say: (who: Joined, intent: IntentBody) => call("POST", "intents", who, { id: `intent-${(ids += 1)}`, ...intent }),
    view: async (who: Joined): Promise<PrivateView> => readJson(await call("GET", "private", who)),
    forOrganiser: async (): Promise<OrganiserSafe> => readJson(await call("GET", "organiser/safe", "organiser")),
    note: async (who: Joined, text: string): Promise<string> =>
      (await readJson<{ noteId: string }>(await call("POST", "notes", who, { text, kind: "need" }))).noteId,
    now: () => server.live.now(workshop.workshopId),
  }
}
type Hall = Awaited<ReturnType<typeof hall>>
const reasonOf = async (answer: Response): Promise<string> => (await problemOf(answer)).reason
const news = (phone: Phone): number => phone.frames.filter((frame) => typeOf(frame) === NEWS).length
const CONCERN = "concern000000001"

/** Every byte that these people, a newcomer and the organiser can get, the organiser's own safe page aside. */
async function everythingOf({ server, workshop, path, come }: Hall, others: readonly Phone[]): Promise<string> {
  const late = await come(await server.join(workshop, { name: "Late" }))
  late.receive(new Uint8Array([0, 0, 1, 0]))
  await server.live.addNote(workshop.workshopId, late.seatId, { text: "An open note", kind: "need", canvas: "needs" })
  const parts = [latin([...others.flatMap((one) => one.frames), ...late.frames])]
  const asked = [
    "private",
    "drafts",
    "me",
    "history",
    "totals",
    "door",
    "organiser",
    "export/html",
    "export/md",
    "export/csv",
    "export/json",
  ]
  for (const key of [...others.map((one) => one.seatKey), late.seatKey, workshop.organiserKey])
    for (const what of asked) parts.push(await (await server.call("GET", `${path}/${what}`, { key })).text())
  late.leave()
  return [...parts, JSON.stringify(server.logged)].join("\n")
}

test("what is said to the host reaches the host alone, at once, and also while the room is paused", async () => {
  const room = await hall()
  await room.say(room.rosa, { type: "pause" })
  const before = Object.values(room.people).map(news)
  const body = { id: CONCERN, words: SECRET, hears: "host" }
  expect((await room.call("POST", "concerns", room.sam, body)).status).toBe(200)
  expect((await room.call("POST", "concerns", room.sam, body)).status).toBe(200) // a repeat says it once
  const [rosa, sam, ...others] = Object.values(room.people).map((phone, i) => news(phone) - (before[i] ?? 0))
  expect([rosa, sam, others]).toEqual([1, 1, [0, 0, 0]])
  expect((await room.view(room.rosa)).heard).toMatchObject([{ words: SECRET, from: null, readAt: null }])
  await room.say(room.rosa, { type: "resume" })
  const got = await everythingOf(room, [room.tom, room.ana, room.kim])
  expect(got).toContain("An open note")
  expect(got).not.toContain(SECRET)
  expect(got).not.toContain(CONCERN)
  expect((await room.forOrganiser()).concerns).toEqual([])
  expect(latin([...room.rosa.frames, ...room.sam.frames])).not.toContain(SECRET) // the words are only in the answer to the right key
})

test("what is about the host goes to the organiser alone; whoever hosts next hears nothing of either", async () => {
  const room = await hall()
  await room.call("POST", "concerns", room.sam, { id: CONCERN, words: SECRET, hears: "organiser", isNamed: true })
  await room.call("POST", "concerns", room.tom, { id: "concern000000002", words: `${SECRET}2`, hears: "host" })
  await room.say(room.rosa, { type: "pass-host", to: room.ana.seatId })
  expect((await room.view(room.ana)).heard).toEqual([])
  expect((await room.view(room.rosa)).heard.map(({ words }) => words)).toEqual([`${SECRET}2`])
  expect((await room.forOrganiser()).concerns).toMatchObject([{ words: SECRET, from: room.sam.seatId }])
  expect(await everythingOf(room, [room.ana, room.kim])).not.toContain(SECRET)
  const late = await room.call("POST", "concerns", room.ana, { id: "concern000000003", words: "x", hears: "host" })
  expect(await reasonOf(late)).toBe("not-allowed") // to oneself
})

test("its writer sees that it was read, and can take it back; nobody else can read or take back", async () => {
  const room = await hall()
  await room.call("POST", "concerns", room.sam, { id: CONCERN, words: SECRET, hears: "host" })
  for (const who of [room.tom, room.sam] as const)
    expect(await reasonOf(await room.call("POST", `concerns/${CONCERN}/read`, who))).toBe("unknown-concern")
  expect(await reasonOf(await room.call("DELETE", `concerns/${CONCERN}`, room.tom))).toBe("unknown-concern")
  expect((await room.view(room.sam)).mine[0]?.readAt).toBeNull()
  await room.call("POST", `concerns/${CONCERN}/read`, room.rosa)
  expect((await room.view(room.sam)).mine[0]?.readAt).not.toBeNull()
  await room.call("DELETE", `concerns/${CONCERN}`, room.sam)
  expect([(await room.view(room.sam)).mine, (await room.view(room.rosa)).heard]).toEqual([[], []])
})

test("who asks for more time or a word's meaning is told to nobody, and kept nowhere", async () => {
  const room = await hall()
  const from = Object.values(room.people).map((phone) => phone.frames.length)
  expect((await room.say(room.sam, { type: "ask-help", what: "word", word: "SLA" })).status).toBe(200)
  expect(await reasonOf(await room.say(room.sam, { type: "ask-help", what: "time" }))).toBe("too-many-tries")
  const since = Object.values(room.people).flatMap((phone, i) => phone.frames.slice(from[i]))
  const heard = since.filter((frame) => typeOf(frame) !== 123) // people frames still tell who joined just before
  expect(latin(heard)).toContain("SLA")
  expect(latin(heard)).not.toContain(room.sam.seatId)
  const events = await room.server.store.events(room.workshop.workshopId)
  expect(events.at(-1)).toMatchObject({ type: "help-asked", what: "word", word: "SLA", by: "server" })
  expect(JSON.stringify(events.at(-1))).not.toContain(room.sam.seatId)
})

test("whoever joins once it is proposed cannot be the second", async () => {
  const room = await hall()
  const noteId = await room.note(room.kim, SECRET)
  await room.say(room.sam, { type: "propose-hide", noteId, reason: "It names a child" })
  room.server.later(1)
  const again = await room.server.join(room.workshop, { name: "Sam in another browser", group: "Staff" })
  expect(await reasonOf(await room.say(again, { type: "confirm-hide", noteId }))).toBe("one-more")
  expect((await room.say(room.ana, { type: "confirm-hide", noteId })).status).toBe(200)
})

test("two participants of different groups take a note out of sight; who they are, and of what group, is in nobody's bytes", async () => {
  const room = await hall()
  const noteId = await room.note(room.kim, SECRET)
  await room.say(room.sam, { type: "propose-hide", noteId, reason: "It names a child" })
  const from = Object.values(room.people).map((phone) => phone.frames.length)
  const [tom, sam] = [
    await room.say(room.tom, { type: "confirm-hide", noteId }),
    await room.say(room.sam, { type: "confirm-hide", noteId }),
  ]
  const [asTom, asSam] = [await tom.text(), await sam.text()]
  expect(asTom).toBe(asSam) // the same group, and the same person: the same answer
  expect(asTom).toContain("one-more")
  expect((await room.now()).board.notes.size).toBe(1)
  expect((await room.view(room.sam)).proposed).toEqual([noteId])
  expect((await room.say(room.ana, { type: "confirm-hide", noteId })).status).toBe(200)
  const { board, session } = await room.now()
  expect([board.notes.size, session.hidden.get(noteId)?.reason, session.proposals.size]).toEqual([0, "It names a child", 0])
  const told = Object.values(room.people).flatMap((phone, i) => phone.frames.slice(from[i]).filter((frame) => typeOf(frame) === 122))
  expect(latin(told)).toContain("note-hidden")
  for (const { seatId } of [room.sam, room.ana]) expect(latin(told)).not.toContain(seatId)
  const { store } = room.server
  const kept = JSON.stringify([await store.ledger(room.workshop.workshopId), await store.facts(room.workshop.workshopId)])
  expect(kept).not.toContain(SECRET)
})

test("when somebody has their words deleted every proposal lapses, so that none tells whose it was; each can be made anew", async () => {
  const tellings: unknown[] = []
  for (const who of ["sam", "tom"] as const) {
    const room = await hall()
    const [one, other] = [await room.note(room.kim, "One"), await room.note(room.kim, "Other")]
    await room.say(room.sam, { type: "propose-hide", noteId: one, reason: `${SECRET} one` })
    await room.say(room.ana, { type: "propose-hide", noteId: other, reason: `${SECRET} other` })
    const from = room.kim.frames.length
    await room.call("POST", "me/erase", room[who], { words: true })
    expect([(await room.now()).session.proposals.size, (await room.view(room.ana)).proposed]).toEqual([0, []])
    expect(await everythingOf({ ...room, come: room.come }, [])).not.toContain(SECRET)
    const events = (await room.server.store.events(room.workshop.workshopId)).map(({ type, by }) => [type, by === "server"])
    const told = room.kim.frames
      .slice(from)
      .map(typeOf)
      .filter((type) => type === 122)
    const answers = []
    for (const noteId of [one, other]) answers.push(await reasonOf(await room.say(room.kim, { type: "confirm-hide", noteId })))
    tellings.push([events, told, answers])
    expect((await room.say(room.ana, { type: "propose-hide", noteId: other, reason: "anew" })).status).toBe(200)
    expect((await room.now()).session.proposals.get(other)?.reason).toBe("anew")
  }
  expect(tellings[0]).toEqual(tellings[1]) // the one who had proposed something, and one who had not
})

test("its author asks for it back, only the host hears it, and can bring it back; after 30 days it is gone for good", async () => {
  const room = await hall()
  const [noteId, other] = [await room.note(room.kim, "It was true"), await room.note(room.kim, "Another")]
  for (const id of [noteId, other]) await room.say(room.rosa, { type: "hide-note", noteId: id, reason: "r" })
  expect(await reasonOf(await room.call("POST", "ask-back", room.sam, { noteId, words: "" }))).toBe("not-your-note")
  await room.call("POST", "ask-back", room.kim, { noteId, words: `${SECRET} please` })
  expect((await room.view(room.rosa)).hidden).toContainEqual({ noteId, words: "It was true", askedBack: `${SECRET} please` })
  expect((await room.view(room.kim)).askedBack).toEqual([noteId])
  expect(await everythingOf(room, [room.sam, room.tom, room.ana])).not.toContain(SECRET)
  await room.say(room.rosa, { type: "restore-note", noteId })
  expect((await room.view(room.kim)).askedBack).toEqual([])
  expect([...(await room.now()).board.notes.values()].map(({ text }) => text)).toContain("It was true")
  await room.call("POST", "concerns", room.sam, { id: CONCERN, words: SECRET, hears: "host" })
  room.server.later(KEEP_PRIVATE_MS + 1)
  await purge(room.server)
  expect(await reasonOf(await room.say(room.rosa, { type: "restore-note", noteId: other }))).toBe("too-late")
  expect([(await room.view(room.rosa)).hidden, (await room.view(room.rosa)).heard, (await room.view(room.sam)).mine]).toEqual([[], [], []])
})

/** What a phone sends of one new note. */
function noteUpdate(clientId: number, text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const note = { kind: "need", canvas: "needs", themeId: null, rank: "a0", text: new Y.Text(text) }
  doc.getMap("notes").set("note000000000001", new Y.Map<unknown>(Object.entries(note)))
  return Y.encodeStateAsUpdate(doc)
}
const update = (bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, bytes)
  })

test("while paused nobody's words are taken, and each phone is asked for them when the room goes on", async () => {
  const room = await hall()
  await room.say(room.rosa, { type: "pause" })
  const words = noteUpdate(room.sam.clientIds.from, "written in the pause")
  room.sam.receive(update(words))
  await expect.poll(() => room.sam.frames.some((frame) => typeOf(frame) === 121)).toBe(true)
  expect(await reasonOf(await room.call("POST", "notes", room.tom, { text: "no", kind: "need" }))).toBe("paused")
  expect((await room.now()).board.notes.size).toBe(0)
  const asked = (): number => room.sam.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length
  const before = asked()
  await room.say(room.rosa, { type: "resume" })
  await expect.poll(asked).toBeGreaterThan(before)
  room.sam.receive(update(words))
  await expect.poll(async () => (await room.now()).board.notes.size).toBe(1)
})

test("a person is removed by the host and one who is asked alone: no key works, no line stays, and nobody else is told who", async () => {
  const room = await hall()
  await room.note(room.tom, "Tom's note")
  const cookie = `eb_${room.workshop.workshopId}=${room.tom.seatKey}`
  const from = Object.values(room.people).map((phone) => phone.frames.length)
  const ask = { seatId: room.tom.seatId, confirmer: room.ana.seatId }
  expect(await reasonOf(await room.call("POST", "removal", room.sam, ask))).toBe("not-host")
  expect((await room.call("POST", "removal", room.rosa, ask)).status).toBe(200)
  expect((await room.view(room.ana)).removal).toMatchObject({ seatId: room.tom.seatId, isMine: false })
  for (const who of [room.sam, room.kim, room.tom]) expect((await room.view(who)).removal).toBeNull()
  expect(await reasonOf(await room.call("POST", "removal/answer", room.sam, { yes: true }))).toBe("nobody-asked")
  expect((await room.call("POST", "removal/answer", room.ana, { yes: true })).status).toBe(200)
  expect(room.tom.closed).toEqual(["removed"])
  for (const what of ["me", "private", "history"]) expect(await reasonOf(await room.call("GET", what, room.tom))).toBe("removed")
  expect(await reasonOf(await room.call("POST", "notes", room.tom, { text: "again", kind: "need" }))).toBe("removed")
  const page = await room.server.call("GET", `/w/${room.workshop.workshopId}`, { cookie, headers: { accept: "text/html" } })
  expect([page.status, await page.text()]).toEqual([403, expect.stringContaining("You are no longer in this workshop.")])
  expect((await room.come(room.tom)).closed).toEqual(["removed"])
  const words = { key: undefined, returnCode: room.tom.returnCode }
  expect(await reasonOf(await room.server.call("POST", `${room.path}/seats`, { json: words }))).toBe("wrong-return-code")
  const told = [room.sam, room.kim].flatMap((phone) => phone.frames.slice(from[Object.values(room.people).indexOf(phone)]))
  const frames = told.filter((frame) => typeOf(frame) === 122).map((frame) => Buffer.from(frame).toString("utf8"))
  expect(frames.join()).toContain("person-removed")
  expect(frames.join()).not.toContain(room.tom.seatId)
  expect((await room.now()).board.notes.size).toBe(1)
  expect((await room.forOrganiser()).removed).toEqual([room.tom.seatId])
  await room.call("POST", "organiser/return", "organiser", { seatId: room.tom.seatId })
  expect((await room.call("GET", "me", room.tom)).status).toBe(200)
  expect((await room.come(room.tom)).closed).toEqual([])
})

test("a no leaves everybody where they are, and a host cannot ask the person themself", async () => {
  const room = await hall()
  const bad = { seatId: room.tom.seatId, confirmer: room.tom.seatId }
  expect(await reasonOf(await room.call("POST", "removal", room.rosa, bad))).toBe("not-allowed")
  await room.call("POST", "removal", room.rosa, { seatId: room.tom.seatId, confirmer: room.ana.seatId })
  await room.call("POST", "removal/answer", room.ana, { yes: false })
  expect((await room.view(room.rosa)).removal).toMatchObject({ answer: "no", isMine: true })
  expect((await room.view(room.ana)).removal).toBeNull()
  expect((await room.call("GET", "me", room.tom)).status).toBe(200)
})

test("what a removed person wrote alone is shown by nobody, and is there when they come back", async () => {
  const room = await hall()
  await room.say(room.rosa, { type: "move-stage", to: "needs" })
  await room.say(room.rosa, { type: "start-round", kind: "alone", stage: "needs", question: "" })
  await room.call("PUT", "drafts/draft00000000001", room.tom, { text: SECRET, kind: "need" })
  await room.call("POST", "organiser/remove", "organiser", { seatId: room.tom.seatId })
  await room.say(room.rosa, { type: "ask-reveal" })
  const { session } = await room.now()
  await room.say(room.ana, { type: "confirm-reveal", roundId: session.round?.id ?? "" })
  expect((await room.now()).board.notes.size).toBe(0)
  await room.call("POST", "organiser/return", "organiser", { seatId: room.tom.seatId })
  expect(await (await room.call("GET", "drafts", room.tom)).text()).toContain(SECRET)
})

test("of a quiet person no frame to anybody tells that they are here, come or go; a host is always seen", async () => {
  const room = await hall()
  const hereOf = (phone: Phone): string[] | undefined =>
    phone.frames
      .filter((frame) => typeOf(frame) === 123)
      .map((frame) => {
        const decoder = decoding.createDecoder(frame)
        decoding.readVarUint(decoder)
        return JSON.parse(decoding.readVarString(decoder)) as { here?: string[] }
      })
      .findLast(({ here }) => here)?.here
  await expect.poll(() => hereOf(room.ana)?.includes(room.sam.seatId)).toBe(true)
  expect((await readJson<PrivateView>(await room.call("PUT", "me/quiet", room.sam, { quiet: true }))).quiet).toBe(true)
  await expect.poll(() => hereOf(room.ana)?.includes(room.sam.seatId)).toBe(false)
  const stock = await room.come(room.kim, false)
  const from = [room.ana, stock].map((phone) => phone.frames.length)
  room.sam.leave()
  const back = await room.come(room.sam)
  const state = JSON.stringify({ cursor: { x: 1 } })
  back.receive(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(
        encoder,
        encoding.encode((inner) => {
          for (const n of [1, room.sam.clientIds.from, 1]) encoding.writeVarUint(inner, n)
          encoding.writeVarString(inner, state)
        }),
      )
    }),
  )
  await room.note(room.ana, "something for the relay")
  const isTold = (): boolean => latin(room.ana.frames.slice(from[0])).includes('"facts":[{') // gathered with whatever else there was to tell
  await expect.poll(isTold).toBe(true)
  const told = [room.ana, stock].flatMap((phone, i) => phone.frames.slice(from[i]))
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter((frame) => latin([frame]).includes(room.sam.seatId)).map((frame) => latin([frame]))).toEqual([])
  await room.say(room.rosa, { type: "pass-host", to: room.sam.seatId })
  await expect.poll(() => hereOf(room.ana)?.includes(room.sam.seatId)).toBe(true)
})

test("a host makes a new link; nobody else does", async () => {
  const room = await hall()
  expect(await reasonOf(await room.call("POST", "rotate-link", room.sam))).toBe("not-host")
  expect((await room.call("POST", "rotate-link", room.rosa)).status).toBe(200)
  expect((await room.server.call("GET", new URL(room.workshop.joinUrl).pathname)).status).toBe(404)
})

test("a browser without scripts leaves quickly to a page that names nothing", async () => {
  const room = await hall()
  const { workshopId } = room.workshop
  const cookie = `eb_${workshopId}=${room.sam.seatKey}`
  const plain = await (await room.server.call("GET", `/w/${workshopId}/plain`, { cookie })).text()
  expect(plain).toContain(`action="/w/${workshopId}/away"`)
  const gone = await room.server.call("POST", `/w/${workshopId}/away`, { cookie, form: {} })
  expect([gone.status, gone.headers.get("location"), cookieOf(gone)]).toEqual([303, "/away", `eb_${workshopId}=`])
  const away = await (await room.server.call("GET", "/away")).text()
  expect(away).toContain("This page is empty.")
  expect(away).not.toMatch(/Evenboard|\/w\/|href="\//)
})
