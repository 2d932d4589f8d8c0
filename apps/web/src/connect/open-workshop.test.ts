import { afterEach, beforeEach, describe, expect, test } from "vitest"
import * as Y from "yjs"
import { newId, run, type NoteId } from "@evenboard/board"
import type { Boot } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"
import { FakeServer } from "./fake-server.ts"
import { settle, Time } from "./fake-time.ts"
import { keptInMemory, type Kept } from "./kept.ts"
import { openWorkshop, type Workshop, type World } from "./open-workshop.ts"

let server: FakeServer
let time: Time
let kept: Kept
let posts: { url: string; body: Record<string, unknown> }[]
let answers: () => Response
let clients = 7
let phones: Workshop[] = []

afterEach(() => {
  for (const phone of phones) phone.close()
  phones = []
})

beforeEach(() => {
  server = new FakeServer()
  time = new Time()
  kept = keptInMemory()
  posts = []
  answers = () => new Response(null, { status: 204 })
})

const boot = (): Boot => ({
  workshopId: "w",
  seat: {
    id: "me",
    guest: 1,
    name: "Ana",
    group: null,
    table: null,
    device: true,
    ownName: "Ana",
    credit: "name",
    quotable: true,
    language: "en",
  },
  clientId: ++clients,
  now: 5000,
  keepUntil: 0,
  prompts: {},
  language: "en",
})
function open(seat = "me"): Workshop {
  const world: World = {
    kept,
    Socket: server.Socket,
    fetch: (async (url: string, init: { body: string }) => {
      posts.push({ url, body: JSON.parse(init.body) as Record<string, unknown> })
      return answers()
    }) as unknown as typeof fetch,
    origin: "http://hall.test",
    monotonic: () => time.now,
    random: () => 0.5,
    after: time.after,
    frame: (work) => work(),
  }
  const page = boot()
  const phone = openWorkshop({ ...page, seat: { ...page.seat, id: seat } }, world)
  phones.push(phone)
  return phone
}
function write(workshop: Workshop, text: string): NoteId {
  const id = newId<NoteId>()
  expect(workshop.run(run, { type: "add-note", id, kind: "need", canvas: "needs", text }).ok).toBe(true)
  return id
}
const onServer = () => [...server.doc.getMap<Y.Map<unknown>>("notes").values()].map((note) => String(note.get("text"))).sort()

