// A cheap client: one raw ws socket that says hello, answers the server's step 1, and else only counts bytes unless somebody listens.
import { WebSocket } from "ws"
import type { Dialect } from "./wire.ts"

/** A place in a room: where to connect, how to speak, and the Yjs client id to write under. */
export type Seat = { url: string; protocols: string[]; dialect: Dialect; clientId: number }
type Listener = (frame: Buffer, at: number) => void

const OPEN_MS = 60_000

export class Phone {
  readonly seat: Seat
  readonly ws: WebSocket
  /** Bytes of frames since the last `bytes = 0`. */
  bytes = 0
  /** Set to hear every frame. */
  listener: Listener | null
  /** When the server's step 2 came. */
  syncedAt = NaN
  #sent = 0
  readonly #synced: PromiseWithResolvers<void> = Promise.withResolvers()

  constructor(seat: Seat, { listener = null, stateVector }: { listener?: Listener | null; stateVector?: Uint8Array } = {}) {
    this.seat = seat
    this.listener = listener
    this.#synced.promise.catch(() => undefined)
    this.ws = new WebSocket(seat.url, seat.protocols, { perMessageDeflate: false, skipUTF8Validation: true })
    this.ws.on("open", () => {
      for (const frame of seat.dialect.hello(stateVector)) this.send(frame)
    })
    this.ws.on("error", (error) => this.#synced.reject(error))
    this.ws.on("close", (code) => this.#synced.reject(new Error(`the server closed with ${code}`)))
    this.ws.on("message", (data: Buffer) => this.#hear(data))
  }

  /** Resolves with the phone once the server has sent its step 2. */
  static async open(...args: ConstructorParameters<typeof Phone>): Promise<Phone> {
    const phone = new Phone(...args)
    await phone.synced()
    return phone
  }

  async synced(ms = OPEN_MS): Promise<void> {
    const late = setTimeout(() => this.#synced.reject(new Error(`not synced within ${ms} ms`)), ms)
    await this.#synced.promise.finally(() => clearTimeout(late))
  }

  #hear(data: Buffer): void {
    this.bytes += data.length
    this.listener?.(data, performance.now())
    if (!Number.isNaN(this.syncedAt)) return
    const frame = this.seat.dialect.read(data)
    if (frame.type === "step-1") this.sendSync(this.seat.dialect.nothingNew())
    if (frame.type !== "step-2") return
    this.syncedAt = performance.now()
    this.#synced.resolve()
  }

  send(frame: Uint8Array): void {
    if (this.ws.readyState === WebSocket.OPEN) this.ws.send(frame)
  }

  /** Sends a step 2 or an update; answers its number on this connection, as acks count them. */
  sendSync(frame: Uint8Array): number {
    this.send(frame)
    return ++this.#sent
  }

  cut(): void {
    this.ws.terminate()
  }
}

/** Opens phones a few at a time, as people come into a hall. */
export async function openPhones(seats: readonly Seat[], atOnce = 25): Promise<Phone[]> {
  const phones: Phone[] = []
  for (let from = 0; from < seats.length; from += atOnce)
    phones.push(...(await Promise.all(seats.slice(from, from + atOnce).map((seat) => Phone.open(seat)))))
  return phones
}
