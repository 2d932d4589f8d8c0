import fc from "fast-check"
import { expect, test } from "vitest"
import { SAVING_MS, saveState, warnsOnLeaving, type Pending, type SaveFacts } from "./save-state.ts"

const pending = fc.record({
  at: fc.integer({ min: 0, max: 20_000 }),
  kept: fc.constantFrom<Pending["kept"]>("writing", "written", "failed"),
  update: fc.constant(new Uint8Array([0, 0])),
})
const facts: fc.Arbitrary<SaveFacts> = fc.record({
  pending: fc.array(pending, { maxLength: 5 }),
  refused: fc.boolean(),
  online: fc.boolean(),
  isCopy: fc.boolean(),
  now: fc.integer({ min: 20_000, max: 40_000 }),
})

test("nothing pending is saved; anything pending never is, and neither is a copy that no server has confirmed", () => {
  fc.assert(fc.property(facts, (now) => (saveState(now) === "saved") === (now.pending.length === 0 && !now.refused && !now.isCopy)))
})

test("a copy is kept on this device until the server is heard", () => {
  const reading: SaveFacts = { pending: [], refused: false, online: true, isCopy: true, now: 200 }
  expect(saveState(reading)).toBe("kept")
  expect(saveState({ ...reading, isCopy: false })).toBe("saved")
})

test("kept is said only when every pending change is strictly written", () => {
  fc.assert(fc.property(facts, (now) => saveState(now) !== "kept" || now.pending.every(({ kept }) => kept === "written")))
})

test("saving never lasts longer than ten seconds", () => {
  fc.assert(fc.property(facts, (now) => saveState(now) !== "saving" || now.pending.every(({ at }) => now.now - at < SAVING_MS)))
})

test("a change that is nowhere safe is told as soon as the line is gone", () => {
  const lost: SaveFacts = {
    pending: [{ at: 100, kept: "failed", update: new Uint8Array() }],
    refused: false,
    online: false,
    isCopy: false,
    now: 200,
  }
  expect(saveState(lost)).toBe("not-kept")
  expect(saveState({ ...lost, online: true })).toBe("saving")
})

test("leaving is warned about only when words are not with the server yet", () => {
  expect((["saved", "saving", "kept", "not-kept"] as const).map(warnsOnLeaving)).toEqual([false, false, true, true])
})
