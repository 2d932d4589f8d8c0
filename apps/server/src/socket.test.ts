// The door of a workshop's socket, with no workshop behind it.
import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test } from "vitest"
import { WebSocket } from "ws"
import type { Store } from "@evenboard/storage"
import type { Wire } from "@evenboard/sync"
import { readConfig } from "./config.ts"
import type { Live } from "./deps.ts"
import { COMINGS, MOST_LINES } from "./lines.ts"
import { attachSockets } from "./socket.ts"

const open: { server: Server; sockets: { close(): void } }[] = []
afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    sockets.close()
    server.close()
  }
})

/** A phone seated in a room that only counts what it hears. */
async function seated({ isTakenBack = false }: { isTakenBack?: boolean } = {}) {
  const heard: Uint8Array[] = []
  let wire: Wire | null = null
  let asked = 0
  let hasLeft = false
  const visit: Live["visit"] = async (_id, _seat, _ours, given) => {
    wire = given
    return { receive: (frame) => void heard.push(frame), leave: () => void (hasLeft = true) }
  }
  const server = createServer()
  const store = { seatByKeyHash: async () => (isTakenBack && ++asked > 1 ? null : { id: "rosa" }) } as unknown as Store
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  open.push({
    server,
    sockets: attachSockets({ server, store, live: { visit } as Live, log, config: readConfig({}), secret: new Uint8Array(32) }),
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  const come = () => new WebSocket(`ws://127.0.0.1:${port}/sync/workshop01`, ["evenboard.1", "evenboard.key.abc"])
  const phone = come()
  await once(phone, "open")
  return { phone, come, heard, wire: () => wire, hasLeft: () => hasLeft }
}
const passing = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test("a line that floods is read once a second, and nothing of it is dropped while there is patience", async () => {
  const { phone, heard } = await seated()
  const frame = Buffer.of(0, 2, 2, 0, 0)
  for (let sent = 0; sent < 100_000; sent++) phone.send(frame)
  await passing(1500)
  expect(heard.length).toBeGreaterThan(200)
  expect(heard.length).toBeLessThan(30_000) // three reads of 64 KiB, 11 bytes a frame on the line
  phone.terminate()
})

test("a line that says no more than a quick hand is never slowed", async () => {
  const { phone, heard } = await seated()
  for (let sent = 0; sent < 190; sent++) phone.send(Buffer.of(3))
  await passing(100)
  expect(heard.length).toBe(190)
})

test("a line that was closed is not heard any more, though it sends on", async () => {
  const { phone, heard, wire } = await seated()
  phone.send(Buffer.of(3))
  while (heard.length === 0) await passing(1)
  wire()?.close("foreign-id")
  for (let sent = 0; sent < 10; sent++) phone.send(Buffer.of(3))
  const [code] = (await once(phone, "close")) as [number]
  expect([code, heard.length]).toEqual([4403, 1])
})

test("a key that is taken back while its line opens opens none: what was sent meanwhile is not heard", async () => {
  const { phone, heard, hasLeft } = await seated({ isTakenBack: true })
  phone.send(Buffer.of(0, 2, 2, 0, 0))
  const [code] = (await once(phone, "close")) as [number]
  expect([code, heard.length]).toEqual([1012, 0])
  await expect.poll(hasLeft).toBe(true)
})

test("one key in a loop holds so many lines, the newest, and is told to wait", async () => {
  const { phone, come } = await seated()
  const over = once(phone, "close") as Promise<[number]>
  const more = Array.from({ length: COMINGS.atOnce + 400 }, come)
  const came = await Promise.all(
    more.map(async (one) => {
      one.on("error", () => {})
      return Promise.race([once(one, "open").then(() => true), once(one, "unexpected-response").then(() => false)])
    }),
  )
  expect(came).toContain(false)
  expect(came.filter(Boolean).length).toBeGreaterThanOrEqual(COMINGS.atOnce - 1)
  expect((await over)[0]).toBe(1013)
  await expect.poll(() => more.filter(({ readyState }) => readyState === WebSocket.OPEN).length).toBe(MOST_LINES)
  for (const one of more) one.terminate()
})
