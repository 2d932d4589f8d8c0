// Running workshops on a real SQLite database, without HTTP or sockets.
import * as decoding from "lib0/decoding"
import { afterEach, expect, test, vi } from "vitest"
import type { DecidedIntent, PeopleFrame } from "@evenboard/api"
import type { NoteId } from "@evenboard/board"
import type { SessionFrame } from "@evenboard/session"
import { openSqlite, type Store } from "@evenboard/storage"
import { wordsOf } from "../words.ts"
import { publicSeat } from "./people.ts"
import type { Live, Visit } from "../deps.ts"
import { createLive } from "./live.ts"

const open: { store: Store; live: Live }[] = []
afterEach(async () => {
  for (const { live, store } of open.splice(0)) {
    await live.close()
    await store.close()
  }
})

let clock = 1_700_000_000_000
const silent = { info: () => {}, warn: () => {}, error: () => {} }

async function workshop(wrap: (store: Store) => Store = (store) => store) {
  const store = wrap(await openSqlite(":memory:"))
  const live = createLive({ store, log: silent, now: () => clock, words: wordsOf })
  open.push({ store, live })
  const id = "workshop01"
  const row = {
    id,
    joinHash: "j",
    joinGeneration: 1,
    joinCode: null,
    organiserHash: "o",
    language: "en",
    createdAt: clock,
    endedAt: null,
    keepUntil: clock + 9e9,
    rehearsalOf: null,
  }
  const stages = [
    { kind: "arrive", prompt: "", minutes: 5 },
    { kind: "needs", prompt: "", minutes: 20 },
  ] as const
  await store.createWorkshop(row, [
    { seq: 1, at: clock, by: "server", type: "opened", title: "T", purpose: "", language: "en", groups: [], stages: [...stages] },
  ])
  const join = async (seat: string): Promise<string> => {
    await store.createSeat(
      {
        id: seat,
        workshopId: id,
        name: seat,
        credit: "name",
        quotable: true,
        group: null,
        table: null,
        language: "en",
        device: true,
        createdAt: clock,
        returnHash: null,
      },
      null,
      0,
    )
    await live.seatChanged(id, seat)
    return seat
  }
  return { store, live, id, join }
}

/** A phone that only listens. */
function listener(): { frames: Uint8Array[]; wire: Parameters<Live["visit"]>[3] } {
  const frames: Uint8Array[] = []
  return { frames, wire: { send: (frame) => frames.push(frame), close: () => {}, queuedBytes: () => 0 } }
}

function json<T>(frames: Uint8Array[], type: number): T[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    return decoding.readVarUint(decoder) === type ? [JSON.parse(decoding.readVarString(decoder)) as T] : []
  })
}

let intents = 0
type Body<T = DecidedIntent> = T extends DecidedIntent ? Omit<T, "id"> : never
const intent = (body: Body): DecidedIntent => ({ id: `intent-${(intents += 1)}`, ...body })
const by = (seat: string) => ({ seat })

test("a note by HTTP is its sender's, numbered, and there after a restart of the room", async () => {
  const { live, id, join } = await workshop()
  await join("rosa")
  const first = await live.addNote(id, "rosa", { text: "The bus stops at six", kind: "need", canvas: "needs" })
  const second = await live.addNote(id, "rosa", { text: "Letters I can read", kind: "need", canvas: "needs" })
  expect([first, second].map((one) => one.ok && one.value.number)).toEqual([1, 2])
  await live.drop(id)
  const { board, facts } = await live.now(id)
  expect([...board.notes.values()].map((note) => note.text)).toEqual(["The bus stops at six", "Letters I can read"])
  expect([...facts.values()].map((fact) => [fact.author, fact.firstWording])).toEqual([
    ["rosa", "The bus stops at six"],
    ["rosa", "Letters I can read"],
  ])
})

