import { expect, test } from "vitest"
import * as Y from "yjs"
import { newId, readBoard, run, TAKEN_BACK, type AgreementId, type Command, type NoteId, type ThemeId } from "./index.ts"
test("smoke", () => {
  const doc = new Y.Doc()
  const [a, b, o] = [newId<NoteId>(), newId<NoteId>(), newId<NoteId>()]
  const t = newId<ThemeId>()
  expect(run(doc, { type: "add-note", id: a, kind: "need", canvas: "needs", text: " A bus " })).toEqual({
    ok: true,
    inverse: { type: "set-aside", id: a, reason: TAKEN_BACK },
  })
  run(doc, { type: "add-note", id: b, kind: "need", canvas: "needs", text: "A tram" })
  expect(run(doc, { type: "put-together", themeId: t, canvas: "needs", title: "Getting there", notes: [a, b] }).ok).toBe(true)
  expect(run(doc, { type: "make-option", id: o, themeId: t }).ok).toBe(true)
  expect(run(doc, { type: "fill-sheet", id: o, field: "who", text: "the council" }).ok).toBe(true)
  const ag: Command = { type: "add-agreement", id: newId<AgreementId>(), text: "We agree", sources: [a] }
  expect(run(doc, ag).ok).toBe(true)
  const board = readBoard(doc)
  expect(board.links.size).toBe(3)
  expect(board.notes.get(o)?.sheet?.who).toBe("the council")
})
