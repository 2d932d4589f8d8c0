// Reads logs again in a thread of its own, so that checking a large board never stalls a hall. One thread for all rooms; starts with the
// first log. Knows no room.
import { isMainThread, parentPort, Worker } from "node:worker_threads"
import { replay, type Replayed, type StoredDoc } from "@evenboard/sync"

type Answer = { id: number; replayed: Replayed } | { id: number; error: string }
type Call = { resolve: (replayed: Replayed) => void; reject: (error: Error) => void }
type Thread = { worker: Worker; waiting: Map<number, Call> }

/** `replay` of sync, elsewhere. Rejects when the thread dies; the next call starts a new one. */
export function replayElsewhere(startWorker = (): Worker => new Worker(new URL(import.meta.url))): {
  replay(stored: StoredDoc): Promise<Replayed>
  close(): Promise<void>
} {
  let thread: Thread | null = null
  let next = 1

  function start(): Thread {
    const mine: Thread = { worker: startWorker(), waiting: new Map() }
    const { worker, waiting } = mine
    worker.unref()
    worker.on("message", (answer: Answer) => {
      const call = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ("error" in answer) call?.reject(new Error(answer.error))
      else call?.resolve(answer.replayed)
    })
    // A thread that fails tells so twice, and by the second time another may have taken its place.
    const lost = (error: Error): void => {
      if (thread === mine) thread = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on("error", lost)
    worker.on("exit", () => lost(new Error("the thread ended")))
    return mine
  }

  return {
    replay: (stored) =>
      new Promise((resolve, reject) => {
        thread ??= start()
        const id = next++
        thread.waiting.set(id, { resolve, reject })
        thread.worker.postMessage({ id, stored })
      }),
    close: async () => {
      await thread?.worker.terminate()
    },
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort
  port.on("message", ({ id, stored }: { id: number; stored: StoredDoc }) => {
    try {
      port.postMessage({ id, replayed: replay(stored) })
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}