test("words written for somebody are theirs; the same name finds the same person; only the scribe may say so", async () => {
  const { live, id, join } = await workshop()
  await join("sam")
  await join("ana")
  const first = await live.addNote(id, "sam", { text: "Somewhere warm", kind: "need", canvas: "needs", for: { name: "Old Tom" } })
  const second = await live.addNote(id, "sam", { text: "A bench", kind: "need", canvas: "needs", for: { name: "old tom" } })
  const own = await live.addNote(id, "sam", { text: "Mine", kind: "need", canvas: "needs" })
  if (!first.ok || !second.ok || !own.ok) throw new Error("not added")
  const tom = (await live.now(id)).facts.get(first.value.noteId)
  expect(tom).toMatchObject({ scribe: "sam" })
  expect((await live.now(id)).facts.get(second.value.noteId)?.author).toBe(tom?.author)
  expect((await live.now(id)).seats.get(tom?.author ?? "")).toMatchObject({ name: "Old Tom", device: false })
  expect(await live.intent(id, by("ana"), intent({ type: "written-for", noteId: own.value.noteId, for: { table: "2" } }))).toEqual({
    ok: false,
    reason: "not-your-note",
  })
  expect(await live.intent(id, by("sam"), intent({ type: "written-for", noteId: own.value.noteId, for: { table: "2" } }))).toEqual({
    ok: true,
    value: null,
  })
  const now = await live.now(id)
  const fact = now.facts.get(own.value.noteId)
  expect(fact?.scribe).toBe("sam")
  const someone = now.seats.get(fact?.author ?? "")
  expect(someone).toMatchObject({ table: "2", device: false, name: "Someone at table 2" })
  expect(someone && publicSeat(someone)).toMatchObject({ name: null, someoneAt: "2" })
})

test("a note taken out of sight is in no byte a phone can get, keeps its number, and comes back whole", async () => {
  const { live, store, id, join } = await workshop()
  await join("rosa")
  await live.record(id, "server", { type: "host-changed", from: null, to: "rosa", how: "first" })
  const added = await live.addNote(id, "rosa", { text: "CANARYWORDS", kind: "need", canvas: "needs" })
  if (!added.ok) throw new Error("not added")
  const { noteId } = added.value
  expect(await live.intent(id, by("rosa"), intent({ type: "hide-note", noteId, reason: "names a person" }))).toEqual({
    ok: true,
    value: null,
  })
  const hidden = await live.now(id)
  expect(hidden.board.notes.has(noteId as NoteId)).toBe(false)
  expect(hidden.session.hidden.get(noteId)).toMatchObject({ number: 1, reason: "names a person" })
  const phone = listener()
  const visit = await live.visit(id, "rosa", true, phone.wire)
  visit.receive(new Uint8Array([0, 0, 1, 0]))
  await vi.waitFor(() => expect(json<PeopleFrame>(phone.frames, 123).at(-1)?.facts).toMatchObject([{ id: noteId, number: 1 }]))
  expect(json<PeopleFrame>(phone.frames, 123).at(-1)?.facts[0]).not.toHaveProperty("firstWording")
  const kept = [JSON.stringify(await store.ledger(id)), JSON.stringify(await store.facts(id)), JSON.stringify(await store.events(id))]
  const sent = [...phone.frames, (await store.loadDoc(id)).snapshot ?? new Uint8Array()].map((bytes) => new TextDecoder().decode(bytes))
  expect([...kept, ...sent].join()).not.toContain("CANARYWORDS")
  expect(await live.intent(id, by("rosa"), intent({ type: "restore-note", noteId }))).toEqual({ ok: true, value: null })
  const back = await live.now(id)
  expect(back.board.notes.get(noteId as NoteId)?.text).toBe("CANARYWORDS")
  expect(back.facts.get(noteId)).toMatchObject({ number: 1, author: "rosa", firstWording: "CANARYWORDS" })
  expect(back.session.hidden.has(noteId)).toBe(false)
})

test("a hiding that the disk stopped half-way is finished when the workshop is next opened", async () => {
  let isFull = true
  const { live, store, id, join } = await workshop(
    (real) =>
      new Proxy(real, {
        get: (target, name) =>
          name === "compact" && isFull ? () => Promise.reject(new Error("disk full")) : (Reflect.get(target, name) as unknown),
      }),
  )
  await join("rosa")
  await live.record(id, "server", { type: "host-changed", from: null, to: "rosa", how: "first" })
  const added = await live.addNote(id, "rosa", { text: "CANARYWORDS", kind: "need", canvas: "needs" })
  if (!added.ok) throw new Error("not added")
  const hiding = live.intent(id, by("rosa"), intent({ type: "hide-note", noteId: added.value.noteId, reason: "names a person" }))
  await expect(hiding).rejects.toThrow("disk full")
  isFull = false
  await live.drop(id)
  await live.now(id)
  const { snapshot, updates } = await store.loadDoc(id)
  const words = [snapshot ?? new Uint8Array(), ...updates].map((bytes) => new TextDecoder().decode(bytes))
  const kept = [...words, JSON.stringify(await store.ledger(id)), JSON.stringify(await store.facts(id))].join()
  expect(kept).not.toContain("CANARYWORDS")
})

