import fc from "fast-check"
import { expect, test } from "vitest"
import { inOrder, rankFor, ranksAfter, type Ranked } from "./rank.ts"
import { fuzz } from "./testing/commands.ts"

const order = (all: Ranked[]): string[] => all.toSorted(inOrder).map(({ id }) => id)

test("a thousand moves among our own ranks each land where they should, and ranks stay short", () => {
  let list: Ranked[] = []
  for (let n = 0; n < 1000; n++) {
    const id = `note${n}`
    const at = (n * 7919) % (list.length + 1)
    const next = order(list)[at]
    const rank = rankFor(id, list, next === undefined ? {} : { before: next })
    list = [...list, { id, rank }]
    expect(order(list)[at]).toBe(id)
  }
  expect(Math.max(...list.map(({ rank }) => rank.length))).toBeLessThan(16)
})

test("two phones that put different notes in one gap get different ranks", () => {
  const others = [
    { id: "a", rank: "a0" },
    { id: "b", rank: "a1" },
  ]
  expect(rankFor("mine", others, { after: "a" })).not.toBe(rankFor("yours", others, { after: "a" }))
  expect(rankFor("mine", others, {})).not.toBe(rankFor("yours", others, {}))
})

test("beside any ranks at all there is a place, and last is not before any other", () => {
  const rank = fc.oneof(
    fc.constantFrom("", "a0", "a0", "zz!", "Z", "\uFFFF", "A00000000000000000000000000", "zzzzzzzzzzzzzzzzzzzzzzzzzzz", "a00"),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(rank, { maxLength: 6 }), fc.nat({ max: 5 }), (ranks, at) => {
      const others = ranks.map((rank, n) => ({ id: `n${n}`, rank }))
      const neighbour = others[at]
      const last = rankFor("new", others, {})
      for (const other of others) expect(last > other.rank).toBe(true)
      if (neighbour === undefined) return
      expect(rankFor("new", others, { after: neighbour.id }) >= neighbour.rank).toBe(true)
      expect(rankFor("new", others, { before: neighbour.id }) <= neighbour.rank).toBe(true)
    }),
    fuzz(500),
  )
})

test("several at the end keep their order", () => {
  const ranks = ranksAfter(["c", "a", "b"], [{ id: "x", rank: "a5" }])
  expect(ranks.toSorted()).toEqual(ranks)
  expect(ranks.every((rank) => rank > "a5")).toBe(true)
})
