// The bytes on the socket, pinned: other people's clients are built on docs/PROTOCOL.md, so a change here is a change for them.
import * as decoding from "lib0/decoding"
import { expect, test } from "vitest"
import { encodeClockRequest, readAck, readClock, readJson, readNack, syncKind } from "./client/index.ts"
import {
  CLOSE,
  decodeFrame,
  encodeAck,
  encodeAwareness,
  encodeClock,
  encodeJson,
  encodeNack,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
} from "./wire.ts"

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const bytes = new Uint8Array([1, 2, 3])

test.each([
  ["step 1", encodeStep1(bytes), "000003010203"],
  ["step 2", encodeStep2(bytes), "000103010203"],
  ["update", encodeUpdate(bytes), "000203010203"],
  ["awareness", encodeAwareness(bytes), "0103010203"],
  ["ack of 300 frames", encodeAck(300), "78ac02"],
  ["nack", encodeNack(2, "gap"), "790203676170"],
  ["session", encodeJson("session", { a: 1 }), "7a077b2261223a317d"],
  ["people", encodeJson("people", {}), "7b027b7d"],
  ["clock", encodeClock(5, 1_700_000_000_000), "7c0580d095ffbc31"],
  ["clock request", encodeClockRequest(5), "7c05"],
])("%s", (_, frame, expected) => {
  expect(hex(frame)).toBe(expected)
})

test("close codes", () => {
  expect(CLOSE).toEqual({
    "text-frame": 1003,
    malformed: 1007,
    refused: 1008,
    restarting: 1012,
    "try-later": 1013,
    "bad-key": 4401,
    "foreign-id": 4403,
    gone: 4404,
  })
})

test("what a phone sends is read as it was meant", () => {
  expect(decodeFrame(encodeStep1(bytes))).toEqual({ type: "step-1", stateVector: bytes })
  expect(decodeFrame(encodeStep2(bytes))).toEqual({ type: "update", update: bytes, isStep2: true })
  expect(decodeFrame(encodeUpdate(bytes))).toEqual({ type: "update", update: bytes, isStep2: false })
  expect(decodeFrame(encodeAwareness(bytes))).toEqual({ type: "awareness", update: bytes })
  expect(decodeFrame(encodeClockRequest(9))).toEqual({ type: "clock", id: 9 })
  expect(decodeFrame(new Uint8Array([3]))).toEqual({ type: "query-awareness" })
})

test("numbers written long mean the same: whoever looks at raw bytes would be fooled", () => {
  expect(decodeFrame(new Uint8Array([0x80, 0x00, 0x82, 0x00, 3, 1, 2, 3]))).toEqual({ type: "update", update: bytes, isStep2: false })
  expect(syncKind(new Uint8Array([0x80, 0x00, 0x82, 0x00, 3, 1, 2, 3]))).toBe(2)
})

test.each([
  ["nothing", []],
  ["an unknown type", [9]],
  ["an unknown sync kind", [0, 7, 0]],
  ["a length beyond the end", [0, 2, 9, 1]],
  ["bytes left over", [3, 3]],
  ["a number without an end", [255, 255, 255, 255, 255, 255, 255, 255, 255, 255]],
])("%s is bad, and never throws", (_, frame) => {
  expect(decodeFrame(new Uint8Array(frame)).type).toBe("bad")
})

test("the phone reads what the server writes", () => {
  const past = (frame: Uint8Array): decoding.Decoder => {
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    return decoder
  }
  expect(readAck(past(encodeAck(7)))).toEqual({ count: 7 })
  expect(readNack(past(encodeNack(3, "too-large")))).toEqual({ frame: 3, reason: "too-large" })
  expect(readJson(past(encodeJson("people", { whole: true })))).toEqual({ whole: true })
  expect(readClock(past(encodeClock(1, 1_700_000_000_123)))).toEqual({ id: 1, serverNow: 1_700_000_000_123 })
})
