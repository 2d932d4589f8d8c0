import type { Board, Note, NoteId, Theme, ThemeId } from "@evenboard/board"
import { describe, expect, test } from "vitest"
import { columnsOf, columnsSelector, inOrder, trayColumns } from "./columns.ts"

const note = (id: string, themeId: string | null, more: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  kind: "need",
  canvas: "needs",
  text: id,
  themeId: themeId as ThemeId | null,
  rank: id,
  stack: null,
  place: null,
  aside: null,
  lang: null,
  forWhom: "",
  notThisTime: null,
  answer: "",
  sheet: null,
  ...more,
})
const theme = (id: string, more: Partial<Theme> = {}): Theme => ({
  id: id as ThemeId,
  canvas: "needs",
  title: id,
  rank: id,
  gone: false,
  aboutUs: false,
  notThisTime: null,
  ...more,
})
const boardOf = (notes: Note[], themes: Theme[]): Board => ({
  notes: new Map(notes.map((one) => [one.id, one])),
  themes: new Map(themes.map((one) => [one.id, one])),
  links: new Map(),
  agreements: new Map(),
  actions: new Map(),
  suggestions: new Map(),
  pledges: new Map(),
})
const shown = (board: Board) => inOrder(columnsOf(board)).map((column) => `${column.key}: ${column.ids.join(" ")}`)

describe("columns", () => {
  test("are the tray, the themes by rank, and About us at the end", () => {
    const board = boardOf(
      [note("b", "t1"), note("a", "t1"), note("c", null), note("d", "us")],
      [theme("t2"), theme("us", { aboutUs: true, rank: "0" }), theme("t1")],
    )
    expect(shown(board)).toEqual(["tray: c", "t1: a b", "t2: ", "us: d"])
  })
  test("a note whose theme is gone or unknown lies in the tray, and no note is lost or doubled", () => {
    const board = boardOf([note("a", "t1"), note("b", "never"), note("c", "t2")], [theme("t1", { gone: true }), theme("t2")])
    expect(shown(board)).toEqual(["tray: a b", "t2: c"])
  })
  test("set-aside notes leave their column and are listed apart", () => {
    const board = boardOf([note("a", "t1", { aside: { reason: "twice" } }), note("b", "t1")], [theme("t1")])
    expect(shown(board)).toEqual(["tray: ", "t1: b"])
    expect(columnsOf(board).aside).toEqual(["a"])
  })
  test("a column nobody touched keeps its identity when another changes", () => {
    const select = columnsSelector()
    const before = select(boardOf([note("a", "t1"), note("b", "t2")], [theme("t1"), theme("t2")]))
    const after = select(boardOf([note("a", "t1"), note("b", "t2"), note("c", "t2")], [theme("t1"), theme("t2")]))
    expect(after.themes[0]).toBe(before.themes[0])
    expect(after.themes[1]).not.toBe(before.themes[1])
    expect(select(boardOf([note("a", "t1", { text: "new" }), note("b", "t2"), note("c", "t2")], [theme("t1"), theme("t2")]))).toBe(after)
  })
})

test("the tray flows into as many columns as there is room and notes for, and into three at most beside themes", () => {
  expect(trayColumns(36, 4, 0)).toBe(4)
  expect(trayColumns(36, 4, 2)).toBe(3)
  expect(trayColumns(36, 2, 2)).toBe(2)
  expect(trayColumns(5, 4, 0)).toBe(2)
  expect([trayColumns(0, 4, 0), trayColumns(3, 4, 0), trayColumns(9, 0, 0)]).toEqual([1, 1, 1])
})
