// Nobody is found out by their group.
import fc from "fast-check"
import { expect, test } from "vitest"
import { groupsOf, notesByGroup, SMALLEST_GROUP } from "./groups.ts"
import type { SeatCredit } from "./handout.ts"
import { exportAs, FORMATS } from "./index.ts"
import { workshop } from "./testing/workshop.ts"

const seatsOf = (groups: readonly (string | null)[]): SeatCredit[] =>
  groups.map((group, index) => ({ id: `s${index}`, guest: index + 1, name: null, group, table: null, device: true }))
const anyGroups = fc.array(fc.constantFrom("A", "B", "C", "D", "E", null), { maxLength: 40 })

test("no shown group has fewer than three people, and no small group can be worked out by subtraction", () => {
  fc.assert(
    fc.property(anyGroups, (groups) => {
      const seats = seatsOf(groups)
      const { rows, merged } = groupsOf(seats)
      for (const row of rows) if (row.group !== null) expect(row.seats.length).toBeGreaterThanOrEqual(SMALLEST_GROUP)
      const rest = rows.find((row) => row.group === null)?.seats ?? []
      if (rest.some((seat) => seat.group !== null)) {
        expect(merged).toBe(true)
        // Too few to hide among only where the whole room is that small.
        expect(rest.length >= SMALLEST_GROUP || rows.length === 1).toBe(true)
      }
      expect(rows.reduce((sum, row) => sum + row.seats.length, 0)).toBe(seats.length)
    }),
  )
})

test("no figure ever speaks of one or two people, and together they speak of everybody or of nobody", () => {
  fc.assert(
    fc.property(anyGroups, (list) => {
      const seats = seatsOf(list)
      // One note from each person: a figure is then the number of people it speaks of.
      const { groups, rest } = notesByGroup(
        seats,
        seats.map((seat) => seat.id),
      )
      const figures = [...groups, ...(rest ? [rest] : [])].map(({ notes }) => notes)
      expect(figures.every((notes) => notes >= SMALLEST_GROUP)).toBe(true)
      expect([0, list.length]).toContain(figures.reduce((sum, notes) => sum + notes, 0))
    }),
  )
})

test("two people who would be left over are not left over: the smallest group joins them", () => {
  const seats = seatsOf(["Staff", "Staff", "Staff", "Staff", "Carers", "Carers", "Carers", null])
  expect(notesByGroup(seats, ["s7", "s4", "s0"])).toEqual({
    groups: [{ group: "Staff", people: 4, notes: 1 }],
    rest: { people: 4, notes: 2 },
  })
})

test("nobody's group stands beside them in the data files, however large it is", () => {
  const { body } = exportAs("json", workshop())
  const file = JSON.parse(body) as { seats: object[] }
  expect(file.seats.length).toBeGreaterThan(0)
  for (const seat of file.seats) expect(Object.keys(seat)).not.toContain("group")
  expect(exportAs("csv", workshop()).body.split("\n")[0]).not.toContain("group")
})

test.each(FORMATS)("the one carer of the workshop is not told in %s", (format) => {
  const small = workshop()
  const { body } = exportAs(format, {
    ...small,
    seats: small.seats.map((seat) => (seat.guest === 10 ? { ...seat, group: "The one carer" } : seat)),
  })
  expect(body).not.toContain("The one carer")
})
