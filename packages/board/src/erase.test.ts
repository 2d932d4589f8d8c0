import { expect, test } from "vitest"
import * as Y from "yjs"
import {
  eraseWords,
  fillBoard,
  readBoard,
  type ActionId,
  type AgreementId,
  type NoteId,
  type PledgeId,
  type Plan,
  type SuggestionId,
} from "./index.ts"

const mine = "mine" as NoteId
const theirs = "theirs" as NoteId
const agreementId = "a" as AgreementId
const actionId = "x" as ActionId
const pledgeId = "p" as PledgeId
const suggestionId = "s" as SuggestionId
const note = {
  kind: "option",
  canvas: "options",
  themeId: null,
  rank: "a3",
  place: null,
  lang: null,
  forWhom: "",
  stack: null,
  notThisTime: null,
  answer: "",
} as const
const sheet = { who: "", pays: "", leftOut: "" }
const plan: Plan = {
  notes: [
    { ...note, id: mine, text: "SECRET words", aside: null, sheet: { ...sheet, who: "SECRET who" }, description: [] },
    {
      ...note,
      id: theirs,
      text: "Their words",
      aside: { reason: "SECRET reason" },
      notThisTime: { reason: "SECRET outcome" },
      sheet: { ...sheet, pays: "SECRET pays", who: "Their who" },
      description: [{ name: "paragraph", nodes: [{ runs: [{ text: "SECRET long", marks: {} }] }] }],
    },
  ],
  agreements: [{ id: agreementId, text: "SECRET agreement", rank: "a0", aside: null }],
  actions: [{ id: actionId, agreementId, text: "SECRET action", who: "SECRET", by: "", rank: "a0", aside: null }],
  suggestions: [{ id: suggestionId, noteId: theirs, text: "SECRET suggestion", state: "open" }],
  pledges: [
    { id: pledgeId, text: "SECRET pledge", rank: "a0", aside: null },
    { id: "p2" as PledgeId, text: "Their pledge", rank: "a1", aside: { reason: "SECRET why" } },
  ],
}
const erased = {
  notes: [mine],
  suggestions: [suggestionId],
  agreements: [agreementId],
  actions: [actionId],
  pledges: [pledgeId],
  sheets: [
    { noteId: theirs, field: "pays" },
    { noteId: theirs, field: "description" },
  ],
  reasons: [
    { root: "notes", id: theirs },
    { root: "pledges", id: "p2" },
  ],
  outcomes: [{ root: "notes", id: theirs }],
} as const

test("of erased words none is left in the doc, and everybody else's stay; twice is once", () => {
  const doc = new Y.Doc()
  fillBoard(doc, plan)
  const bytes = (): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("latin1")
  expect(bytes()).toContain("SECRET")
  eraseWords(doc, erased)
  eraseWords(doc, erased)
  expect(bytes()).not.toContain("SECRET")
  const board = readBoard(doc)
  expect([...board.notes.keys(), board.agreements.size, board.actions.size, board.suggestions.size]).toEqual([theirs, 0, 0, 0])
  expect(board.notes.get(theirs)).toMatchObject({ text: "Their words", aside: { reason: "" }, sheet: { who: "Their who", pays: "" } })
})
