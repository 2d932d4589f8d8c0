import { expect, test } from "vitest"
import * as Y from "yjs"
import { newId, run, type NoteId } from "@evenboard/board"
import { myWords } from "./my-words.ts"

function pendingOf(doc: Y.Doc, work: () => void): { update: Uint8Array }[] {
  const pending: { update: Uint8Array }[] = []
  const hear = (update: Uint8Array) => void pending.push({ update })
  doc.on("update", hear)
  work()
  doc.off("update", hear)
  return pending
}
const add = (doc: Y.Doc, text: string): NoteId => {
  const id = newId<NoteId>()
  run(doc, { type: "add-note", id, kind: "need", canvas: "needs", text })
  return id
}

test("the words of new notes, in the order they were written, and nobody else's", () => {
  const doc = new Y.Doc()
  add(doc, "theirs")
  const pending = pendingOf(doc, () => {
    add(doc, "The last bus")
    add(doc, "A ramp")
  })
  expect(myWords(doc, pending)).toEqual(["The last bus", "A ramp"])
})

test("a note whose words I changed is told whole, and once", () => {
  const doc = new Y.Doc()
  const id = add(doc, "The bus stops")
  const pending = pendingOf(doc, () => {
    run(doc, { type: "change-words", id, text: "The last bus stops" })
    run(doc, { type: "change-words", id, text: "The last bus stops at six" })
  })
  expect(myWords(doc, pending)).toEqual(["The last bus stops at six"])
})

test("long text is told without its marks; moving a note is no word", () => {
  const doc = new Y.Doc()
  const id = add(doc, "A ramp")
  const pending = pendingOf(doc, () => {
    const paragraph = new Y.XmlElement("paragraph")
    const text = new Y.XmlText("Half a page")
    paragraph.insert(0, [text])
    doc.getXmlFragment("description:x").insert(0, [paragraph])
    text.format(0, 4, { bold: true })
    run(doc, { type: "set-aside", id, reason: "later" })
  })
  expect(myWords(doc, pending)).toEqual(["Half a page"])
})
