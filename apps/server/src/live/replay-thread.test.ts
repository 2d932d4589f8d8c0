// Logs read again in a thread that may die.
import { EventEmitter } from "node:events"
import type { Worker } from "node:worker_threads"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { replayElsewhere } from "./replay-thread.ts"

const empty = { snapshot: null, updates: [], seq: 0 }

/** A thread that says only what a test has it say. */
class SilentThread extends EventEmitter {
  unref(): void {}
  postMessage(): void {}
}

test("a log is read again elsewhere", async () => {
  const doc = new Y.Doc()
  doc.getText("text").insert(0, "The bus stops at six")
  const elsewhere = replayElsewhere()
  const { snapshot } = await elsewhere.replay({ snapshot: null, updates: [Y.encodeStateAsUpdate(doc)], seq: 1 })
  const again = new Y.Doc()
  Y.applyUpdate(again, snapshot)
  expect(again.getText("text").toJSON()).toBe("The bus stops at six")
  await elsewhere.close()
})

test("the late end of a thread that failed takes nothing from the one after it", async () => {
  const threads: SilentThread[] = []
  const elsewhere = replayElsewhere(() => {
    threads.push(new SilentThread())
    return threads.at(-1) as unknown as Worker
  })
  const first = elsewhere.replay(empty)
  threads[0]?.emit("error", new Error("out of memory"))
  await expect(first).rejects.toThrow("out of memory")
  const second = elsewhere.replay(empty)
  threads[0]?.emit("exit", 1)
  const third = elsewhere.replay(empty)
  const replayed = { snapshot: new Uint8Array(), digest: "d" }
  for (const id of [2, 3]) threads[1]?.emit("message", { id, replayed })
  expect(await Promise.all([second, third])).toEqual([replayed, replayed])
  expect(threads.length).toBe(2)
})
