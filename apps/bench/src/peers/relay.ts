// The ceiling: a bare ws server that applies, checks and keeps nothing. What one phone sends, all others of its room get, framed once.
// A step 2 that holds something becomes the answer to every later step 1.
import { createServer } from "node:http"
import type { Socket } from "node:net"
import { WebSocketServer, type WebSocket } from "ws"

const { PORT = "0", HOST = "127.0.0.1" } = process.env
const EMPTY_STEP_2 = new Uint8Array([0, 1, 2, 0, 0])

type Room = { phones: Map<WebSocket, Socket>; state: Uint8Array }
const rooms = new Map<string, Room>()

/** A whole binary frame, unmasked. */
function framed(payload: Uint8Array): Buffer {
  const size = payload.length
  const header = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10)
  header[0] = 0x82
  header[1] = size < 126 ? size : size < 65_536 ? 126 : 127
  if (header.length === 4) header.writeUInt16BE(size, 2)
  if (header.length === 10) header.writeBigUInt64BE(BigInt(size), 2)
  return Buffer.concat([header, payload])
}

function take(room: Room, from: WebSocket, data: Uint8Array): void {
  const [type, kind] = data
  if (type === 0 && kind === 0) return from.send(room.state)
  if (type === 0 && kind === 1) {
    if (data.length > EMPTY_STEP_2.length) room.state = data
    return
  }
  const frame = framed(data)
  for (const [phone, socket] of room.phones) if (phone !== from) socket.write(frame)
}

const server = createServer((_, response) => response.end("ready"))
new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (phone, request) => {
  const name = request.url ?? "/"
  const room: Room = rooms.get(name) ?? { phones: new Map(), state: EMPTY_STEP_2 }
  rooms.set(name, room)
  room.phones.set(phone, request.socket)
  phone.on("message", (data: Buffer) => take(room, phone, data))
  phone.on("error", () => phone.terminate())
  phone.on("close", () => room.phones.delete(phone))
})
server.listen(Number(PORT), HOST)
