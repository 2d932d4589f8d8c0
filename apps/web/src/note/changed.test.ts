import { expect, test } from "vitest"
import type { NoteFact } from "@evenboard/api"
import { waitsForMe } from "./changed.tsx"

const changed: NoteFact = { id: "n", number: 1, author: "rosa", scribe: null, firstWording: "first", changes: 1, changedBy: "ana" }

test("somebody else's change of my words waits for me until I keep it, and again when they change once more", () => {
  expect(waitsForMe(changed, "other", "rosa", 0)).toBe(true)
  expect(waitsForMe(changed, "other", "rosa", 1)).toBe(false)
  expect(waitsForMe({ ...changed, changes: 2 }, "third", "rosa", 1)).toBe(true)
})

test("my own changes, and words that are back, wait for nobody", () => {
  expect(waitsForMe({ ...changed, changedBy: "rosa" }, "other", "rosa", 0)).toBe(false)
  expect(waitsForMe(changed, "first", "rosa", 0)).toBe(false)
  expect(waitsForMe(changed, "other", "ana", 0)).toBe(false)
})
