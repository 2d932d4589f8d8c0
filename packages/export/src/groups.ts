// Who took part by group, so that nobody is found out by it. Owns the one rule: a group under 3 people never stands alone, nor can be
// worked out by subtracting the others from the whole. Every format asks here; none reads a seat's group itself.
import type { SeatCredit } from "./handout.ts"

/** Fewer people than this are never shown as a group. */
export const SMALLEST_GROUP = 3

export type GroupRow = {
  /** null: everybody whose group is not shown (small groups and those who did not say, in one). */
  readonly group: string | null
  readonly seats: readonly SeatCredit[]
}
export type Groups = {
  /** Largest first; the row without a name last, absent when empty. */
  readonly rows: readonly GroupRow[]
  /** True when the last row holds small groups too, and not only people who did not say. */
  readonly merged: boolean
  /** The group as it may be shown beside a seat; null when it may not, or nobody said. */
  shownFor(seatId: string | null | undefined): string | null
}

export function groupsOf(seats: readonly SeatCredit[]): Groups {
  const named = new Map<string, SeatCredit[]>()
  const rest: SeatCredit[] = []
  for (const seat of seats) {
    const group = seat.group?.trim()
    if (group) named.set(group, [...(named.get(group) ?? []), seat])
    else rest.push(seat)
  }
  // Largest first, so that what must give way to hide another is the smallest that is left.
  const shown = [...named].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  let merged = false
  while (shown.length > 0) {
    const smallest = shown[shown.length - 1]
    if (!smallest || (smallest[1].length >= SMALLEST_GROUP && (!merged || rest.length >= SMALLEST_GROUP))) break
    rest.push(...smallest[1])
    merged = true
    shown.pop()
  }
  const rows: GroupRow[] = shown.map(([group, seats]) => ({ group, seats }))
  const of = new Map(rows.flatMap(({ group, seats }) => seats.map((seat) => [seat.id, group])))
  if (rest.length > 0) rows.push({ group: null, seats: rest })
  return { rows, merged, shownFor: (seatId) => (seatId == null ? null : (of.get(seatId) ?? null)) }
}
