// One WebSocket ⇄ one visit to a room: who may come in, limits on size and rate, heartbeat, close codes. Owns the upgrade of
// GET /sync/{workshopId}; knows no Doc and no rule of the workshop.
import type { IncomingMessage, Server } from "node:http"
import type { Duplex } from "node:stream"
import { WebSocketServer, type RawData, type WebSocket } from "ws"
import { CLOSE, FRAME_LIMIT_BYTES, type Wire } from "@evenboard/sync"
import type { Store } from "@evenboard/storage"
import { Allowance } from "./allowance.ts"
import { headersOf, seatCookie, senderOf } from "./asking.ts"
import type { Config } from "./config.ts"
import type { Live, Log, Screen, Visit } from "./deps.ts"
import { hashKey } from "./keys.ts"
import { Lines } from "./lines.ts"
import { screenOfBrowser } from "./screens.ts"

const OURS = "evenboard.1"
const KEY_PREFIX = "evenboard.key."
/** Below the 25 s after which proxies and phones begin to drop silent connections. */
const PING_MS = 15_000
/** Frames a connection may send a second, and how many at once after a rest. Above it we read slower; nothing is dropped. */
const FRAMES = { atOnce: 200, eachMs: 1000 / 60 }
/** One read of the socket may bring thousands of small frames: then it rests until they are paid for, but no longer than pings bear. */
const REST_MS = 1000
/** Bytes kept for a connection whose room is still loading. */
const WAITING_BYTES = FRAME_LIMIT_BYTES

type SocketDeps = { server: Server; store: Store; live: Live; log: Log; config: Config; secret: Uint8Array }

/** Takes over `upgrade` requests of the HTTP server. `close` ends every socket still open. */
export function attachSockets({ server, store, live, log, config, secret }: SocketDeps): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_LIMIT_BYTES,
    perMessageDeflate: false,
    // The key's own protocol is echoed to stock clients, which insist on an answer.
    handleProtocols: (offered) => (offered.has(OURS) ? OURS : ([...offered].find((one) => one.startsWith(KEY_PREFIX)) ?? false)),
  })

  const lines = new Lines(() => performance.now())

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const admission = await admit(request, { store, config, secret })
    if ("refusal" in admission) return refuse(socket, admission.refusal)
    if (socket.destroyed) return
    if (!lines.mayCome(whoseLine(admission))) return refuse(socket, "429 Too Many Requests")
    sockets.handleUpgrade(request, socket, head, (ws) => seat(ws, socket, admission))
  }

  function seat(ws: WebSocket, socket: Duplex, admission: Admission): void {
    const { workshopId, who, isStillIn } = admission
    ws.on(
      "close",
      lines.add(whoseLine(admission), () => ws.close(CLOSE["try-later"])),
    )
    const bounded = new Reading(ws)
    const wire: Wire = {
      send: (frame) => {
        if (ws.readyState === ws.OPEN) write(socket, frame)
      },
      close: (reason) => ws.close(CLOSE[reason]),
      queuedBytes: () => socket.writableLength,
    }
    const arriving = live.visit(workshopId, who, ws.protocol === OURS, wire)
    let visit: Visit | null = null
    ws.on("error", () => undefined) // ws answers with the right close code itself (1002, 1007, 1009)
    ws.on("message", (data, isBinary) => {
      if (ws.readyState !== ws.OPEN) return // closed by us, and still sending
      if (!isBinary) return ws.close(CLOSE["text-frame"])
      bounded.take(bytesOf(data), visit)
    })
    ws.on(
      "close",
      () =>
        void arriving.then(
          (one) => one.leave(),
          () => undefined,
        ),
    )
    const arrived = async (): Promise<void> => {
      const one = await arriving
      // Keys go before their lines are closed: one that was taken back before this line could be is found here.
      if (!(await isStillIn())) return ws.close(CLOSE.restarting)
      visit = one
      bounded.release(one)
    }
    arrived().catch((error: unknown) => {
      log.error({ workshop: workshopId, error: error instanceof Error ? error.message : String(error) }, "a workshop would not open")
      ws.close(CLOSE["try-later"])
    })
    heartbeat(ws)
  }

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy()) // before anything is awaited: a reset must not end the process
    upgrade(request, socket, head).catch((error: unknown) => {
      log.error({ error: error instanceof Error ? error.message : String(error) }, "fault at the socket's door")
      refuse(socket, "503 Service Unavailable")
    })
  })
  return {
    close: () => {
      for (const ws of sockets.clients) ws.terminate()
    },
  }
}

/** Above this a frame is not copied behind its header. */
const COPY_BYTES = 64 * 1024
let writtenLast: { frame: Uint8Array; bytes: Buffer } | null = null

