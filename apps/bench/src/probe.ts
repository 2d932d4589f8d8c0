// Loaded into every measured server with --import: answers, over the process's own channel, what only the inside knows. Does nothing unasked.
import { monitorEventLoopDelay } from "node:perf_hooks"
import { isMainThread } from "node:worker_threads"

export type Question = { id: number; what: "memory" | "settled-memory" | "reset-loop" | "loop" }
export type Inside = {
  /** Bytes: JavaScript heap and what hangs on it, and the whole process. */
  heap: number
  rss: number
  /** Milliseconds the event loop ran late. */
  loopP99: number
}

const MILLION = 1_000_000

function start(): void {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const inside = (): Inside => {
    const { heapUsed, external, rss } = process.memoryUsage()
    return { heap: heapUsed + external, rss, loopP99: Math.max(0, loop.percentile(99) / MILLION - 5) }
  }
  process.on("message", ({ id, what }: Question) => {
    if (what === "settled-memory") for (let i = 0; i < 2; i++) globalThis.gc?.()
    if (what === "reset-loop") loop.reset()
    process.send?.({ id, inside: inside() })
  })
  // Whoever measures is gone: so is the reason to run.
  process.on("disconnect", () => process.exit(1))
  process.channel?.unref()
}

// A worker of the server inherits the flag; the channel is the main thread's.
if (isMainThread && process.send) start()
