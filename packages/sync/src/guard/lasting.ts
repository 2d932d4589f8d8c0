// Things that phones put on a board once: nobody takes one away, or puts another in its place, or somebody would seem to have said what
// they never said. Owns what counts as one; which roots hold them is an argument, and the server's own changes are not asked here.
import * as Y from "yjs"
import type { GuardSchema } from "./guard.ts"
import { listOf, type AnyType, type Home } from "./homes.ts"

export class Lasting {
  readonly #roots: ReadonlySet<AnyType>
  readonly #ids: readonly AnyType[]
  readonly #limit: number
  /** New ones of this frame. */
  readonly #added = new Map<AnyType, number>()

  constructor(doc: Y.Doc, { lastingRoots, idRoots, thingsLimit }: Pick<GuardSchema, "lastingRoots" | "idRoots" | "thingsLimit">) {
    this.#limit = thingsLimit
    const there = (names: readonly string[]): AnyType[] => names.flatMap((name) => doc.share.get(name) ?? [])
    this.#roots = new Set(there(lastingRoots))
    this.#ids = there([...lastingRoots, ...idRoots])
  }

  /**
   * Why nothing new may stand at this place: such a thing stands there, or once stood, or something else has its id; or there are too
   * many. Call once for each new item.
   */
  whyNot(home: Home): "put anew" | "too many" | null {
    if (home === "lost" || home.sub === null) return null
    const { sub } = home
    const list = listOf(home)
    if (list === null || !this.#roots.has(list)) return null
    if (this.#ids.some((other) => other._map.has(sub))) return "put anew"
    const added = (this.#added.get(list) ?? 0) + 1
    this.#added.set(list, added)
    return list._map.size + added > this.#limit ? "too many" : null
  }

  /** Is this one of them? */
  has({ parent, parentSub }: Y.Item): boolean {
    return parentSub !== null && parent instanceof Y.AbstractType && this.#roots.has(parent)
  }
}
