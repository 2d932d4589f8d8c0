import { expect, test } from "vitest"
import { columnsFor, misplaced, movesOf, notesFor, orderAfter, rankOf, seeded } from "./notes.ts"

test("every note says something of its own, and none stands on another", () => {
  const notes = notesFor(200)
  expect(new Set(notes.map(({ words }) => words)).size).toBe(200)
  expect(new Set(notes.map(({ x, y }) => `${x} ${y}`)).size).toBe(200)
  expect(Math.max(...notes.map(({ column }) => column))).toBe(columnsFor(200) - 1)
})

test("ranks stand in the order of their places, and a moved note between two", () => {
  const ranks = [rankOf(0), rankOf(0, 1), rankOf(0, 61), rankOf(1), rankOf(61), rankOf(62), rankOf(100)]
  expect(ranks.toSorted()).toEqual(ranks)
})

test("a round draws the moves that the round before drew", () => {
  const notes = notesFor(50)
  expect(movesOf(notes, 100, seeded(7))).toEqual(movesOf(notes, 100, seeded(7)))
  expect(movesOf(notes, 100, seeded(7))).not.toEqual(movesOf(notes, 100, seeded(8)))
})

test("of several moves of a note the last one counts, and no note is lost", () => {
  const notes = notesFor(6)
  const last = { id: notes[0]?.id ?? "", column: 1, rank: rankOf(0, 5), x: 0, y: 0 }
  const columns = orderAfter(notes, [{ ...last, column: 0, rank: rankOf(9) }, last])
  expect(columns.flat().toSorted()).toEqual(notes.map(({ id }) => id).toSorted())
  expect(columns[1]?.[1]).toBe(last.id)
})

test("a column may show a piece of its notes, but in order and without a gap", () => {
  const wanted = ["a", "b", "c", "d"]
  expect(misplaced(["b", "c"], wanted)).toBe(0)
  expect(misplaced([], wanted)).toBe(0)
  expect(misplaced(["b", "d"], wanted)).toBe(1)
  expect(misplaced(["x", "b"], wanted)).toBe(2)
})
