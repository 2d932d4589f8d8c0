// The thread that owns the SQLite file: takes calls one after the other and answers each. Owns the Database; knows nothing of rooms.
import { parentPort, workerData } from "node:worker_threads"
import { Database } from "./database.ts"

type Call = { id: number; method: string; args: unknown[] }

const { path } = workerData as { path: string }
const database = new Database(path)
const port = parentPort ?? ((): never => { throw new Error("runs only as a worker") })()

function answer({ id, method, args }: Call): void {
  try {
    if (method === "open") return port.postMessage({ id, value: null })
    const work = database[method as keyof Database] as (...args: unknown[]) => unknown
    port.postMessage({ id, value: work.apply(database, args) })
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

port.on("message", answer)
