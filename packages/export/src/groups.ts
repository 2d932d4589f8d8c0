// Who took part by group, so that nobody is found out by it. Owns the one rule: a group under 3 people never stands alone, nor can be
// worked out by subtracting the others from the whole. Every format asks here; none reads a seat's group itself, and none says it
// beside a person.
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
    const isHidden = rest.length === 0 || rest.length >= SMALLEST_GROUP
    if (!smallest || (smallest[1].length >= SMALLEST_GROUP && isHidden)) break
    rest.push(...smallest[1])
    merged = true
    shown.pop()
  }
  const rows: GroupRow[] = shown.map(([group, seats]) => ({ group, seats }))
  if (rest.length > 0) rows.push({ group: null, seats: rest })
  return { rows, merged }
}

export type NotesByGroup = { groups: { group: string; people: number; notes: number }[]; rest: { people: number; notes: number } | null }

/** How many notes came from each group that may be shown; `rest` is everyone else, null when that is nobody or too few. */
export function notesByGroup(seats: readonly SeatCredit[], authors: Iterable<string>): NotesByGroup {
  const counts = new Map<string, number>()
  for (const author of authors) counts.set(author, (counts.get(author) ?? 0) + 1)
  const counted = groupsOf(seats).rows.map(({ group, seats: members }) => ({
    group,
    people: members.length,
    notes: members.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0),
  }))
  const rest = counted.find(({ group, people }) => group === null && people >= SMALLEST_GROUP)
  return {
    groups: counted.flatMap(({ group, people, notes }) => (group === null ? [] : [{ group, people, notes }])),
    rest: rest ? { people: rest.people, notes: rest.notes } : null,
  }
}
