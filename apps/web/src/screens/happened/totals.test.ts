import fc from "fast-check"
import type { NoteFact, PublicSeat } from "@evenboard/api"
import { expect, test } from "vitest"
import { totalsByGroup } from "./totals.ts"

const seatsOf = (groups: (string | null)[]): PublicSeat[] =>
  groups.map((group, i) => ({ id: `s${i}`, guest: i + 1, name: null, group, table: null, device: true }))
const factsOf = (authors: string[]): NoteFact[] =>
  authors.map((author, i) => ({ id: `n${i}`, number: i + 1, author, scribe: null, firstWording: "", changes: 0, changedBy: null }))

test("groups of three stand alone in the order of their names, smaller ones and people of no group together", () => {
  const seats = seatsOf(["Staff", "Staff", "Staff", "Carers", "Carers", "Carers", "Residents", null, null])
  expect(totalsByGroup(seats, factsOf(["s0", "s0", "s1", "s3", "s6", "s8"]), "en")).toEqual({
    groups: [
      { group: "Carers", notes: 1 },
      { group: "Staff", notes: 3 },
    ],
    rest: 2,
  })
})

test("two people who would be left over are not left over: the smallest group joins them", () => {
  const seats = seatsOf(["Staff", "Staff", "Staff", "Staff", "Carers", "Carers", "Carers", null])
  expect(totalsByGroup(seats, factsOf(["s7", "s4", "s0"]), "en")).toEqual({ groups: [{ group: "Staff", notes: 1 }], rest: 2 })
})

test("fewer than three people have no figures at all", () => {
  expect(totalsByGroup(seatsOf(["Staff", "Staff"]), factsOf(["s0"]), "en")).toEqual({ groups: [], rest: null })
})

test("no figure ever speaks of one or two people, and together they speak of everybody or of nobody", () => {
  const groups = fc.array(fc.constantFrom("A", "B", "C", "D", null), { maxLength: 25 })
  fc.assert(
    fc.property(groups, (list) => {
      // One note from each person: a figure is then the number of people it speaks of.
      const { groups: shown, rest } = totalsByGroup(seatsOf(list), factsOf(list.map((_, i) => `s${i}`)), "en")
      const figures = [...shown.map(({ notes }) => notes), ...(rest === null ? [] : [rest])]
      expect(figures.every((notes) => notes >= 3)).toBe(true)
      expect([0, list.length]).toContain(figures.reduce((sum, notes) => sum + notes, 0))
    }),
  )
})
