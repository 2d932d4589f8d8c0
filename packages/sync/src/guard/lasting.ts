// Things that phones put on a board once: nobody takes one away, or puts another in its place, or somebody would seem to have said what
// they never said. Owns what counts as one; which roots hold them is an argument, and the server's own changes are not asked here.
import * as Y from "yjs"
import { listOf, type AnyType, type Home } from "./homes.ts"

export class Lasting {
  readonly #roots: ReadonlySet<AnyType>

  /** `roots`: names of maps whose entries are such things. */
  constructor(doc: Y.Doc, roots: readonly string[]) {
    this.#roots = new Set(roots.flatMap((name) => doc.share.get(name) ?? []))
  }

  /** Would something new at this place stand where such a thing stands, or once stood? */
  isTaken(home: Home): boolean {
    if (home === "lost" || home.sub === null) return false
    const list = listOf(home)
    return list !== null && this.#roots.has(list) && list._map.has(home.sub)
  }

  /** Is this one of them? */
  has({ parent, parentSub }: Y.Item): boolean {
    return parentSub !== null && parent instanceof Y.AbstractType && this.#roots.has(parent)
  }
}
