// The server's sockets, tried raw: who says nothing, says it slowly, or reads nothing does not keep others from coming in.
import { once } from "node:events"
import { connect, type AddressInfo, type Socket } from "node:net"
import type { Server } from "node:http"
import { afterEach, expect, test } from "vitest"
import { attachSockets } from "./socket.ts"
import { readConfig } from "./config.ts"
import type { Live } from "./deps.ts"
import type { Store } from "@evenboard/storage"
import { httpServer, HTTP_BOUNDS } from "./http-server.ts"

const servers: Server[] = []
const raw: Socket[] = []
afterEach(() => {
  for (const socket of raw.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const LARGE = "x".repeat(64 * 1024 * 1024)
async function serve(bounds: Partial<typeof HTTP_BOUNDS>) {
  const server = httpServer(
    async (request) => new Response(new URL(request.url).pathname === "/large" ? LARGE : (await request.text()) || "here"),
    { ...HTTP_BOUNDS, lookMs: 20, ...bounds },
  )
  servers.push(server)
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  /** A socket that says this and no more, and when it was ended. */
  const say = async (words: string, { reads = true } = {}) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true })
    raw.push(socket)
    const ended = new Promise<void>((resolve) => {
      socket.on("error", () => resolve()).on("close", () => resolve())
      if (reads) socket.on("end", () => resolve())
    })
    if (reads) socket.resume()
    await once(socket, "connect")
    socket.write(words)
    return { socket, ended }
  }
  const open = (): Promise<number> => new Promise((resolve) => server.getConnections((_, count) => resolve(count)))
  return { server, say, open, get: async () => (await fetch(`http://127.0.0.1:${port}/`)).text() }
}
const UPGRADE = "GET /sync/workshop01 HTTP/1.1\r\nHost: hall\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
const HEAD = "POST / HTTP/1.1\r\nHost: hall\r\n"

test("who says nothing, half a head, or half a body is let go", async () => {
  const { say, open } = await serve({ headersMs: 60, requestMs: 120 })
  const lines = [await say(""), await say(HEAD), await say(`${HEAD}Content-Length: 100\r\n\r\nhalf`)]
  await Promise.all(lines.map(({ ended }) => ended))
  await expect.poll(open).toBe(0)
})

test("who asks for much and takes nothing of it is let go", async () => {
  const { say, open } = await serve({ stillMs: 100 })
  const { socket } = await say("GET /large HTTP/1.1\r\nHost: hall\r\n\r\n", { reads: false })
  socket.pause()
  await expect.poll(open).toBe(1)
  await expect.poll(open, { timeout: 3000 }).toBe(0)
})

test("however many sockets one person opens, the ones that have waited longest go, and whoever comes is answered", async () => {
  const { say, open, get } = await serve({ sockets: 50 })
  const [first] = [await say(HEAD)]
  for (let n = 0; n < 120; n++) await say(n % 2 === 0 ? HEAD : `${HEAD}Content-Length: 100\r\n\r\nhalf`)
  await first?.ended
  expect(await get()).toBe("here")
  await expect.poll(open).toBeLessThanOrEqual(50)
})

test("a socket that was answered waits behind those that never said anything", async () => {
  const { say } = await serve({ sockets: 3 })
  const silent = await say("")
  const answered = await say("GET / HTTP/1.1\r\nHost: hall\r\n\r\n")
  await once(answered.socket, "data")
  const other = await say("")
  await say("")
  await silent.ended
  answered.socket.write("GET / HTTP/1.1\r\nHost: hall\r\n\r\n")
  await once(answered.socket, "data")
  expect(other.socket.destroyed).toBe(false)
})

test("a line that was taken over is none of these sockets", async () => {
  const { server, say, open } = await serve({ sockets: 2, headersMs: 60 })
  server.on("upgrade", (_request, socket) => socket.write("here"))
  const line = await say(UPGRADE)
  await once(line.socket, "data")
  for (let n = 0; n < 5; n++) await say("")
  await expect.poll(open).toBe(1)
  expect(line.socket.destroyed).toBe(false)
})

test("a line that is refused is over, also where the other side never closes it", async () => {
  const { server, say, open } = await serve({})
  const store = { seatByKeyHash: async () => null, removedByKeyHash: async () => null } as unknown as Store
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  attachSockets({ server, store, live: {} as Live, log, config: readConfig({}), secret: new Uint8Array(32) })
  for (let n = 0; n < 5; n++) await say(UPGRADE)
  await expect.poll(open).toBe(0)
})
