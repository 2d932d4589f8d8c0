// The evenboard.1 frames as the phone deals with them: one union of what the server may say, and what our own frames carry.
import type * as decoding from "lib0/decoding"
import type { PeopleFrame } from "@evenboard/api"
import type { SessionFrame } from "@evenboard/session"
import { MESSAGE, readAck, readClock, readJson, readNack, type NackReason } from "@evenboard/sync/client"

export { MESSAGE, encodeClockRequest, syncKind } from "@evenboard/sync/client"
export type { NackReason }

export type ServerFrame =
  | { type: "ack"; count: number }
  | { type: "nack"; frame: number; reason: NackReason }
  | { type: "session"; frame: SessionFrame }
  | { type: "people"; frame: PeopleFrame }
  | { type: "private" }
  | { type: "clock"; id: number; serverNow: number }

/** How to read the body of each of our frames, its type already read. The server is trusted: it is where this page came from. */
export const READERS: readonly [type: number, read: (decoder: decoding.Decoder) => ServerFrame][] = [
  [MESSAGE.ack, (decoder) => ({ type: "ack", ...readAck(decoder) })],
  [MESSAGE.nack, (decoder) => ({ type: "nack", ...readNack(decoder) })],
  [MESSAGE.session, (decoder) => ({ type: "session", frame: readJson<SessionFrame>(decoder) })],
  [MESSAGE.people, (decoder) => ({ type: "people", frame: readJson<PeopleFrame>(decoder) })],
  [MESSAGE.private, () => ({ type: "private" })],
  [MESSAGE.clock, (decoder) => ({ type: "clock", ...readClock(decoder) })],
]
