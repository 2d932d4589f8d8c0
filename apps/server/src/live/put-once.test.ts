// A thing on the board is put there once, by whoever wrote it. A client of its own making that takes it away, or puts another in its
// place, would have its author say what they never said, with nothing to show that anybody else was there.
import { afterEach, expect, test } from "vitest"
import * as Y from "yjs"
import { newId, run, type AgreementId, type NoteId, type ThemeId } from "@evenboard/board"
import { livePhone } from "../testing/live-phone.ts"
import { openTestServer, readJson, type TestServer } from "../testing/server.ts"

let server: TestServer
afterEach(() => server.close())

const WORDS = "The bus stops at six"
const FORGED = "I never needed a bus"

async function hall() {
  server = await openTestServer()
  const workshop = await server.open()
  const { workshopId: id } = workshop
  const ana = await server.join(workshop, { name: "Ana" })
  const rosa = await server.join(workshop, { name: "Rosa", showName: true })
  const mallory = await server.join(workshop, { name: "Mallory" })
  const added = await server.call("POST", `/api/workshops/${id}/notes`, { json: { text: WORDS, kind: "need" }, key: rosa.seatKey })
  const { noteId } = await readJson<{ noteId: NoteId }>(added)
  const intent = (type: string, more: object) =>
    server.call("POST", `/api/workshops/${id}/intents`, { json: { id: newId(), type, noteId, ...more }, key: ana.seatKey })
  const now = () => server.live.now(id)
  return { id, workshop, ana, rosa, mallory, noteId, intent, now }
}

const forged = (text = FORGED): Y.Map<unknown> =>
  new Y.Map<unknown>(Object.entries({ kind: "need", canvas: "needs", themeId: null, rank: "a0", stack: null, text: new Y.Text(text) }))

test.each<[string, (doc: Y.Doc, noteId: NoteId) => void]>([
  ["is taken away", (doc, noteId) => doc.getMap("notes").delete(noteId)],
  ["is put anew as a whole", (doc, noteId) => doc.getMap("notes").set(noteId, forged())],
  ["is put in its place as plain words", (doc, noteId) => doc.getMap("notes").set(noteId, FORGED)],
])("a note that somebody else wrote stays as it is when it %s, and who tried is sent off", async (_, attack) => {
  const { id, rosa, mallory, noteId, now } = await hall()
  const phone = await livePhone(server.live, id, mallory.seatId)
  attack(phone.doc, noteId)
  await expect.poll(() => phone.endedBy).toBe("refused")
  const { board, facts } = await now()
  expect(board.notes.get(noteId)?.text).toBe(WORDS)
  expect(facts.get(noteId)).toMatchObject({ author: rosa.seatId, changes: 0 })
})

test("a note out of sight is nobody's to put there again, and comes back with its author's words", async () => {
  const { id, mallory, noteId, intent, now } = await hall()
  await intent("hide-note", { reason: "says where she lives" })
  const phone = await livePhone(server.live, id, mallory.seatId)
  phone.doc.getMap("notes").set(noteId, forged())
  await expect.poll(() => phone.endedBy).toBe("refused")
  expect((await now()).board.notes.has(noteId)).toBe(false)
  expect((await intent("restore-note", {})).status).toBe(200)
  expect((await now()).board.notes.get(noteId)?.text).toBe(WORDS)
})

test("a note whose author had their words deleted comes back under nobody's hand, also after a restart", async () => {
  const { id, rosa, mallory, noteId, now } = await hall()
  await server.call("POST", `/api/workshops/${id}/me/erase`, { json: { words: true }, key: rosa.seatKey })
  await server.live.drop(id)
  const phone = await livePhone(server.live, id, mallory.seatId)
  phone.doc.getMap("notes").set(noteId, forged())
  await expect.poll(() => phone.endedBy).toBe("refused")
  expect((await now()).board.notes.has(noteId)).toBe(false)
})

test("sentences of an agreement are put once, too, and what honest phones do to all of them is taken", async () => {
  const { id, ana, mallory, now } = await hall()
  const phone = await livePhone(server.live, id, ana.seatId)
  const agreement = newId<AgreementId>()
  run(phone.doc, { type: "add-agreement", id: agreement, text: "We agree to begin", sources: [] })
  run(phone.doc, { type: "change-agreement", id: agreement, text: "We agree to begin in May" })
  run(phone.doc, { type: "set-aside-agreement", id: agreement, reason: "later" })
  run(phone.doc, { type: "bring-back-agreement", id: agreement })
  await phone.leave()
  expect((await now()).board.agreements.get(agreement)).toMatchObject({ text: "We agree to begin in May", aside: null })
  const bad = await livePhone(server.live, id, mallory.seatId)
  bad.doc.getMap("agreements").delete(agreement)
  await expect.poll(() => bad.endedBy).toBe("refused")
  expect((await now()).board.agreements.has(agreement)).toBe(true)
})

test("a note under the id of a theme is refused: deleting it would take what the log says of that theme with it", async () => {
  const { id, ana, mallory, noteId, now } = await hall()
  const phone = await livePhone(server.live, id, ana.seatId)
  const theme = newId<ThemeId>()
  run(phone.doc, { type: "put-together", themeId: theme, canvas: "needs", title: "Mornings", notes: [noteId] })
  await phone.leave()
  const bad = await livePhone(server.live, id, mallory.seatId)
  bad.doc.getMap("notes").set(theme, forged())
  await expect.poll(() => bad.endedBy).toBe("refused")
  await server.call("POST", `/api/workshops/${id}/me/erase`, { json: { words: true }, key: mallory.seatKey })
  expect((await now()).board.themes.get(theme)?.title).toBe("Mornings")
  expect((await server.store.ledger(id, { target: theme })).map(({ after }) => after !== null)).toEqual([true])
})
