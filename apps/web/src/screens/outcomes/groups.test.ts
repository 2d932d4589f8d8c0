import { expect, test } from "vitest"
import * as Y from "yjs"
import { readBoard, run, type Board, type Command, type NoteId, type StackId, type ThemeId } from "@evenboard/board"
import { countWaitingNotes, coveredByOption, linkToOption, openGroups, wholesFor } from "./groups.ts"

const id = (name: string) => name as NoteId
const note = (name: string, kind: "need" | "option" | "risk" | "offer"): Command => ({
  type: "add-note",
  id: id(name),
  kind,
  canvas: kind === "option" ? "options" : kind === "risk" ? "matrix" : "needs",
  text: name,
})
function boardAfter(...more: Command[]): Board {
  const doc = new Y.Doc()
  const start = [note("bus", "need"), note("night", "need"), note("lift", "offer"), note("later", "option"), note("cost", "risk")]
  const theme: Command = { type: "put-together", themeId: "t" as ThemeId, canvas: "needs", title: "Buses", notes: [id("bus"), id("night")] }
  for (const command of [...start, theme, ...more]) expect(run(doc, command)).toMatchObject({ ok: true })
  return readBoard(doc)
}
const shown = (board: Board, held: string | null = null) =>
  openGroups(board, held).map(({ theme, open, faces }) => [theme?.title ?? null, open.length, faces.map(({ text }) => text).join()])

test("lists what is open by theme and page, and what says the same once", () => {
  expect(shown(boardAfter())).toEqual([
    ["Buses", 2, "bus,night"],
    [null, 1, "lift"],
    [null, 1, "later"],
    [null, 1, "cost"],
  ])
  const stacked = boardAfter({ type: "stack", stack: "s" as StackId, on: id("bus"), notes: [id("night")] })
  expect(shown(stacked)[0]).toEqual(["Buses", 2, "bus"])
})

test("what somebody writes about stays in the list while others give it an outcome", () => {
  const board = boardAfter({ type: "say-outcome", of: { theme: "t" as ThemeId }, reason: "later" })
  expect(shown(board).map(([title]) => title)).not.toContain("Buses")
  expect(shown(board, "night")[0]).toEqual(["Buses", 0, "night"])
  expect(shown(board, "t")[0]).toEqual(["Buses", 0, ""])
})

test("tells notes which only wait for an option from those nobody has answered", () => {
  const board = boardAfter({ type: "link", link: { from: "later", to: "bus", kind: "answers" } })
  expect(openGroups(board, null).map(({ theme, open, waiting }) => [theme?.title ?? null, open.length, waiting])).toEqual([
    ["Buses", 2, 1],
    [null, 1, 0],
    [null, 1, 0],
    [null, 1, 0],
  ])
  expect(countWaitingNotes(board)).toBe(1)
})

test("an option covers the open notes that hang on it, with all that say the same", () => {
  const board = boardAfter(
    { type: "stack", stack: "s" as StackId, on: id("bus"), notes: [id("night")] },
    { type: "link", link: linkToOption({ ...boardAfter().notes.get(id("bus")) } as never, id("later")) },
    { type: "link", link: { from: "cost", to: "later", kind: "about" } },
  )
  expect(coveredByOption(board, id("later")).map(({ text }) => text)).toEqual(["bus", "night", "cost"])
})

test("each kind of note hangs on an option in its own way, and every such link is taken", () => {
  for (const name of ["bus", "lift", "cost"]) {
    const board = boardAfter()
    const one = board.notes.get(id(name))
    if (one) boardAfter({ type: "link", link: linkToOption(one, id("later")) })
  }
  const board = boardAfter()
  const option = board.notes.get(id("later"))
  expect(option && wholesFor(board, option).options).toEqual([])
})
