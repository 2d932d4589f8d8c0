import { expect, test } from "vitest"
import { ownerOf } from "./whose-draft.ts"

const people = [
  { id: "a", whom: { seatId: "rosa" } },
  { id: "b", whom: { name: "Old Tom" } },
  { id: "c", whom: { table: "2" } },
]

test("a draft stands under the chip of the person it was written for, and under no other", () => {
  expect(ownerOf({ for: { seatId: "rosa" } }, people)).toBe("a")
  expect(ownerOf({ for: { name: "old tom" } }, people)).toBe("b")
  expect(ownerOf({ for: { table: "2" } }, people)).toBe("c")
})

test("my own draft, and one of somebody who is not on this phone any more, stand under mine", () => {
  expect(ownerOf({ for: null }, people)).toBeNull()
  expect(ownerOf({ for: { seatId: "tom" } }, people)).toBeNull()
  expect(ownerOf({ for: { name: "Rosa" } }, people)).toBeNull()
})
