// Nobody is found out by their group.
import fc from "fast-check"
import { expect, test } from "vitest"
import { groupsOf, SMALLEST_GROUP } from "./groups.ts"
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

test("a group that is not shown is shown beside no seat either, and asking again with what was shown changes nothing", () => {
  fc.assert(
    fc.property(anyGroups, (groups) => {
      const seats = seatsOf(groups)
      const first = groupsOf(seats)
      const names = new Set(first.rows.flatMap((row) => row.group ?? []))
      for (const seat of seats) expect(first.shownFor(seat.id) === null || names.has(first.shownFor(seat.id) ?? "")).toBe(true)
      const again = groupsOf(seats.map((seat) => ({ ...seat, group: first.shownFor(seat.id) })))
      for (const seat of seats) expect(again.shownFor(seat.id)).toBe(first.shownFor(seat.id))
    }),
  )
})

test.each(FORMATS)("the one carer of the workshop is not told in %s", (format) => {
  const small = workshop()
  const { body } = exportAs(format, {
    ...small,
    seats: small.seats.map((seat) => (seat.guest === 10 ? { ...seat, group: "The one carer" } : seat)),
  })
  expect(body).not.toContain("The one carer")
})
