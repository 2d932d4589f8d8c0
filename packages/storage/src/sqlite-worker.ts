// The thread that owns the SQLite file: takes calls one after the other and answers each. After an I/O error it lets go of the file and
// opens it again, since what the system kept in memory can no longer be trusted. Owns the Database; knows nothing of rooms.
import { parentPort, workerData } from "node:worker_threads"
import { Database } from "./database.ts"

type Call = { id: number; method: string; args: unknown[] }

const { path } = workerData as { path: string }
const port = parentPort ?? fail("runs only as a worker")
let database: Database | null = new Database(path)

function fail(why: string): never {
  throw new Error(why)
}

function answer({ id, method, args }: Call): void {
  try {
    if (method === "open") return port.postMessage({ id, value: null })
    database ??= reopened()
    const work = database[method as keyof Database] as (...args: unknown[]) => unknown
    port.postMessage({ id, value: work.apply(database, args) })
  } catch (error) {
    if (isBroken(error)) letGo()
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

/** After a failed fsync the pages count as clean though the disk may lack them: writing the log into the file again, and that with an fsync of its own, settles it. */
function reopened(): Database {
  const fresh = new Database(path)
  fresh.checkpoint()
  return fresh
}

const isBroken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(String(error.code))

/** A database in memory has no file to come back from. */
function letGo(): void {
  if (path === ":memory:") return
  try {
    database?.close()
  } catch {
    // it is given up either way
  }
  database = null
}

port.on("message", answer)
