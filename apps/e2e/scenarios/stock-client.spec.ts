// What outside programs rely on at the socket: the stock y-websocket client, the key before the upgrade, and that bad frames end only
// their own connection.
import * as Y from "yjs"
import { expect, test } from "@playwright/test"
import { WebSocket } from "ws"
import { call, join, openWorkshop, type Joined, type Opened } from "../api.ts"
import { TestServer } from "../server.ts"
import { StockClient, until } from "../stock-client.ts"

let server: TestServer
let opened: Opened
let seat: Joined

test.beforeAll(async () => {
  server = await TestServer.start()
  opened = await openWorkshop(server.origin, { title: "Stock clients" })
  seat = await join(server.origin, opened, { name: "Rosa" })
})
test.afterAll(() => server.dispose())

const url = (workshopId = opened.workshopId): string => `${server.origin.replace("http", "ws")}/sync/${workshopId}`

/** The status of a refused upgrade, or 101. */
function upgradeStatus(options: { key?: string; origin?: string; workshopId?: string; cookie?: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const protocols = options.key === undefined ? [] : [`evenboard.key.${options.key}`]
    const headers = { ...(options.origin ? { origin: options.origin } : {}), ...(options.cookie ? { cookie: options.cookie } : {}) }
    const socket = new WebSocket(url(options.workshopId), protocols, { headers })
    socket.on("open", () => {
      socket.close()
      resolve(101)
    })
    socket.on("unexpected-response", (request, answer) => {
      request.destroy()
      resolve(answer.statusCode ?? 0)
    })
    socket.on("error", reject)
  })
}

test("a stock client reads and writes beside a note that came by HTTP", async () => {
  const other = await join(server.origin, opened)
  await call(`${server.origin}/api/workshops/${opened.workshopId}/notes`, { text: "By a plain form", kind: "need" }, other.seatKey)
  const [a, b] = [seat, other].map((one) => new StockClient(server.origin, opened.workshopId, one)) as [StockClient, StockClient]
  await Promise.all([a.synced(), b.synced()])
  expect(a.texts()).toContain("By a plain form")
  a.addNote("By a stock client")
  await until("the other client to see it", () => b.texts().includes("By a stock client"))
  a.leave()
  b.leave()
})

test("the server selects evenboard.1 when it is offered, else echoes the key", async () => {
  const speaks = async (protocols: string[]): Promise<string> => {
    const socket = new WebSocket(url(), protocols)
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject))
    socket.close()
    return socket.protocol
  }
  const key = `evenboard.key.${seat.seatKey}`
  expect(await speaks([key, "evenboard.1"])).toBe("evenboard.1")
  expect(await speaks([key])).toBe(key)
})

test("who may not come in is told before the upgrade", async () => {
  expect(await upgradeStatus({ key: seat.seatKey })).toBe(101)
  expect(await upgradeStatus({})).toBe(401)
  expect(await upgradeStatus({ key: "0".repeat(22) })).toBe(401)
  expect(await upgradeStatus({ key: seat.seatKey, workshopId: "nosuchworkshop00" })).toBe(401)
  expect(await upgradeStatus({ key: seat.seatKey, origin: "https://elsewhere.example" })).toBe(403)
  const cookie = `eb_${opened.workshopId}=${seat.seatKey}`
  expect(await upgradeStatus({ cookie })).toBe(401)
  expect(await upgradeStatus({ cookie, origin: "https://elsewhere.example" })).toBe(403)
  expect(await upgradeStatus({ cookie, origin: server.origin })).toBe(101)
})

test.describe("bad frames end only their own connection", () => {
  const bad: [string, Uint8Array | string, number][] = [
    ["2 MB", new Uint8Array(2 * 1024 * 1024), 1009],
    ["text", "hello", 1003],
    ["random bytes", crypto.getRandomValues(new Uint8Array(300)).fill(9, 0, 1), 1007],
    ["an update that is none", new Uint8Array([0, 2, 3, 255, 255, 255]), 1007],
  ]
  for (const [name, frame, code] of bad) {
    test(`${name}: ${code}`, async () => {
      const honest = new StockClient(server.origin, opened.workshopId, await join(server.origin, opened))
      await honest.synced()
      let dropped = false
      honest.provider.on("connection-close", () => (dropped = true))
      const socket = new WebSocket(url(), [`evenboard.key.${seat.seatKey}`])
      await new Promise((resolve) => socket.once("open", resolve))
      const closed = new Promise<number>((resolve) => socket.once("close", resolve))
      socket.send(frame)
      expect(await closed).toBe(code)
      const words = `still here after ${name}`
      honest.addNote(words)
      const reader = new StockClient(server.origin, opened.workshopId, await join(server.origin, opened))
      await until("the honest client's note", () => reader.texts().includes(words))
      expect(dropped).toBe(false)
      honest.leave()
      reader.leave()
    })
  }
})

test("writing under somebody else's client id closes with 4403 and changes nothing", async () => {
  const author = new StockClient(server.origin, opened.workshopId, seat)
  await author.synced()
  author.addNote("Hers")
  const forger = new StockClient(server.origin, opened.workshopId, await join(server.origin, opened))
  await until("her note", () => forger.texts().includes("Hers"))
  const code = new Promise<number>((resolve) => forger.provider.on("connection-close", (event) => resolve(event?.code ?? 0)))
  const own = forger.doc.clientID
  forger.doc.clientID = author.doc.clientID
  forger.addNote("Forged")
  forger.doc.clientID = own
  expect(await code).toBe(4403)
  expect(author.texts()).not.toContain("Forged")
  author.leave()
  forger.leave()
})

test("a note is nobody's to take away, or to put anew in its author's name: 1008, and it stands as it was", async () => {
  const author = new StockClient(server.origin, opened.workshopId, seat)
  await author.synced()
  const noteId = author.addNote("Said once")
  for (const attack of [
    (forger: StockClient) => forger.notes.delete(noteId),
    (forger: StockClient) => forger.notes.set(noteId, new Y.Map<unknown>([["text", new Y.Text("Never said")]])),
  ]) {
    const forger = new StockClient(server.origin, opened.workshopId, await join(server.origin, opened))
    await until("the note", () => forger.texts().includes("Said once"))
    const code = new Promise<number>((resolve) => forger.provider.on("connection-close", (event) => resolve(event?.code ?? 0)))
    attack(forger)
    expect(await code).toBe(1008)
    forger.leave()
    expect(author.texts()).toContain("Said once")
  }
  author.leave()
})

test("SIGTERM: clients are told to come back, nothing is lost, and the exit code is 0 within 5 s", async () => {
  const client = new StockClient(server.origin, opened.workshopId, seat)
  await client.synced()
  const code = new Promise<number>((resolve) => client.provider.once("connection-close", (event) => resolve(event?.code ?? 0)))
  client.addNote("Last words")
  const began = Date.now()
  const [exit] = await Promise.all([server.stop(), code])
  expect(exit).toBe(0)
  expect(await code).toBe(1012)
  expect(Date.now() - began).toBeLessThan(5000)
  client.leave()
  await server.boot()
  const again = new StockClient(server.origin, opened.workshopId, seat)
  await again.synced()
  expect(again.texts()).toContain("Last words")
  again.leave()
})
