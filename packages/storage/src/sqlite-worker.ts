// The thread that owns the SQLite file: takes calls in order and answers each, neighbouring commits with one fsync. After an I/O error it lets go of the file and
// opens it again, since what the system kept in memory can no longer be trusted. Owns the Database; knows nothing of rooms.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads"
import { openDatabase, type Database } from "./database.ts"
import { scrubPages } from "./scrub.ts"

export type Call = { id: number; method: string; args: unknown[] }
export type Answer = { id: number; value: unknown } | { id: number; error: string }

const { path } = workerData as { path: string }
const port = parentPort ?? fail("runs only as a worker")
let database: Database | null = openDatabase(path)

function fail(why: string): never {
  throw new Error(why)
}

/** All that wait are taken together: neighbouring commits, of whichever boards, share one transaction and so one fsync. */
function takeAll(first: Call[]): void {
  const calls = [...first]
  for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port)) calls.push(...(more.message as Call[]))
  const answers: Answer[] = []
  for (let from = 0; from < calls.length;) {
    let to = from + 1
    if (isCommit(calls[from])) while (isCommit(calls[to])) to += 1
    answers.push(...answerTogether(calls.slice(from, to)))
    from = to
  }
  port.postMessage(answers)
}

const isCommit = (call: Call | undefined): boolean => call?.method === "commit"

/** One fault anywhere (a commit overtaken, a full disk, which ends the transaction by itself) keeps none; then each is tried alone. */
function answerTogether(calls: Call[]): Answer[] {
  if (calls.length === 1) return calls.map(answer)
  try {
    const open = (database ??= reopened())
    return open.together(() => calls.map((call) => ({ id: call.id, value: perform(open, call) })))
  } catch (error) {
    if (isBroken(error)) letGo()
    return calls.map(answer)
  }
}

function answer(call: Call): Answer {
  try {
    database ??= reopened()
    return { id: call.id, value: perform(database, call) }
  } catch (error) {
    if (isBroken(error)) letGo()
    return { id: call.id, error: error instanceof Error ? error.message : String(error) }
  }
}

function perform(on: Database, { method, args }: Call): unknown {
  if (method === "open") return null
  if (method === "scrub") return scrub(on, Number(args[0]))
  const work = on[method as keyof Database] as (...args: unknown[]) => unknown
  return work(...args)
}

/** After a failed fsync the pages count as clean though the disk may lack them: writing the log into the file again, and that with an fsync of its own, settles it. */
function reopened(): Database {
  const fresh = openDatabase(path)
  fresh.checkpoint()
  return fresh
}

/** Pages gone over between two calls of others: some tens of milliseconds. */
const SCRUB_PAGES = 4000

/** The file is closed meanwhile; the next call opens it again. */
function scrub(on: Database, from: number): number | null {
  if (path === ":memory:") return null
  on.checkpoint()
  on.close()
  database = null
  return scrubPages(path, from, SCRUB_PAGES)
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

port.on("message", takeAll)
