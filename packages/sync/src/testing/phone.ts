// A phone without a network: a Y.Doc that speaks the protocol to a room through two lists of frames, which a test delivers as it likes.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import * as syncProtocol from "y-protocols/sync"
import * as Y from "yjs"
import { Others, type Present } from "../client/index.ts"
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
  /** Client ids leased to this seat. */
  leased: number[] = []
  nacks: { frame: number; reason: string }[] = []
  awareness: Uint8Array[] = []
  /** Who else is here, by the presence frames of this line, and every state ever heard. */
  others = new Others()
  heard: Present[] = []
  gone: number[] = []
  /** Bytes read of awareness and presence frames. */
  presenceBytes = 0
  /** Bytes the socket says are not yet on their way. */
  queued = 0
  sent = 0
  /** With `true`, frames wait in `outbox` until `push`, as on a slow line. */
  isSlow = false
  outbox: Uint8Array[] = []
  /** The room's step 1 has been answered on this line, so that what was written before it is under way too. */
  hasAnswered = false
  onAck: (count: number) => void = () => {}

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
    this.outbox = []
    this.sent = 0
    this.acked = 0
    this.hasAnswered = false
    this.others = new Others()
    this.#room = room
    const connection: Connection = new Connection(this.seat, this.isEvenboard, {
      send: (frame) => {
        if (this.connection === connection) this.inbox.push(frame)
      },
      close: (reason) => {
        if (this.connection !== connection) return
        this.closed ??= reason
        this.cut()
      },
      queuedBytes: () => this.queued,
    })
    this.connection = connection
    room.connect(connection, this.leased)
    this.send((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc))
  }

  #room: Room | null = null

  /** The line is gone; what was not read is lost. */
  cut(): void {
    if (this.connection) this.#room?.leave(this.connection)
    this.connection = null
    this.inbox = []
    this.outbox = []
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
    this.outbox.push(frame)
    if (!this.isSlow) this.push()
  }

  /** Delivers up to `count` frames to the room. */
  push(count = Infinity): void {
    for (let i = 0; i < count && this.connection && this.outbox.length > 0; i++) {
      const frame = this.outbox.shift()
      if (frame) this.#room?.receive(this.connection, frame)
    }
  }

  /** Reads what has arrived; answers step 1s. */
  read(count = Infinity): void {
    for (const frame of this.inbox.splice(0, count)) this.#readOne(decoding.createDecoder(frame))
  }

  #readOne(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    if (type === 1 || type === 125) this.presenceBytes += decoder.arr.length
    if (type === 0) {
      const answer = encoding.createEncoder()
      encoding.writeVarUint(answer, 0)
      syncProtocol.readSyncMessage(decoder, answer, this.doc, this)
      if (encoding.length(answer) <= 1) return
      this.sendRaw(encoding.toUint8Array(answer))
      this.hasAnswered = true
    } else if (type === 1) this.awareness.push(decoding.readVarUint8Array(decoder))
    else if (type === 125) {
      const { changed, gone } = this.others.read(decoder)
      this.heard.push(...changed)
      this.gone.push(...gone)
    } else if (type === 120) this.onAck((this.acked = decoding.readVarUint(decoder)))
    else if (type === 121) this.nacks.push({ frame: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) })
  }
}
