// Many updates as one. Y.mergeUpdates looks at every update for each struct it writes, so many at once cost their square: merged a few at a
// time, as a tree, they cost little more than their bytes.
import * as Y from "yjs"

const AT_ONCE = 16

/** One update that holds all of these; the empty update for none. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let level = [...updates]
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let from = 0; from < level.length; from += AT_ONCE) next.push(Y.mergeUpdates(level.slice(from, from + AT_ONCE)))
    level = next
  }
  return level[0] ?? EMPTY
}

/** No structs, no deletions. */
const EMPTY = new Uint8Array([0, 0])
