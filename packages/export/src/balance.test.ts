// Nobody is found out by how their group was heard: two attackers look at everything that was ever told.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type Act,
  balanceOf,
  type Band,
  BALANCE_KINDS,
  bundlesOf,
  countedUntil,
  type Crowd,
  type Person,
  SMALLEST_GROUP,
  tellsOnNobody,
} from "./balance.ts"

type Deed =
  | { do: "join"; group: string | null }
  | { do: "leave" | "change"; who: number; group: string | null }
  | { do: "act"; who: number; kind: Act["kind"] }
  | { do: "end" }

const group = fc.constantFrom("A", "A", "B", "B", "C", "D", null)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("join" as const), group }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("leave" as const, "change" as const), who: fc.nat(40), group }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("act" as const), who: fc.nat(40), kind: fc.constantFrom(...BALANCE_KINDS) }) },
  { weight: 2, arbitrary: fc.constant({ do: "end" as const }) },
)
const history = fc.array(deed, { minLength: 20, maxLength: 140 })

/** What one telling says of one kind: whose acts, of which step, each named row adds up; who was there; until when people counted. */
type Telling = { step: number; people: readonly Person[]; rows: readonly (readonly string[])[]; counted: number }
type Teller = (now: { people: readonly Person[]; before: number; at: number; step: number; isEnd: boolean }) => Telling | null

const ours: Teller = ({ people, before, at, step, isEnd }) => {
  const counted = countedUntil(people, before, at)
  return isEnd ? { step, people, rows: [...bundlesOf({ people, counted }).values()], counted } : null
}
/** The server before this: whole groups of three, at any moment, of all that was done so far. */
const naive: Teller = ({ people, at }) => {
  const groups = [...Map.groupBy(people, (person) => person.group).values()].map((members) => members.map(({ id }) => id))
  return { step: 0, people, rows: groups.filter((ids) => ids.length >= SMALLEST_GROUP), counted: at }
}
/** As ours, but newcomers count at once. */
const hasty: Teller = ({ people, at, step, isEnd }) =>
  isEnd ? { step, people, rows: [...bundlesOf({ people, counted: at }).values()], counted: at } : null

function play(deeds: readonly Deed[], tell: Teller): Telling[] {
  const all: (Person & { here: boolean })[] = []
  const tellings: Telling[] = []
  let step = 0
  for (const [at, one] of deeds.entries()) {
    if (one.do === "join") all.push({ id: `p${all.length}`, group: one.group, since: at, here: true })
    const who = "who" in one ? all[one.who % Math.max(1, all.length)] : undefined
    if (who && one.do === "leave") all[all.indexOf(who)] = { ...who, here: false }
    if (who && one.do === "change") all[all.indexOf(who)] = { ...who, group: one.group }
    const people = all.filter(({ here }) => here)
    const told = tell({ people, before: tellings.at(-1)?.counted ?? -1, at, step, isEnd: one.do === "end" })
    if (told && told.rows.length > 0) tellings.push(told)
    if (one.do === "end") step += 1
  }
  return tellings
}

/**
 * Knows the exact figure behind each row (far more than the words say), everybody's sum, and adds and subtracts what it likes.
 * A figure is a vector over (step, person); what it found is a combination that speaks of one or two people of a step.
 */
