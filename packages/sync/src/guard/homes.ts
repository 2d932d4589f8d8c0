// Which list, or which key of which map, an id stands in: in the Doc, or in the frame itself by walking origins back to a parent.
// Owns that look-up for one frame; changes nothing. Each struct is walked once.
import * as Y from "yjs"
import type { Id, Parent, Struct } from "./scan.ts"

/** `list` null: a type that this frame itself brings. `lost`: its list was deleted and forgotten, or its origins lead in a circle. */
type AnyType = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>
export type Home = { key: string; list: AnyType | null; sub: string | null } | "lost"

export const sameHome = (a: Home, b: Home): boolean => a === "lost" || b === "lost" || (a.key === b.key && a.sub === b.sub)

export class Homes {
  readonly #doc: Y.Doc
  readonly #news: ReadonlyMap<number, Struct[]>
  readonly #known = new Map<Struct, Home>()

  constructor(doc: Y.Doc, news: ReadonlyMap<number, Struct[]>) {
    this.#doc = doc
    this.#news = news
  }

  ofStruct(struct: Struct): Home {
    return this.#known.get(struct) ?? this.#walk(struct)
  }

  ofId(id: Id): Home {
    const found = this.inDoc(id)
    if (found) return homeInDoc(found)
    const struct = this.inFrame(id)
    return struct ? this.ofStruct(struct) : "lost"
  }

  /** Null when the Doc does not hold it (yet). */
  inDoc(id: Id): Y.Item | Y.GC | null {
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return null
    return Y.getItem(this.#doc.store, Y.createID(id.client, id.clock))
  }

  /** Binary search: a client's structs stand in clock order without gaps. */
  inFrame(id: Id): Struct | undefined {
    const structs = this.#news.get(id.client)
    let [low, high] = [0, (structs?.length ?? 0) - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = structs?.[middle]
      if (!struct) return undefined
      if (id.clock < struct.clock) high = middle - 1
      else if (id.clock >= struct.clock + struct.length) low = middle + 1
      else return struct
    }
    return undefined
  }

  #walk(start: Struct): Home {
    const walked: Struct[] = []
    const home = this.#walkFrom(start, walked)
    for (const struct of walked) this.#known.set(struct, home)
    return home
  }

  #walkFrom(start: Struct, walked: Struct[]): Home {
    for (let struct = start; ;) {
      if (struct.type !== "item") return "lost"
      const known = this.#known.get(struct)
      if (known) return known
      this.#known.set(struct, "lost") // until the walk ends: coming back here is a circle
      walked.push(struct)
      if (struct.parent) return this.#ofParent(struct.parent, struct.parentSub)
      const next = struct.origin ?? struct.rightOrigin
      const found = next && this.inDoc(next)
      if (found) return homeInDoc(found)
      const inFrame = next && this.inFrame(next)
      if (!inFrame) return "lost"
      struct = inFrame
    }
  }

  #ofParent(parent: Exclude<Parent, null>, sub: string | null): Home {
    if ("root" in parent) return { key: `/${parent.root}`, list: this.#doc.share.get(parent.root) ?? null, sub }
    const found = this.inDoc(parent.item)
    const list = found instanceof Y.Item && found.content instanceof Y.ContentType ? found.content.type : null
    return { key: `${parent.item.client}:${parent.item.clock}`, list, sub }
  }
}

function homeInDoc(found: Y.Item | Y.GC): Home {
  if (!(found instanceof Y.Item)) return "lost"
  const list = found.parent
  if (!(list instanceof Y.AbstractType)) return "lost"
  const sub = found.parentSub
  const owner = list._item
  if (owner) return { key: `${owner.id.client}:${owner.id.clock}`, list, sub }
  for (const [name, type] of list.doc?.share ?? []) if (type === list) return { key: `/${name}`, list, sub }
  return "lost"
}
