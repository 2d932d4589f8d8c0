import { createWords } from "@evenboard/words"
import { messages } from "@evenboard/words/catalogs/en"
import fc from "fast-check"
import { expect, test } from "vitest"
import { timeLeft, untilNextWords } from "./minutes-left.ts"

const words = createWords("en", messages)

test("minutes are rounded up, the last one is said as less than one, and at zero nothing closes", () => {
  expect(timeLeft(180_000, 0, words)).toBe("3 minutes left")
  expect(timeLeft(180_000, 119_999, words)).toBe("2 minutes left")
  expect(timeLeft(60_000, 0, words)).toBe("1 minute left")
  expect(timeLeft(60_000, 1, words)).toBe("Less than a minute left")
  expect(timeLeft(60_000, 60_000, words)).toBe("The time is up. Nothing closes.")
  expect(timeLeft(0, 1e12, words)).toBe("The time is up. Nothing closes.")
})

test("the words stay the same until the moment named, and are others just after it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7_200_000 }), (endsAt) => {
      const wait = untilNextWords(endsAt, 0) ?? 0
      expect(timeLeft(endsAt, wait - 1, words)).toBe(timeLeft(endsAt, 0, words))
      expect(timeLeft(endsAt, wait + 1, words)).not.toBe(timeLeft(endsAt, 0, words))
    }),
  )
})
