import { expect, test } from "vitest"
import { LIMITS as API } from "@evenboard/api"
import type { NoteFact } from "@evenboard/api"
import { LIMITS } from "./limits.ts"
import { waitsForMe } from "./changed-words.tsx"
import { forWhom, type LastFor } from "./whose.ts"

const fact = (change: Partial<NoteFact>): NoteFact => ({
  id: "n",
  number: 1,
  author: "rosa",
  scribe: null,
  firstWording: "first",
  changes: 0,
  changedBy: null,
  ...change,
})
const last: LastFor = { noteId: "n", shown: "Rosa", for: { name: "Rosa" } }
const said = { name: " Rosa ", table: "" }

test("the limits here are those of the server", () => {
  expect(LIMITS).toMatchObject({ note: API.note, title: API.title, reason: API.reason, name: API.name, table: API.table })
})

test("a name or a table says whose words they are, and an empty one says nothing yet", () => {
  expect(forWhom("name", said, null, new Map())).toEqual({ name: "Rosa" })
  expect(forWhom("table", said, null, new Map())).toBeNull()
  expect(forWhom("me", said, null, new Map())).toBe("me")
})

test("the same person again is the seat the server gave them, so nobody becomes two", () => {
  expect(forWhom("again", said, last, new Map([["n", fact({ author: "seat-of-rosa", scribe: "me" })]]))).toEqual({ seatId: "seat-of-rosa" })
  expect(forWhom("again", said, last, new Map([["n", fact({ author: "me" })]]))).toEqual({ name: "Rosa" })
  expect(forWhom("again", said, null, new Map())).toBeNull()
})

test("somebody else's change of my words waits for me until I keep it, and again when they change once more", () => {
  const changed = fact({ changes: 1, changedBy: "ana" })
  expect(waitsForMe(changed, "other", "rosa", 0)).toBe(true)
  expect(waitsForMe(changed, "other", "rosa", 1)).toBe(false)
  expect(waitsForMe({ ...changed, changes: 2 }, "third", "rosa", 1)).toBe(true)
})

test("my own changes, and words that are back, wait for nobody", () => {
  expect(waitsForMe(fact({ changes: 1, changedBy: "rosa" }), "other", "rosa", 0)).toBe(false)
  expect(waitsForMe(fact({ changes: 1, changedBy: "ana" }), "first", "rosa", 0)).toBe(false)
  expect(waitsForMe(fact({ changes: 1, changedBy: "ana" }), "other", "ana", 0)).toBe(false)
})
