// Taking a note out of sight while the disk fails, on a real SQLite database: nobody who comes meanwhile gets its words, and it is
// finished without anybody's doing once the disk works again.
import { afterEach, expect, test, vi } from "vitest"
import type { NoteId } from "@evenboard/board"
import { openSqlite, type Store } from "@evenboard/storage"
import { wordsOf } from "../words.ts"
import { createLive } from "./live.ts"

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const ID = "workshop01"
const WORDS = "CANARYWORDS"
const textOf = (frames: readonly Uint8Array[]): string => frames.map((bytes) => new TextDecoder().decode(bytes)).join()

/** A workshop with one note and its host, on a store of which some calls fail while they are named in `failing`. */
async function hall() {
  const real = await openSqlite(":memory:")
  const failing = new Set<string>()
  const faults: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void faults.push(JSON.stringify(fields)) }
  const store = new Proxy(real, {
    get: (target, name) =>
      failing.has(String(name)) ? () => Promise.reject(new Error("disk full")) : (Reflect.get(target, name) as unknown),
  })
  let retries: (() => void)[] = []
  const later = (ms: number, work: () => void): (() => void) => {
    if (ms >= 60_000) return () => undefined // an empty room stays open
    if (ms > 500) {
      retries.push(work)
      return () => (retries = retries.filter((one) => one !== work))
    }
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  }
  /** A second or more goes by. */
  const wait = (): void => retries.splice(0).forEach((work) => work())
  const live = createLive({ store, log, now: () => 1_700_000_000_000, words: wordsOf, later })
  closing.push(async () => {
    failing.clear()
    await live.close()
    await real.close()
  })
  await open(real)
  await live.record(ID, "server", { type: "host-changed", from: null, to: "rosa", how: "first" })
  const added = await live.addNote(ID, "rosa", { text: WORDS, kind: "need", canvas: "needs" })
  if (!added.ok) throw new Error("not added")
  const noteId = added.value.noteId as NoteId
  const hide = () => live.intent(ID, { seat: "rosa" }, { id: "hide", type: "hide-note", noteId, reason: "names a person" })
  const join = async () => {
    const frames: Uint8Array[] = []
    const visit = await live.visit(ID, "rosa", true, { send: (frame) => frames.push(frame), close: () => {}, queuedBytes: () => 0 })
    visit.receive(new Uint8Array([0, 0, 1, 0]))
    await vi.waitFor(() => expect(frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true))
    return frames
  }
  const kept = async (): Promise<string> => {
    const { snapshot, updates } = await real.loadDoc(ID)
    return [textOf([snapshot ?? new Uint8Array(), ...updates]), JSON.stringify([await real.ledger(ID), await real.facts(ID)])].join()
  }
  return { live, failing, faults, wait, noteId, hide, join, kept }
}

async function open(store: Store): Promise<void> {
  const at = { createdAt: 1, language: "en" }
  await store.createWorkshop(
    {
      id: ID,
      joinHash: "j",
      joinGeneration: 1,
      joinCode: null,
      organiserHash: "o",
      endedAt: null,
      keepUntil: 9e15,
      rehearsalOf: null,
      ...at,
    },
    [
      {
        seq: 1,
        at: 1,
        by: "server",
        type: "opened",
        title: "T",
        purpose: "",
        language: "en",
        groups: [],
        stages: [{ kind: "needs", prompt: "", minutes: 20 }],
      },
    ],
  )
  const seat = {
    id: "rosa",
    workshopId: ID,
    name: "Rosa",
    credit: "name" as const,
    quotable: true,
    group: null,
    table: null,
    device: true,
    returnHash: null,
    ...at,
  }
  await store.createSeat(seat, null, 0)
}

test("words whose log cannot be cleared reach nobody who joins, though the board is read again from it, and go once the disk works", async () => {
  const { live, failing, faults, wait, hide, join, kept } = await hall()
  failing.add("compact")
  await expect(hide()).rejects.toThrow("disk full")
  failing.add("commit")
  await expect(live.addNote(ID, "rosa", { text: "not kept", kind: "need", canvas: "needs" })).rejects.toThrow("cannot store")
  failing.delete("commit")
  expect(await kept()).toContain(WORDS)
  expect(textOf(await join())).not.toContain(WORDS)
  expect(JSON.stringify(await live.history(ID, { limit: 50 }))).not.toContain(WORDS)
  wait()
  await vi.waitFor(() => expect(faults.some((fault) => fault.includes("take out of sight"))).toBe(true)) // still full
  failing.clear()
  await vi.waitFor(async () => {
    wait()
    expect(await kept()).not.toContain(WORDS)
  })
})

test("while a note that should be out of sight cannot leave the board, who comes is to come back, and pages are made without it", async () => {
  const { live, failing, wait, noteId, hide, join, kept } = await hall()
  failing.add("hideNote")
  await expect(hide()).rejects.toThrow("disk full")
  await expect(join()).rejects.toThrow("out of sight")
  const now = await live.now(ID)
  expect(now.session.hidden.has(noteId)).toBe(true)
  expect(now.board.notes.size).toBe(0)
  failing.clear()
  await vi.waitFor(async () => {
    wait()
    expect(await kept()).not.toContain(WORDS)
  })
  expect(textOf(await join())).not.toContain(WORDS)
  expect(await live.intent(ID, { seat: "rosa" }, { id: "back", type: "restore-note", noteId })).toEqual({ ok: true, value: null })
  const back = await live.now(ID)
  expect([back.board.notes.get(noteId)?.text, back.facts.get(noteId)?.firstWording]).toEqual([WORDS, WORDS])
})
