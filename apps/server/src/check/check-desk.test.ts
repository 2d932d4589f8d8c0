import { randomBytes } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { CheckDesk, FORGET_PHONE_MS, GIVE_UP_MS, LEAVE_MS, OPEN_MS, WAYS } from "./check-desk.ts"
import { paceOf, secondsOf } from "./pace.ts"

let time = 0
let desk: CheckDesk
beforeEach(() => {
  time = 1_000_000
  desk = new CheckDesk(() => time, randomBytes)
})

/** A phone whose every way there and back takes `way`, and whose download `download`. */
function visit(key: string, { way, download, again }: { way: number; download: number; again?: string }): string {
  const first = desk.come(key, again)
  if (first?.go !== "step") throw new Error("no check")
  for (let step = 1; step <= WAYS; step++) {
    time += step === 2 ? way : way + 40 // the others waited for something else too
    expect(desk.back(key, first.phone, step)).toMatchObject(step < WAYS ? { go: "step", step: step + 1 } : { go: "load" })
  }
  time += download
  expect(desk.back(key, first.phone, WAYS + 1)).toMatchObject({ go: "result" })
  return first.phone
}

test("a phone is told by its shortest way and its download, in the order phones came", () => {
  const key = desk.keepOpen("w", "page")
  visit(key, { way: 12, download: 1400 })
  visit(key, { way: 400, download: 6000 })
  expect(desk.phones("w")).toEqual([
    { way: 12, seconds: 1, pace: "quick" },
    { way: 400, seconds: 7, pace: "slow" },
  ])
})
test("a phone is seen as soon as it came, and given up when its page never came", () => {
  desk.come(desk.keepOpen("w", "page"), undefined)
  expect(desk.phones("w")).toEqual([{ way: null, seconds: null, pace: null }])
  time += GIVE_UP_MS + 1
  expect(desk.phones("w")).toEqual([{ way: null, seconds: null, pace: "too-slow" }])
})
test("measuring again is the same phone, and loading its result again measures nothing", () => {
  const key = desk.keepOpen("w", "page")
  const first = visit(key, { way: 12, download: 20_000 })
  time += 60_000
  expect(desk.back(key, first, WAYS + 1)).toMatchObject({ result: { seconds: 20 } })
  visit(key, { way: 12, download: 900, again: first })
  expect(desk.phones("w")).toEqual([{ way: 12, seconds: 1, pace: "quick" }])
})
test("who skips a step or was forgotten starts anew, and a foreign key opens nothing", () => {
  const key = desk.keepOpen("w", "page")
  const come = desk.come(key, undefined)
  const phone = come?.go === "step" ? come.phone : ""
  for (const step of [2, WAYS, WAYS + 1, 9]) expect(desk.back(key, phone, step)).toBe("from-start")
  expect(desk.back(key, "nobody", 1)).toBe("from-start")
  expect([desk.come("x".repeat(22), undefined), desk.back("x".repeat(22), phone, 1)]).toEqual([null, null])
})
test("the key lives while the host's page asks, and no longer", () => {
  const key = desk.keepOpen("w", "page")
  time += OPEN_MS - 1
  expect(desk.keepOpen("w", "page")).toBe(key)
  time += OPEN_MS
  expect(desk.come(key, undefined)).toBeNull()
  expect(desk.keepOpen("w", "page")).not.toBe(key)
})
test("leaving the page soon forgets all at once; each phone is forgotten after some minutes", () => {
  const key = desk.keepOpen("w", "page")
  visit(key, { way: 5, download: 5 })
  for (let waited = 0; waited < FORGET_PHONE_MS; waited += OPEN_MS / 2, time += OPEN_MS / 2) desk.keepOpen("w", "page")
  expect(desk.phones("w")).toEqual([])
  desk.leave("w", "page")
  time += LEAVE_MS
  expect(desk.come(key, undefined)).toBeNull()
})
test("a page loaded anew, or open twice, keeps its key and its phones, though the old one's goodbye comes late", () => {
  const key = desk.keepOpen("w", "old")
  visit(key, { way: 5, download: 5 })
  desk.leave("w", "old")
  time += LEAVE_MS - 1
  expect(desk.keepOpen("w", "new")).toBe(key)
  desk.leave("w", "old")
  time += LEAVE_MS
  expect([desk.keepOpen("w", "new"), desk.phones("w").length]).toEqual([key, 1])
  desk.leave("w", "never here")
  desk.leave("other", "new")
  time += LEAVE_MS
  expect(desk.keepOpen("w", "new")).toBe(key)
})
test("keys have 128 bits and are never the same for two workshops", () => {
  const [a, b] = [desk.keepOpen("a", "page"), desk.keepOpen("b", "page")]
  expect(a).toMatch(/^[0-9A-Za-z]{22}$/)
  expect(a).not.toBe(b)
})

test("seconds are whole and at least one, and what they feel like has three words", () => {
  expect([secondsOf(1, 3), secondsOf(300, 700), secondsOf(100, 2_400)]).toEqual([1, 2, 3])
  expect([1, 4, 5, 12, 13].map(paceOf)).toEqual(["quick", "quick", "slow", "slow", "too-slow"])
})
