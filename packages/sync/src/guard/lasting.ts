// Things that phones put on a board once: nobody takes one away, or puts another in its place, or somebody would seem to have said what
// they never said. Owns what counts as one; which roots hold them is an argument, and the server's own changes are not asked here.
import * as Y from "yjs"
import { listOf, type AnyType, type Home } from "./homes.ts"

export class Lasting {
  readonly #roots: ReadonlySet<AnyType>
  readonly #ids: readonly AnyType[]

  constructor(doc: Y.Doc, { lastingRoots, idRoots }: { lastingRoots: readonly string[]; idRoots: readonly string[] }) {
    const there = (names: readonly string[]): AnyType[] => names.flatMap((name) => doc.share.get(name) ?? [])
    this.#roots = new Set(there(lastingRoots))
    this.#ids = there([...lastingRoots, ...idRoots])
  }

  /** Would something new at this place stand where such a thing stands, or once stood, or under the id of something else? */
  isTaken(home: Home): boolean {
    if (home === "lost" || home.sub === null) return false
    const { sub } = home
    const list = listOf(home)
    return list !== null && this.#roots.has(list) && this.#ids.some((other) => other._map.has(sub))
  }

  /** Is this one of them? */
  has({ parent, parentSub }: Y.Item): boolean {
    return parentSub !== null && parent instanceof Y.AbstractType && this.#roots.has(parent)
  }
}
