// The bytes on the socket, pinned: other people's clients are built on docs/PROTOCOL.md, so a change here is a change for them.
import * as decoding from "lib0/decoding"
import { expect, test } from "vitest"
import { encodeClockRequest, Others, readAck, readClock, readJson, readNack, syncKind } from "./client/index.ts"
import {
  CLOSE,
  decodeFrame,
  encodeAck,
  encodeAwareness,
  encodeClock,
  encodeJson,
  encodeNack,
  encodePresence,
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
  [
    "presence, whole",
    encodePresence({
      isWhole: true,
      named: [{ index: 0, clientId: 300, seat: "ab" }],
      moved: [{ index: 0, clock: 5, cursor: { x: 1, y: -2.5 } }],
      gone: [],
    }),
    "7d010100ac02026162010005760201787d0101797cc020000000",
  ],
  [
    "presence, changes",
    encodePresence({ isWhole: false, named: [], moved: [{ index: 1, clock: 6, cursor: undefined }], gone: [{ index: 200 }] }),
    "7d00000101067f01c801",
  ],
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
    "screen-over": 4401,
    "foreign-id": 4403,
    gone: 4404,
    removed: 4410,
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

test("presence: a name lasts until gone or the next whole frame; what is said of a place nobody named is left alone", () => {
  const others = new Others()
  const read = (frame: Parameters<typeof encodePresence>[0]): ReturnType<Others["read"]> => {
    const decoder = decoding.createDecoder(encodePresence(frame))
    decoding.readVarUint(decoder)
    const answer = others.read(decoder)
    expect(decoding.hasContent(decoder)).toBe(false)
    return answer
  }
  const [rosa, sam] = [
    { index: 0, clientId: 70, seat: "rosa" },
    { index: 1, clientId: 80, seat: "sam" },
  ]
  const rosaAt = (clock: number, cursor: string) => ({ clientId: 70, seat: "rosa", clock, cursor })
  const first = { isWhole: false, named: [rosa], moved: [{ index: 0, clock: 1, cursor: "a" }], gone: [] }
  expect(read(first)).toEqual({ changed: [rosaAt(1, "a")], gone: [] })
  expect(read(first)).toEqual({ changed: [rosaAt(1, "a")], gone: [] })
  expect(read({ isWhole: false, named: [], moved: [{ index: 5, clock: 1, cursor: 1 }], gone: [{ index: 6 }] })).toEqual({
    changed: [],
    gone: [],
  })
  const whole = { isWhole: true, named: [sam], moved: [{ index: 1, clock: 4, cursor: undefined }], gone: [] }
  expect(read(whole).gone).toEqual([70])
  expect(read(whole).gone).toEqual([])
  expect(others.all()).toEqual([{ clientId: 80, seat: "sam", clock: 4, cursor: undefined }])
  // The place of one who is gone is named for the next.
  expect(read({ ...first, named: [{ ...rosa, index: 1 }], moved: [{ index: 1, clock: 2, cursor: "b" }], gone: [] }).changed).toEqual([
    rosaAt(2, "b"),
  ])
  expect(others.all()).toEqual([rosaAt(2, "b")])
})
