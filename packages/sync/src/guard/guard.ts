// Decides, before a Doc is touched, whether a frame may be applied: own client ids, no gap, references that resolve, allowed roots,
// kinds and sizes. Owns that decision alone; the Doc it looks at is never changed here. It knows no board: what is allowed is an argument.
import * as Y from "yjs"
import { Homes, listOf, sameHome, type Place } from "./homes.ts"
import { Lasting } from "./lasting.ts"
import { CLIENTS_LIMIT, newsIn } from "./news.ts"
import { hasAll, scanUpdate, type Id, type Item, type Parent, type Struct } from "./scan.ts"
import { Work } from "./work.ts"

export type GuardSchema = {
  /** Root types that may be written. */
  isAllowedRoot(name: string): boolean
  /** Root maps whose entries no phone takes away or puts anew, whoever put them there. */
  lastingRoots: readonly string[]
  /** Root maps that share their keys: what is new in a lasting one stands under none of theirs. */
  idRoots: readonly string[]
  /** Entries that each of the lasting root maps may have, those that are gone included. */
  thingsLimit: number
  /** UTF-16 units one text may hold. */
  textLimit: number
}

/** Who owns which client id; `server` for the server's own. */
export type Owners = { ownerOf(clientId: number): string | undefined }

export type Verdict =
  /** `update` without what is known already; `heads`: how far each client id moves; ids nobody owned yet become the sender's. */
  | { type: "ok"; update: Uint8Array; heads: { clientId: number; from: number; to: number }[] }
  | { type: "gap" }
  | { type: "foreign"; clientId: number }
  | { type: "too-large" }
  | { type: "refused"; why: string }
  | { type: "malformed"; why: string }

function deletesUnknown(deletes: number[], endOf: (client: number) => number): boolean {
  for (let i = 0; i < deletes.length; i += 3) {
    const [client = 0, clock = 0, length = 0] = [deletes[i], deletes[i + 1], deletes[i + 2]]
    if (clock + length > endOf(client)) return true
  }
  return false
}

export function checkUpdate(doc: Y.Doc, update: Uint8Array, seat: string, owners: Owners, schema: GuardSchema): Verdict {
  const scan = scanUpdate(update)
  if (!scan.ok) return { type: "malformed", why: scan.why }
  const { news, repeated } = newsIn(doc, scan.structs)
  if (news.size > CLIENTS_LIMIT) return { type: "refused", why: "too many client ids" }
  const heads: { clientId: number; from: number; to: number }[] = []
  for (const [clientId, structs] of news) {
    const owner = owners.ownerOf(clientId)
    if (owner !== undefined && owner !== seat) return { type: "foreign", clientId }
    const from = Y.getState(doc.store, clientId)
    let to = from
    for (const struct of structs) {
      if (struct.type === "skip" || struct.clock > to) return { type: "gap" }
      to = struct.clock + struct.length
    }
    heads.push({ clientId, from, to })
  }
  const ends = new Map(heads.map((head) => [head.clientId, head.to]))
  const endOf = (client: number): number => ends.get(client) ?? Y.getState(doc.store, client)
  if (deletesUnknown(scan.deletes, endOf)) return { type: "gap" }
  const fault = new ReferenceCheck(doc, news, endOf, schema).run(scan.deletes)
  if (fault) return fault
  // Yjs looks at the references of structs it knows, and keeps a forged one pending: so only what is new is applied.
  return { type: "ok", heads, update: repeated.size > 0 ? Y.diffUpdate(update, Y.encodeStateVector(repeated)) : update }
}

/** Follows the references of a frame's new items, within the frame or into the Doc. */
class ReferenceCheck {
  readonly #doc: Y.Doc
  readonly #news: ReadonlyMap<number, Struct[]>
  readonly #endOf: (client: number) => number
  readonly #schema: GuardSchema
  readonly #homes: Homes
  readonly #lasting: Lasting
  readonly #work: Work
  /** UTF-16 units this frame puts into each text. */
  readonly #added = new Map<Place["of"], number>()

