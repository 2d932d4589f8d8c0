// How people want to work together: how many go along with a sentence, and every byte that could say who.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import { afterEach, expect, test } from "vitest"
import * as Y from "yjs"
import type { Joined, PrivateView } from "@evenboard/api"
import { ABOUT_US } from "@evenboard/board/arrive"
import { run, type Command, type NoteId, type PledgeId } from "@evenboard/board"
import { balanceTold, type SessionFrame } from "@evenboard/session"
import { openTestServer, problemOf, readJson, type TestServer } from "./testing/server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const PLEDGE = "pledge0000000001" as PledgeId
const WORDS = "We listen to the end"
type Phone = Joined & { frames: Uint8Array[]; doc: Y.Doc; leave(): void; receive(frame: Uint8Array): void }

/** Rosa hosts and is a resident, as are Sam and Tom; Ana and Kim are staff. Each has a Doc of their own, which the server's frames keep up to date. */
async function hall() {
  const server = await openTestServer()
  servers.push(server)
  const workshop = await server.open({ groups: ["Residents", "Staff"] })
  const path = `/api/workshops/${workshop.workshopId}`
  const come = async (joined: Joined): Promise<Phone> => {
    const frames: Uint8Array[] = []
    const doc = new Y.Doc()
    doc.clientID = joined.clientIds.from
    const take = (frame: Uint8Array): void => {
      frames.push(frame)
      if (frame[0] === 0 && frame[1] !== 0)
        Y.applyUpdate(doc, decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2))), "server")
    }
    const visit = await server.live.visit(workshop.workshopId, joined.seatId, true, { send: take, close: () => {}, queuedBytes: () => 0 })
    doc.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== "server") visit.receive(update(bytes))
    })
    return { ...joined, frames, doc, ...visit }
  }
  const join = async (name: string, group: string): Promise<Phone> => come(await server.join(workshop, { name, showName: true, group }))
  const rosa = await join("Rosa", "Residents")
  const [sam, tom] = [await join("Sam", "Residents"), await join("Tom", "Residents")]
  const [ana, kim] = [await join("Ana", "Staff"), await join("Kim", "Staff")]
  let ids = 0
  const now = () => server.live.now(workshop.workshopId)
  return {
    server,
    workshop,
    path,
    join,
    rosa,
    sam,
    tom,
    ana,
    kim,
    now,
    write: async (who: Phone, command: Command): Promise<void> => {
      const before = who.frames.length
      expect(run(who.doc, command).ok).toBe(true)
      await expect.poll(() => who.frames.slice(before).some((frame) => frame[0] === 120)).toBe(true)
    },
    goAlong: (who: Joined, body: object = {}, pledge: string = PLEDGE) =>
      server.call("PUT", `${path}/pledges/${pledge}/goes-along`, { key: who.seatKey, json: { words: WORDS, goes: true, ...body } }),
    say: (who: Joined, intent: object) =>
      server.call("POST", `${path}/intents`, { key: who.seatKey, json: { id: `intent-${(ids += 1)}`, ...intent } }),
    view: async (who: Joined): Promise<PrivateView> => readJson(await server.call("GET", `${path}/private`, { key: who.seatKey })),
    count: async () => (await now()).counted,
  }
}
const update = (bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, bytes)
  })
const sessionFrames = (frames: readonly Uint8Array[]): SessionFrame[] =>
  frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    return decoding.readVarUint(decoder) === 122 ? [JSON.parse(decoding.readVarString(decoder)) as SessionFrame] : []
  })
const reasonOf = async (answer: Response): Promise<string> => (await problemOf(answer)).reason
const counted = (count: number, words = WORDS) => [{ id: PLEDGE, words, count }]

