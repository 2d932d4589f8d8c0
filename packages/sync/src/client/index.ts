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

/** Somebody's place in a text, as the server tells it. */
export type Present = { clientId: number; seat: string; clock: number; cursor: unknown }

/** What a phone knows of the others from presence frames: feed it each in turn. */
export class Others {
  readonly #byIndex = new Map<number, Present>()

  /** Reads one frame, its type already read. `changed` are the others' newest states, `gone` the client ids that are here no longer. */
  read(decoder: decoding.Decoder): { changed: Present[]; gone: number[] } {
    const before = decoding.readVarUint(decoder) === 1 ? this.all() : []
    if (before.length > 0) this.#byIndex.clear()
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const index = decoding.readVarUint(decoder)
      const [clientId, seat] = [decoding.readVarUint(decoder), decoding.readVarString(decoder)]
      this.#byIndex.set(index, { clientId, seat, clock: 0, cursor: undefined })
    }
    const changed = this.#readMoved(decoder)
    const gone = this.#readGone(decoder)
    const here = new Set(this.all().map(({ clientId }) => clientId))
    return { changed, gone: [...gone, ...before.map(({ clientId }) => clientId)].filter((clientId) => !here.has(clientId)) }
  }

  /** Everybody who is here. */
  all(): Present[] {
    return [...this.#byIndex.values()]
  }

  #readMoved(decoder: decoding.Decoder): Present[] {
    const changed: Present[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const index = decoding.readVarUint(decoder)
      const [clock, cursor] = [decoding.readVarUint(decoder), decoding.readAny(decoder) as unknown]
      const known = this.#byIndex.get(index)
      if (!known) continue
      const present = { ...known, clock, cursor }
      this.#byIndex.set(index, present)
      changed.push(present)
    }
    return changed
  }

  #readGone(decoder: decoding.Decoder): number[] {
    const gone: number[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const index = decoding.readVarUint(decoder)
      const known = this.#byIndex.get(index)
      this.#byIndex.delete(index)
      if (known) gone.push(known.clientId)
    }
    return gone
  }
}

/** What an outgoing frame carries of the board: an answer to a state vector (1), one update (2), or nothing that an ack counts. */
export function syncKind(bytes: Uint8Array): 1 | 2 | null {
  const decoder = decoding.createDecoder(bytes) // decoded, since the numbers may be written long
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null
  const kind = decoding.readVarUint(decoder)
  return kind === 1 || kind === 2 ? kind : null
}
