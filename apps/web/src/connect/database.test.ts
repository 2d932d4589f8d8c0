import { afterEach, expect, test, vi } from "vitest"
import { openDatabase } from "./database.ts"

/** As much of IndexedDB as one needs to see a handle die: each open gives a fresh one; a dead one throws, as browsers do. */
function fakeIndexedDb() {
  const rows = new Map<string, unknown>()
  const state = { opened: 0, isDead: false, isForbidden: false, durability: "" }
  const succeed = <T>(result: T) => {
    const request = { result, onsuccess: null as (() => void) | null, onerror: null, onupgradeneeded: null }
    queueMicrotask(() => request.onsuccess?.())
    return request
  }
  const database = (number: number) => ({
    transaction: (_stores: unknown, _mode?: string, options?: { durability: string }) => {
      if (state.isDead && number === state.opened) throw new DOMException("gone", "InvalidStateError")
      if (options) state.durability = options.durability
      const transaction = {
        oncomplete: null as (() => void) | null,
        onabort: null,
        objectStore: () => ({
          put: (row: { key: string }) => rows.set(row.key, row),
          get: (key: string) => succeed(rows.get(key)),
        }),
      }
      queueMicrotask(() => transaction.oncomplete?.())
      return transaction
    },
  })
  const open = () => {
    if (state.isForbidden) throw new DOMException("private window", "SecurityError")
    state.opened++
    state.isDead = false
    return succeed(database(state.opened))
  }
  vi.stubGlobal("indexedDB", { open })
  return { rows, state }
}
afterEach(() => vi.unstubAllGlobals())

test("a handle that died while the phone slept is opened anew, and nothing is lost", async () => {
  const { rows, state } = fakeIndexedDb()
  const database = openDatabase("evenboard-test", ["changes"])
  await database.write(["changes"], (store) => store("changes").put({ key: "a" }))
  state.isDead = true
  await database.write(["changes"], (store) => store("changes").put({ key: "b" }))
  expect([...rows.keys()]).toEqual(["a", "b"])
  expect([state.opened, state.durability]).toEqual([2, "strict"])
  state.isDead = true
  expect(await database.read("changes", (store) => store.get("b"))).toEqual({ key: "b" })
})

test("a browser that keeps nothing says so at each call, and is asked again", async () => {
  const { state } = fakeIndexedDb()
  state.isForbidden = true
  const database = openDatabase("evenboard-test", ["changes"])
  const put = () => database.write(["changes"], (store) => store("changes").put({ key: "a" }))
  await expect(put()).rejects.toThrow("private window")
  state.isForbidden = false
  await expect(put()).resolves.toBeUndefined()
})
