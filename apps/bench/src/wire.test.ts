import * as decoding from "lib0/decoding"
import { expect, test } from "vitest"
import { Dialect, PresenceReader, readAwareness, SYNC } from "./wire.ts"

const plain = new Dialect(null)
const wrapped = new Dialect("room-1")
const update = new Uint8Array([1, 2, 3])

test("a frame read back holds what was written, plain and wrapped", () => {
  for (const dialect of [plain, wrapped]) {
    expect(dialect.read(dialect.sync(SYNC.update, update))).toEqual({ type: "update", body: update })
    expect(dialect.read(dialect.sync(SYNC.step2, update))).toEqual({ type: "step-2", body: update })
    expect(dialect.read(dialect.sync(SYNC.step1, update))).toEqual({ type: "step-1" })
  }
})

test("a wrapped frame begins with the document's name and stays the same behind it", () => {
  const frame = wrapped.sync(SYNC.update, update)
  const decoder = decoding.createDecoder(frame)
  expect(decoding.readVarString(decoder)).toBe("room-1")
  expect(decoding.readTailAsUint8Array(decoder)).toEqual(plain.sync(SYNC.update, update))
})

test("Hocuspocus is greeted with a token first, and its own kind of step 2 is understood", () => {
  const [auth, step1] = wrapped.hello()
  expect(auth?.[7]).toBe(2)
  expect(step1).toEqual(wrapped.sync(SYNC.step1, new Uint8Array([0])))
  const reply = wrapped.sync(SYNC.step2, update)
  reply[7] = 4
  expect(wrapped.read(reply)).toEqual({ type: "step-2", body: update })
})

test("an ack says how many frames are durable", () => {
  expect(plain.read(new Uint8Array([120, 0x85, 0x01]))).toEqual({ type: "ack", count: 133 })
})

test("presence is read as who and which, without its words", () => {
  const one = plain.awareness(2 ** 40, 7, { user: { name: "Añá" } }).subarray(3)
  const two = plain.awareness(9, 300, {}).subarray(3)
  const seen: [number, number][] = []
  readAwareness(new Uint8Array([2, ...one, ...two]), (clientId, clock) => seen.push([clientId, clock]))
  expect(seen).toEqual([
    [2 ** 40, 7],
    [9, 300],
  ])
  expect(plain.read(plain.awareness(9, 300, {}))).toEqual({ type: "awareness", body: new Uint8Array([1, ...two]) })
})

test("our own presence frames are read as who and which: the bytes are those of docs/PROTOCOL.md", () => {
  const reader = new PresenceReader()
  const seen: [number, number][] = []
  const hear = (hex: string): void => {
    const read = plain.read(Buffer.from(hex, "hex"))
    if (read.type === "presence") reader.read(read.body, (clientId, clock) => seen.push([clientId, clock]))
  }
  hear("7d010100ac02026162010005760201787d0101797cc020000000")
  hear("7d00000100067f00")
  hear("7d0000000100") // gone
  hear("7d00000100077f00")
  expect(seen).toEqual([
    [300, 5],
    [300, 6],
  ])
})