describe("what I write", () => {
  test("is saved only when the server has said that it is durable", async () => {
    server.acks = false
    const phone = open()
    await settle()
    write(phone, "bus")
    await settle()
    expect(onServer()).toEqual(["bus"])
    expect(phone.save.get()).toBe("saving")
    server.ack(server.newest)
    expect(phone.save.get()).toBe("saved")
    expect(await kept.changes("me")).toEqual([])
  })

  test("is kept on this device after ten seconds without an ack, and an ack heals it", async () => {
    server.acks = false
    const phone = open()
    await settle()
    write(phone, "bus")
    await time.pass(9000)
    expect(phone.save.get()).toBe("saving")
    await time.pass(1500)
    expect(phone.save.get()).toBe("kept")
    server.ack(server.newest)
    expect(phone.save.get()).toBe("saved")
  })

  test("an ack of earlier frames says nothing about later ones", async () => {
    server.acks = false
    const phone = open()
    await settle()
    write(phone, "one")
    const [first, all] = [server.counted, () => server.counted]
    write(phone, "two")
    server.ack(server.newest, first)
    expect(phone.save.get()).toBe("saving")
    server.ack(server.newest, all())
    expect(phone.save.get()).toBe("saved")
  })

  test("without a network is kept at once, and everything arrives when it is back", async () => {
    const phone = open()
    await settle()
    server.isReachable = false
    server.newest.lose(1006)
    write(phone, "bus")
    write(phone, "stairs")
    await settle()
    expect(phone.save.get()).toBe("kept")
    expect(await kept.changes("me")).toHaveLength(2)
    server.isReachable = true
    await time.pass(31_000)
    expect(onServer()).toEqual(["bus", "stairs"])
    expect(phone.save.get()).toBe("saved")
    expect(await kept.changes("me")).toEqual([])
  })

  test("survives a reload before any ack: the next page says it again, once", async () => {
    const phone = open()
    await settle()
    server.isReachable = false
    server.newest.lose(1006)
    const id = write(phone, "bus")
    phone.run(run, { type: "change-words", id, text: "the last bus" })
    await settle()
    phone.close()
    server.isReachable = true
    const next = open()
    await settle()
    expect(onServer()).toEqual(["the last bus"])
    expect(next.save.get()).toBe("saved")
    expect(await kept.changes("me")).toEqual([])
  })

  test("that was durable though its ack was lost is forgotten without being said twice", async () => {
    server.acks = false
    const phone = open()
    await settle()
    write(phone, "bus")
    await settle()
    phone.close()
    server.acks = true
    const next = open()
    await settle()
    expect(onServer()).toEqual(["bus"])
    expect(await kept.changes("me")).toEqual([])
    expect(next.save.get()).toBe("saved")
  })

  test("is not said again by somebody else who joins on the same device", async () => {
    const phone = open()
    await settle()
    server.isReachable = false
    server.newest.lose(1006)
    write(phone, "bus")
    await settle()
    phone.close()
    server.isReachable = true
    open("somebody-else")
    await settle()
    expect(onServer()).toEqual([])
    expect(await kept.changes("me")).toHaveLength(1)
  })

  test("on a device that keeps nothing is not kept, and says so", async () => {
    kept = { ...keptInMemory(), putChange: () => Promise.reject(new Error("private window")) }
    const phone = open()
    await settle()
    server.isReachable = false
    server.newest.lose(1006)
    write(phone, "bus")
    await settle()
    expect(phone.save.get()).toBe("not-kept")
  })

  test("on a device that keeps again what it would not before is kept, when the phone wakes", async () => {
    const works = keptInMemory()
    let isDead = true
    kept = { ...works, putChange: (change) => (isDead ? Promise.reject(new Error("the handle died")) : works.putChange(change)) }
    const phone = open()
    await settle()
    server.isReachable = false
    server.newest.lose(1006)
    write(phone, "bus")
    await settle()
    expect(phone.save.get()).toBe("not-kept")
    isDead = false
    phone.wake()
    await settle()
    expect(phone.save.get()).toBe("kept")
    expect(await works.changes("me")).toHaveLength(1)
  })

  test("refused for good is never called saved", async () => {
    const phone = open()
    await settle()
    server.refusesWith = "refused"
    write(phone, "bus")
    await settle()
    expect(phone.save.get()).toBe("not-kept")
  })

  test("refused on the next page too is let go, so that it does not stand in the way for ever", async () => {
    const phone = open()
    await settle()
    server.refusesWith = "refused"
    write(phone, "bus")
    await settle()
    phone.close()
    const next = open()
    await settle()
    expect(next.save.get()).toBe("not-kept")
    next.close()
    server.refusesWith = null
    const last = open()
    await settle()
    expect(last.save.get()).toBe("saved")
    expect(onServer()).toEqual([])
  })

  test("that the server cannot store now stays kept and is said again later", async () => {
    const phone = open()
    await settle()
    server.refusesWith = "read-only"
    write(phone, "bus")
    await settle()
    expect(phone.save.get()).toBe("kept")
    await time.pass(31_000)
    expect(phone.save.get()).toBe("kept")
    server.recover()
    await settle()
    expect(onServer()).toEqual(["bus"])
    expect(phone.save.get()).toBe("saved")
    // Forty phones that all came anew while a disk is full would only make it worse.
    expect(server.sockets).toHaveLength(1)
  })
})

