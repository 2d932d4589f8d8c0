import { expect, test } from "vitest"
import type { Note } from "@evenboard/board"
import { createWords } from "@evenboard/words"
import { messages } from "@evenboard/words/catalogs/en"
import type { People } from "../connect/people-store.ts"
import { saidBy } from "./said.ts"

const words = createWords("en", messages)
const noteOf = (id: string): Note => ({ id }) as unknown as Note
const seats = new Map(["Rosa", "Ana"].map((name, n) => [name, { id: name, guest: n + 1, name }]))
/** Authors by note: each a name. */
const people = (authors: Record<string, string>): People =>
  ({
    me: { id: "Rosa" },
    seats,
    facts: new Map(Object.entries(authors).map(([id, author], n) => [id, { number: n + 1, author, scribe: null }])),
  }) as unknown as People
const said = (authors: Record<string, string>, ids: string[]) => saidBy(ids.map(noteOf), people(authors), words)

test("people are counted once, however many of the notes are theirs, in the order the notes lie in", () => {
  expect(said({ a: "Ana", b: "Rosa", c: "Ana" }, ["a", "b", "c"])).toEqual({ count: "2 people said this", names: "Ana and Rosa" })
})

test("what one person wrote three times is three notes, not three people", () => {
  expect(said({ a: "Ana", b: "Ana", c: "Ana" }, ["a", "b", "c"])).toEqual({ count: "3 notes", names: "Ana" })
})

test("a note that the server has not numbered yet counts as one person's", () => {
  expect(said({ a: "Ana" }, ["a", "new"]).count).toBe("2 people said this")
})
