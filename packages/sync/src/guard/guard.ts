// Decides, before a Doc is touched, whether a frame may be applied: own client ids, no gap, references that resolve, allowed roots,
// kinds and sizes. Owns that decision alone; the Doc it looks at is never changed here. It knows no board: what is allowed is an argument.
import * as Y from "yjs"
import { scanUpdate, type DeleteRange, type Id, type Struct } from "./scan.ts"

export type GuardSchema = {
  /** Root types that may be written. */
  isAllowedRoot(name: string): boolean
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

/**
 * The part of an update that does not hang on anything missing. Copies the Doc, so only for the rare frame that needs it; the update
 * must have passed the scan (a verdict `gap` says so), and the part must be checked again.
 */
export function withoutGaps(doc: Y.Doc, update: Uint8Array): Uint8Array {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(copy, update)
    copy.store.pendingStructs = null
    copy.store.pendingDs = null
    return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc))
  } catch {
    return new Uint8Array([0, 0])
  } finally {
    copy.destroy()
  }
}

type Item = Extract<Struct, { type: "item" }>

/** Client ids one frame may write under: one a page load, so a phone that was offline for days has a few. */
const CLIENTS_LIMIT = 64

/** Y type refs a board may hold: array, map, text, xml element, fragment, xml text. Not the xml hook (5). */
const ALLOWED_TYPES = new Set([0, 1, 2, 3, 4, 6])

export function checkUpdate(doc: Y.Doc, update: Uint8Array, seat: string, owners: Owners, schema: GuardSchema): Verdict {
  const scan = scanUpdate(update)
  if (!scan.ok) return { type: "malformed", why: scan.why }
  const news = new Map<number, Struct[]>()
  const repeated = new Map<number, number>()
  for (const struct of scan.structs) {
    const known = Y.getState(doc.store, struct.client)
    if (struct.clock < known) repeated.set(struct.client, known)
    if (struct.clock + struct.length <= known) continue
    const list = news.get(struct.client)
    if (list) list.push(struct)
    else news.set(struct.client, [struct])
  }
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
  if (scan.deletes.some((range: DeleteRange) => range.clock + range.length > endOf(range.client))) return { type: "gap" }
  const fault = new ReferenceCheck(doc, news, endOf, schema).run()
  if (fault) return fault
  // Yjs looks at the references of structs it knows, and keeps a forged one pending: so only what is new is applied.
  return { type: "ok", heads, update: repeated.size > 0 ? Y.diffUpdate(update, Y.encodeStateVector(repeated)) : update }
}

/** What an item hangs on: a root by name, or a type item. `lost` once its list was deleted and forgotten. */
type Home = { root: string } | { item: string } | "lost"
const sameHome = (a: Home, b: Home): boolean =>
  a === "lost" || b === "lost" || ("root" in a ? "root" in b && a.root === b.root : "item" in b && a.item === b.item)

/** Follows the references of a frame's new items, within the frame or into the Doc. */
class ReferenceCheck {
  readonly #doc: Y.Doc
  readonly #news: Map<number, Struct[]>
  readonly #endOf: (client: number) => number
  readonly #schema: GuardSchema
  readonly #added = new Map<string, number>()
  readonly #homes = new Map<Struct, Home>()

  constructor(doc: Y.Doc, news: Map<number, Struct[]>, endOf: (client: number) => number, schema: GuardSchema) {
    this.#doc = doc
    this.#news = news
    this.#endOf = endOf
    this.#schema = schema
  }

  /** The first fault, or null. */
  run(): Verdict | null {
    for (const structs of this.#news.values()) {
      for (const struct of structs) {
        if (struct.type !== "item") continue
        const fault = this.#checkItem(struct)
        if (fault) return fault
      }
    }
    return this.#isInOrder() ? null : { type: "refused", why: "circle" }
  }

