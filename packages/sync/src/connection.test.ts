// What an ack may promise: the first n frames are durable, whatever was nacked between.
import * as decoding from "lib0/decoding"
import { expect, test } from "vitest"
import { Connection } from "./connection.ts"

function line() {
  const acks: number[] = []
  const connection = new Connection("rosa", true, {
    send: (frame) => {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) === 120) acks.push(decoding.readVarUint(decoder))
    },
    close: () => {},
    queuedBytes: () => 0,
  })
  const durable = (frame: number, isStep2 = false): void => {
    connection.durable(frame, isStep2)
    connection.sendAck()
  }
  return { connection, acks, durable }
}

test("a step 2 sent before a frame that was nacked does not stand for it", () => {
  const { connection, acks, durable } = line()
  connection.nack(2, "too-large") // guarded in the same turn as frame 1, whose commit is still to come
  durable(1, true)
  durable(3)
  expect(acks).not.toContain(3)
})

test("a step 2 sent after a frame that was nacked holds what it held, and acks go on", () => {
  const { connection, acks, durable } = line()
  connection.nack(2, "read-only")
  durable(3, true)
  durable(4)
  expect(acks).toEqual([3, 4])
})
