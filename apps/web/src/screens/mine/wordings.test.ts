import { expect, test } from "vitest"
import type { HistoryRow } from "@evenboard/api"
import { wordingsOf } from "./wordings.ts"

const row = (id: number, kind: string, before: unknown, after: unknown, seat = "sam"): HistoryRow => {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  return { id, at: id * 1000, seat, kind, target: "n", before: json(before), after: json(after) }
}
const told = (wordings: ReturnType<typeof wordingsOf>) => wordings.map(({ text, seat }) => [text, seat])

test("tells each wording once, oldest first, with whose it was", () => {
  const rows = [
    row(4, "words-changed", "The bus stops at six", "A bus after six", "ana"),
    row(3, "moved", null, { themeId: "t" }, "ana"),
    row(2, "words-changed", "The bus", "The bus stops at six"),
    row(1, "note-added", null, { text: "The bus" }),
  ]
  expect(told(wordingsOf(rows, { text: "The bus", author: "sam" }))).toEqual([
    ["The bus", "sam"],
    ["The bus stops at six", "sam"],
    ["A bus after six", "ana"],
  ])
})

test("the first wording stands first while the oldest rows have not come, and what is said twice in a row stands once", () => {
  const rows = [row(9, "words-changed", "B", "B", "ana"), row(8, "words-changed", "A", "B", "ana")]
  expect(told(wordingsOf(rows, { text: "First", author: "sam" }))).toEqual([
    ["First", "sam"],
    ["A", null],
    ["B", "ana"],
  ])
})

test("rows whose words were cleared, or that say nothing we know, leave no empty wording", () => {
  const broken: HistoryRow = { ...row(2, "words-changed", null, null), after: "{not json" }
  expect(wordingsOf([broken, row(1, "note-added", null, { other: 1 })], null)).toEqual([])
})
