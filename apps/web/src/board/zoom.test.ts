import { expect, test } from "vitest"
import { fit, keptUnder, larger, LARGEST, smaller, SMALLEST, wheeled } from "./zoom.ts"

test("the buttons step by a quarter, also from a size between", () => {
  expect([larger(1), smaller(1)]).toEqual([1.25, 0.75])
  expect([larger(0.4), smaller(0.4)]).toEqual([0.5, 0.25])
  expect([larger(LARGEST), smaller(SMALLEST)]).toEqual([LARGEST, SMALLEST])
})

test("fitting shows all of the board and never enlarges it", () => {
  expect(fit({ width: 2000, height: 500 }, { width: 1000, height: 800 })).toBe(0.5)
  expect(fit({ width: 2000, height: 1600 }, { width: 1000, height: 400 })).toBe(SMALLEST)
  expect(fit({ width: 300, height: 200 }, { width: 1000, height: 800 })).toBe(1)
  expect(fit({ width: 0, height: 0 }, { width: 1000, height: 800 })).toBe(1)
})

test("what lies under the pointer stays there when the size changes", () => {
  // 100 px scrolled, pointer 200 px in: 300 px of the board at full size are 600 px at double.
  expect(keptUnder(100, 200, 1, 2)).toBe(400)
  expect(keptUnder(keptUnder(100, 200, 1, 2), 200, 2, 1)).toBe(100)
  expect(keptUnder(0, 200, 1, 0.5)).toBe(0)
})

test("the wheel makes it larger forwards and smaller back, within reason", () => {
  expect(wheeled(1, -100)).toBeGreaterThan(1)
  expect(wheeled(1, 100)).toBeLessThan(1)
  expect(wheeled(1, 1e6)).toBe(SMALLEST)
})
