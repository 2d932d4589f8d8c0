import { expect, test } from "vitest"
import * as Y from "yjs"
import { descriptionOf, newId, sheetText } from "./doc.ts"
import { takeOutLate } from "./late.ts"
import { readBoard } from "./read.ts"
import { run } from "./run.ts"
import type { NoteId, SuggestionId } from "./types.ts"
import { boardView } from "./view.ts"

const CANARY = "canarylatewords"

/** A board with two options, and what a phone does to both while it is away; `gone` goes meanwhile. */
function meanwhile(write: (doc: Y.Doc, id: NoteId) => void) {
  const [doc, away] = [new Y.Doc(), new Y.Doc()]
  const [gone, stays] = [newId<NoteId>(), newId<NoteId>()]
  for (const id of [gone, stays]) run(doc, { type: "add-note", id, kind: "option", canvas: "options", text: "A bus" })
  Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(away)
  for (const id of [gone, stays]) write(away, id)
  doc.getMap("notes").delete(gone)
  boardView(doc) // which the server has: its roots are known by kind
  const told: Uint8Array[] = []
  doc.on("update", (update: Uint8Array) => told.push(update))
  const update = Y.encodeStateAsUpdate(away, before)
  Y.transact(
    doc,
    (transaction) => {
      Y.applyUpdate(doc, update)
      takeOutLate(transaction, (id) => id === gone)
    },
    "phone",
    false,
  )
  return {
    doc,
    gone,
    stays,
    told: Buffer.concat(told).toString("latin1"),
    kept: Buffer.from(Y.encodeStateAsUpdate(doc)).toString("latin1"),
  }
}

test.each<[string, (doc: Y.Doc, id: NoteId) => void]>([
  ["who", (doc, id) => sheetText(doc, "who", id)?.insert(0, CANARY)],
  ["who pays", (doc, id) => sheetText(doc, "pays", id)?.insert(0, CANARY)],
  ["who is left out", (doc, id) => sheetText(doc, "leftOut", id)?.insert(0, CANARY)],
  [
    "a description",
    (doc, id) => {
      const paragraph = new Y.XmlElement("paragraph")
      descriptionOf(doc, id)?.insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText(CANARY)])
    },
  ],
  ["words proposed", (doc, id) => run(doc, { type: "suggest-words", suggestionId: newId<SuggestionId>(), noteId: id, text: CANARY })],
  ["words changed", (doc, id) => run(doc, { type: "change-words", id, text: `A bus, ${CANARY}` })],
])("%s that come late for a note that is gone stand in no update, and those for a note that is there stay", (_, write) => {
  const { doc, gone, stays, told, kept } = meanwhile(write)
  const once = (bytes: string): number => bytes.split(CANARY).length - 1
  expect([once(told), once(kept)]).toEqual([1, 1])
  const { notes, suggestions } = readBoard(doc)
  expect(notes.has(gone)).toBe(false)
  expect([...suggestions.values()].every(({ noteId }) => noteId === stays)).toBe(true)
  expect(doc.store.pendingStructs).toBeNull()
})
