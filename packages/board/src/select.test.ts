import { beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import {
  aboutOf,
  actionsOf,
  asideNotes,
  cellsOf,
  DOING_NOTHING,
  linksFrom,
  linksTo,
  needsAnsweredBy,
  needsNobodyAnswers,
  notesAbout,
  notesOn,
  openSuggestions,
  optionsAnswering,
  optionsAnsweringStack,
  piecesOf,
  positionOf,
  shownKind,
  readBoard,
  run,
  sourcesOf,
  themesOn,
  type ActionId,
  type AgreementId,
  type Board,
  type Command,
  type Note,
  type NoteId,
  type StackId,
  type SuggestionId,
  type ThemeId,
} from "./index.ts"

const id = (id: string): NoteId => id as NoteId
const [theme, us] = ["theme", "us"] as [ThemeId, ThemeId]
let doc: Y.Doc
let board: Board
const ids = (notes: readonly { readonly id: string }[]): string[] => notes.map((note) => note.id)
const does = (command: Command): void => {
  expect(run(doc, command), JSON.stringify(command)).toMatchObject({ ok: true })
  board = readBoard(doc)
}
const add = (name: string, kind: Note["kind"], canvas: Note["canvas"]): void =>
  does({ type: "add-note", id: id(name), kind, canvas, text: name })

beforeEach(() => {
  doc = new Y.Doc()
  for (const name of ["bus", "ear", "light", "old"]) add(name, "need", "needs")
  add("van", "offer", "needs")
  for (const name of ["nightbus", "cafe"]) add(name, "option", "options")
  add("cost", "risk", "matrix")
  add("joy", "opportunity", "matrix")
  does({ type: "put-together", themeId: theme, canvas: "needs", title: "Getting there", notes: [id("light"), id("bus")] })
  does({ type: "put-together", themeId: us, canvas: "needs", title: "About us", notes: [id("ear")], aboutUs: true })
  does({ type: "set-aside", id: id("old"), reason: "said twice" })
})

test("a canvas is read first what is not grouped, then theme by theme; what is set aside stands apart", () => {
  expect(ids(notesOn(board, "needs"))).toEqual(["van", "light", "bus", "ear"])
  expect(ids(themesOn(board, "needs"))).toEqual([theme, us])
  expect(ids(asideNotes(board))).toEqual(["old"])
  expect(positionOf(board, id("bus"))).toEqual({ at: 2, of: 2 })
  expect(positionOf(board, id("old"))).toBeNull()
})

test("needs are open until an option that stands answers them; words about us and offers never are", () => {
  does({ type: "link", link: { from: "nightbus", to: "bus", kind: "answers" } })
  expect(ids(needsNobodyAnswers(board))).toEqual(["light"])
  expect(ids(needsAnsweredBy(board, id("nightbus")))).toEqual(["bus"])
  expect(ids(optionsAnswering(board, id("bus")))).toEqual(["nightbus"])
  does({ type: "set-aside", id: id("nightbus"), reason: "later" })
  expect(ids(needsNobodyAnswers(board))).toEqual(["light", "bus"])
})

test("a need among the words about ourselves is shown as what it is, wherever else it stands it is a need", () => {
  const kinds = () => [...board.notes.values()].map((note) => [note.id, shownKind(board, note)])
  expect(kinds()).toContainEqual(["ear", "about-us"])
  expect(kinds()).toContainEqual(["bus", "need"])
  does({ type: "move", id: id("van"), spot: { themeId: us } })
  expect(kinds()).toContainEqual(["van", "offer"])
  does({ type: "take-apart", themeId: us })
  expect(kinds()).toContainEqual(["ear", "need"])
})

test("an option that answers one note of a stack answers what all of it says", () => {
  does({ type: "stack", stack: "s" as StackId, on: id("bus"), notes: [id("light"), id("van")] })
  expect(ids(needsNobodyAnswers(board))).toEqual(["bus"])
  does({ type: "link", link: { from: "nightbus", to: "light", kind: "answers" } })
  expect(ids(needsNobodyAnswers(board))).toEqual([])
  expect(ids(optionsAnsweringStack(board, id("bus")))).toEqual(["nightbus"])
  expect(ids(optionsAnswering(board, id("bus")))).toEqual([])
})

test("links are found from both ends", () => {
  does({ type: "link", link: { from: "van", to: "nightbus", kind: "piece" } })
  does({ type: "link", link: { from: "cost", to: "nightbus", kind: "about" } })
  does({ type: "link", link: { from: "cost", to: DOING_NOTHING, kind: "about" } })
  expect(linksFrom(board, "cost").length).toBe(2)
  expect(linksTo(board, "nightbus", "piece")).toEqual([{ from: "van", to: "nightbus", kind: "piece" }])
  expect(ids(piecesOf(board, id("nightbus")))).toEqual(["van"])
  expect(aboutOf(board, id("cost"))).toMatchObject({ options: [{ id: "nightbus" }], doingNothing: true })
  expect(ids(notesAbout(board, DOING_NOTHING))).toEqual(["cost"])
  expect(linksFrom(board, "cost")).toBe(linksFrom(board, "cost"))
})

test("the matrix tells cells from what has no place yet", () => {
  does({ type: "place", id: id("cost"), place: { likely: 4, effect: -1 } })
  expect(cellsOf(board)).toMatchObject({
    cells: [{ place: { likely: 4, effect: -1 }, notes: [{ id: "cost" }] }],
    unplaced: [{ id: "joy" }],
  })
})

test("an action of no agreement that there is stands with the others of none", () => {
  const a = "a" as AgreementId
  does({ type: "add-agreement", id: a, text: "We agree", sources: [id("bus")] })
  does({ type: "add-action", id: "x" as ActionId, agreementId: a, text: "Ask", who: "", by: "" })
  does({ type: "add-action", id: "y" as ActionId, agreementId: null, text: "Print", who: "", by: "" })
  expect([ids(actionsOf(board, a)), ids(actionsOf(board, null)), ids(sourcesOf(board, a))]).toEqual([["x"], ["y"], ["bus"]])
  doc.getMap("agreements").delete(a)
  expect(ids(actionsOf(readBoard(doc), null))).toEqual(["x", "y"])
})

test("a suggestion is open until somebody decides", () => {
  const suggestionId = "s" as SuggestionId
  does({ type: "suggest-words", suggestionId, noteId: id("bus"), text: "A tram" })
  expect(ids(openSuggestions(board, id("bus")))).toEqual(["s"])
  does({ type: "keep-words", suggestionId })
  expect(openSuggestions(board, id("bus"))).toEqual([])
})
