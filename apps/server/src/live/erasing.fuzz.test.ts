// A person in each of many workshops on one disk has everything of theirs deleted, while another workshop writes: of what they wrote,
// said and were called, no byte is left in the database's files or in an export (G14), nor of a name that a host takes out there; nobody
// else loses a word, and the other workshop never waits for it longer than a second. ERASE_BOARDS scales, FUZZ_SEED repeats.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { run, type Command, type NoteId } from "@evenboard/board"
import { openSqlite, type Store } from "@evenboard/storage"
import { randomFrom, sizeOf, type Random } from "@evenboard/sync/testing"
import { hashKey } from "../keys.ts"
import { bringNeed, sayNeed } from "../access.ts"
import { wordsOf } from "../words.ts"
import type { Live, Visit } from "../deps.ts"
import { livePhone } from "../testing/live-phone.ts"
import { createLive } from "./live.ts"

const BOARDS = sizeOf("ERASE_BOARDS")
const SEED = sizeOf("FUZZ_SEED")
const NOTES_EACH = 12

const folder = mkdtempSync(join(tmpdir(), "evenboard-erase-"))
afterAll(() => rmSync(folder, { recursive: true }))
const logged: string[] = []
const keep = (fields: object, message: string): void => void logged.push(JSON.stringify(fields) + message)
const log = { info: keep, warn: keep, error: keep }

const stage = (kind: "needs" | "agree") => ({ kind, prompt: "", minutes: 20 })

async function openBoard(store: Store, id: string): Promise<void> {
  const row = {
    id,
    joinHash: `j-${id}`,
    joinGeneration: 1,
    joinCode: null,
    organiserHash: "o",
    language: "en",
    createdAt: 1,
    endedAt: null,
    rehearsalOf: null,
  }
  await store.createWorkshop({ ...row, keepUntil: 9e15 }, [
    {
      seq: 1,
      at: 1,
      by: "server",
      type: "opened",
      title: "T",
      purpose: "",
      language: "en",
      groups: [],
      stages: [stage("needs"), stage("agree")],
    },
  ])
}

/** A word nobody else could have written: 24 letters and digits. */
const canary = (random: Random): string => `canary${Array.from({ length: 18 }, () => random.below(36).toString(36)).join("")}`
const seatRow = (workshopId: string, id: string, name: string, group: string | null) => ({
  id,
  workshopId,
  name,
  credit: "name" as const,
  quotable: true,
  group,
  table: group,
  language: "en",
  device: true,
  createdAt: 1,
  returnHash: null,
})

/** `back`: what its writer took back before. */
type Written = { canaries: string[]; kept: string; taken: string; back: string }

