import type { Board, Link, LinkKind, Note, NoteId, Theme, ThemeId } from "@evenboard/board"
import { describe, expect, test } from "vitest"
import { linkChanges, optionsOf, optionsSelector } from "./sheets.ts"

const note = (id: string, kind: Note["kind"], canvas: Note["canvas"], more: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  kind,
  canvas,
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
const boardOf = (notes: Note[], links: [string, string, LinkKind][] = [], themes: Theme[] = []): Board => ({
  notes: new Map(notes.map((one) => [one.id, one])),
  themes: new Map(themes.map((one) => [one.id, one])),
  links: new Map(links.map(([from, to, kind]) => [`${from}>${to}>${kind}`, { from, to, kind }])),
  agreements: new Map(),
  actions: new Map(),
  suggestions: new Map(),
  pledges: new Map(),
})

describe("the strip of needs that nothing answers", () => {
  const needs = [
    note("n1", "need", "needs"),
    note("n2", "need", "needs"),
    note("offer", "offer", "needs"),
    note("us", "need", "needs", { themeId: "about" as ThemeId }),
  ]
  const about = [theme("about", { aboutUs: true })]
  test("holds needs only, and no words about ourselves", () => {
    expect(optionsOf(boardOf(needs, [], about))).toMatchObject({ unanswered: ["n1", "n2"], needs: 2 })
  })
  test("loses a need once an option that stands answers it, and gets it back when that option is set aside", () => {
    const option = note("o", "option", "options")
    const links: [string, string, LinkKind][] = [["o", "n1", "answers"]]
    expect(optionsOf(boardOf([...needs, option], links, about)).unanswered).toEqual(["n2"])
    expect(optionsOf(boardOf([...needs, { ...option, aside: { reason: "too dear" } }], links, about)).unanswered).toEqual(["n1", "n2"])
  })
})

test("a piece whose option was set aside is shown apart, never lost", () => {
  const piece = note("p", "offer", "options")
  const option = note("o", "option", "options")
  const links: [string, string, LinkKind][] = [["p", "o", "piece"]]
  expect(optionsOf(boardOf([option, piece], links)).loose).toEqual([])
  expect(optionsOf(boardOf([{ ...option, aside: { reason: "later" } }, piece], links))).toMatchObject({
    loose: ["p"],
    aside: ["o"],
    options: [],
  })
})

test("choosing says exactly what to link and what to take away", () => {
  const linkTo = (id: string): Link => ({ from: "o", to: id, kind: "answers" })
  expect(linkChanges(["a", "b"], ["b", "c"], linkTo)).toEqual({ add: [linkTo("c")], remove: [linkTo("a")] })
  expect(linkChanges(["a"], ["a"], linkTo)).toEqual({ add: [], remove: [] })
})

test("the page keeps its value while only words change", () => {
  const select = optionsSelector()
  const before = select(boardOf([note("o", "option", "options")]))
  expect(select(boardOf([note("o", "option", "options", { text: "other words" })]))).toBe(before)
})
