import { expect, test } from "vitest"
import * as Y from "yjs"
import { boardView, fillBoard, putBack, readBoard, run, takeOut, type NoteId, type Plan, type SuggestionId } from "./index.ts"
import { descriptionTree } from "./description.ts"

const option = "option1" as NoteId
const bytesOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("latin1")

function filled(): Y.Doc {
  const doc = new Y.Doc()
  fillBoard(doc, plan)
  const entry = doc.getMap("notes").get(option) as Y.Map<unknown>
  entry.set("later", { colour: "blue" })
  return doc
}

const plan: Plan = {
  notes: [
    {
      id: option,
      kind: "option",
      canvas: "options",
      themeId: null,
      rank: "a3",
      stack: "s" as never,
      text: "SECRET-words",
      place: null,
      aside: { reason: "SECRET-reason" },
      notThisTime: { reason: "SECRET-not-now" },
      answer: "SECRET-answer",
      lang: "en",
      forWhom: "",
      sheet: { who: "SECRET-who", pays: "SECRET-pays" },
      description: [{ name: "paragraph", nodes: [{ runs: [{ text: "SECRET-long", marks: { bold: true } }] }] }],
    },
  ],
  themes: [{ id: "t" as never, canvas: "needs", title: "Travel", rank: "a0", gone: true, aboutUs: true, notThisTime: { reason: "later" } }],
  links: [{ from: option, to: "need1", kind: "answers" }],
  agreements: [{ id: "a" as never, text: "We agree", rank: "a0", aside: { reason: "later" } }],
  actions: [{ id: "x" as never, agreementId: "a" as never, text: "Ask", who: "Ana", by: "2026-03-01", rank: "a0", aside: null }],
  suggestions: [
    { id: "s1" as SuggestionId, noteId: option, text: "SECRET-suggestion", state: "open" },
    { id: "s2" as SuggestionId, noteId: option, text: "SECRET-taken", state: "taken" },
  ],
}

test("a board is filled in one transaction with just what it was given, and only once", () => {
  const doc = new Y.Doc()
  let updates = 0
  doc.on("update", () => updates++)
  fillBoard(doc, plan)
  fillBoard(doc, plan)
  expect(updates).toBe(1)
  const board = readBoard(doc)
  expect(board.notes.get(option)).toEqual({
    ...plan.notes?.[0],
    sheet: { who: "SECRET-who", pays: "SECRET-pays", leftOut: "", description: "SECRET-long" },
    description: undefined,
  })
  for (const root of ["themes", "agreements", "actions", "suggestions"] as const) expect([...board[root].values()]).toEqual(plan[root])
  expect([...board.links.values()]).toEqual(plan.links)
})

test("a note taken out leaves none of its words in the doc", () => {
  const doc = filled()
  expect(bytesOf(doc)).toContain("SECRET")
  expect(takeOut(doc, option)).toContain("SECRET-long")
  expect(bytesOf(doc)).not.toContain("SECRET")
  expect(readBoard(doc).suggestions.size).toBe(0)
  expect(takeOut(doc, option)).toBeNull()
})

test("a note put back is the same as before, with its sheet, suggestions, links and fields unknown to us; twice is once", () => {
  const doc = filled()
  const before = readBoard(doc)
  const tree = descriptionTree(doc, option)
  const view = boardView(doc)
  const content = takeOut(doc, option) ?? ""
  putBack(doc, content)
  putBack(doc, content)
  expect(readBoard(doc)).toEqual(before)
  expect(view.get()).toEqual(before)
  expect(descriptionTree(doc, option)).toEqual(tree)
  expect((doc.getMap("notes").get(option) as Y.Map<unknown>).get("later")).toEqual({ colour: "blue" })
})

test("a phone that was away while a note was taken out cannot bring its words back by writing", () => {
  const [server, phone] = [filled(), new Y.Doc()]
  Y.applyUpdate(phone, Y.encodeStateAsUpdate(server))
  takeOut(server, option)
  run(phone, { type: "change-words", id: option, text: "SECRET-words, more" })
  Y.applyUpdate(server, Y.encodeStateAsUpdate(phone))
  expect(readBoard(server).notes.size).toBe(0)
  expect(bytesOf(server)).not.toContain("more")
})
