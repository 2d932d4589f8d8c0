// A server of the sync protocol in memory and a socket pair, for tests: durable when told so, and as slow, silent or unwilling as a
// test needs. Speaks what docs/PROTOCOL.md says; knows nothing of how the phone is built.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync"
import * as Y from "yjs"
import type { SessionFrame } from "@evenboard/session"
import { MESSAGE, syncKind, type NackReason } from "./frames.ts"

export class FakeServer {
  readonly doc = new Y.Doc()
  readonly sockets: FakeSocket[] = []
  /** How many sync frames of kind 1 and 2 came on the newest connection. */
  counted = 0
  /** False: no connection opens (the network is away). */
  isReachable = true
  /** True: a connection is neither opened nor refused. */
  isSilent = false
  /** False: frames are taken in and nothing is acked. */
  acks = true
  /** False: questions about the time stay unanswered, like on a dead socket. */
  answersClock = true
  refusesWith: NackReason | null = null

  /** The class that a phone makes its sockets of. */
  get Socket(): typeof WebSocket {
    // oxlint-disable-next-line typescript/no-this-alias, unicorn/no-this-assignment -- the class below has a `this` of its own
    const server = this
    return class extends FakeSocket {
      constructor() {
        super()
        server.sockets.push(this)
        this.toServer = (bytes) => server.receive(this, bytes)
        if (server.isSilent) return
        if (server.isReachable) queueMicrotask(() => server.takeUp(this))
        else queueMicrotask(() => this.lose(1006))
      }
    } as unknown as typeof WebSocket
  }

  takeUp(socket: FakeSocket): void {
    if (socket.readyState !== 0) return
    this.counted = 0
    socket.open()
    this.#send(socket, 0, (encoder) => writeSyncStep1(encoder, this.doc))
  }

  /** It stores again, and asks every phone for what it lacks. */
  recover(): void {
    this.refusesWith = null
    for (const socket of this.sockets) if (socket.readyState === 1) this.#send(socket, 0, (encoder) => writeSyncStep1(encoder, this.doc))
  }

  #send(socket: FakeSocket, type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    socket.deliver(encoding.toUint8Array(encoder))
  }

  receive(socket: FakeSocket, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === 124 && this.answersClock) {
      const id = decoding.readVarUint(decoder)
      this.#send(socket, 124, (encoder) => {
        encoding.writeVarUint(encoder, id)
        encoding.writeVarUint(encoder, 1_000_000)
      })
    }
    if (type !== 0) return
    if (syncKind(bytes)) return this.#receiveCounted(socket, decoder)
    this.#send(socket, 0, (encoder) => readSyncMessage(decoder, encoder, this.doc, "phone"))
  }

  #receiveCounted(socket: FakeSocket, decoder: decoding.Decoder): void {
    const number = ++this.counted
    if (this.refusesWith) {
      const reason = this.refusesWith
      return this.#send(socket, 121, (encoder) => {
        encoding.writeVarUint(encoder, number)
        encoding.writeVarString(encoder, reason)
      })
    }
    readSyncMessage(decoder, encoding.createEncoder(), this.doc, "phone")
    if (this.acks) this.ack(socket, number)
  }

  ack(socket: FakeSocket, count = this.counted): void {
    this.#send(socket, 120, (encoder) => encoding.writeVarUint(encoder, count))
  }

  /** News of the session log. */
  tell(frame: SessionFrame): void {
    this.#send(this.newest, MESSAGE.session, (encoder) => encoding.writeVarString(encoder, JSON.stringify(frame)))
  }

  /** What only this phone is told has changed. */
  nudge(): void {
    this.#send(this.newest, MESSAGE.private, () => {})
  }

  /** Somebody else's change, relayed to every open phone. */
  relay(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update)
    for (const socket of this.sockets) if (socket.readyState === 1) this.#send(socket, 0, (encoder) => writeUpdate(encoder, update))
  }

  get newest(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error("no phone has called yet")
    return socket
  }
}

/** The phone's end of a socket. */
class FakeSocket {
  readonly OPEN = 1
  readyState = 0
  binaryType = "arraybuffer"
  onopen: (() => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  toServer: (bytes: Uint8Array) => void = () => {}

  open(): void {
    this.readyState = 1
    this.onopen?.()
  }
  deliver(bytes: Uint8Array): void {
    if (this.readyState === 1) this.onmessage?.({ data: bytes.slice().buffer })
  }
  send(bytes: Uint8Array): void {
    if (this.readyState === 1) this.toServer(bytes)
  }
  /** The network, or the server, ends it. */
  lose(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.({ code, reason: "" })
  }
  close(): void {
    this.readyState = 3
  }
}