  constructor(doc: Y.Doc, news: ReadonlyMap<number, Struct[]>, endOf: (client: number) => number, schema: GuardSchema) {
    this.#doc = doc
    this.#news = news
    this.#endOf = endOf
    this.#schema = schema
    this.#homes = new Homes(doc, news)
    this.#lasting = new Lasting(doc, schema)
    this.#work = new Work(doc, this.#homes, this.#lasting)
  }

  /** The first fault, or null. */
  run(deletes: readonly number[]): Verdict | null {
    if (this.#hangsOnMissing()) return { type: "gap" }
    for (const structs of this.#news.values()) {
      for (const struct of structs) {
        const fault = struct.type === "item" ? this.#checkItem(struct) : null
        if (fault) return fault
      }
    }
    return this.#takeInOrder() ?? refusal(this.#work.finish(deletes))
  }

  #hangsOnMissing(): boolean {
    const isThere = (id: Id): boolean => id.clock < this.#endOf(id.client)
    for (const structs of this.#news.values())
      for (const struct of structs) if (struct.type === "item" && !hasAll(struct, isThere)) return true
    return false
  }

  /** Can the structs be taken one after the other, each after what it refers to? Otherwise Yjs would keep them pending for ever. */
  #takeInOrder(): Verdict | null {
    const reached = new Map([...this.#news.keys()].map((client) => [client, Y.getState(this.#doc.store, client)]))
    const next = new Map([...this.#news.keys()].map((client) => [client, 0]))
    const isThere = (id: Id): boolean => id.clock < (reached.get(id.client) ?? Infinity)
    const canBeTaken = (struct: Struct): boolean => struct.type !== "item" || hasAll(struct, isThere)
    for (let moved = true; moved;) {
      moved = false
      for (const [client, structs] of this.#news) {
        let at = next.get(client) ?? 0
        for (let struct = structs[at]; struct && canBeTaken(struct); struct = structs[at]) {
          const why = this.#work.take(struct)
          if (why) return refusal(why)
          reached.set(client, struct.clock + struct.length)
          at += 1
          moved = true
        }
        next.set(client, at)
      }
    }
    return [...this.#news].every(([client, structs]) => next.get(client) === structs.length) ? null : { type: "refused", why: "circle" }
  }

  #checkItem(item: Item): Verdict | null {
    const fault = item.parent && this.#checkParent(item.parent)
    if (fault) return fault
    if (item.origin && item.rightOrigin && !sameHome(this.#homes.ofId(item.origin), this.#homes.ofId(item.rightOrigin)))
      return { type: "refused", why: "two lists" }
    const lasting = this.#lasting.whyNot(this.#homes.ofStruct(item))
    if (lasting) return lasting === "too many" ? { type: "too-large" } : { type: "refused", why: lasting }
    return item.content.kind === "string" ? this.#checkLength(item, item.content.units) : null
  }

  #checkParent(parent: Exclude<Parent, null>): Verdict | null {
    if ("root" in parent) return this.#schema.isAllowedRoot(parent.root) ? null : { type: "refused", why: `root ${parent.root}` }
    return this.#isType(parent.item) ? null : { type: "refused", why: "parent is no type" }
  }

  #checkLength(item: Item, units: number): Verdict | null {
    const home = this.#homes.ofStruct(item)
    if (home === "lost") return null
    const added = (this.#added.get(home.of) ?? 0) + units
    this.#added.set(home.of, added)
    return added + (listOf(home)?._length ?? 0) > this.#schema.textLimit ? { type: "too-large" } : null
  }

  #isType(id: Id): boolean {
    const found = this.#homes.inDoc(id)
    if (found) return !(found instanceof Y.Item) || found.content instanceof Y.ContentType || found.content instanceof Y.ContentDeleted
    const struct = this.#homes.inFrame(id)
    if (!struct) return false
    return struct.type === "gc" || (struct.type === "item" && (struct.content.kind === "type" || struct.content.kind === "deleted"))
  }
}

const refusal = (why: string | null): Verdict | null => (why === null ? null : { type: "refused", why })
