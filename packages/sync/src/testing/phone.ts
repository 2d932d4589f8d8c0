// A phone without a network: a Y.Doc that speaks the protocol to a room through two lists of frames, which a test delivers as it likes.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import * as syncProtocol from "y-protocols/sync"
import * as Y from "yjs"
import { Connection } from "../connection.ts"
import type { Room } from "../room.ts"
import type { CloseReason } from "../wire.ts"

export class Phone {
  readonly doc: Y.Doc
  readonly seat: string
  readonly isEvenboard: boolean
  connection: Connection | null = null
  closed: CloseReason | null = null
  /** Frames from the room, not yet read. */
  inbox: Uint8Array[] = []
  acked = 0
  nacks: { frame: number; reason: string }[] = []
  awareness: Uint8Array[] = []
  sent = 0

  constructor(seat: string, options: { doc?: Y.Doc; clientId?: number; isEvenboard?: boolean } = {}) {
    this.seat = seat
    this.doc = options.doc ?? new Y.Doc()
    if (options.clientId !== undefined) this.doc.clientID = options.clientId
    this.isEvenboard = options.isEvenboard ?? true
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send((encoder) => syncProtocol.writeUpdate(encoder, update))
    })
  }

  join(room: Room): void {
    this.closed = null
    this.inbox = []
    this.#room = room
    this.connection = new Connection(this.seat, this.isEvenboard, {
      send: (frame) => this.inbox.push(frame),
      close: (reason) => {
        this.closed ??= reason
        this.cut()
      },
      queuedBytes: () => 0,
    })
    room.connect(this.connection)
    this.send((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc))
  }

  #room: Room | null = null

  /** The line is gone; what was not read is lost. */
  cut(): void {
    if (this.connection) this.#room?.leave(this.connection)
    this.connection = null
    this.inbox = []
  }

  send(write: (encoder: encoding.Encoder) => void): void {
    if (!this.connection) return
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0)
      write(encoder)
    })
    this.sendRaw(frame)
  }

  sendRaw(frame: Uint8Array): void {
    if (!this.connection) return
    this.sent += 1
    this.#room?.receive(this.connection, frame)
  }

  /** Reads what has arrived; answers step 1s. */
  read(): void {
    for (const frame of this.inbox.splice(0)) this.#readOne(decoding.createDecoder(frame))
  }

  #readOne(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    if (type === 0) {
      const answer = encoding.createEncoder()
      encoding.writeVarUint(answer, 0)
      syncProtocol.readSyncMessage(decoder, answer, this.doc, this)
      if (encoding.length(answer) > 1) this.sendRaw(encoding.toUint8Array(answer))
    } else if (type === 1) this.awareness.push(decoding.readVarUint8Array(decoder))
    else if (type === 120) this.acked = decoding.readVarUint(decoder)
    else if (type === 121) this.nacks.push({ frame: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) })
  }
}
