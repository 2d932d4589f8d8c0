import { expect, test } from "vitest"
import { amongAll, guessed, piecesOf, rangeOf, towards } from "./in-view.ts"

const heights = [100, 50, 200, 100]

test("notes that touch the visible part are in range, and no others", () => {
  expect(rangeOf(heights, 0, 100)).toEqual({ from: 0, to: 1 })
  expect(rangeOf(heights, 120, 160)).toEqual({ from: 1, to: 3 })
  expect(rangeOf(heights, -500, 5000)).toEqual({ from: 0, to: 4 })
  expect(rangeOf(heights, 900, 1000)).toEqual({ from: 0, to: 0 })
})

test("gaps are as tall as what they stand for, and a pinned note stays where it is", () => {
  expect(piecesOf(heights, { from: 1, to: 2 }, new Set())).toEqual([{ gap: 100, at: 1 }, { index: 1 }, { gap: 300, at: 4 }])
  expect(piecesOf(heights, { from: 0, to: 1 }, new Set([3]))).toEqual([{ index: 0 }, { gap: 250, at: 3 }, { index: 3 }])
  expect(piecesOf([], { from: 0, to: 0 }, new Set([-1]))).toEqual([])
})

test("a drop among the mounted notes is the same drop among all", () => {
  const all = ["a", "b", "c", "d", "e"]
  expect(amongAll(0, ["c", "d"], all)).toBe(2)
  expect(amongAll(2, ["c", "d"], all)).toBe(4)
  expect(amongAll(0, [], all)).toBe(0)
  expect([0, 3, 5].map((index) => amongAll(index, all, all))).toEqual([0, 3, 5])
})

test("a longer note is guessed to be taller", () => {
  expect(guessed("x".repeat(300))).toBeGreaterThan(guessed("short"))
})

test("a range grows by a few notes a frame, below first, and lets go at once", () => {
  expect(towards({ from: 0, to: 0 }, { from: 10, to: 60 }, 24)).toEqual({ from: 10, to: 34 })
  expect(towards({ from: 20, to: 30 }, { from: 10, to: 35 }, 24)).toEqual({ from: 10, to: 35 })
  expect(towards({ from: 20, to: 30 }, { from: 0, to: 40 }, 15)).toEqual({ from: 15, to: 40 })
  expect(towards({ from: 0, to: 40 }, { from: 10, to: 20 }, 0)).toEqual({ from: 10, to: 20 })
  expect(towards({ from: 0, to: 5 }, { from: 10, to: 20 }, 0)).toEqual({ from: 10, to: 10 })
})