test("everybody hears how many go along, and everybody only their own yes", async () => {
  const room = await hall()
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: WORDS })
  expect((await room.goAlong(room.sam)).status).toBe(200)
  await room.goAlong(room.sam) // a repeat counts once
  await room.goAlong(room.ana)
  expect(await room.count()).toEqual(counted(2))
  expect(sessionFrames(room.tom.frames).some((frame) => frame.counted)).toBe(false) // not at the moment it happens
  await expect.poll(() => sessionFrames(room.tom.frames).at(-1)?.counted, { timeout: 6000 }).toEqual(counted(2))
  expect((await room.view(room.sam)).goesAlong).toEqual([{ pledgeId: PLEDGE, seat: room.sam.seatId, words: WORDS }])
  expect((await room.view(room.rosa)).goesAlong).toEqual([])
  await room.goAlong(room.sam, { goes: false })
  expect(await room.count()).toEqual(counted(1))
})

test("no frame, history, log or file that anybody gets says who went along, and none tells it of a group", async () => {
  const room = await hall()
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: WORDS })
  const others = [room.rosa, room.tom, room.ana]
  // All have heard that Kim, who came last, is here.
  const latest = (one: Phone): string => Buffer.concat(one.frames.filter((frame) => frame[0] === 123).slice(-1)).toString("latin1")
  for (const one of others) await expect.poll(() => latest(one)).toContain(room.kim.seatId)
  const before = others.map(({ frames }) => frames.length)
  /** What anybody else can read, but files: those write into the log that they were taken. */
  const reads = async (): Promise<string[]> => {
    const parts: string[] = []
    for (const key of [...others.map(({ seatKey }) => seatKey), room.workshop.organiserKey])
      for (const what of ["private", "me", "me/counts", "history", "balance", "organiser", "organiser/safe"])
        parts.push(await (await room.server.call("GET", `${room.path}/${what}`, { key })).text())
    const { events, ledger } = room.server.store
    return [...parts, JSON.stringify([await events(room.workshop.workshopId), await ledger(room.workshop.workshopId)])]
  }
  const file = async (): Promise<unknown> =>
    (await readJson<{ pledges: unknown }>(await room.server.call("GET", `${room.path}/export/json`, { key: room.rosa.seatKey }))).pledges
  const quiet = await reads()
  await room.goAlong(room.sam)
  await expect.poll(() => sessionFrames(room.tom.frames).at(-1)?.counted, { timeout: 6000 }).toEqual(counted(1))
  const told = others.map(({ frames }, i) => Buffer.concat(frames.slice(before[i])).toString("latin1")).join("\n")
  expect(told).toContain(PLEDGE)
  expect(told).not.toContain(room.sam.seatId)
  expect(await reads()).toEqual(quiet) // not a byte tells of it: no event, no row
  // Had one of the other group said it instead, not a byte would be another.
  await room.goAlong(room.kim)
  await room.goAlong(room.sam, { goes: false })
  expect(await reads()).toEqual(quiet)
  expect(await file()).toMatchObject([{ id: PLEDGE, words: WORDS, goAlong: 1 }])
  expect(Object.keys(((await file()) as object[])[0] ?? {}).sort()).toEqual(["goAlong", "id", "rank", "words"])
})

test("a sentence that changes asks everybody anew, whoever changed it and however; changed back, its people are there again", async () => {
  const room = await hall()
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: WORDS })
  await room.goAlong(room.sam)
  await room.goAlong(room.ana)
  await expect.poll(() => sessionFrames(room.tom.frames).at(-1)?.counted, { timeout: 6000 }).toEqual(counted(2))
  // Another client than ours writes into the text itself.
  const text = (room.tom.doc.getMap("pledges").get(PLEDGE) as Y.Map<Y.Text>).get("text")
  text?.insert(0, "No, ")
  await expect.poll(async () => await room.count()).toEqual([])
  await expect.poll(() => sessionFrames(room.tom.frames).at(-1)?.counted, { timeout: 6000 }).toEqual([])
  expect((await room.view(room.sam)).goesAlong).toEqual([{ pledgeId: PLEDGE, seat: room.sam.seatId, words: null }])
  expect(await reasonOf(await room.goAlong(room.sam))).toBe("words-changed") // they were read before they changed
  await room.goAlong(room.sam, { words: `No, ${WORDS}` })
  expect(await room.count()).toEqual(counted(1, `No, ${WORDS}`))
  text?.delete(0, 4)
  await expect.poll(async () => await room.count()).toEqual(counted(1)) // Sam's is for other words now
})