/** Five canaries and more, each where a person's words may lie; and words of somebody else beside them. */
async function play(store: Store, live: Live, id: string, random: Random): Promise<Written> {
  const canaries: string[] = []
  const plant = (): string => {
    canaries.push(canary(random))
    return canaries.at(-1) ?? ""
  }
  const [name, group, note] = [plant(), plant(), plant()]
  const kept = canary(random)
  await store.createSeat(seatRow(id, "rosa", name, group), hashKey("rosa"), 0)
  await store.createSeat(seatRow(id, "sam", "Sam", null), hashKey("sam"), 0)
  await live.seatChanged(id, "rosa")
  await live.seatChanged(id, "sam")
  await live.record(id, "server", { type: "host-changed", from: null, to: "sam", how: "first" })
  const add = async (by: string, text: string, kind: "need" | "option" = "need"): Promise<NoteId> => {
    const added = await live.addNote(id, by, { text, kind, canvas: kind === "need" ? "needs" : "options" })
    if (!added.ok) throw new Error(added.reason)
    return added.value.noteId as NoteId
  }
  for (let count = 0; count < NOTES_EACH; count += 1)
    await add(count % 2 ? "sam" : "rosa", `${count % 2 ? kept : note} ${"and so on ".repeat(random.below(40))}`)
  const changed = await add("rosa", plant())
  const option = await add("sam", `${kept} option`, "option")
  const out = await add("rosa", plant())
  const taken = plant() // of somebody else's name in somebody else's note: a host takes it out
  const named = await add("sam", `${kept} and ${taken}`)
  const edit = async (seat: string, ...commands: Command[]): Promise<void> => {
    const phone = await livePhone(live, id, seat)
    for (const command of commands) expect(run(phone.doc, command).ok).toBe(true)
    await phone.leave()
  }
  const intent = async (seat: string, body: Record<string, unknown>): Promise<void> => {
    const done = await live.intent(id, { seat }, { id: canary(random).slice(6), ...body } as never)
    if (!done.ok) throw new Error(done.reason)
  }
  await edit(
    "sam",
    { type: "change-words", id: named, text: `${kept} and nobody` },
    { type: "change-words", id: named, text: `${kept} and ${taken}` },
  )
  await edit("sam", { type: "change-words", id: changed, text: `${kept} in other words` })
  await edit(
    "rosa",
    { type: "suggest-words", suggestionId: "s1" as never, noteId: option, text: plant() },
    { type: "fill-sheet", id: option, field: "who", text: plant() },
    { type: "add-agreement", id: "a1" as never, text: plant(), sources: [] },
    { type: "add-action", id: "x1" as never, agreementId: null, text: plant(), who: plant(), by: "" },
    { type: "set-aside", id: option, reason: plant() },
    { type: "say-outcome", of: { note: option }, reason: plant() },
    { type: "add-pledge", id: "p1" as never, text: plant() },
  )
  await edit("sam", { type: "add-agreement", id: "a2" as never, text: `${kept} agreed`, sources: [] })
  await intent("rosa", { type: "say-worry", agreementId: "a2", words: plant() })
  await intent("sam", { type: "hide-note", noteId: out, reason: plant() })
  await intent("rosa", { type: "propose-hide", noteId: named, reason: plant() })
  const safe = await live.safe(id)
  for (const hears of ["host", "organiser"] as const)
    expect(await safe.say("rosa", { id: canary(random).slice(6), words: plant(), hears })).toMatchObject({ ok: true })
  expect(await safe.askBack("rosa", { noteId: out, words: plant() })).toMatchObject({ ok: true })
  await store.setAccessContact(id, { name: "Ana", reach: "at the door", deleteAt: 9e15 }, "hash")
  const need = { words: plant(), language: plant(), supporter: true, reach: plant() }
  expect(
    await sayNeed(
      { store, now: () => 1, random: (count) => Uint8Array.from({ length: count }, () => random.below(256)) },
      { id },
      { keyHash: "before" },
      need,
    ),
  ).toMatchObject({ ok: true })
  // Said before she joined, and hers since.
  expect(await bringNeed({ store }, { id }, { keyHash: "before", seat: "rosa" }, true)).toBe(true)
  const [back, backId] = [canary(random), canary(random).slice(6)]
  await safe.say("rosa", { id: backId, words: back, hears: "organiser" })
  expect(await safe.takeBack("rosa", backId)).toMatchObject({ ok: true })
  await intent("sam", { type: "start-round", kind: "alone", stage: "needs", question: "" })
  const drafted = await live.putDraft(id, "rosa", "draft00000000001", { kind: "need", text: plant() })
  if (!drafted.ok) throw new Error(drafted.reason)
  return { canaries, kept, taken, back }
}

/** How often each word stands in any file of the database, as UTF-8 or UTF-16. */
function found(words: readonly string[]): string[] {
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)))
  return words.filter((word) => files.some((bytes) => bytes.includes(word) || bytes.includes(Buffer.from(word, "utf16le"))))
}

