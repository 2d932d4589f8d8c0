// Words that are on their way as their writer has them deleted: sent in the same moment, on this or another phone, before or within the
// decision. Nothing of them is left, wherever they met it.
import { afterEach, expect, test } from "vitest"
import { newId, run, type ActionId, type AgreementId, type NoteId, type PledgeId, type SuggestionId } from "@evenboard/board"
import { livePhone } from "../testing/live-phone.ts"
import { openTestServer, readJson, type TestServer } from "../testing/server.ts"

let server: TestServer
afterEach(() => server.close())
const CANARY = "canaryontheway"

test.each([0, 4, 40])("words sent %i turns before or while their writer has them deleted are gone, too", async (turns) => {
  server = await openTestServer()
  const workshop = await server.open()
  const { workshopId: id } = workshop
  await server.join(workshop, { name: "Ana" })
  const rosa = await server.join(workshop, { name: "Rosa" })
  const sam = await server.join(workshop, { name: "Sam" })
  const json = { text: "A bus", kind: "option" }
  const { noteId } = await readJson<{ noteId: NoteId }>(await server.call("POST", `/api/workshops/${id}/notes`, { json, key: sam.seatKey }))
  const phone = await livePhone(server.live, id, rosa.seatId)
  const write = (n: number): void => {
    const text = `${CANARY} ${n}`
    run(phone.doc, { type: "add-note", id: newId<NoteId>(), kind: "need", canvas: "needs", text })
    run(phone.doc, { type: "add-agreement", id: newId<AgreementId>(), text, sources: [] })
    run(phone.doc, { type: "add-action", id: newId<ActionId>(), agreementId: null, text, who: "", by: "" })
    run(phone.doc, { type: "add-pledge", id: newId<PledgeId>(), text })
    run(phone.doc, { type: "suggest-words", suggestionId: newId<SuggestionId>(), noteId, text })
    run(phone.doc, { type: "fill-sheet", id: noteId, field: "who", text })
    run(phone.doc, { type: "set-aside", id: noteId, reason: text })
  }
  write(0)
  for (let n = 0; n < turns; n += 1) await new Promise((resolve) => setImmediate(resolve))
  const erased = server.call("POST", `/api/workshops/${id}/me/erase`, { json: { words: true }, key: rosa.seatKey })
  for (let n = 1; n < 6; n += 1) {
    write(n)
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    if (phone.endedBy !== null) break // its line is closed: a socket takes nothing more
  }
  expect((await erased).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 60))
  const { store } = server
  const { snapshot, updates } = await store.loadDoc(id)
  const bytes = [snapshot ?? new Uint8Array(), ...updates].map((one) => Buffer.from(one).toString("latin1")).join()
  expect(bytes).not.toContain(CANARY)
  expect(JSON.stringify([await store.ledger(id, { limit: 1000 }), await store.facts(id), await store.events(id)])).not.toContain(CANARY)
})
