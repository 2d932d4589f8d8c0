// A phone that was away still holds a note that has gone meanwhile, out of sight or with its author's words, and what its person did to
// it: words they proposed, parts of its sheet, changes. None of that may stand on the board, in what phones are sent, or in what is kept.
import { afterEach, expect, test } from "vitest"
import * as Y from "yjs"
import { newId, run, type Command, type NoteId, type SuggestionId } from "@evenboard/board"
import type { Joined } from "@evenboard/api"
import { livePhone } from "../testing/live-phone.ts"
import { openTestServer, readJson, type TestServer } from "../testing/server.ts"

let server: TestServer
afterEach(() => server.close())

const CANARY = "canarylatewords"

async function hall() {
  server = await openTestServer()
  const workshop = await server.open()
  const { workshopId: id } = workshop
  const ana = await server.join(workshop, { name: "Ana" })
  const rosa = await server.join(workshop, { name: "Rosa" })
  const sam = await server.join(workshop, { name: "Sam" })
  const json = { text: `A bus past ${CANARY}`, kind: "option" }
  const { noteId } = await readJson<{ noteId: NoteId }>(
    await server.call("POST", `/api/workshops/${id}/notes`, { json, key: rosa.seatKey }),
  )
  const other = await readJson<{ noteId: NoteId }>(
    await server.call("POST", `/api/workshops/${id}/notes`, { json: { text: "A bench", kind: "option" }, key: rosa.seatKey }),
  )
  const intent = (type: string, more: object = {}) =>
    server.call("POST", `/api/workshops/${id}/intents`, { json: { id: newId(), type, noteId, ...more }, key: ana.seatKey })

  /** Somebody's phone as it is now, which then goes away: `comeBack` brings what it did meanwhile. */
  const away = async (who: Joined) => {
    const here = await livePhone(server.live, id, who.seatId)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(here.doc))
    await here.leave()
    const before = Y.encodeStateVector(doc)
    return {
      run: (command: Command) => expect(run(doc, command)).toMatchObject({ ok: true }),
      comeBack: async () => {
        const phone = await livePhone(server.live, id, who.seatId)
        Y.applyUpdate(phone.doc, Y.encodeStateAsUpdate(doc, before), "mine")
        await phone.leave()
      },
    }
  }
  /** Every byte that is kept of the board, of its history, and that somebody who joins now is sent. */
  const kept = async (): Promise<string> => {
    const { store } = server
    const { snapshot, updates } = await store.loadDoc(id)
    const frames: Uint8Array[] = []
    const visit = await server.live.visit(id, ana.seatId, true, {
      send: (frame) => frames.push(frame),
      close: () => {},
      queuedBytes: () => 0,
    })
    visit.receive(new Uint8Array([0, 0, 1, 0]))
    await expect.poll(() => frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true)
    visit.leave()
    const bytes = [snapshot ?? new Uint8Array(), ...updates, ...frames].map((one) => Buffer.from(one).toString("latin1"))
    return [...bytes, JSON.stringify([await store.ledger(id), await store.facts(id)])].join("\n")
  }
  return { id, rosa, sam, noteId, other: other.noteId, intent, away, kept }
}

const lateWords = (noteId: NoteId): Command[] => [
  { type: "change-words", id: noteId, text: `${CANARY}, the blue door` },
  { type: "suggest-words", suggestionId: newId<SuggestionId>(), noteId, text: `Past ${CANARY}` },
  { type: "fill-sheet", id: noteId, field: "who", text: `Whoever lives at ${CANARY}` },
]

test("of a note out of sight nothing comes with a phone that was away, and the note comes back as it was", async () => {
  const { id, sam, noteId, other, intent, away, kept } = await hall()
  const phone = await away(sam)
  for (const command of lateWords(noteId)) phone.run(command)
  phone.run({ type: "suggest-words", suggestionId: newId<SuggestionId>(), noteId: other, text: "A warm bench" })
  expect((await intent("hide-note", { reason: "says where somebody lives" })).status).toBe(200)
  await phone.comeBack()
  await expect.poll(async () => (await kept()).includes(CANARY)).toBe(false)
  const { board } = await server.live.now(id)
  expect([...board.suggestions.values()].map(({ text }) => text)).toEqual(["A warm bench"])
  await intent("restore-note")
  const back = (await server.live.now(id)).board.notes.get(noteId)
  expect(back).toMatchObject({ text: `A bus past ${CANARY}`, sheet: { who: "" } })
})

test("of a note whose author had their words deleted nothing comes with another's phone that was away", async () => {
  const { id, rosa, sam, noteId, away, kept } = await hall()
  const phone = await away(sam)
  for (const command of lateWords(noteId)) phone.run(command)
  const erased = await server.call("POST", `/api/workshops/${id}/me/erase`, { json: { words: true }, key: rosa.seatKey })
  expect(erased.status).toBe(200)
  await phone.comeBack()
  await expect.poll(async () => (await kept()).includes(CANARY)).toBe(false)
  await server.live.drop(id)
  expect(await kept()).not.toContain(CANARY)
})