describe("the line", () => {
  test("is tried again at once when the phone wakes", async () => {
    const phone = open()
    await settle()
    server.isReachable = false
    server.newest.lose(1006)
    await time.pass(300_000)
    expect(phone.line.get().at).toBe("waiting")
    server.isReachable = true
    phone.wake()
    await settle()
    expect(phone.line.get().at).toBe("open")
  })

  test("waits longer after each failure, and never longer than half a minute", async () => {
    server.isReachable = false
    open()
    await time.pass(600_000)
    // With every wait at half its bound: 0.25, 0.5, 1 … 15 s, and then 15 s for good.
    expect(server.sockets.length).toBeGreaterThan(38)
    expect(server.sockets.length).toBeLessThan(50)
  })

  test("that looks open but answers nothing is replaced", async () => {
    const phone = open()
    await settle()
    server.answersClock = false
    await time.pass(26_000)
    expect(server.sockets.length).toBeGreaterThan(1)
    server.answersClock = true
    await time.pass(20_000)
    expect(phone.line.get().at).toBe("open")
  })

  test("that died while the phone slept is replaced at once when it answers nothing for two seconds", async () => {
    const phone = open()
    await settle()
    server.answersClock = false
    phone.wake()
    await time.pass(1999)
    expect(server.sockets).toHaveLength(1)
    server.answersClock = true
    await time.pass(1)
    expect(server.sockets).toHaveLength(2)
    expect(phone.line.get().at).toBe("open")
  })

  test("that was opening when the phone fell asleep is given up two seconds after waking", async () => {
    const phone = open()
    await settle()
    server.isSilent = true
    server.newest.lose(1006)
    await time.pass(600)
    expect([server.sockets.length, phone.line.get().at]).toEqual([2, "opening"])
    phone.wake()
    server.isSilent = false
    await time.pass(2000)
    expect([server.sockets.length, phone.line.get().at]).toEqual([3, "open"])
  })

  test("that does not open within five seconds is given up", async () => {
    server.isSilent = true
    open()
    await time.pass(4999)
    expect(server.sockets).toHaveLength(1)
    await time.pass(600)
    expect(server.sockets).toHaveLength(2)
  })

  test("that takes my words and never says that they are durable is replaced after ten seconds, and then more and more seldom", async () => {
    const phone = open()
    await settle()
    server.acks = false
    write(phone, "bus")
    await time.pass(9999)
    expect([server.sockets.length, phone.save.get()]).toEqual([1, "saving"])
    await time.pass(1000)
    expect([server.sockets.length, phone.save.get()]).toEqual([2, "kept"])
    await time.pass(20_000)
    expect(server.sockets).toHaveLength(3)
    await time.pass(300_000)
    expect(server.sockets.length).toBeLessThan(8)
    server.acks = true
    server.newest.lose(1006)
    await time.pass(1000)
    expect(phone.save.get()).toBe("saved")
  })

  test("of a server that cannot store is not hammered", async () => {
    const phone = open()
    await settle()
    server.refusesWith = "read-only"
    write(phone, "bus")
    await time.pass(60_000)
    expect(server.sockets.length).toBeLessThan(14)
  })

  test("closed by the server for good stays closed and says why", async () => {
    const phone = open()
    await settle()
    server.newest.lose(4404)
    await time.pass(120_000)
    expect(phone.line.get()).toEqual({ at: "closed", code: 4404 })
    expect(server.sockets).toHaveLength(1)
  })

  test("takes the server's time, whatever this phone's clock says", async () => {
    const phone = open()
    expect(phone.now()).toBe(5000)
    await settle()
    expect(phone.now()).toBe(1_000_000)
  })

  test("brings others' notes, and they are not mine to keep", async () => {
    const phone = open()
    await settle()
    const other = new Y.Doc()
    run(other, { type: "add-note", id: newId<NoteId>(), kind: "need", canvas: "needs", text: "stairs" })
    server.relay(Y.encodeStateAsUpdate(other))
    expect([...phone.board.get().notes.values()].map(({ text }) => text)).toEqual(["stairs"])
    expect(phone.save.get()).toBe("saved")
    expect(await kept.changes("me")).toEqual([])
  })
})

