import { expect, test } from "vitest"
import type { Note } from "@evenboard/board"
import { findNotes } from "./find.ts"

const notes = ["The bus stops at six", "Cafés at 12 noon", "لا أحد يسمعنا", "Stairs"].map(
  (text, n) => ({ id: `n${n}`, text }) as unknown as Note,
)
const numberOf = (note: Note) => notes.indexOf(note) + 10
const found = (asked: string) => findNotes(notes, asked, numberOf).map((note) => note.text)

test("words are found without their case and accents", () => {
  expect(found("CAFES noon")).toEqual(["Cafés at 12 noon"])
  expect(found("احد")).toEqual(["لا أحد يسمعنا"])
})

test("a number finds the note of that number before notes that say it", () => {
  expect(found("12")).toEqual(["لا أحد يسمعنا", "Cafés at 12 noon"])
  expect(found("١٢")[0]).toBe("لا أحد يسمعنا")
})

test("nothing asked finds everything, and nonsense finds nothing", () => {
  expect(found("  ")).toHaveLength(4)
  expect(found("zebra")).toEqual([])
})
