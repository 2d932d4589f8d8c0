// The Store over a worker thread that owns the SQLite file, so that a disk's fsync never stalls the sockets.
// A call is { id, method, args }; the calls of a turn go as one message, and are answered in order. Knows no SQL.
import { Worker } from "node:worker_threads"
import type { Answer, Call } from "./sqlite-worker.ts"
import type { Store } from "./store.ts"

/** Commits go to the thread at most this often, together: each message wakes both threads, and each transaction writes whole pages and an fsync. */
const GATHER_MS = 5

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** Opens or makes the database file (":memory:" for tests). Rejects when the file cannot be opened or is newer than this program. */
export async function openSqlite(path: string): Promise<Store> {
  const worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url), { workerData: { path } })
  const waiting = new Map<number, Waiting>()
  let next = 1
  let failure: Error | null = null
  /** Calls that wait for the next message. */
  let calls: Call[] = []
  let postedAt = -Infinity
  let gathering: NodeJS.Timeout | null = null
  let isDue = false
  const post = (): void => {
    if (gathering) clearTimeout(gathering)
    gathering = null
    isDue = false
    postedAt = performance.now()
    worker.postMessage(calls)
    calls = []
  }
  /** After silence, or when somebody waits to read, everything goes as soon as this turn of the event loop has said all. */
  const postSoon = (method: string): void => {
    if (isDue) return
    const wait = method === "commit" ? Math.ceil(postedAt + GATHER_MS - performance.now()) : 0
    if (wait > 0) return void (gathering ??= setTimeout(post, wait))
    isDue = true
    setImmediate(post)
  }

  const failAll = (error: Error): void => {
    failure = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on("message", (answers: Answer[]) => {
    for (const answer of answers) {
      const call = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ("error" in answer) call?.reject(new Error(answer.error))
      else call?.resolve(answer.value)
    }
  })
  worker.on("error", failAll)
  worker.on("exit", () => failAll(new Error("the store is closed")))

  const call = (method: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure)
      const id = next++
      waiting.set(id, { resolve, reject })
      calls.push({ id, method, args })
      postSoon(method)
    })

  await call("open", [])
  const close = async (): Promise<void> => {
    if (failure) return
    await call("close", [])
    await worker.terminate()
  }
  // Each method of the Store is one message of the same name.
  return new Proxy({} as Store, {
    get: (_, method) => (method === "close" ? close : method === "then" ? undefined : (...args: unknown[]) => call(String(method), args)),
  })
}
