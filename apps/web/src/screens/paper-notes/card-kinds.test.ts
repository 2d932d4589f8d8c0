import { expect, test } from "vitest"
import { CARD_KINDS, firstKind, kindOfKey, kindsFor, placeOf } from "./card-kinds.ts"

const NAMES = { need: "Need", offer: "Offer", option: "Option", risk: "Worry", opportunity: "Hope" }
const press = (key: string, now: keyof typeof NAMES = "need") => kindOfKey(key, CARD_KINDS, now, (kind) => NAMES[kind])

test("a letter chooses the kind whose word begins so, and the same letter again the next one", () => {
  expect([press("w"), press("H"), press("o"), press("o", "offer"), press("o", "option")]).toEqual([
    "risk",
    "opportunity",
    "offer",
    "option",
    "offer",
  ])
  expect([press("x"), press("Enter"), press(" ")]).toEqual([null, null, null])
})

test("a number chooses by the order on the screen", () => {
  expect([press("1"), press("٤"), press("9")]).toEqual(["need", "risk", null])
})

test("only kinds with a page in this workshop are asked for, beginning with where the room is", () => {
  const kinds = kindsFor([{ kind: "arrive" }, { kind: "needs" }, { kind: "matrix" }])
  expect(kinds).toEqual(["need", "offer", "risk", "opportunity"])
  expect([firstKind(kinds, "matrix"), firstKind(kinds, "arrive"), firstKind([], null)]).toEqual(["risk", "need", "need"])
})

test("two digits are a place from one to five, none is no place, and one alone is wrong", () => {
  expect(placeOf("4", "1")).toEqual({ likely: 4, effect: -2 })
  expect(placeOf("٥", "5")).toEqual({ likely: 5, effect: 2 })
  expect(placeOf(" ", "")).toBeNull()
  expect([placeOf("3", ""), placeOf("6", "1"), placeOf("0", "2"), placeOf("a", "2")]).toEqual(["wrong", "wrong", "wrong", "wrong"])
})
