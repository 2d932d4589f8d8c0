// How much work would Yjs have to place a frame's new items? An item that stands exactly between its two neighbours costs nothing; one
// that does not is compared with everything between them, and items made to conflict cost their square: 586 KB of them took 21 s.
// Follows where each item would stand, within the frame and in the Doc. Owns that estimate; changes nothing.
import * as Y from "yjs"
import type { Home, Homes } from "./homes.ts"
import type { Id, Struct } from "./scan.ts"

/** Comparisons one frame may cause, about 50 ms of them. An honest phone that was away for hours causes some thousands. */
export const COMPARISONS_LIMIT = 200_000

type Item = Extract<Struct, { type: "item" }>
type Place = Exclude<Home, "lost">

const END = "end"
const keyOf = (id: Id | null | undefined): string => (id ? `${id.client}:${id.clock}` : END)
function idOf(key: string): Id {
  const colon = key.indexOf(":")
  return { client: Number(key.slice(0, colon)), clock: Number(key.slice(colon + 1)) }
}

export class Neighbours {
  readonly #homes: Homes
  /** What stands right of a place (the last id of what is left of it), where this frame has changed that. */
  readonly #right = new Map<string, string>()
  #comparisons = 0

  constructor(homes: Homes) {
    this.#homes = homes
  }

  /** Call for each new item, after everything it refers to. False once the frame would cost too much. */
  place(item: Item, home: Place): boolean {
    const left = item.origin ? keyOf(item.origin) : `start ${home.key} ${home.sub ?? ""}`
    const wanted = keyOf(item.rightOrigin)
    const right = this.#rightOf(left, item.origin, home)
    if (right !== wanted) this.#compareUpTo(wanted, right, home)
    // Where exactly a conflict ends does not matter for the estimate: right behind what is left of it.
    this.#right.set(left, keyOf(item))
    this.#right.set(keyOf({ client: item.client, clock: item.clock + item.length - 1 }), right)
    return this.#comparisons <= COMPARISONS_LIMIT
  }

  #compareUpTo(wanted: string, from: string, home: Place): void {
    for (let key = from; key !== wanted && key !== END && this.#comparisons <= COMPARISONS_LIMIT; this.#comparisons++) {
      const last = this.#lastOf(idOf(key))
      key = this.#rightOf(keyOf(last), last, home)
    }
  }

  #rightOf(left: string, origin: Id | null, home: Place): string {
    const changed = this.#right.get(left)
    if (changed !== undefined) return changed
    if (!origin) return keyOf(firstOf(home)?.id)
    const next = { client: origin.client, clock: origin.clock + 1 }
    const item = this.#homes.inDoc(origin)
    if (item) {
      const isLast = origin.clock === item.id.clock + item.length - 1
      return isLast ? keyOf(item instanceof Y.Item ? item.right?.id : null) : keyOf(next)
    }
    const struct = this.#homes.inFrame(origin)
    return struct && origin.clock < struct.clock + struct.length - 1 ? keyOf(next) : END
  }

  /** The last id of whatever this id is in. */
  #lastOf(id: Id): Id {
    const item = this.#homes.inDoc(id)
    if (item) return { client: id.client, clock: item.id.clock + item.length - 1 }
    const struct = this.#homes.inFrame(id)
    return struct ? { client: id.client, clock: struct.clock + struct.length - 1 } : id
  }
}

/** What stands first in a list, or at a key: a key's values are compared from its first ever, which is the slow way round. */
function firstOf({ list, sub }: Place): Y.Item | null {
  if (!list) return null
  if (sub === null) return list._start
  let item = list._map.get(sub) ?? null
  for (let steps = 0; item?.left && steps < COMPARISONS_LIMIT; steps++) item = item.left
  return item
}
