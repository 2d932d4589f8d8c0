// Reads logs again in a thread of its own, so that checking a large board never stalls a hall. One thread for all rooms; starts with the
// first log. Knows no room.
import { isMainThread, parentPort, Worker } from "node:worker_threads"
import { replay, type Replayed, type StoredDoc } from "@evenboard/sync"

type Answer = { id: number; replayed: Replayed } | { id: number; error: string }

/** `replay` of sync, elsewhere. Rejects when the thread dies; the next call starts a new one. */
export function replayElsewhere(): { replay(stored: StoredDoc): Promise<Replayed>; close(): Promise<void> } {
  const waiting = new Map<number, { resolve: (replayed: Replayed) => void; reject: (error: Error) => void }>()
  let thread: Worker | null = null
  let next = 1

  function start(): Worker {
    const worker = new Worker(new URL(import.meta.url))
    worker.unref()
    worker.on("message", (answer: Answer) => {
      const call = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ("error" in answer) call?.reject(new Error(answer.error))
      else call?.resolve(answer.replayed)
    })
    const lost = (error: Error): void => {
      thread = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on("error", lost)
    worker.on("exit", () => lost(new Error("the thread ended")))
    return worker
  }

  return {
    replay: (stored) =>
      new Promise((resolve, reject) => {
        thread ??= start()
        const id = next++
        waiting.set(id, { resolve, reject })
        thread.postMessage({ id, stored })
      }),
    close: async () => {
      await thread?.terminate()
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