  /** Can the structs be taken one after the other, each after what it refers to? Otherwise Yjs would keep them pending for ever. */
  #isInOrder(): boolean {
    const reached = new Map([...this.#news.keys()].map((client) => [client, Y.getState(this.#doc.store, client)]))
    const next = new Map([...this.#news.keys()].map((client) => [client, 0]))
    const isThere = (id: Id | null): boolean => !id || id.clock < (reached.get(id.client) ?? Infinity)
    for (let moved = true; moved;) {
      moved = false
      for (const [client, structs] of this.#news) {
        let at = next.get(client) ?? 0
        for (let struct = structs[at]; struct && refsOf(struct).every(isThere); struct = structs[at]) {
          reached.set(client, struct.clock + struct.length)
          at += 1
          moved = true
        }
        next.set(client, at)
      }
    }
    return [...this.#news].every(([client, structs]) => next.get(client) === structs.length)
  }

  #checkItem(item: Item): Verdict | null {
    for (const id of [item.origin, item.rightOrigin]) if (id && id.clock >= this.#endOf(id.client)) return { type: "gap" }
    if (item.parent && "item" in item.parent) {
      if (item.parent.item.clock >= this.#endOf(item.parent.item.client)) return { type: "gap" }
      if (!this.#isType(item.parent.item)) return { type: "refused", why: "parent is no type" }
    }
    if (item.parent && "root" in item.parent && !this.#schema.isAllowedRoot(item.parent.root))
      return { type: "refused", why: `root ${item.parent.root}` }
    if (item.content.kind === "type" && !ALLOWED_TYPES.has(item.content.ref)) return { type: "refused", why: `type ${item.content.ref}` }
    if (item.origin && item.rightOrigin && !sameHome(this.#homeOf(item.origin), this.#homeOf(item.rightOrigin)))
      return { type: "refused", why: "two lists" }
    return item.content.kind === "string" ? this.#checkLength(item, item.content.units) : null
  }

  #checkLength(item: Item, units: number): Verdict | null {
    const home = this.#homeOf({ client: item.client, clock: item.clock })
    if (home === "lost") return null
    const key = "root" in home ? `/${home.root}` : home.item
    const added = (this.#added.get(key) ?? 0) + units
    this.#added.set(key, added)
    return added + this.#lengthNow(home) > this.#schema.textLimit ? { type: "too-large" } : null
  }

  #lengthNow(home: Exclude<Home, "lost">): number {
    if ("root" in home) return this.#doc.share.get(home.root)?._length ?? 0
    const [client, clock] = home.item.split(":").map(Number) as [number, number]
    const found = this.#inDoc({ client, clock })
    return found instanceof Y.Item && found.content instanceof Y.ContentType ? found.content.type._length : 0
  }

  /** Binary search: a client's structs stand in clock order without gaps. */
  #inFrame(id: Id): Struct | undefined {
    const structs = this.#news.get(id.client)
    if (!structs) return undefined
    let low = 0
    let high = structs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = structs[middle]
      if (!struct) return undefined
      if (id.clock < struct.clock) high = middle - 1
      else if (id.clock >= struct.clock + struct.length) low = middle + 1
      else return struct
    }
    return undefined
  }

  #inDoc(id: Id): Y.Item | Y.GC | null {
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return null
    return Y.getItem(this.#doc.store, Y.createID(id.client, id.clock))
  }

  #isType(id: Id): boolean {
    const found = this.#inDoc(id)
    if (found) return !(found instanceof Y.Item) || found.content instanceof Y.ContentType || found.content instanceof Y.ContentDeleted
    const struct = this.#inFrame(id)
    return (
      !!struct &&
      (struct.type === "gc" || (struct.type === "item" && (struct.content.kind === "type" || struct.content.kind === "deleted")))
    )
  }

  /** Walks origins back to a parent, once a struct; a circle counts as lost (Yjs would leave it pending, and the room rebuilds). */
  #homeOf(start: Id): Home {
    const walked: Struct[] = []
    const home = this.#walkHome(start, walked)
    for (const struct of walked) this.#homes.set(struct, home)
    return home
  }

  #walkHome(start: Id, walked: Struct[]): Home {
    let id: Id = start
    for (;;) {
      const found = this.#inDoc(id)
      if (found) return homeInDoc(found)
      const struct = this.#inFrame(id)
      if (!struct || struct.type !== "item") return "lost"
      const known = this.#homes.get(struct)
      if (known) return known
      this.#homes.set(struct, "lost") // until the walk ends: coming back here is a circle
      walked.push(struct)
      if (struct.parent)
        return "root" in struct.parent ? { root: struct.parent.root } : { item: `${struct.parent.item.client}:${struct.parent.item.clock}` }
      const next = struct.origin ?? struct.rightOrigin
      if (!next) return "lost"
      id = next
    }
  }
}

const refsOf = (struct: Struct): (Id | null)[] =>
  struct.type === "item" ? [struct.origin, struct.rightOrigin, struct.parent && "item" in struct.parent ? struct.parent.item : null] : []

function homeInDoc(found: Y.Item | Y.GC): Home {
  if (!(found instanceof Y.Item)) return "lost"
  const parent = found.parent
  if (!(parent instanceof Y.AbstractType)) return "lost"
  const owner = parent._item
  if (owner) return { item: `${owner.id.client}:${owner.id.clock}` }
  for (const [name, type] of parent.doc?.share ?? []) if (type === parent) return { root: name }
  return "lost"
}
