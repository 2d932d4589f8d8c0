// The log, read again from the start: what a restart would find. Used to check the live Doc and to make snapshots that are true to the log.
import * as Y from "yjs"
import { digestOf } from "./digest.ts"
import type { StoredDoc } from "./durable.ts"

export type Replayed = { snapshot: Uint8Array; digest: string }

/** A Doc of what is stored, in one transaction. */
export function docOf({ snapshot, updates }: StoredDoc): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/** Tens of milliseconds for a large board: the server runs it in a thread of its own. */
export function replay(stored: StoredDoc): Replayed {
  const doc = docOf(stored)
  const replayed = { snapshot: Y.encodeStateAsUpdate(doc), digest: digestOf(doc) }
  doc.destroy()
  return replayed
}
