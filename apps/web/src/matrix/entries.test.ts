import type { Board, Note, NoteId, Place } from "@evenboard/board"
import { describe, expect, test } from "vitest"
import { cellKey, COLUMNS, entriesOf, entriesSelector, inOrderOf, placeOf, stepPlace } from "./entries.ts"
import { EFFECTS, LIKELY } from "./place-words.ts"

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  kind: "risk",
  canvas: "matrix",
  text: id,
  themeId: null,
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
const boardOf = (notes: Note[], links: [string, string][] = []): Board => ({
  notes: new Map(notes.map((one) => [one.id, one])),
  themes: new Map(),
  links: new Map(links.map(([from, to]) => [`${from}>${to}>about`, { from, to, kind: "about" as const }])),
  agreements: new Map(),
  actions: new Map(),
  suggestions: new Map(),
  pledges: new Map(),
})

describe("worries and hopes", () => {
  test("are those of the matrix that are not set aside, with what they are about by rank and doing nothing last", () => {
    const option = (id: string) => note(id, { kind: "option", canvas: "options" })
    const board = boardOf(
      [
        note("w"),
        note("h", { kind: "opportunity" }),
        note("x", { aside: { reason: "twice" } }),
        note("n", { kind: "need", canvas: "needs" }),
        option("o2"),
        option("o1"),
      ],
      [
        ["w", "nothing"],
        ["w", "o2"],
        ["w", "o1"],
        ["h", "lost"],
      ],
    )
    expect(entriesOf(board).map((entry) => [entry.note.id, entry.about])).toEqual([
      ["h", []],
      ["w", ["o1", "o2", "nothing"]],
    ])
  })
  test("stay the same value while something else on the board changes", () => {
    const select = entriesSelector()
    const first = boardOf([note("w")])
    const before = select(first)
    expect(select({ ...first, actions: new Map() })).toBe(before)
    expect(select(boardOf([note("w"), note("v")]))).not.toBe(before)
  })
})

describe("putting the table in order", () => {
  const place = (likely: Place["likely"], effect: Place["effect"]): Place => ({ likely, effect })
  const entries = entriesOf(
    boardOf([
      note("a", { text: "note 10", place: place(2, -2), forWhom: "staff" }),
      note("b", { text: "Élan", place: place(5, 1), kind: "opportunity" }),
      note("c", { text: "note 9", forWhom: "families" }),
    ]),
  )
  const numbers: Record<string, number> = { a: 3, b: 1, c: 2 }
  const sorted = (by: (typeof COLUMNS)[number], down = false) =>
    inOrderOf(entries, { by, down }, ({ note }) => ({ number: numbers[note.id] ?? null, about: note.id === "a" ? "Bus" : "" }), "en")
      .map((entry) => entry.note.id)
      .join("")
  test("works by every column, both ways", () => {
    expect(Object.fromEntries(COLUMNS.map((by) => [by, [sorted(by), sorted(by, true)]]))).toEqual({
      number: ["bca", "acb"],
      words: ["bca", "acb"],
      kind: ["acb", "bac"],
      likely: ["abc", "bac"],
      effect: ["abc", "bac"],
      whom: ["cab", "acb"],
      about: ["abc", "abc"],
    })
  })
})

describe("cells", () => {
  test("have a key that can be read back", () => {
    for (const likely of LIKELY) for (const effect of EFFECTS) expect(placeOf(cellKey({ likely, effect }))).toEqual({ likely, effect })
    for (const bad of ["6:0", "1:3", "", undefined, "1:-0.5"]) expect(placeOf(bad)).toBeNull()
  })
  test("arrow keys stop at the edges", () => {
    expect(stepPlace({ likely: 5, effect: 2 }, "up")).toBeNull()
    expect(stepPlace({ likely: 5, effect: 2 }, "on")).toBeNull()
    expect(stepPlace({ likely: 5, effect: 2 }, "back")).toEqual({ likely: 5, effect: 1 })
    expect(stepPlace(null, "down")).toEqual({ likely: 3, effect: 0 })
  })
})
