// Order among neighbours: fractional-indexing keys, compared as plain strings, ties by id. Whatever other clients wrote as a rank
// (nothing, the same twice, no key at all), a new rank is found beside it; nothing here throws.
import { generateKeyBetween } from "fractional-indexing"
import type { Rank, StackId } from "./types.ts"

export type Ranked = { readonly id: string; readonly rank: Rank }

/** For `sort`: by rank, ties by id. */
export const inOrder = (a: Ranked, b: Ranked): number => compare(a.rank, b.rank) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Notes in order as they are read: those of a stack together, where its first stands. */
export function stacked<T extends Ranked & { readonly stack: StackId | null }>(ordered: readonly T[]): T[][] {
  const stacks: T[][] = []
  const known = new Map<StackId, T[]>()
  for (const one of ordered) {
    const there = one.stack === null ? undefined : known.get(one.stack)
    if (there) there.push(one)
    else {
      const begun = [one]
      stacks.push(begun)
      if (one.stack !== null) known.set(one.stack, begun)
    }
  }
  return stacks
}

type RankSpot = { rank?: Rank | undefined; before?: string | undefined; after?: string | undefined }

/**
 * A rank for `id` among `others` (any order, without itself): a given rank wins; unknown neighbours mean last. Between two that share
 * a rank there is no place: it goes before or after all of those.
 */
export function rankFor(id: string, others: readonly Ranked[], spot: RankSpot): Rank {
  if (spot.rank !== undefined) return spot.rank
  const ranks = others.map((other) => other.rank).sort(compare)
  const rankOf = (wanted: string | undefined): Rank | undefined => others.find((other) => other.id === wanted)?.rank
  const [before, after] = [rankOf(spot.before), rankOf(spot.after)]
  if (after !== undefined) return between(after, ranks.find((rank) => rank > after) ?? null, id)
  if (before !== undefined) return between(ranks.findLast((rank) => rank < before) ?? null, before, id)
  return between(ranks.at(-1) ?? null, null, id)
}

/** Ranks for `ids` in order, one right after another: the first as `rankFor` says, none past the next of `others`. */
export function ranksAt(ids: readonly string[], others: readonly Ranked[], spot: RankSpot): Rank[] {
  let last: Rank | null = null
  const next = (low: Rank): Rank | null =>
    others
      .map(({ rank }) => rank)
      .sort(compare)
      .find((rank) => rank > low) ?? null
  let high: Rank | null = null
  return ids.map((id) => {
    if (last !== null) return (last = between(last, high, id))
    last = rankFor(id, others, spot)
    high = next(last)
    return last
  })
}

/** `count` ranks after the last of `others`, in order. */
export function ranksAfter(ids: readonly string[], others: readonly Ranked[]): Rank[] {
  let last = others.reduce<Rank | null>((last, { rank }) => (last === null || rank > last ? rank : last), null)
  return ids.map((id) => (last = between(last, null, id)))
}

const fits = (key: string, low: Rank | null, high: Rank | null): boolean => (low === null || key > low) && (high === null || key < high)

/** Two phones that put two notes in one gap would make one key: a tail made of the id keeps them apart. */
function between(low: Rank | null, high: Rank | null, id: string): Rank {
  const key = keyBetween(low, high)
  const own = key + tail(id)
  return fits(own, low, high) ? own : key
}

function keyBetween(low: Rank | null, high: Rank | null): Rank {
  try {
    const key = generateKeyBetween(low, high)
    if (fits(key, low, high)) return key
  } catch {
    // Not keys of ours: below.
  }
  const base = low ?? ""
  return [generateKeyBetween(null, null), `${base}V`, `${base}1`, `${base}0V`, base].find((key) => fits(key, low, high)) ?? base
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/** Three digits of an id's FNV-1a hash; the last is never the lowest, which no key may end with. */
function tail(id: string): string {
  let hash = 0x811c9dc5
  for (let n = 0; n < id.length; n++) hash = Math.imul(hash ^ id.charCodeAt(n), 0x01000193) >>> 0
  return `${DIGITS[hash % 62]}${DIGITS[Math.floor(hash / 62) % 62]}${DIGITS[1 + (Math.floor(hash / 3844) % 61)]}`
}
