import { expect, test } from "vitest"
import { minutesLeft } from "../minutes-left.ts"
import { ServerClock } from "./clock.ts"

test("of all answers the one with the shortest way counts", () => {
  let now = 0
  const clock = new ServerClock(500, () => now)
  clock.hear({ sentAt: 0, heardAt: 4000, at: 10_000 })
  clock.hear({ sentAt: 4000, heardAt: 4020, at: 12_010 })
  clock.hear({ sentAt: 5000, heardAt: 9000, at: 99_000 })
  now = 4020
  expect(clock.now()).toBe(12_020)
})

test("after sleep the next answer counts, however slow", () => {
  const clock = new ServerClock(0, () => 100)
  clock.hear({ sentAt: 0, heardAt: 10, at: 1000 })
  clock.forget()
  clock.hear({ sentAt: 50, heardAt: 100, at: 9000 })
  expect(clock.now()).toBe(9025)
})

test("minutes left are rounded up, the last minute is told apart, and zero only says so", () => {
  const timer = { endsAt: 600_000, minutes: 10 }
  expect([0, 1, 540_000, 540_001, 599_999, 600_000, 900_000].map((now) => minutesLeft(timer, now))).toEqual([10, 10, 1, 0, 0, -1, -1])
})
