// Seeded randomness, so that a failure can be had again.
export type Random = { next(): number; below(n: number): number; chance(p: number): boolean; pick<T>(list: readonly T[]): T }

/** mulberry32: small, fast, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let a = seed | 0
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { next, below, chance: (p) => next() < p, pick: (list) => list[below(list.length)] as (typeof list)[number] }
}
