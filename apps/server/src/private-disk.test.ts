// What was said to one other person alone leaves no byte in the file or beside it once it is over: taken back, answered, or older than it
// may be. Enough rows, of many lengths, some to go and some to stay, that pages split and cells move: what a moved cell leaves behind no
// later deletion finds (storage/scrub.ts).
import { readdirSync, readFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { openSqlite } from "@evenboard/storage"
import { newId } from "./keys.ts"
import { KEEP_PRIVATE_MS, purge } from "./retention.ts"
import { openTestServer, readJson } from "./testing/server.ts"

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const SECRET = "CANARYSAID"
const MANY = 28

async function room() {
  const folder = await mkdtemp(join(tmpdir(), "private-"))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const file = await openSqlite(join(folder, "test.db"))
  const failing = new Set<string>()
  const server = await openTestServer({
    wrap: () =>
      new Proxy(file, {
        get: (of, what) => (failing.has(String(what)) ? () => Promise.reject(new Error("the disk")) : (Reflect.get(of, what) as unknown)),
      }),
  })
  closing.push(() => server.close())
  const workshop = await server.open()
  const path = `/api/workshops/${workshop.workshopId}`
  const [host, rosa] = [await server.join(workshop, { name: "Host" }), await server.join(workshop, { name: "Rosa" })]
  const as = async (who: { seatKey: string }, method: string, what: string, json?: unknown) => {
    const answer = await server.call(method, `${path}/${what}`, { key: who.seatKey, ...(json === undefined ? {} : { json }) })
    return answer.status
  }
  const fill = async (i: number) => {
    const row = { seat: "nobody", hearer: null, isNamed: false, words: `Other ${"y".repeat((i * 37) % 900)}`, readAt: null }
    const at = server.now() + KEEP_PRIVATE_MS * 2
    for (const _ of "12345678") await server.store.putConcern(workshop.workshopId, { ...row, id: newId(server.random), at })
  }
  const bytes = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name)).toString("latin1"))
      .join("")
  /** Many, with others' between them. Answers their ids. */
  const say = async (): Promise<string[]> => {
    const ids: string[] = []
    for (let i = 0; i < MANY; i++) {
      const id = newId(server.random)
      expect(await as(rosa, "POST", "concerns", { id, words: `${SECRET} ${"z".repeat((i * 53) % 700)}`, hears: "organiser" })).toBe(200)
      await fill(i)
      ids.push(id)
    }
    expect(bytes()).toContain(SECRET)
    return ids
  }
  return { server, workshop, host, rosa, as, say, bytes, failing }
}

test("what somebody said privately and took back is in no file when they are answered", { timeout: 60_000 }, async () => {
  const { rosa, as, say, bytes } = await room()
  for (const id of await say()) expect(await as(rosa, "DELETE", `concerns/${id}`)).toBe(200)
  expect(bytes().includes(SECRET)).toBe(false)
})

test("where the disk would not be cleared they are told so, and it is cleared with the next purge", { timeout: 60_000 }, async () => {
  const { server, rosa, as, say, bytes, failing } = await room()
  const ids = await say()
  failing.add("scrub")
  for (const id of ids) expect(await as(rosa, "DELETE", `concerns/${id}`)).toBe(500)
  failing.clear()
  await purge(server)
  expect(bytes().includes(SECRET)).toBe(false)
})

test("what was said privately is in no file when its thirty days are over", { timeout: 60_000 }, async () => {
  const { server, say, bytes } = await room()
  await say()
  server.later(KEEP_PRIVATE_MS + 1)
  await purge(server)
  expect(bytes().includes(SECRET)).toBe(false)
})

test("why somebody would have their note back is in no file once it is back", { timeout: 60_000 }, async () => {
  const { server, host, rosa, as, bytes, workshop } = await room()
  const path = `/api/workshops/${workshop.workshopId}`
  const notes: string[] = []
  const intent = (json: Record<string, unknown>) => as(host, "POST", "intents", { id: newId(server.random), ...json })
  for (let i = 0; i < 24; i++) {
    const made = await server.call("POST", `${path}/notes`, { key: rosa.seatKey, json: { text: `A bench ${i}`, kind: "need" } })
    const { noteId } = await readJson<{ noteId: string }>(made)
    await intent({ type: "hide-note", noteId, reason: "says where she lives" })
    await as(rosa, "POST", "ask-back", { noteId, words: `${SECRET} ${"z".repeat((i * 29) % 180)}` })
    notes.push(noteId)
  }
  expect(bytes()).toContain(SECRET)
  for (const noteId of notes) expect(await intent({ type: "restore-note", noteId })).toBe(200)
  await expect.poll(() => bytes().includes(SECRET), { timeout: 10_000 }).toBe(false)
})