test("nobody goes along with what is not there, set aside, or for somebody who has a phone", async () => {
  const room = await hall()
  expect(await reasonOf(await room.goAlong(room.sam))).toBe("unknown-pledge")
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: WORDS })
  expect(await reasonOf(await room.goAlong(room.sam, { for: room.tom.seatId }))).toBe("own-phone")
  expect(await reasonOf(await room.goAlong(room.sam, { for: "nobody" }))).toBe("unknown-seat")
  await room.say(room.rosa, { type: "pause" })
  expect(await reasonOf(await room.goAlong(room.sam))).toBe("paused")
  await room.say(room.rosa, { type: "resume" })
  await room.goAlong(room.sam)
  await room.write(room.rosa, { type: "set-aside-pledge", id: PLEDGE, reason: "Said twice" })
  expect(await reasonOf(await room.goAlong(room.ana))).toBe("unknown-pledge")
  expect(await room.count()).toEqual([])
})

test("somebody without a phone goes along through who opened their place, and takes it over with three words", async () => {
  const room = await hall()
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: WORDS })
  const opened = await readJson<{ seatId: string; returnCode: string }>(await room.say(room.sam, { type: "open-seat", name: "Old Tom" }))
  await room.goAlong(room.sam, { for: opened.seatId })
  expect(await room.count()).toEqual(counted(1))
  expect((await room.view(room.sam)).goesAlong).toEqual([{ pledgeId: PLEDGE, seat: opened.seatId, words: WORDS }])
  expect((await room.view(room.rosa)).goesAlong).toEqual([])
  expect(await reasonOf(await room.goAlong(room.ana, { for: opened.seatId, goes: false })), "nobody else counts them in or out").toBe(
    "not-allowed",
  )
  expect(await room.count()).toEqual(counted(1))
  const claim = { json: { returnCode: opened.returnCode } }
  const own = await readJson<Joined>(await room.server.call("POST", `${room.path}/seats`, claim))
  expect((await room.view(own)).goesAlong).toEqual([{ pledgeId: PLEDGE, seat: opened.seatId, words: WORDS }])
  expect((await room.view(room.sam)).goesAlong).toEqual([])
})

test("who is removed is not counted, and who deletes what they wrote goes along with nothing", async () => {
  const room = await hall()
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: WORDS })
  for (const who of [room.sam, room.tom, room.ana]) await room.goAlong(who)
  const remove = { key: room.workshop.organiserKey, json: { seatId: room.tom.seatId } }
  await room.server.call("POST", `${room.path}/organiser/remove`, remove)
  expect(await room.count()).toEqual(counted(2))
  await room.server.call("POST", `${room.path}/me/erase`, { key: room.sam.seatKey, json: { words: true } })
  expect(await room.count()).toEqual(counted(1))
  expect((await room.server.store.goesAlong(room.workshop.workshopId)).map(({ seat }) => seat).sort()).toEqual(
    [room.ana.seatId, room.tom.seatId].sort(),
  )
  await room.server.call("POST", `${room.path}/me/erase`, { key: room.rosa.seatKey, json: { words: true } })
  expect((await room.now()).board.pledges.size).toBe(0) // her sentence, which nobody changed
  expect(await room.server.store.goesAlong(room.workshop.workshopId)).toEqual([])
})

test("a first note about oneself says nothing of how the groups were heard, nor does the theme it made", async () => {
  const room = await hall()
  const first = (id: string, text: string): Command => ({
    type: "add-note",
    id: id as NoteId,
    kind: "need",
    canvas: "needs",
    text,
    spot: { themeId: ABOUT_US },
  })
  const staff = [room.ana, room.kim, ...(await Promise.all(["Ali", "Bea", "Cem"].map((name) => room.join(name, "Staff"))))]
  await room.write(room.ana, { type: "put-together", themeId: ABOUT_US, canvas: "needs", title: "", notes: [], aboutUs: true })
  for (const [i, who] of staff.entries()) {
    if (who !== room.ana) await expect.poll(() => who.doc.getMap("themes").has(ABOUT_US)).toBe(true)
    await room.write(who, first(`note${i}`, "By bus"))
  }
  const counts = await readJson<object>(await room.server.call("GET", `${room.path}/me/counts`, { key: room.ana.seatKey }))
  expect(Object.values(counts)).toEqual([1, 0, 0, 0]) // to oneself it is a note like any other
  await room.say(room.rosa, { type: "move-stage", to: "needs" })
  const [told] = balanceTold(await room.server.store.events(room.workshop.workshopId))
  const all = told?.rows.find(({ group }) => group === "Staff")
  expect([all?.notes, all?.groupings]).toEqual(["few", "few"]) // as if nobody had written
})

