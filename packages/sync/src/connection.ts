// One socket as a room sees it: somewhere to send, who sits there, and how far its frames are durable. Knows no ws.
import { encodeAck, encodeNack, type CloseReason, type NackReason } from "./wire.ts"

/** What the socket side gives. `send` never throws; after `close` it does nothing. */
export type Wire = {
  send(frame: Uint8Array): void
  close(reason: CloseReason): void
  /** Bytes not yet on their way. */
  queuedBytes(): number
}

/** A phone with more than this waiting takes nothing, and is told to come back rather than have a whole workshop wait for it. */
const STUCK_BYTES = 8 * 1024 * 1024
/** Client ids a connection may take by presence alone. A page has one. */
const CLAIMS_LIMIT = 32

export class Connection {
  readonly seat: string
  /** Speaks evenboard.1: gets acks, nacks, session and people frames. */
  readonly speaksEvenboard: boolean
  /** Nobody sits here: it hears what the board is, and nothing it sends changes anything. */
  readonly readsOnly: boolean
  /** Its person is not shown where they are: what it says of that is not passed on. */
  isQuiet = false
  readonly #wire: Wire
  #received = 0
  #acked = 0
  /** The first and the last frame refused. Nothing from the first on is acked until a step 2 sent after the last came: it holds what they held. */
  #nacked: { first: number; last: number } | null = null
  #idsClaimed = 0

  constructor(seat: string, speaksEvenboard: boolean, wire: Wire, readsOnly = false) {
    this.seat = seat
    this.speaksEvenboard = speaksEvenboard
    this.#wire = wire
    this.readsOnly = readsOnly
  }

  send(frame: Uint8Array): void {
    if (this.#wire.queuedBytes() > STUCK_BYTES) this.#wire.close("try-later")
    else this.#wire.send(frame)
  }

  close(reason: CloseReason): void {
    this.#wire.close(reason)
  }

  queuedBytes(): number {
    return this.#wire.queuedBytes()
  }

  /** Numbers the next step 2 or update frame, from 1. */
  nextFrameNumber(): number {
    return ++this.#received
  }

  /** The frame of this number is durable; the ack itself goes out with `sendAck`. */
  durable(frameNumber: number, isStep2: boolean): void {
    if (isStep2 && this.#nacked && frameNumber > this.#nacked.last) this.#nacked = null
    if (!this.#nacked || frameNumber < this.#nacked.first) this.#acked = Math.max(this.#acked, frameNumber)
  }

  sendAck(): void {
    if (this.speaksEvenboard && this.#acked > 0) this.send(encodeAck(this.#acked))
  }

  /** False once this connection has claimed as many ids by presence as no honest page does; phantom people stop here. */
  mayClaimId(): boolean {
    return ++this.#idsClaimed <= CLAIMS_LIMIT
  }

  nack(frameNumber: number, reason: NackReason): void {
    const { first, last } = this.#nacked ?? { first: frameNumber, last: frameNumber }
    this.#nacked = { first: Math.min(first, frameNumber), last: Math.max(last, frameNumber) }
    if (this.speaksEvenboard) this.send(encodeNack(frameNumber, reason))
  }
}
