// How much work would Yjs have with a frame? Most of it is in proportion to the bytes; here stands what is not, each counted in structs'
// worth (about a microsecond): comparing, deleting, joining values, tidying formats. 140 KB of values made to be joined took a minute and
// then the process. Owns that sum for one frame; changes nothing.
import * as Y from "yjs"
import { type AnyType, type Homes, type Place } from "./homes.ts"
import type { Lasting } from "./lasting.ts"
import { COMPARISONS_LIMIT, Neighbours } from "./neighbours.ts"
import type { Content, Id, Item, Struct } from "./scan.ts"

/** Structs' worth of work one frame may cause. A phone that wrote 1,700 notes while away sends about 12,000. */
const WORK_LIMIT = 12_000
/** How many of these take as long as one struct. */
const COMPARISONS = COMPARISONS_LIMIT / WORK_LIMIT
const FORMAT_STEPS = 20
const VALUES_COPIED = 150
const ROOTS_PASSED = 150
const PARTS = 3
const STRUCTS_MOVED = 800
const JSON_CHARACTERS = 50
/** Roots a board may have: an option has four. */
const ROOTS_LIMIT = 8_000
/** Types within types, as for values. Yjs climbs to the root from each type that changed, and deletes them by recursion. */
const DEPTH_LIMIT = 32

/** Values that Yjs would join into one, copying all of them once for each struct. */
type Run = { last: Id | null; values: number }

export class Work {
  readonly #homes: Homes
  readonly #doc: Y.Doc
  readonly #neighbours: Neighbours
  readonly #lasting: Lasting
  /** How many types each type stands in. */
  readonly #depths = new Map<Place["of"], number>()
  /** New items of each list, and the keys of their formats. */
  readonly #written = new Map<Place["of"], { items: number; keys: Set<string> | null }>()
  /** Where each root stands among all, once it is asked for. */
  #roots: Map<unknown, number> | null = null
  #run: Run = { last: null, values: 0 }
  #splits = 0
  #sum = 0
  #takesAway = false

  constructor(doc: Y.Doc, homes: Homes, lasting: Lasting) {
    this.#doc = doc
    this.#homes = homes
    this.#lasting = lasting
    this.#neighbours = new Neighbours(homes)
  }

  /** Call for each new struct, after everything it refers to. Why the frame may not be applied, or null. */
  take(struct: Struct): string | null {
    this.#sum += 1 + (struct.type === "item" ? weightOf(struct.content) : 0)
    const home = struct.type === "item" ? this.#homes.ofStruct(struct) : "lost"
    if (struct.type === "item" && home !== "lost") {
      if (struct.content.kind === "type" && this.#depthOf(struct, home) > DEPTH_LIMIT) return "nested too deep"
      this.#place(struct, home)
      this.#list(struct, home)
      if (struct.parent && "root" in struct.parent && this.#passRoots(home.of) > ROOTS_LIMIT) return "too many texts"
    }
    return this.#verdict()
  }

  /** Call last, with the frame's delete ranges. */
  finish(deletes: readonly number[]): string | null {
    for (const [of, { items, keys }] of this.#written) if (keys) this.#tidy(of, items, keys)
    const gone = new Map<Y.Text, number>()
    for (let i = 0; i < deletes.length && this.#sum <= WORK_LIMIT; i += 3) {
      const [client = 0, clock = 0, length = 0] = [deletes[i], deletes[i + 1], deletes[i + 2]]
      this.#delete(client, clock, clock + length, gone)
    }
    for (const [list, count] of gone) this.#tidyGaps(list, count)
    return this.#verdict()
  }

  #verdict(): string | null {
    if (this.#takesAway) return "taken away"
    return this.#sum > WORK_LIMIT ? "too much at one place" : null
  }

  #place(item: Item, home: Place): void {
    if (item.origin) this.#split(item.origin, 1)
    if (item.rightOrigin) this.#split(item.rightOrigin, 0)
    const before = this.#neighbours.comparisons
    this.#neighbours.place(item, home)
    this.#sum += (this.#neighbours.comparisons - before) / COMPARISONS
  }

  /** Does the place before or behind (1) this id part an item? Then everything after it in Yjs' list moves, and perhaps back again. */
  #split({ client, clock }: Id, behind: 0 | 1): void {
    const structs = clock < Y.getState(this.#doc.store, client) ? this.#doc.store.clients.get(client) : undefined
    const struct = structs?.[Y.findIndexSS(structs, clock)]
    if (!structs || !struct) return
    const cut = clock + behind
    if (cut === struct.id.clock || cut === struct.id.clock + struct.length) return
    this.#splits += 1
    this.#sum += (structs.length + this.#splits) / STRUCTS_MOVED
  }

  #depthOf(struct: Item, { of }: Place): number {
    const depth = (of instanceof Y.AbstractType ? this.#depthInDoc(of) : (this.#depths.get(of) ?? 0)) + 1
    this.#depths.set(struct, depth)
    return depth
  }

  #depthInDoc(list: AnyType): number {
    const known = this.#depths.get(list)
    if (known !== undefined) return known
    let depth = 0
    for (let type: unknown = list; type instanceof Y.AbstractType && type._item && depth <= DEPTH_LIMIT; type = type._item.parent) depth++
    this.#depths.set(list, depth)
    return depth
  }

  /** Yjs writes a root by its name, and finds that by passing all that stand before it. Answers how many do. */
  #passRoots(of: Place["of"]): number {
    this.#roots ??= new Map([...this.#doc.share.values()].map((type, index) => [type, index]))
    const index = this.#roots.get(of) ?? this.#roots.size
    this.#roots.set(of, index)
    this.#sum += index / ROOTS_PASSED
    return index
  }