test("without JavaScript a first note stands about us, and how we want to work together can be read", async () => {
  const room = await hall()
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: WORDS })
  const cookie = `eb_${room.workshop.workshopId}=${room.sam.seatKey}`
  const plain = `/w/${room.workshop.workshopId}/plain`
  const page = await (await room.server.call("GET", plain, { cookie })).text()
  expect(page).toContain(WORDS)
  expect(page).toMatch(/<option value="about-us"\s*>/)
  const form = { text: "By bus", kind: "about-us", for: "", round: "", draft: "" }
  const origin = { origin: "http://hall.test" }
  expect((await room.server.call("POST", plain, { form, cookie, headers: origin })).status).toBe(303)
  const { board } = await room.now()
  expect([...board.notes.values()]).toMatchObject([{ text: "By bus", themeId: ABOUT_US }])
  expect(board.themes.get(ABOUT_US)).toMatchObject({ aboutUs: true, title: "" })
  // By HTTP too, and a theme that was taken apart once is no hindrance.
  await expect.poll(() => room.rosa.doc.getMap("themes").has(ABOUT_US)).toBe(true)
  await room.write(room.rosa, { type: "take-apart", themeId: ABOUT_US })
  const json = { text: "On foot", kind: "need", aboutUs: true }
  expect((await room.server.call("POST", `${room.path}/notes`, { key: room.ana.seatKey, json })).status).toBe(201)
  const after = (await room.now()).board
  const onFoot = [...after.notes.values()].find(({ text }) => text === "On foot")
  expect(after.themes.get(onFoot?.themeId ?? ABOUT_US)).toMatchObject({ aboutUs: true, gone: false })
  expect(await (await room.server.call("GET", plain, { cookie })).text()).toContain(">About us</h3>")
})

const page = { origin: "http://hall.test" }

test("without JavaScript people go along with a sentence, and take it back; what they have not read they are shown first", async () => {
  const room = await hall()
  const two = "We listen to the end\nand ask before we answer"
  await room.write(room.rosa, { type: "add-pledge", id: PLEDGE, text: two })
  const cookie = `eb_${room.workshop.workshopId}=${room.sam.seatKey}`
  const plain = `/w/${room.workshop.workshopId}/plain`
  const look = async () => (await room.server.call("GET", plain, { cookie })).text()
  const send = (form: Record<string, string>, by = cookie) =>
    room.server.call("POST", `${plain}/goes-along`, { form: { pledge: PLEDGE, words: two, ...form }, cookie: by, headers: page })
  expect(await look()).toContain(">I go along with this</button>")
  // A browser sends the lines of a form as it likes.
  const yes = await send({ goes: "yes", words: two.replaceAll("\n", "\r\n") })
  expect([yes.status, yes.headers.get("location")]).toEqual([303, `${plain}?said=goes#together`])
  expect(await room.count()).toEqual(counted(1, two))
  expect(await look()).toContain(">Take it back</button>")
  await room.write(room.rosa, { type: "change-pledge", id: PLEDGE, text: WORDS })
  expect(await look()).toContain("These words are new since you went along. Do you still?")
  const late = await send({ goes: "yes" })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain("These words have just changed. Please read them again.")
  await send({ goes: "yes", words: WORDS })
  await send({ goes: "no", words: WORDS })
  expect(await room.count()).toEqual([])
  // Nobody else's cookie, and no page of another origin.
  expect((await send({ goes: "yes", words: WORDS }, "")).status).toBe(401)
  await room.say(room.rosa, { type: "pause" })
  expect(await look()).not.toContain("I go along with this</button>")
})