/**
 * Writes a whole WebSocket frame. The same frame often goes to a whole hall: then its header is made once, and each socket costs one
 * write of one buffer. ws writes its own pings and closes to the same socket, each whole.
 */
function write(socket: Duplex, frame: Uint8Array): void {
  if (frame.length > COPY_BYTES) {
    socket.cork()
    socket.write(headerOf(frame.length))
    socket.write(frame)
    socket.uncork()
    return
  }
  if (writtenLast?.frame !== frame) writtenLast = { frame, bytes: Buffer.concat([headerOf(frame.length), frame]) }
  socket.write(writtenLast.bytes)
}

/** RFC 6455, 5.2: final, binary, unmasked. */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.of(0x82, length)
  const header = Buffer.alloc(length < 65_536 ? 4 : 10)
  header[0] = 0x82
  header[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

/** `who`: a seat, or a screen without one. `isStillIn`: what opened the line opens it still, asked once the room is there. */
type Admission = { workshopId: string; who: string | Screen; isStillIn(): Promise<boolean> }

/** A seat's, or one of the screens that its maker's link opens. */
const whoseLine = ({ workshopId, who }: Admission): string =>
  typeof who === "string" ? `${workshopId} ${who}` : `${workshopId} by ${who.maker ?? "organiser"}`

/** Who this is, decided before the upgrade: by key in the subprotocol, or by cookie from our own page. */
async function admit(
  request: IncomingMessage,
  { store, config, secret }: Pick<SocketDeps, "store" | "config" | "secret">,
): Promise<Admission | { refusal: string }> {
  const workshopId = /^\/sync\/([0-9A-Za-z]{8,32})(?:\?.*)?$/.exec(request.url ?? "")?.[1]
  if (!workshopId) return { refusal: "404 Not Found" }
  const header = headersOf(request)
  const sender = senderOf(header, config)
  if (sender === "foreign") return { refusal: "403 Forbidden" }
  const offered = (header("sec-websocket-protocol") ?? "").split(",").map((one) => one.trim())
  const spoken = offered.find((one) => one.startsWith(KEY_PREFIX))?.slice(KEY_PREFIX.length)
  const cookie = sender === "own" ? seatCookie(header, config, workshopId) : null
  const key = spoken ?? cookie
  const keyHash = key ? hashKey(key) : null
  const seat = async (): Promise<string | null> => (keyHash ? ((await store.seatByKeyHash(workshopId, keyHash))?.id ?? null) : null)
  const seatId = await seat()
  if (seatId !== null) return { workshopId, who: seatId, isStillIn: async () => (await seat()) === seatId }
  // A phone whose person was removed is told so, with 4410.
  const removed = keyHash ? await store.removedByKeyHash(workshopId, keyHash) : null
  if (removed !== null) return { workshopId, who: removed, isStillIn: async () => true }
  if (spoken !== undefined || sender !== "own" || !offered.includes(OURS)) return { refusal: "401 Unauthorized" }
  const screenNow = async (): Promise<Screen | null> => {
    const asked = await store.workshop(workshopId)
    return asked && screenOfBrowser({ secret, config, store }, asked, header)
  }
  const screen = await screenNow()
  if (screen) return { workshopId, who: screen, isStillIn: async () => (await screenNow()) !== null }
  return { refusal: "401 Unauthorized" }
}

/** Nobody but us looks after a socket from its upgrade on: one whose other side never closes it would be held for ever. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** Frames on their way in: kept while the room loads, and read no faster than the limit. */
class Reading {
  readonly #ws: WebSocket
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  readonly #frames = new Allowance(() => performance.now(), FRAMES)

  constructor(ws: WebSocket) {
    this.#ws = ws
  }

  take(frame: Uint8Array, visit: Visit | null): void {
    this.#slowDown()
    if (visit) return visit.receive(frame)
    this.#waiting.push(frame)
    this.#waitingBytes += frame.length
    if (this.#waitingBytes > WAITING_BYTES) this.#ws.close(CLOSE["try-later"])
  }

  release(visit: Visit): void {
    for (const frame of this.#waiting.splice(0)) visit.receive(frame)
  }

  #slowDown(): void {
    if (this.#frames.owe() >= 0 || this.#ws.isPaused) return
    this.#ws.pause()
    // Once all of this read is counted.
    setImmediate(() => setTimeout(() => this.#ws.resume(), Math.min(REST_MS, -this.#frames.left * FRAMES.eachMs)))
  }
}

/** Finds half-open sockets: two pings without an answer end it. */
function heartbeat(ws: WebSocket): void {
  let unanswered = 0
  ws.on("pong", () => (unanswered = 0))
  const timer = setInterval(() => {
    if (unanswered++ >= 2) return ws.terminate()
    ws.ping()
  }, PING_MS)
  ws.on("close", () => clearInterval(timer))
}