  #list(item: Item, { of, sub }: Place): void {
    let written = this.#written.get(of)
    if (!written) {
      this.#written.set(of, (written = { items: 0, keys: null }))
      if (of instanceof Y.AbstractType) this.#sum += 1 // it tells whoever listens
    }
    if (sub !== null) return
    written.items += 1
    if (item.content.kind === "format") (written.keys ??= new Set()).add(item.content.key)
    if (item.content.kind === "any") this.#join(item)
  }

  #join({ client, clock, length, origin }: Item): void {
    const { last } = this.#run
    const goesOn = last !== null && last.client === client && origin?.client === client && origin.clock === last.clock
    this.#run = { last: { client, clock: clock + length - 1 }, values: length + (goesOn ? this.#run.values : 0) }
    if (goesOn) this.#sum += this.#run.values / VALUES_COPIED
  }

  /** After a new format Yjs goes through the whole text, and copies at every item all formats that hold there. */
  #tidy(of: Place["of"], newItems: number, newKeys: ReadonlySet<string>): void {
    const list = of instanceof Y.AbstractType ? of : null
    const keys = new Set(newKeys)
    let items = newItems
    for (let item = list?._start ?? null; item; item = item.right) {
      items += 1
      if (!item.deleted && item.content instanceof Y.ContentFormat) keys.add(item.content.key)
    }
    this.#sum += (items * keys.size) / FORMAT_STEPS
  }

  /** In a text with formats Yjs goes, from each deleted item, through all that are deleted around it. */
  #tidyGaps(list: Y.Text, deleted: number): void {
    let gone = deleted
    for (let item = list._start; item; item = item.right) if (item.deleted || !item.countable) gone += 1
    this.#sum += (deleted * gone) / FORMAT_STEPS
  }

  #delete(client: number, from: number, to: number, gone: Map<Y.Text, number>): void {
    const structs = from < Y.getState(this.#doc.store, client) ? this.#doc.store.clients.get(client) : undefined
    if (!structs) return void (this.#sum += 1) // of this frame's own structs, which are counted
    for (let at = Y.findIndexSS(structs, from), struct = structs[at]; struct && struct.id.clock < to; struct = structs[++at]) {
      if (struct.deleted || !(struct instanceof Y.Item)) continue
      this.#sum += 1
      this.#takesAway ||= this.#lasting.has(struct)
      if (struct.id.clock < from) this.#split({ client, clock: from }, 0)
      if (struct.id.clock + struct.length > to) this.#split({ client, clock: to }, 0)
      if (struct.parent instanceof Y.Text && struct.parent._hasFormatting) gone.set(struct.parent, (gone.get(struct.parent) ?? 0) + 1)
      this.#sum += this.#within(struct)
      if (this.#sum > WORK_LIMIT) return
    }
  }

  /** What goes with a type that is deleted. */
  #within(item: Y.Item): number {
    const types = item.content instanceof Y.ContentType ? [item.content.type] : []
    let count = 0
    for (let type = types.pop(); type && this.#sum + count <= WORK_LIMIT; type = types.pop()) {
      const heads = [type._start, ...type._map.values()]
      for (const head of heads)
        for (let child = head; child && this.#sum + count <= WORK_LIMIT; child = child.parentSub === null ? child.right : null) {
          if (child.deleted) continue
          count += 1
          if (child.content instanceof Y.ContentType) types.push(child.content.type)
        }
    }
    return count
  }
}

/** Of the values themselves, above a struct's own. */
function weightOf(content: Content): number {
  if (content.kind === "any") return content.parts / PARTS
  if (content.kind === "format") return 0.5 // they never join, and each is looked at twice
  return content.kind === "embed" ? content.jsonLength / JSON_CHARACTERS : 0
}
