import { expect, test } from "vitest"
import { listenForLeaving } from "./leave-keys.ts"

/** Presses these keys one each so many milliseconds, and says how often somebody left. */
function press(...keys: (readonly [key: string, at: number, isRepeat?: boolean])[]): number {
  let [hear, left] = [(_event: Event) => {}, 0]
  listenForLeaving({ addEventListener: (_type, listener) => (hear = listener as typeof hear) }, () => (left += 1))
  for (const [key, timeStamp, repeat = false] of keys) hear({ key, timeStamp, repeat } as unknown as Event)
  return left
}

test("Shift three times within two seconds leaves", () => {
  expect(press(["Shift", 0], ["Shift", 400], ["Shift", 1999])).toBe(1)
  expect(press(["Shift", 0], ["Shift", 400])).toBe(0)
})

test("three that take longer, one held down, and capitals in between do not", () => {
  expect(press(["Shift", 0], ["Shift", 1500], ["Shift", 3000])).toBe(0)
  expect(press(["Shift", 0], ["Shift", 30, true], ["Shift", 60, true], ["Shift", 90, true])).toBe(0)
  expect(press(["Shift", 0], ["A", 100], ["Shift", 200], ["B", 300], ["Shift", 400], ["C", 500])).toBe(0)
})