test("a repeated intent does nothing", async () => {
  const { live, id, join } = await workshop()
  await join("rosa")
  await live.record(id, "server", { type: "host-changed", from: null, to: "rosa", how: "first" })
  const move = intent({ type: "start-timer", minutes: 5 })
  await live.intent(id, by("rosa"), move)
  const before = (await live.now(id)).session.seq
  expect(await live.intent(id, by("rosa"), move)).toEqual({ ok: true, value: null })
  expect((await live.now(id)).session.seq).toBe(before)
})

test("hosting can be taken over once the host has been gone a minute, with one more person's yes", async () => {
  const { live, id, join } = await workshop()
  for (const seat of ["rosa", "sam", "ana"]) await join(seat)
  await live.record(id, "server", { type: "host-changed", from: null, to: "rosa", how: "first" })
  const visits: Visit[] = []
  for (const seat of ["rosa", "sam", "ana"]) visits.push(await live.visit(id, seat, true, listener().wire))
  expect(await live.intent(id, by("sam"), intent({ type: "ask-to-host" }))).toEqual({ ok: false, reason: "host-is-here" })
  visits[0]?.leave()
  clock += 59_000
  expect(await live.intent(id, by("sam"), intent({ type: "ask-to-host" }))).toEqual({ ok: false, reason: "host-is-here" })
  clock += 2000
  expect(await live.intent(id, by("sam"), intent({ type: "ask-to-host" }))).toEqual({ ok: true, value: null })
  expect((await live.now(id)).session.host).toBe("rosa")
  expect((await live.intent(id, by("sam"), intent({ type: "confirm-host", seatId: "sam" }))).ok).toBe(false)
  expect(await live.intent(id, by("ana"), intent({ type: "confirm-host", seatId: "sam" }))).toEqual({ ok: true, value: null })
  expect((await live.now(id)).session.host).toBe("sam")
})

test("phones hear the whole log and all people once, then what changes; a name that is not shown never leaves", async () => {
  const { live, store, id, join } = await workshop()
  await join("rosa")
  await store.updateSeat(id, "rosa", { credit: "none", name: "Secret Name" })
  await live.seatChanged(id, "rosa")
  const phone = listener()
  await live.visit(id, "rosa", true, phone.wire)
  await live.record(id, "organiser", { type: "door-shut" })
  const sessions = json<SessionFrame>(phone.frames, 122)
  expect(sessions.map((frame) => frame.whole)).toEqual([true, false])
  expect(sessions[1]?.events[0]).toMatchObject({ type: "door-shut", by: "organiser", seq: 2 })
  const people = json<PeopleFrame>(phone.frames, 123)
  expect(people[0]).toMatchObject({ whole: true, here: ["rosa"], seats: [{ id: "rosa", guest: 1, name: null }] })
  expect(phone.frames.map((bytes) => new TextDecoder().decode(bytes)).join()).not.toContain("Secret Name")
})

test("after the end nothing changes any more", async () => {
  const { live, id, join } = await workshop()
  await join("rosa")
  await live.record(id, "organiser", { type: "ended" })
  expect(await live.addNote(id, "rosa", { text: "late", kind: "need", canvas: "needs" })).toEqual({ ok: false, reason: "ended" })
  expect(await live.intent(id, by("rosa"), intent({ type: "ask-to-host" }))).toEqual({ ok: false, reason: "ended" })
})

test("a phone whose socket closes after its workshop was deleted opens nothing", async () => {
  const { store, id, join } = await workshop()
  const loaded: string[] = []
  const watched = new Proxy(store, {
    get(target, name) {
      if (name === "loadDoc") loaded.push(id)
      return Reflect.get(target, name) as unknown
    },
  })
  await join("rosa")
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  try {
    const live = createLive({ store: watched, log: silent, now: () => clock, words: wordsOf })
    const phone = await live.visit(id, "rosa", true, listener().wire)
    await vi.advanceTimersByTimeAsync(1000)
    await live.drop(id)
    await store.deleteWorkshop(id)
    loaded.length = 0
    phone.leave()
    await vi.advanceTimersByTimeAsync(1000)
    expect(loaded).toEqual([])
    await live.close()
  } finally {
    vi.useRealTimers()
  }
})
