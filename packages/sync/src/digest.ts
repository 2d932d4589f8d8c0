// Is this Doc the same as that one? A digest of what Yjs holds: every list in its order, every key's present value, what is deleted.
// Independent of how items happen to be split or merged, and of which root types have been named. Linear in the items; reads only.
import { digest as sha256 } from "lib0/hash/sha256"
import * as Y from "yjs"

type AnyType = Y.AbstractType<unknown>

/** 64 hexadecimal characters. Equal for two Docs that hold the same items in the same order with the same ones deleted. */
export function digestOf(doc: Y.Doc): string {
  const lines: string[] = []
  const roots = [...doc.share].filter(([, type]) => type._start !== null || type._map.size > 0)
  for (const [name, type] of roots.toSorted(([a], [b]) => (a < b ? -1 : 1))) tell(name, type as AnyType, lines)
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([a], [b]) => a - b)
  lines.push(JSON.stringify(vector))
  const bytes = sha256(new TextEncoder().encode(lines.join("\n")))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** One type: its list as runs of neighbouring ids, then its keys in order; then the types inside it. */
function tell(name: string, type: AnyType, lines: string[]): void {
  const inside: [string, AnyType][] = []
  const take = (item: Y.Item): void => {
    if (!item.deleted && item.content instanceof Y.ContentType)
      inside.push([`${item.id.client}:${item.id.clock}`, item.content.type as AnyType])
  }
  const runs: { client: number; from: number; to: number; deleted: boolean }[] = []
  for (let item = type._start; item !== null; item = item.right) {
    const { client, clock } = item.id
    const last = runs.at(-1)
    if (last && last.client === client && last.to === clock && last.deleted === item.deleted) last.to += item.length
    else runs.push({ client, from: clock, to: clock + item.length, deleted: item.deleted })
    take(item)
  }
  const keys: string[] = []
  for (const [key, item] of [...type._map].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    keys.push(`${JSON.stringify(key)}=${item.id.client}:${item.lastId.clock}${item.deleted ? "-" : ""}`)
    take(item)
  }
  lines.push(`${name}|${runs.map((run) => `${run.client}:${run.from}-${run.to}${run.deleted ? "x" : ""}`).join()}|${keys.join()}`)
  for (const [id, child] of inside) tell(id, child, lines)
}
