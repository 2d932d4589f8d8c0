// The costliest frames anybody has thought of: each takes at most 50 ms to be checked and, when allowed, applied; or, as a step 2 with a
// gap, to be cut to what holds, checked and applied. What is allowed leaves nothing pending.
import { expect, test } from "vitest"
import * as Y from "yjs"
import { BOMBS, PLAIN_SCHEMA, type Bomb } from "../testing/index.ts"
import { bestTime, FRAME_MS, msOf } from "../testing/timing.ts"
import { checkUpdate, type Verdict } from "./guard.ts"
import { withoutGaps } from "./holds.ts"

const schema = { ...PLAIN_SCHEMA, isAllowedRoot: (name: string) => /^(?:notes|text|(?:who|description):\w+)$/.test(name) }
const check = (doc: Y.Doc, update: Uint8Array): Verdict => checkUpdate(doc, update, "rosa", { ownerOf: () => undefined }, schema)

function docOf({ board }: Bomb): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap("notes")
  doc.getText("text")
  for (const update of board) {
    expect(check(doc, update).type, "the board itself can be had").toBe("ok")
    Y.applyUpdate(doc, update)
  }
  doc.on("update", () => undefined) // so that Yjs encodes what it applied, as a room has it do
  return doc
}

function take(doc: Y.Doc, frame: Uint8Array): { type: Verdict["type"]; ms: number } {
  let type: Verdict["type"] = "malformed"
  const ms = msOf(() => {
    const whole = check(doc, frame)
    type = whole.type
    const verdict = type === "gap" ? check(doc, withoutGaps(doc, frame)) : whole
    if (verdict.type === "ok") Y.applyUpdate(doc, verdict.update)
  })
  return { type, ms }
}

let slowest = { name: "", ms: 0 }
const verdicts = new Map<string, number>()

test.each(Object.keys(BOMBS))(`%s: at most ${FRAME_MS} ms`, (name) => {
  const bomb = BOMBS[name]?.() ?? { board: [], frame: new Uint8Array() }
  expect(bomb.frame.length).toBeLessThanOrEqual(1024 * 1024)
  const doc = docOf(bomb)
  const { type, ms } = take(doc, bomb.frame)
  const best = bestTime(ms, () => take(docOf(bomb), bomb.frame).ms)
  expect(best, type).toBeLessThanOrEqual(FRAME_MS)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  if (best > slowest.ms) slowest = { name, ms: best }
  verdicts.set(type, (verdicts.get(type) ?? 0) + 1)
})

test("a subdocument is refused", () => {
  expect(check(new Y.Doc(), BOMBS["a subdocument"]?.().frame ?? new Uint8Array()).type).toBe("malformed")
})

test("all together", () => {
  const counts = [...verdicts].map(([type, count]) => `${count} ${type}`).join(", ")
  process.stdout.write(
    `= bombs: ${Object.keys(BOMBS).length} frames of up to 1 MB, ${counts}; slowest ${slowest.ms.toFixed(1)} ms (${slowest.name})\n`,
  )
})