describe("whose words a note holds", () => {
  test("is said only once the note is durable", async () => {
    server.acks = false
    const phone = open()
    await settle()
    const noteId = write(phone, "bus")
    const said = phone.intent({ type: "written-for", noteId, for: { name: "Rosa" } })
    await settle()
    expect(posts).toEqual([])
    server.ack(server.newest)
    expect(await said).toEqual({ ok: true })
    expect(posts[0]?.body).toMatchObject({ type: "written-for", noteId, for: { name: "Rosa" } })
    expect(await kept.intents("me")).toEqual([])
  })

  test("survives a lost network and a reload, under the same id", async () => {
    const phone = open()
    await settle()
    answers = () => {
      throw new TypeError("network")
    }
    const noteId = write(phone, "bus")
    const result = await phone.intent({ type: "written-for", noteId, for: { name: "Rosa" } })
    expect(result).toMatchObject({ ok: false, reason: "offline", isKept: true })
    phone.close()
    answers = () => new Response(null, { status: 204 })
    open()
    await settle()
    expect(posts).toHaveLength(2)
    expect(posts[1]?.body).toEqual(posts[0]?.body)
    expect(await kept.intents("me")).toEqual([])
  })

  test("is not said to be kept where this device keeps nothing", async () => {
    kept = { ...keptInMemory(), putIntent: () => Promise.reject(new Error("private window")) }
    const phone = open()
    await settle()
    answers = () => {
      throw new TypeError("network")
    }
    const result = await phone.intent({ type: "written-for", noteId: write(phone, "bus"), for: { name: "Rosa" } })
    expect(result).toMatchObject({ ok: false, reason: "offline", isKept: false })
  })

  test("that the server will never take is not asked for ever", async () => {
    const phone = open()
    await settle()
    answers = () => Response.json({ reason: "not-your-note", title: "Only who typed it can say so." }, { status: 403 })
    const result = await phone.intent({ type: "written-for", noteId: write(phone, "bus"), for: { name: "Rosa" } })
    expect(result).toEqual({ ok: false, reason: "not-your-note", title: "Only who typed it can say so." })
    expect(await kept.intents("me")).toEqual([])
  })
})

describe("while the room is paused", () => {
  const paused: SessionEvent = { type: "paused", seq: 1, at: 0, by: { seat: "host" } }

  test("nothing can be changed here, and what was on its way is kept until the room goes on", async () => {
    const phone = open()
    await settle()
    server.refusesWith = "read-only"
    const id = write(phone, "bus")
    await settle()
    server.tell({ whole: true, now: 0, events: [paused] })
    expect(phone.run(run, { type: "change-words", id, text: "train" })).toEqual({ ok: false, reason: "paused" })
    expect(phone.save.get()).toBe("kept")
    server.tell({ whole: false, now: 0, events: [{ type: "resumed", seq: 2, at: 0, by: { seat: "host" } }] })
    server.recover()
    await settle()
    expect([phone.save.get(), onServer()]).toEqual(["saved", ["bus"]])
    expect(phone.run(run, { type: "change-words", id, text: "train" }).ok).toBe(true)
  })

  test("a frame for this phone alone says only that there is news", async () => {
    const phone = open()
    await settle()
    expect(phone.news.get()).toBe(0)
    server.nudge()
    server.nudge()
    expect(phone.news.get()).toBe(2)
  })
})

describe("once the workshop has ended", () => {
  const ended: SessionEvent = { type: "ended", seq: 1, at: 0, by: "organiser" }

  test("nothing is written on this page either, so that nobody's words are lost quietly", async () => {
    const phone = open()
    await settle()
    const id = write(phone, "bus")
    server.tell({ whole: true, now: 0, events: [ended] })
    expect(phone.run(run, { type: "change-words", id, text: "train" })).toEqual({ ok: false, reason: "ended" })
    expect(phone.board.get().notes.get(id)?.text).toBe("bus")
    expect(phone.save.get()).toBe("saved")
  })

  test("who comes to read is not told that something was not kept", async () => {
    server.refusesWith = "refused"
    const phone = open()
    await settle()
    expect(server.counted).toBeGreaterThan(0)
    expect(phone.save.get()).toBe("saved")
  })
})
