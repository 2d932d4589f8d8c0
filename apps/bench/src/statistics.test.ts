import { expect, test } from "vitest"
import { median, percentile, ratio, shown } from "./statistics.ts"

const oneToHundred = Array.from({ length: 100 }, (_, i) => 100 - i)

test("a percentile is the value that so many lie at or under", () => {
  expect(percentile(oneToHundred, 0.5)).toBe(50)
  expect(percentile(oneToHundred, 0.99)).toBe(99)
  expect(percentile([7], 0.99)).toBe(7)
  expect(percentile([3, 1, 2], 0)).toBe(1)
  expect(percentile([3, 1, 2], 1)).toBe(3)
})

test("of nothing there is no percentile and no median", () => {
  expect(percentile([], 0.5)).toBeNaN()
  expect(median([])).toBeNaN()
})

test("a median is the middle one, or the mean of the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test("a run that failed does not move the median", () => {
  expect(median([NaN, 2, 4])).toBe(3)
  expect(median([NaN])).toBeNaN()
})

test("a share of nothing is no number", () => {
  expect(ratio(1, 4)).toBe(0.25)
  expect(ratio(1, 0)).toBeNaN()
  expect(ratio(NaN, 2)).toBeNaN()
})

test("figures are shown with three digits that count", () => {
  expect([11.83, 0.2249, 703_211, 0, NaN, 5.0].map(shown)).toEqual(["11.8", "0.225", "703211", "0", "–", "5.00"])
})
