import { expect, test } from "vitest"
import * as Y from "yjs"
import { boardView, notesInTheme, run, type NoteId, type ThemeId } from "./index.ts"

const option = "option1" as NoteId
const addOption = (doc: Y.Doc): void =>
  void run(doc, { type: "add-note", id: option, kind: "option", canvas: "options", text: "A night bus" })
const copy = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

test("words of a sheet written elsewhere are seen, whether they come before the option, with it or after it", () => {
  const [writer, reader] = [new Y.Doc(), new Y.Doc()]
  const view = boardView(reader)
  writer.getText(`who:${option}`).insert(0, "Ana")
  copy(writer, reader)
  expect(view.get().notes.size).toBe(0)
  addOption(writer)
  copy(writer, reader)
  expect(view.get().notes.get(option)?.sheet).toEqual({ who: "Ana", pays: "", leftOut: "", description: "" })
  writer.getText(`who:${option}`).insert(3, " and Ben")
  const paragraph = new Y.XmlElement("paragraph")
  writer.getXmlFragment(`description:${option}`).insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText("Every hour")])
  copy(writer, reader)
  expect(view.get().notes.get(option)?.sheet).toMatchObject({ who: "Ana and Ben", description: "Every hour" })
  ;(paragraph.get(0) as Y.XmlText).insert(10, ", free")
  copy(writer, reader)
  expect(view.get().notes.get(option)?.sheet?.description).toBe("Every hour, free")
})

test("a sheet is heard once a note becomes an option, even where its root was there before", () => {
  const [writer, reader] = [new Y.Doc(), new Y.Doc()]
  const view = boardView(reader)
  run(writer, { type: "add-note", id: option, kind: "need", canvas: "needs", text: "A bus" })
  writer.getText(`pays:${option}`).insert(0, "the city")
  copy(writer, reader)
  run(writer, { type: "change-kind", id: option, kind: "option" })
  copy(writer, reader)
  expect(view.get().notes.get(option)?.sheet?.pays).toBe("the city")
  writer.getText(`pays:${option}`).insert(0, "perhaps ")
  copy(writer, reader)
  expect(view.get().notes.get(option)?.sheet?.pays).toBe("perhaps the city")
})

test("listeners hear of what changes on the board, and of nothing after they stopped", () => {
  const doc = new Y.Doc()
  const view = boardView(doc)
  let [heard, told] = [0, 0]
  const stop = view.subscribe(() => heard++)
  view.onChange((before, after) => (before === after ? expect(told).toBeGreaterThan(0) : told++))
  addOption(doc)
  doc.getMap("notes").set("__unknown", "x")
  ;(doc.getMap("notes").get(option) as Y.Map<unknown>).set("unknown", 1)
  expect([heard, told]).toEqual([1, 1])
  stop()
  run(doc, { type: "change-words", id: option, text: "A late bus" })
  expect([heard, told]).toEqual([1, 2])
  view.destroy()
  run(doc, { type: "change-words", id: option, text: "A bus" })
  expect(told).toBe(2)
  expect(view.get().notes.get(option)?.text).toBe("A late bus")
})

test("a change in one theme leaves every other theme's list the same array", () => {
  const doc = new Y.Doc()
  const [t1, t2] = ["t1", "t2"] as [ThemeId, ThemeId]
  const ids = ["n1", "n2"] as [NoteId, NoteId]
  for (const id of ids) run(doc, { type: "add-note", id, kind: "need", canvas: "needs", text: id })
  run(doc, { type: "put-together", themeId: t1, canvas: "needs", title: "One", notes: [ids[0]] })
  run(doc, { type: "put-together", themeId: t2, canvas: "needs", title: "Two", notes: [ids[1]] })
  const view = boardView(doc)
  const [one, two] = [notesInTheme(view.get(), t1, "needs"), notesInTheme(view.get(), t2, "needs")]
  run(doc, { type: "change-words", id: ids[0], text: "other words" })
  expect(notesInTheme(view.get(), t2, "needs")).toBe(two)
  expect(notesInTheme(view.get(), t1, "needs")).not.toBe(one)
})