function subtracts(tellings: readonly Telling[]): string[] {
  const figures: Map<string, number>[] = tellings.flatMap(({ step, people, rows }) =>
    [...rows, people.map(({ id }) => id)].map((ids) => new Map(ids.map((id) => [`${step} ${id}`, 1]))),
  )
  const found: string[] = []
  const look = (figure: ReadonlyMap<string, number>) => {
    for (const [step, cells] of Map.groupBy(figure.keys(), (cell) => cell.split(" ")[0]))
      if (cells.length < SMALLEST_GROUP) found.push(`step ${step}: ${cells.join(", ")}`)
  }
  for (const figure of figures) look(figure)
  for (const [at, one] of figures.entries()) for (const other of figures.slice(at + 1)) look(plus(one, other, -1))
  for (const row of reduced(figures)) look(row)
  return found
}
function plus(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>, times: number): Map<string, number> {
  const sum = new Map(one)
  for (const [cell, value] of other) {
    const next = (sum.get(cell) ?? 0) + times * value
    if (Math.abs(next) < 1e-9) sum.delete(cell)
    else sum.set(cell, next)
  }
  return sum
}
/** Gauss and Jordan: what is left of each figure once every other was taken from it as well as can be. */
function reduced(figures: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number>[] {
  const rows = [...figures]
  for (const at of rows.keys()) {
    const [pivot, value] = [...(rows[at] ?? [])][0] ?? []
    const row = rows[at]
    if (pivot === undefined || value === undefined || !row) continue
    for (const [other, figure] of rows.entries()) {
      const share = figure.get(pivot)
      if (other !== at && share !== undefined) rows[other] = plus(figure, row, -share / value)
    }
  }
  return rows
}

test("over any joins, leaves and contributions no sum or difference of what was told speaks of one or two people", () => {
  let told = 0
  fc.assert(
    fc.property(history, (deeds) => {
      const tellings = play(deeds, ours)
      told += tellings.length
      expect(subtracts(tellings)).toEqual([])
    }),
    { numRuns: 1000 },
  )
  expect(told).toBeGreaterThan(500) // there is something to attack
})

test("the same attacker finds people out where totals are told as they grow", () => {
  const caught = fc.check(
    fc.property(history, (deeds) => subtracts(play(deeds, naive)).length === 0),
    { numRuns: 50 },
  )
  expect(caught.failed).toBe(true)
})

/** Sees who has come since people were last counted: is anybody who stands in a named row alone or in two with that? */
function sawNewcomers(tellings: readonly Telling[]): string[] {
  let before = -1
  return tellings.flatMap(({ people, rows, counted }) => {
    const named = new Set(rows.flat())
    const came = people.filter(({ since }) => since > before && since <= counted)
    const early = people.filter(({ id, since }) => named.has(id) && since > counted)
    before = counted
    return [...early, ...(came.length < SMALLEST_GROUP ? came : [])].map(({ id }) => id)
  })
}
test("nobody is counted among fewer than three newcomers", () => {
  fc.assert(
    fc.property(history, (deeds) => {
      expect(sawNewcomers(play(deeds, ours))).toEqual([])
    }),
    { numRuns: 1000 },
  )
  const some = fc.check(
    fc.property(history, (deeds) => sawNewcomers(play(deeds, hasty)).length === 0),
    { numRuns: 500 },
  )
  expect(some.failed).toBe(true)
})

describe("somebody who sees who took part, every size and every answer", () => {
  /** Every way the groups can be made up, by how many of each took part; nothing of how the words were chosen is known here. */
  function worlds(answer: readonly Band[], { sizes, people, taking }: Crowd): number[][] {
    const rest = people - sizes.reduce((sum, size) => sum + size, 0)
    const ways = answer.reduce<number[][]>(
      (sofar, { least, most }) =>
        sofar.flatMap((way) => Array.from({ length: Math.max(0, most - least + 1) }, (_, more) => [...way, least + more])),
      [[]],
    )
    return ways.filter((way) => {
      const left = taking - way.reduce((sum, count) => sum + count, 0)
      return left >= 0 && left <= rest
    })
  }
  const crowd = fc
    .record({
      sizes: fc.array(fc.integer({ min: 3, max: 8 }), { minLength: 1, maxLength: 3 }),
      rest: fc.constantFrom(0, 3, 5, 9),
      share: fc.nat(100),
    })
    .map(({ sizes, rest, share }): Crowd => {
      const people = sizes.reduce((sum, size) => sum + size, rest)
      return { sizes, people, taking: Math.round((people * share) / 100) }
    })
    .filter(({ sizes, people }) => sizes.every((size) => people - size >= SMALLEST_GROUP))

  test("can say of nobody, from what is told, that they are in a group or that they are not", () => {
    let told = 0
    fc.assert(
      fc.property(crowd, fc.infiniteStream(fc.nat(1000)), fc.constantFrom(0, 400, 2000), (room, picks, apart) => {
        const groups = room.sizes.map((size, at) => ({ name: `G${at}`, size }))
        const seated = groups.flatMap(({ name, size }) => Array.from({ length: size }, () => name as string | null))
        while (seated.length < room.people) seated.push(null)
        const people = seated.map((name, at) => ({ id: `p${at}`, group: name, since: 0 }))
        // `apart`: groups that took part one after the other, as far from even as can be.
        const turns = [...groups.map(({ name }) => name as string | null), null]
        const order = people
          .map(({ id, group }) => ({ id, by: (picks.next().value ?? 0) + apart * turns.indexOf(group) }))
          .toSorted((a, b) => a.by - b.by)
        const acts = order.slice(0, room.taking).map(({ id }) => ({ person: id, kind: "notes" as const }))
        const rows = balanceOf({ people, counted: 1, acts })
        const answer = rows.flatMap(({ notes }, at) => bandFor(notes, room.sizes[at] ?? 0))
        if (answer.length === 0) return
        told += 1
        const before = worlds(
          room.sizes.map((size) => ({ heard: "few", least: 0, most: size })),
          room,
        )
        const after = worlds(answer, room)
        const silent = room.people - room.taking
        for (const [at, size] of room.sizes.entries()) {
          const range = (ways: number[][]) => ({
            low: Math.min(...ways.map((way) => way[at] ?? 0)),
            high: Math.max(...ways.map((way) => way[at] ?? 0)),
          })
          const [was, is] = [range(before), range(after)]
          // Three more who took part than must be in it, three more who did not, and nobody ruled out: or it could be seen before.
          if (is.low > was.low) expect(room.taking - is.low).toBeGreaterThanOrEqual(SMALLEST_GROUP)
          if (was.high > 0) expect(is.high).toBeGreaterThan(0)
          if (is.high < was.high) expect(silent - (size - is.high)).toBeGreaterThanOrEqual(SMALLEST_GROUP)
          if (size - was.low > 0) expect(size - is.low).toBeGreaterThan(0)
        }
      }),
      { numRuns: 2000 },
    )
    expect(told).toBeGreaterThan(200) // it does tell something
  })
  const bandFor = (heard: string | null, size: number): Band[] => {
    const bands: Record<string, [number, number]> = {
      few: [0, Math.floor(size / 3)],
      some: [Math.floor(size / 3) + 1, Math.ceil((2 * size) / 3) - 1],
      most: [Math.ceil((2 * size) / 3), size],
      "under-half": [0, Math.ceil(size / 2) - 1],
      "half-or-more": [Math.ceil(size / 2), size],
    }
    const band = heard === null ? undefined : bands[heard]
    return band ? [{ heard: "few", least: band[0], most: band[1] }] : []
  }

  test("is not told that a group of four kept silent in a room where four did", () => {
    expect(tellsOnNobody([{ heard: "few", least: 0, most: 1 }], { sizes: [4], people: 20, taking: 16 })).toBe(false)
    expect(tellsOnNobody([{ heard: "few", least: 0, most: 1 }], { sizes: [4], people: 20, taking: 10 })).toBe(true)
  })
})

test("a group of the quiet is told of, in a hall large enough to hide each of them", () => {
  const people = Array.from({ length: 28 }, (_, at) => ({
    id: `p${at}`,
    group: at < 7 ? "Carers" : at < 19 ? "Staff" : "Neighbours",
    since: 0,
  }))
  const acts = people.flatMap(({ id }, at) => (at >= 7 && at % 3 > 0 ? [{ person: id, kind: "notes" as const }] : []))
  const rows = balanceOf({ people, counted: 1, acts })
  expect(rows.map((row) => [row.group, row.notes])).toEqual([
    ["Carers", "under-half"],
    ["Neighbours", "half-or-more"],
    ["Staff", "half-or-more"],
  ])
})
