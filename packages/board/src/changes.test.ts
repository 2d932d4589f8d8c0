import { beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import {
  boardView,
  readChanges,
  run,
  takeOut,
  type ActionId,
  type AgreementId,
  type BoardView,
  type Change,
  type Command,
  type NoteId,
  type StackId,
  type SuggestionId,
  type ThemeId,
} from "./index.ts"

const n = "n" as NoteId
const o = "o" as NoteId
const m = "m" as NoteId
const t = "t" as ThemeId
const other = "other" as ThemeId
const a = "a" as AgreementId
const x = "x" as ActionId
const suggestionId = "s" as SuggestionId
let doc: Y.Doc
let view: BoardView

const changes = (act: () => void): Change[] => {
  const before = view.get()
  act()
  return readChanges(before, view.get())
}
const told = (...commands: Command[]): [string, string, number, unknown, unknown][] =>
  changes(() => commands.forEach((command) => expect(run(doc, command)).toMatchObject({ ok: true }))).map(
    ({ kind, target, chars, before, after }) => [kind, target, chars, parsed(before), parsed(after)],
  )
const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json))

beforeEach(() => {
  doc = new Y.Doc()
  view = boardView(doc)
  run(doc, { type: "add-note", id: n, kind: "need", canvas: "needs", text: "A bus home" })
  run(doc, { type: "add-note", id: o, kind: "option", canvas: "options", text: "A night bus" })
})

test("a new note is told with all that it is", () => {
  const [change] = told({
    type: "add-note",
    id: "m" as NoteId,
    kind: "risk",
    canvas: "matrix",
    text: "Costs",
    place: { likely: 2, effect: -1 },
    forWhom: "us",
  })
  expect(change?.slice(0, 4)).toEqual(["note-added", "m", 5, null])
  expect(change?.[4]).toMatchObject({
    kind: "risk",
    canvas: "matrix",
    themeId: null,
    text: "Costs",
    place: { likely: 2, effect: -1 },
    forWhom: "us",
  })
})

test("each act on a note is told with what was and what is, and counts only words put in", () => {
  expect(told({ type: "change-words", id: n, text: "A late bus home" })).toEqual([["words-changed", n, 5, "A bus home", "A late bus home"]])
  expect(told({ type: "change-kind", id: n, kind: "offer" })).toEqual([["kind-changed", n, 0, "need", "offer"]])
  expect(told({ type: "set-aside", id: n, reason: "said twice" })).toEqual([["set-aside", n, 0, null, { reason: "said twice" }]])
  expect(told({ type: "bring-back", id: n })).toEqual([["brought-back", n, 0, { reason: "said twice" }, null]])
  const [moved] = told({ type: "move", id: n, spot: { themeId: null, rank: "b00" } })
  expect(moved).toEqual([
    "moved",
    n,
    0,
    { themeId: null, canvas: "needs", rank: expect.any(String) as unknown },
    { themeId: null, canvas: "needs", rank: "b00" },
  ])
  expect(told({ type: "fill-sheet", id: o, field: "who", text: "Ana" })).toEqual([
    ["sheet-filled", o, 3, { field: "who", text: "" }, { field: "who", text: "Ana" }],
  ])
  expect(
    told(
      { type: "change-kind", id: n, kind: "risk" },
      { type: "place", id: n, place: { likely: 1, effect: 2 } },
      { type: "say-for-whom", id: n, forWhom: "all" },
    ),
  ).toEqual([
    ["kind-changed", n, 0, "offer", "risk"],
    ["placed", n, 0, null, { likely: 1, effect: 2 }],
    ["for-whom-said", n, 3, "", "all"],
  ])
  expect(changes(() => takeOut(doc, n)).map(({ kind, target }) => [kind, target])).toEqual([["note-gone", n]])
})

const kinds = (...commands: Command[]): string[] => told(...commands).map(([kind, target]) => `${kind} ${target}`)

test("themes, stacks, links, agreements, actions and suggestions are told too", () => {
  run(doc, { type: "add-note", id: m, kind: "need", canvas: "needs", text: "A tram home" })
  expect(kinds({ type: "put-together", themeId: t, canvas: "needs", title: "Travel", notes: [n] })).toEqual(["theme-added t", "moved n"])
  expect(told({ type: "name-theme", themeId: t, title: "On the road" })[0]?.slice(0, 2)).toEqual(["theme-named", t])
  expect(kinds({ type: "move-theme", themeId: t, rank: "c000" })).toEqual(["theme-moved t"])
  expect(kinds({ type: "take-apart", themeId: t })).toEqual(["taken-apart t", "moved n"])
  expect(kinds({ type: "stand-again", themeId: t, standings: [{ id: n, rank: "a0" }] })).toEqual(["stood-again t", "moved n"])
  expect(kinds({ type: "put-together", themeId: other, canvas: "needs", title: "Road", notes: [m] })).toEqual([
    `theme-added ${other}`,
    `moved ${m}`,
  ])
  expect(
    told({ type: "stack", stack: "s" as StackId, on: n, notes: [m] }).map(([kind, target, , was, is]) => [kind, target, was, is]),
  ).toEqual([
    ["stacked", n, { stack: null, rank: expect.any(String) }, { stack: n, rank: expect.any(String) }],
    ["moved", m, expect.anything(), expect.anything()],
    ["stacked", m, { stack: null, rank: expect.any(String) }, { stack: n, rank: expect.any(String) }],
  ])
  expect(kinds({ type: "leave-stack", id: m })).toEqual(["unstacked m"])
  expect(kinds({ type: "join-themes", themeId: other, into: t })).toEqual([`taken-apart ${other}`])
  expect(kinds({ type: "link", link: { from: o, to: n, kind: "answers" } })).toEqual(["linked o>n>answers"])
  expect(kinds({ type: "unlink", link: { from: o, to: n, kind: "answers" } })).toEqual(["unlinked o>n>answers"])
  expect(kinds({ type: "add-agreement", id: a, text: "We agree", sources: [n] })).toEqual(["linked a>n>source", "agreement-added a"])
  expect(kinds({ type: "change-agreement", id: a, text: "We all agree" })).toEqual(["agreement-changed a"])
  expect(kinds({ type: "set-aside-agreement", id: a, reason: "later" })).toEqual(["agreement-aside a"])
  expect(kinds({ type: "bring-back-agreement", id: a })).toEqual(["agreement-back a"])
  expect(kinds({ type: "add-action", id: x, agreementId: a, text: "Ask", who: "", by: "" })).toEqual(["action-added x"])
  expect(kinds({ type: "change-action", id: x, who: "Ana" })).toEqual(["action-changed x"])
  expect(kinds({ type: "set-aside-action", id: x, reason: "later" })).toEqual(["action-aside x"])
  expect(kinds({ type: "bring-back-action", id: x })).toEqual(["action-back x"])
  expect(kinds({ type: "suggest-words", suggestionId, noteId: n, text: "A tram home" })).toEqual(["words-suggested n"])
  expect(kinds({ type: "take-words", suggestionId })).toEqual(["words-changed n", "suggestion-closed n"])
  expect(kinds({ type: "reopen-suggestion", suggestionId, text: "A bus home" })).toEqual(["words-changed n", "suggestion-reopened n"])
})
