// The bytes a cheap client sends and reads: y-websocket's frames, and the same wrapped with the document's name as Hocuspocus wants them.
// Frames are made once and sent as they are; reading looks at two bytes and the length of the body.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"

export const SYNC = { step1: 0, step2: 1, update: 2 } as const
const TYPE = { sync: 0, awareness: 1, auth: 2, ack: 120, presence: 125 } as const
/** Hocuspocus answers a step 1 with a type of its own that asks for nothing back. */
const SYNC_REPLY = 4
const EMPTY = new Uint8Array([0])
const NOTHING = new Uint8Array([0, 0])

type Incoming =
  | { type: "step-1" }
  | { type: "step-2" | "update" | "awareness" | "presence"; body: Uint8Array }
  | { type: "ack"; count: number }
  | { type: "other" }

export class Dialect {
  readonly #prefix: Uint8Array
  readonly #isWrapped: boolean

  /** `documentName` wraps every frame, as Hocuspocus does; null speaks plain y-websocket. */
  constructor(documentName: string | null) {
    this.#isWrapped = documentName !== null
    this.#prefix = encoding.encode((encoder) => documentName !== null && encoding.writeVarString(encoder, documentName))
  }

  /** What a phone says first. An empty state vector stands for a phone that knows nothing. */
  hello(stateVector: Uint8Array = EMPTY): Uint8Array[] {
    const step1 = this.sync(SYNC.step1, stateVector)
    return this.#isWrapped ? [this.#auth(), step1] : [step1]
  }

  /** A phone's answer to the server's step 1, when the server has all it has. */
  nothingNew(): Uint8Array {
    return this.sync(SYNC.step2, NOTHING)
  }

  sync(kind: number, body: Uint8Array): Uint8Array {
    return this.#frame((encoder) => {
      encoding.writeVarUint(encoder, TYPE.sync)
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  awareness(clientId: number, clock: number, state: object): Uint8Array {
    const body = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    })
    return this.#frame((encoder) => {
      encoding.writeVarUint(encoder, TYPE.awareness)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  read(frame: Uint8Array): Incoming {
    const at = this.#prefix.length
    const type = frame[at]
    if (type === TYPE.sync || (this.#isWrapped && type === SYNC_REPLY)) {
      const kind = frame[at + 1]
      if (kind === SYNC.step1) return { type: "step-1" }
      return { type: kind === SYNC.step2 ? "step-2" : "update", body: bodyAt(frame, at + 2) }
    }
    if (type === TYPE.awareness) return { type: "awareness", body: bodyAt(frame, at + 1) }
    if (type === TYPE.ack && !this.#isWrapped) return { type: "ack", count: decoding.readVarUint(decoderAt(frame, at + 1)) }
    if (type === TYPE.presence && !this.#isWrapped) return { type: "presence", body: frame.subarray(at + 1) }
    return { type: "other" }
  }

  #auth(): Uint8Array {
    return this.#frame((encoder) => {
      encoding.writeVarUint(encoder, TYPE.auth)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, "")
    })
  }

  #frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, this.#prefix)
      write(encoder)
    })
  }
}

function decoderAt(frame: Uint8Array, at: number): decoding.Decoder {
  const decoder = decoding.createDecoder(frame)
  decoder.pos = at
  return decoder
}

const bodyAt = (frame: Uint8Array, at: number): Uint8Array => decoding.readVarUint8Array(decoderAt(frame, at))

/** Calls `each` for every state of an awareness update, without looking into it. */
export function readAwareness(body: Uint8Array, each: (clientId: number, clock: number) => void): void {
  const decoder = decoding.createDecoder(body)
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    each(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
    const words = decoding.readVarUint(decoder)
    decoder.pos += words
  }
}

/** Our own server's presence frames (docs/PROTOCOL.md), read one after the other: who stands behind an index is told once. */
export class PresenceReader {
  readonly #clientIds = new Map<number, number>()

  read(body: Uint8Array, each: (clientId: number, clock: number) => void): void {
    const decoder = decoding.createDecoder(body)
    const list = (one: (index: number) => void): void => {
      for (let left = decoding.readVarUint(decoder); left > 0; left--) one(decoding.readVarUint(decoder))
    }
    if (decoding.readVarUint(decoder) === 1) this.#clientIds.clear()
    list((index) => {
      this.#clientIds.set(index, decoding.readVarUint(decoder))
      decoding.readVarString(decoder)
    })
    list((index) => {
      const clock = decoding.readVarUint(decoder)
      decoding.readAny(decoder)
      const clientId = this.#clientIds.get(index)
      if (clientId !== undefined) each(clientId, clock)
    })
    list((index) => this.#clientIds.delete(index))
  }
}
