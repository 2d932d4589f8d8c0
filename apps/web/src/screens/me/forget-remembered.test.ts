import { expect, test } from "vitest"
import { forgetRemembered } from "./forget-remembered.ts"

/** As a browser's: its keys are its own properties. */
function shelf(kept: Record<string, string>): Storage {
  const storage = { ...kept }
  Object.defineProperty(storage, "removeItem", { value: (key: string) => delete storage[key], enumerable: false })
  return storage as unknown as Storage
}

test("leaving forgets the half-written words and the people of this workshop, and nothing of another", () => {
  const kept = {
    "evenboard-w1-draft": "{}",
    "evenboard-w1-people": "[]",
    "evenboard-w1-draft-for-a": "{}",
    "evenboard-w2-draft": "{}",
    "evenboard-theme": "dark",
  }
  const storage = shelf(kept)
  forgetRemembered("w1", () => storage)
  expect(Object.keys(storage).sort()).toEqual(["evenboard-theme", "evenboard-w2-draft"])
})

test("a browser that keeps nothing stops nobody from leaving", () => {
  expect(() =>
    forgetRemembered("w1", () => {
      throw new Error("denied")
    }),
  ).not.toThrow()
})
