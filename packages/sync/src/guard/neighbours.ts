// How much work would Yjs have to place a frame's new items? An item that stands exactly between its two neighbours costs nothing; one
// that does not is compared with everything between them, and items made to conflict cost their square: 586 KB of them took 21 s.
// Follows where each item would stand, within the frame and in the Doc. Owns that estimate; changes nothing.
import * as Y from "yjs"
import { listOf, type Homes, type Place } from "./homes.ts"
import type { Id, Item } from "./scan.ts"

/** Comparisons one frame may cause, about 20 ms of them. An honest phone that was away for hours causes some thousands. */
export const COMPARISONS_LIMIT = 200_000

/** An id as one number, which costs a third of a string. Clocks are below 2^36 (scan.ts). */
type Key = number
const CLOCKS = 2 ** 36
const END: Key = -1

export class Neighbours {
  readonly #homes: Homes
  /** Each client id by a small number of its own, and back. */
  readonly #numbers = new Map<number, number>()
  readonly #clients: number[] = []
  /** What stands right of an id that is the last of what is left of it, or first in a place, where this frame has changed that. */
  readonly #right = new Map<Key | Place, Key>()
  /** Values a key of a map has had: Yjs walks them all back to the first whenever one comes without an origin. */
  readonly #past = new Map<Place, number>()
  comparisons = 0
  constructor(homes: Homes) {
    this.#homes = homes
  }

  /** Call for each new item, after everything it refers to; counts on in `comparisons`, and hardly past the limit. */
  place(item: Item, home: Place): void {
    const left = item.origin ? this.#keyOf(item.origin) : home
    const right = this.#rightOf(left, item.origin, home)
    if (home.sub !== null) this.#lookBack(item, home)
    this.#compareUpTo(item.rightOrigin ? this.#keyOf(item.rightOrigin) : END, right, home)
    const key = this.#keyOf(item)
    // Where exactly a conflict ends does not matter for the estimate: right behind what is left of it.
    this.#right.set(left, key)
    this.#right.set(key + item.length - 1, right)
  }

  #lookBack(item: Item, home: Place): void {
    const past = this.#past.get(home) ?? pastOf(home)
    this.#past.set(home, past + 1)
    if (!item.origin) this.comparisons += past
  }

  #compareUpTo(wanted: Key, from: Key, home: Place): void {
    let key = from
    for (; key !== wanted && key !== END && this.comparisons <= COMPARISONS_LIMIT; this.comparisons++) {
      const last = this.#lastOf(this.#idOf(key))
      if (wanted > key && wanted <= this.#keyOf(last)) return // within this one
      key = this.#rightOf(this.#keyOf(last), last, home)
    }
  }

  #rightOf(left: Key | Place, origin: Id | null, home: Place): Key {
    const changed = this.#right.get(left)
    if (changed !== undefined) return changed
    if (!origin) return this.#keyOrEnd(firstOf(home)?.id)
    const item = this.#homes.inDoc(origin)
    if (item) {
      const isLast = origin.clock === item.id.clock + item.length - 1
      return isLast ? this.#keyOrEnd(item instanceof Y.Item ? item.right?.id : null) : this.#keyOf(origin) + 1
    }
    const struct = this.#homes.inFrame(origin)
    return struct && origin.clock < struct.clock + struct.length - 1 ? this.#keyOf(origin) + 1 : END
  }

  /** The last id of whatever this id is in. */
  #lastOf(id: Id): Id {
    const item = this.#homes.inDoc(id)
    if (item) return { client: id.client, clock: item.id.clock + item.length - 1 }
    const struct = this.#homes.inFrame(id)
    return struct ? { client: id.client, clock: struct.clock + struct.length - 1 } : id
  }

  #keyOrEnd(id: Id | null | undefined): Key {
    return id ? this.#keyOf(id) : END
  }

  #keyOf({ client, clock }: Id): Key {
    let number = this.#numbers.get(client)
    if (number === undefined) this.#numbers.set(client, (number = this.#clients.push(client) - 1))
    return number * CLOCKS + clock
  }

  #idOf(key: Key): Id {
    const number = Math.floor(key / CLOCKS)
    return { client: this.#clients[number] ?? 0, clock: key - number * CLOCKS }
  }
}

/** What stands first in a list, or at a key: a key's values are compared from its first ever, which is the slow way round. */
function firstOf(place: Place): Y.Item | null {
  const list = listOf(place)
  if (!list || place.sub === null) return list?._start ?? null
  let item = list._map.get(place.sub) ?? null
  for (let steps = 0; item?.left && steps < COMPARISONS_LIMIT; steps++) item = item.left
  return item
}

/** How many values a key has had in the Doc. */
function pastOf(place: Place): number {
  let steps = 0
  for (let item = listOf(place)?._map.get(place.sub ?? "") ?? null; item && steps < COMPARISONS_LIMIT; item = item.left) steps++
  return steps
}
