import { readBoard, run, type NoteId, type ThemeId } from "@evenboard/board"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { countsOf } from "./counts.ts"

test("a note set aside is counted as that and not by its kind", () => {
  const doc = new Y.Doc()
  const add = (id: string, kind: "need" | "option") =>
    run(doc, { type: "add-note", id: id as NoteId, kind, canvas: kind === "need" ? "needs" : "options", text: "words" })
  add("needneedneed0001", "need")
  add("needneedneed0002", "need")
  add("optionoption0001", "option")
  run(doc, { type: "set-aside", id: "needneedneed0002" as NoteId, reason: "said twice" })
  expect(countsOf(readBoard(doc))).toMatchObject({ need: 1, option: 1, aside: 1, risk: 0, themes: 0 })
})

test("words about ourselves are not counted as needs", () => {
  const doc = new Y.Doc()
  const [themeId, id] = ["us" as ThemeId, "note" as NoteId]
  run(doc, { type: "put-together", themeId, canvas: "needs", title: "", notes: [], aboutUs: true })
  run(doc, { type: "add-note", id, kind: "need", canvas: "needs", text: "By bus", spot: { themeId } })
  expect(countsOf(readBoard(doc))).toMatchObject({ need: 0, themes: 1 })
})
