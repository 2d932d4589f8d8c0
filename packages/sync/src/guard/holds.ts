// The part of an update that hangs on nothing missing, cut out of its bytes. Owns that cut; the Doc is only looked at.
import * as encoding from "lib0/encoding"
import * as Y from "yjs"
import { CLIENTS_LIMIT, newsIn } from "./news.ts"
import { hasAll, scanUpdate, type Struct } from "./scan.ts"

/** Structs kept of one frame: it has been read twice by then, and is checked again. More comes with the next step 2. */
const KEPT_LIMIT = 5_000

/**
 * For a frame whose verdict was `gap`: the part must be checked again. Of each client id it keeps the structs up to the first that
 * refers to something missing, as Yjs would; of the deletions, those of what is there then. Nothing when the update cannot be read.
 */
export function withoutGaps(doc: Y.Doc, update: Uint8Array): Uint8Array {
  const scan = scanUpdate(update)
  if (!scan.ok) return new Uint8Array([0, 0])
  const { news: clients } = newsIn(doc, scan.structs)
  if (clients.size > CLIENTS_LIMIT) return new Uint8Array([0, 0])
  const kept = new Kept(doc, clients)
  return encoding.encode((encoder) => {
    const parts = [...clients].map(([client, structs]) => ({ client, structs: structs.slice(0, kept.countOf(client)) }))
    writeStructs(
      encoder,
      update,
      parts.filter(({ structs }) => structs.length > 0),
    )
    writeDeletes(encoder, scan.deletes, (client) => kept.endOf(client))
  })
}

/** How far each client id gets when its structs are taken one after the other. */
class Kept {
  readonly #doc: Y.Doc
  readonly #ends = new Map<number, number>()
  readonly #counts = new Map<number, number>()
  #left = KEPT_LIMIT

  constructor(doc: Y.Doc, clients: ReadonlyMap<number, Struct[]>) {
    this.#doc = doc
    for (let moved = true; moved;) {
      moved = false
      for (const [client, structs] of clients) if (this.#goOn(client, structs)) moved = true
    }
  }

  countOf(client: number): number {
    return this.#counts.get(client) ?? 0
  }

  endOf(client: number): number {
    return this.#ends.get(client) ?? Y.getState(this.#doc.store, client)
  }

  #goOn(client: number, structs: readonly Struct[]): boolean {
    const before = this.countOf(client)
    let at = before
    for (let struct = structs[at]; struct && this.#left > 0 && this.#holds(struct); struct = structs[++at], this.#left--)
      this.#ends.set(client, Math.max(this.endOf(client), struct.clock + struct.length))
    this.#counts.set(client, at)
    return at > before
  }

  #holds(struct: Struct): boolean {
    if (struct.type === "skip" || struct.clock > this.endOf(struct.client)) return false
    return struct.type !== "item" || hasAll(struct, (id) => id.clock < this.endOf(id.client))
  }
}

function writeStructs(encoder: encoding.Encoder, update: Uint8Array, parts: { client: number; structs: Struct[] }[]): void {
  encoding.writeVarUint(encoder, parts.length)
  for (const { client, structs } of parts) {
    const [first, last] = [structs[0], structs.at(-1)]
    if (!first || !last) continue
    for (const n of [structs.length, client, first.clock]) encoding.writeVarUint(encoder, n)
    encoding.writeUint8Array(encoder, update.subarray(first.bytes.from, last.bytes.to))
  }
}

function writeDeletes(encoder: encoding.Encoder, deletes: readonly number[], endOf: (client: number) => number): void {
  const clients = new Map<number, number[]>()
  for (let i = 0; i < deletes.length; i += 3) {
    const [client = 0, clock = 0, length = 0] = [deletes[i], deletes[i + 1], deletes[i + 2]]
    const known = Math.min(length, endOf(client) - clock)
    if (known <= 0) continue
    const ranges = clients.get(client)
    if (ranges) ranges.push(clock, known)
    else clients.set(client, [clock, known])
  }
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of clients) for (const n of [client, ranges.length / 2, ...ranges]) encoding.writeVarUint(encoder, n)
}
