import { expect, test } from "vitest"
import { keptInMemory } from "./kept.ts"
import { Outbox } from "./outbox.ts"

let keys = 0
const change = new Uint8Array([0, 0])
function outbox(): Outbox {
  const box = new Outbox({ kept: keptInMemory(), seat: "me", now: () => 0, newKey: () => `k${++keys}`, changed: () => {} })
  box.opened()
  return box
}

test("an update frame carries its own change only: what was written offline waits for the answer to the server's step 1", () => {
  const box = outbox()
  box.add(change)
  box.opened()
  box.add(change)
  box.sent(2)
  box.acked(1)
  expect(box.pending).toHaveLength(1)
  box.sent(1)
  box.acked(2)
  expect(box.pending).toHaveLength(0)
})

test("a frame that fell into a gap is not made durable by the acks after it", () => {
  const box = outbox()
  box.add(change)
  box.sent(2)
  box.nacked(1, "gap")
  box.add(change)
  box.sent(2)
  box.acked(2)
  expect(box.pending).toHaveLength(1)
  box.sent(1)
  box.acked(3)
  expect(box.pending).toHaveLength(0)
})

test("acks count the frames of this connection, never those of the one before", () => {
  const box = outbox()
  box.add(change)
  box.sent(2)
  box.opened()
  box.acked(1)
  expect(box.pending).toHaveLength(1)
})

test("whoever waits for what is written now does not wait for what comes later", async () => {
  const box = outbox()
  box.add(change)
  box.sent(2)
  const settled = box.settled()
  box.add(change)
  box.sent(2)
  box.acked(1)
  await settled
  expect(box.pending).toHaveLength(1)
})