/** Writes without a pause; tells the longest wait for a commit. */
function writer(live: Live, id: string): { stop(): Promise<number> } {
  const state = { isOver: false }
  let slowest = 0
  const writing = (async () => {
    for (let count = 0; !state.isOver; count += 1) {
      const from = performance.now()
      await live.addNote(id, "tom", { text: `elsewhere ${count}`, kind: "need", canvas: "needs" })
      slowest = Math.max(slowest, performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return slowest
  })()
  return {
    stop: () => {
      state.isOver = true
      return writing
    },
  }
}

test(
  "of an erased person no byte is left, nobody else loses a word, and no other workshop waits a second",
  { timeout: 600_000 },
  async () => {
    const random = randomFrom(SEED)
    const store = await openSqlite(join(folder, "evenboard.sqlite"))
    const live = createLive({ store, log, now: () => 1_700_000_000_000, words: wordsOf })
    await openBoard(store, "elsewhere1")
    await store.createSeat(seatRow("elsewhere1", "tom", "Tom", null), null, 0)
    const ids = Array.from({ length: BOARDS }, (_, index) => `board${String(index).padStart(5, "0")}`)
    const written = new Map<string, Written>()
    for (const id of ids) {
      await openBoard(store, id)
      written.set(id, await play(store, live, id, random))
    }
    const all = [...written.values()].flatMap(({ canaries }) => canaries)
    const kept = [...written.values()].map((one) => one.kept)
    expect(found(all)).toHaveLength(all.length) // else the search below proves nothing
    // What she took back went at once, whatever came after.
    expect(found([...written.values()].map(({ back }) => back))).toEqual([])

    const other = writer(live, "elsewhere1")
    const from = performance.now()
    let slowest = 0
    for (const id of ids) {
      const begun = performance.now()
      await live.erase(id, { id: `e-${id}`, seat: "rosa", words: true }, hashKey("rosa"))
      slowest = Math.max(slowest, performance.now() - begun)
      const wish = { id: `m-${id}`, seat: "sam", words: written.get(id)?.taken ?? "", except: [] }
      expect(await live.takeMentionOut(id, wish)).toEqual({ ok: true, value: 1 })
      slowest = Math.max(slowest, performance.now() - begun)
    }
    const took = performance.now() - from
    const waited = await other.stop()
    const left = found(all)
    const stillThere = found(kept)
    const heard = await Promise.all(ids.slice(0, 5).map((id) => everythingToldBy(live, id)))
    process.stdout.write(
      `= erasure: seed ${SEED}, ${BOARDS} boards, a person and a name of somebody else taken out of each, ${all.length} canaries, ${left.length} found in files, each done within ${Math.ceil(slowest)} ms (all in ${Math.ceil(took / 100) / 10} s), another workshop waited ${Math.ceil(waited)} ms at most\n`,
    )
    expect(left).toEqual([])
    expect(stillThere).toHaveLength(kept.length)
    expect(all.filter((word) => heard.some((one) => one.includes(word)) || logged.some((line) => line.includes(word)))).toEqual([])
    expect(waited).toBeLessThan(1000)
    expect(slowest).toBeLessThan(60_000)
    await live.close()
    await store.close()
    expect(found(all)).toEqual([])
  },
)

/** All that a phone which joins now is sent, and what the history tells. */
async function everythingToldBy(live: Live, id: string): Promise<string> {
  const frames: Uint8Array[] = []
  const visit: Visit = await live.visit(id, "sam", true, { send: (frame) => frames.push(frame), close: () => {}, queuedBytes: () => 0 })
  visit.receive(new Uint8Array([0, 0, 1, 0]))
  await expect.poll(() => frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true)
  visit.leave()
  const { session, board, facts, seats } = await live.now(id)
  const history = await live.history(id, { limit: 10_000 })
  const told = [session, history, ...Object.values(board), facts, seats].map((value) =>
    JSON.stringify(value instanceof Map ? [...value] : value),
  )
  return [...frames.map((frame) => new TextDecoder().decode(frame)), ...told].join()
}
