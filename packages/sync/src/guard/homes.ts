// Which list, or which key of which map, an id stands in: in the Doc, or in the frame itself by walking origins back to a parent.
// Owns that look-up for one frame; changes nothing. Each struct is walked once.
import * as Y from "yjs"
import type { Id, Parent, Struct } from "./scan.ts"

export type AnyType = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>
/** One place, one object. `of`: a type in the Doc, the name of a root that is not there yet, or the struct that brings the type. */
export type Place = { readonly of: AnyType | string | Struct; readonly sub: string | null }
/** `lost`: its list was deleted and forgotten, or its origins lead in a circle. */
export type Home = Place | "lost"

export const sameHome = (a: Home, b: Home): boolean => a === "lost" || b === "lost" || a === b

/** The type itself, when it is in the Doc already. */
export const listOf = ({ of }: Place): AnyType | null => (of instanceof Y.AbstractType ? of : null)

export class Homes {
  readonly #doc: Y.Doc
  readonly #news: ReadonlyMap<number, Struct[]>
  readonly #known = new Map<Struct, Home>()
  readonly #places = new Map<Place["of"], Map<string | null, Place>>()

  constructor(doc: Y.Doc, news: ReadonlyMap<number, Struct[]>) {
    this.#doc = doc
    this.#news = news
  }

  ofStruct(struct: Struct): Home {
    return this.#known.get(struct) ?? this.#walk(struct)
  }

  ofId(id: Id): Home {
    const found = this.inDoc(id)
    if (found) return this.#inDocHome(found)
    const struct = this.inFrame(id)
    return struct ? this.ofStruct(struct) : "lost"
  }

  /** Null when the Doc does not hold it (yet). */
  inDoc(id: Id): Y.Item | Y.GC | null {
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return null
    return Y.getItem(this.#doc.store, id)
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
      if (found) return this.#inDocHome(found)
      const inFrame = next && this.inFrame(next)
      if (!inFrame) return "lost"
      struct = inFrame
    }
  }

  #ofParent(parent: Exclude<Parent, null>, sub: string | null): Home {
    if ("root" in parent) return this.#place(this.#doc.share.get(parent.root) ?? parent.root, sub)
    const found = this.inDoc(parent.item)
    if (found) return found instanceof Y.Item && found.content instanceof Y.ContentType ? this.#place(found.content.type, sub) : "lost"
    const struct = this.inFrame(parent.item)
    return struct ? this.#place(struct, sub) : "lost"
  }

  #inDocHome(found: Y.Item | Y.GC): Home {
    if (!(found instanceof Y.Item) || !(found.parent instanceof Y.AbstractType)) return "lost"
    return this.#place(found.parent, found.parentSub)
  }

  #place(of: Place["of"], sub: string | null): Place {
    let subs = this.#places.get(of)
    if (!subs) this.#places.set(of, (subs = new Map()))
    let place = subs.get(sub)
    if (!place) subs.set(sub, (place = { of, sub }))
    return place
  }
}
