// Sends things when they are due. Late ones go out at once; nothing is left out.
import { setTimeout as sleep } from "node:timers/promises"

/** `at` in milliseconds from the start. */
export type Due = { at: number; send(): void }

/** Resolves after the last one is sent. */
export async function play(dues: Due[]): Promise<void> {
  const inOrder = dues.toSorted((a, b) => a.at - b.at)
  const start = performance.now()
  let next = 0
  while (next < inOrder.length) {
    const now = performance.now() - start
    for (let due = inOrder[next]; due && due.at <= now; due = inOrder[++next]) due.send()
    const wait = (inOrder[next]?.at ?? 0) - (performance.now() - start)
    await sleep(Math.max(0, wait))
  }
}

/** Runs `work` for each, `atOnce` at a time; answers in order. */
export async function inParallel<T, R>(items: readonly T[], atOnce: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T, index)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}
