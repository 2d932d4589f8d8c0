import { expect, test } from "vitest"
import * as Y from "yjs"
import { Arrivals } from "./board.ts"
import { Dialect, SYNC } from "./wire.ts"

const dialect = new Dialect(null)
const doc = new Y.Doc()
const updates: Uint8Array[] = []
doc.on("update", (update: Uint8Array) => updates.push(update))
doc.getText("text").insert(0, "one")
doc.getText("text").insert(3, "two")
const frames = updates.map((update) => Buffer.from(dialect.sync(SYNC.update, update)))

test("a phone has everything with the frame that brings the last of it", () => {
  const arrivals = new Arrivals(Y.encodeStateVector(doc))
  const [early, late, short] = [arrivals.watch(dialect), arrivals.watch(dialect), arrivals.watch(dialect)]
  early.listener(Buffer.from(dialect.sync(SYNC.step2, Y.encodeStateAsUpdate(doc))), 10)
  for (const [i, frame] of frames.entries()) late.listener(frame, 20 + i)
  short.listener(frames[0] ?? Buffer.alloc(0), 30)
  expect([early.completeAt(), late.completeAt(), short.completeAt()]).toEqual([10, 21, NaN])
})
