// A workshop that is deleted while phones are on their way in.
import { afterEach, expect, test, vi } from "vitest"
import { openSqlite, type Store } from "@evenboard/storage"
import type { CloseReason } from "@evenboard/sync"
import { wordsOf } from "../words.ts"
import type { Live } from "../deps.ts"
import { createLive } from "./live.ts"

const ID = "workshop01"
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const open: { store: Store; live: Live }[] = []
afterEach(async () => {
  for (const { live, store } of open.splice(0)) {
    await live.close()
    await store.close()
  }
})

/** Calls named in `held` wait until they are let go; all are counted. */
async function hall() {
  const real = await openSqlite(":memory:")
  const held = new Map<string, Promise<void>>()
  const calls: string[] = []
  const store = new Proxy(real, {
    get(target, name) {
      const call = Reflect.get(target, name) as unknown
      if (typeof call !== "function") return call
      return async (...args: unknown[]) => {
        calls.push(String(name))
        await held.get(String(name))
        return (call as (...args: unknown[]) => unknown).apply(target, args)
      }
    },
  })
  const live = createLive({ store, log: silent, now: () => 1_700_000_000_000, words: wordsOf })
  open.push({ store: real, live })
  const row = {
    joinHash: "j",
    joinGeneration: 1,
    joinCode: null,
    organiserHash: "o",
    language: "en",
    endedAt: null,
    keepUntil: 9e15,
    rehearsalOf: null,
  }
  await real.createWorkshop({ id: ID, createdAt: 1, ...row }, [
    { seq: 1, at: 1, by: "server", type: "opened", title: "T", purpose: "", language: "en", groups: [], stages: [] },
  ])
  const hold = (name: string): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    held.set(name, promise)
    return () => (held.delete(name), resolve())
  }
  const visit = async () => {
    const closed: CloseReason[] = []
    const wire = { send: () => {}, close: (reason: CloseReason) => void closed.push(reason), queuedBytes: () => 0 }
    await live.visit(ID, "rosa", true, wire)
    return closed
  }
  const remove = () => live.drop(ID, () => store.deleteWorkshop(ID))
  return { live, real, calls, hold, visit, remove }
}

test("who comes while a workshop is being deleted is told that it is gone, and opens nothing", async () => {
  const { real, calls, hold, visit, remove } = await hall()
  const here = await visit()
  const release = hold("deleteWorkshop")
  const removing = remove()
  await vi.waitFor(() => expect(calls).toContain("deleteWorkshop"))
  calls.length = 0
  expect(await visit()).toEqual(["gone"])
  expect(calls).not.toContain("loadDoc")
  release()
  await removing
  expect(here[0]).toBe("gone")
  expect(await real.workshop(ID)).toBeNull()
})

test("who was on the way in when the deleting began is told so too", async () => {
  const { calls, hold, visit, remove } = await hall()
  await visit()
  const [releaseVisit, releaseDelete] = [hold("clientHeads"), hold("deleteWorkshop")]
  calls.length = 0
  const coming = visit()
  await vi.waitFor(() => expect(calls).toContain("clientHeads"))
  const removing = remove()
  await vi.waitFor(() => expect(calls).toContain("deleteWorkshop"))
  releaseVisit()
  expect(await coming).toEqual(["gone"])
  expect(calls).not.toContain("loadDoc")
  releaseDelete()
  await removing
})

test("a workshop that could not be deleted can be opened again", async () => {
  const { live, visit } = await hall()
  await expect(live.drop(ID, () => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full")
  expect(await visit()).toEqual([])
})
