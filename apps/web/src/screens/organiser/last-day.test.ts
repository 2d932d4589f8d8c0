import { expect, test } from "vitest"
import { dayOf, endOfDay } from "./last-day.ts"

const at = (text: string): number => new Date(text).getTime()
const [now, latest] = [at("2026-11-26T12:00:00"), at("2027-05-20T09:00:00")]

test("a day ends at its end, and the last day there is when it always did", () => {
  expect(endOfDay("2026-12-01", { now, latest })).toBe(at("2026-12-01T23:59:59"))
  expect(endOfDay(dayOf(now), { now, latest })).toBe(at("2026-11-26T23:59:59"))
  expect(endOfDay("2027-05-20", { now, latest })).toBe(latest)
})

test.each(["2026-11-25", "2027-05-21", "", "soon", "2026-13-40"])("%j is no day to choose", (day) =>
  expect(endOfDay(day, { now, latest })).toBeNull(),
)
