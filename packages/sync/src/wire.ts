// The bytes on the socket: one function a frame kind, both ways. Owns the numbers of docs/PROTOCOL.md; knows no Doc and no socket.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  ack: 120,
  nack: 121,
  session: 122,
  people: 123,
  clock: 124,
  presence: 125,
  private: 126,
} as const
const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Largest frame a connection may send, bytes; ws closes with 1009 above it. */
export const FRAME_LIMIT_BYTES = 1024 * 1024

/** Every way the server ends a connection. 4400 to 4499 tell a client not to come back. */
export const CLOSE = {
  "text-frame": 1003,
  malformed: 1007,
  refused: 1008,
  restarting: 1012,
  "try-later": 1013,
  "screen-over": 4401,
  "foreign-id": 4403,
  gone: 4404,
  removed: 4410,
} as const
export type CloseReason = keyof typeof CLOSE

/** Why a frame was not kept. `gap`: send it again after the step 1 that follows · `read-only`: not now · `refused`: never will be. */
export type NackReason = "gap" | "read-only" | "too-large" | "refused"

export type Frame =
  | { type: "step-1"; stateVector: Uint8Array }
  | { type: "update"; update: Uint8Array; isStep2: boolean }
  | { type: "awareness"; update: Uint8Array }
  | { type: "query-awareness" }
  | { type: "clock"; id: number }
  | { type: "bad"; why: string }

/** Decodes one frame from a phone. Bytes left over, unknown kinds and broken lengths are `bad`; never throws. */
export function decodeFrame(bytes: Uint8Array): Frame {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrame(decoder)
    return frame.type !== "bad" && decoding.hasContent(decoder) ? { type: "bad", why: "bytes left over" } : frame
  } catch (error) {
    return { type: "bad", why: error instanceof Error ? error.message : "unreadable" }
  }
}

function readFrame(decoder: decoding.Decoder): Frame {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { type: "awareness", update: decoding.readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness:
      return { type: "query-awareness" }
    case MESSAGE.clock:
      return { type: "clock", id: decoding.readVarUint(decoder) }
    default:
      return { type: "bad", why: `unknown frame type ${type}` }
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const kind = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  if (kind === SYNC.step1) return { type: "step-1", stateVector: body }
  if (kind === SYNC.step2 || kind === SYNC.update) return { type: "update", update: body, isStep2: kind === SYNC.step2 }
  return { type: "bad", why: `unknown sync kind ${kind}` }
}

const encode = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)

const encodeSync = (kind: number, body: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, body)
  })

export const encodeStep1 = (stateVector: Uint8Array): Uint8Array => encodeSync(SYNC.step1, stateVector)
export const encodeStep2 = (update: Uint8Array): Uint8Array => encodeSync(SYNC.step2, update)
export const encodeUpdate = (update: Uint8Array): Uint8Array => encodeSync(SYNC.update, update)

export const encodeAwareness = (update: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })

/** A y-protocols awareness update. JSON `null`: taken down. */
export const encodeAwarenessUpdate = (states: readonly { clientId: number; clock: number; json: string | null }[]): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const { clientId, clock, json } of states) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json ?? "null")
    }
  })

/** Presence as our own phones read it. An index stands for a client id and its seat from `named` until `gone` or the next whole frame. */
type PresenceFrame = {
  /** What was known before is to be forgotten. */
  isWhole: boolean
  named: readonly { index: number; clientId: number; seat: string }[]
  moved: readonly { index: number; clock: number; cursor: encoding.AnyEncodable }[]
  gone: readonly { index: number }[]
}

export const encodePresence = ({ isWhole, named, moved, gone }: PresenceFrame): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.presence)
    encoding.writeVarUint(encoder, isWhole ? 1 : 0)
    encoding.writeVarUint(encoder, named.length)
    for (const { index, clientId, seat } of named) {
      encoding.writeVarUint(encoder, index)
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarString(encoder, seat)
    }
    encoding.writeVarUint(encoder, moved.length)
    for (const { index, clock, cursor } of moved) {
      encoding.writeVarUint(encoder, index)
      encoding.writeVarUint(encoder, clock)
      encoding.writeAny(encoder, cursor)
    }
    encoding.writeVarUint(encoder, gone.length)
    for (const { index } of gone) encoding.writeVarUint(encoder, index)
  })

export const encodeAck = (count: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.ack)
    encoding.writeVarUint(encoder, count)
  })

export const encodeNack = (frameNumber: number, reason: NackReason): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.nack)
    encoding.writeVarUint(encoder, frameNumber)
    encoding.writeVarString(encoder, reason)
  })

export const encodeClock = (id: number, serverNow: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.clock)
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, serverNow)
  })

/** A session or people frame: its body is JSON, made by whoever owns it. */
export const encodeJson = (type: "session" | "people", body: object): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE[type])
    encoding.writeVarString(encoder, JSON.stringify(body))
  })

/** Tells one seat that what only it may know has changed. The words themselves it asks for with its key: they are in no frame. */
export const encodePrivate = (): Uint8Array => encode((encoder) => encoding.writeVarUint(encoder, MESSAGE.private))
