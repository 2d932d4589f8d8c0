import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import Sqlite from "better-sqlite3"
import { afterAll, expect, test } from "vitest"
import { STEPS } from "./schema.sql.ts"
import { openSqlite } from "./sqlite.ts"
import type { Store } from "./store.ts"
import { storeContract } from "./testing/index.ts"

const folder = mkdtempSync(join(tmpdir(), "evenboard-store-"))
const opened: { close(): Promise<void> }[] = []
let count = 0
const freshPath = (): string => join(folder, `${(count += 1)}.db`)
afterAll(async () => {
  for (const store of opened) await store.close()
  rmSync(folder, { recursive: true })
})

async function openFile(path: string) {
  const store = await openSqlite(path)
  opened.push(store)
  return store
}

/** A file with one workshop in it, "w1". */
async function openWithWorkshop(): Promise<{ path: string; store: Store; bytes(): string }> {
  const path = freshPath()
  const store = await openFile(path)
  const row = { id: "w1", joinHash: "j", joinGeneration: 1, joinCode: null, organiserHash: "o", language: "en" }
  await store.createWorkshop({ ...row, createdAt: 1, endedAt: null, keepUntil: 2, rehearsalOf: null }, [])
  return { path, store, bytes: () => [path, `${path}-wal`].map((file) => readFileSync(file).toString("latin1")).join() }
}

storeContract("sqlite", async () => {
  const path = freshPath()
  const store = await openFile(path)
  return {
    store,
    reopen: async () => {
      await store.close()
      return openFile(path)
    },
  }
})

test("a damaged log is refused loudly, never shown shorter", async () => {
  const { path, store } = await openWithWorkshop()
  for (const seq of [0, 1])
    await store.commit("w1", { afterSeq: seq, update: new Uint8Array([1, 2, 3]), heads: [], ledger: [], facts: [], at: 1 })
  await store.close()
  const raw = new Sqlite(path)
  raw.prepare("UPDATE log SET bytes = x'010204' WHERE seq = 2").run()
  raw.close()
  const again = await openFile(path)
  await expect(again.loadDoc("w1")).rejects.toThrow("damaged at 2")
})

test("data of a newer Evenboard is not touched", async () => {
  const path = freshPath()
  const raw = new Sqlite(path)
  raw.pragma("user_version = 999")
  raw.close()
  await expect(openSqlite(path)).rejects.toThrow("newer Evenboard")
})

test("what is forgotten is in no file any more", async () => {
  const { store, bytes } = await openWithWorkshop()
  const secret = "CANARYWORDS"
  await store.commit("w1", {
    afterSeq: 0,
    update: new TextEncoder().encode(secret),
    heads: [],
    ledger: [{ seat: "s", at: 1, kind: "note-added", run: null, target: "n1", chars: 1, before: null, after: secret }],
    facts: [
      {
        noteId: "n1",
        number: 1,
        author: "s",
        scribe: null,
        firstWording: secret,
        settled: true,
        changes: 0,
        changedBy: null,
        changedAt: 1,
      },
    ],
    at: 1,
  })
  expect(bytes()).toContain(secret)
  await store.compact("w1", 1, new Uint8Array([0, 0]), ["n1"])
  expect(bytes()).not.toContain(secret)
})

test("a draft thrown away or written anew is in no file any more", async () => {
  const { store, bytes } = await openWithWorkshop()
  const draft = { id: "d1", seat: "s", roundId: "r1", kind: "need", forWhom: null, keptBack: false, writtenAt: 1 }
  await store.putDraft("w1", { ...draft, text: `CANARYFIRST${"long ".repeat(400)}` })
  expect(bytes()).toContain("CANARYFIRST")
  await store.putDraft("w1", { ...draft, text: "CANARYSECOND" })
  await store.deleteDrafts("w1", ["d1"])
  expect(bytes()).not.toContain("CANARY")
})

test("data of an earlier Evenboard gets what is new, and keeps what it has", async () => {
  const path = freshPath()
  const raw = new Sqlite(path)
  raw.exec(STEPS[0] ?? "")
  raw.exec("INSERT INTO workshops VALUES ('w1', 'j', 1, NULL, 'o', 'en', 1, NULL, 2)")
  raw.pragma("user_version = 1")
  raw.close()
  const store = await openFile(path)
  expect((await store.workshop("w1"))?.joinHash).toBe("j")
  expect(await store.drafts("w1")).toEqual([])
})
