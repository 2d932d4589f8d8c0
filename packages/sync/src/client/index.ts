// The phone's half of the evenboard.1 frames: reads what wire.ts writes and asks for the time. Runs in a browser; knows no Doc and no store.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import { MESSAGE, type NackReason } from "../wire.ts"

export { MESSAGE, type NackReason } from "../wire.ts"

export const readAck = (decoder: decoding.Decoder): { count: number } => ({ count: decoding.readVarUint(decoder) })

export const readNack = (decoder: decoding.Decoder): { frame: number; reason: NackReason } => ({
  frame: decoding.readVarUint(decoder),
  reason: decoding.readVarString(decoder) as NackReason,
})

/** Body of a session or people frame; the caller names the type, since the server is trusted and checked by its own tests. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says of what
export const readJson = <T>(decoder: decoding.Decoder): T => JSON.parse(decoding.readVarString(decoder)) as T

export const readClock = (decoder: decoding.Decoder): { id: number; serverNow: number } => ({
  id: decoding.readVarUint(decoder),
  serverNow: decoding.readVarUint(decoder),
})

export const encodeClockRequest = (id: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.clock)
    encoding.writeVarUint(encoder, id)
  })

/** What an outgoing frame carries of the board: an answer to a state vector (1), one update (2), or nothing that an ack counts. */
export function syncKind(bytes: Uint8Array): 1 | 2 | null {
  const decoder = decoding.createDecoder(bytes) // decoded, since the numbers may be written long
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null
  const kind = decoding.readVarUint(decoder)
  return kind === 1 || kind === 2 ? kind : null
}
