// How many notes came from each group of people. Groups are shown, persons never: a group stands alone from 3 people on, the others
// are put together, and where that rest would be one or two people, the smallest shown group joins it, so that nobody's figure can be
// had by taking sums apart. Pure.
import type { NoteFact, PublicSeat } from "@evenboard/api"

const ENOUGH_PEOPLE = 3

export type Totals = {
  groups: { group: string; notes: number }[]
  /** Everyone else; null when there is nobody else, or too few. */ rest: number | null
}

/** In the order of the names: not by size, since this is no ranking. */
export function totalsByGroup(seats: Iterable<PublicSeat>, facts: Iterable<NoteFact>, language: string): Totals {
  const people = new Map<string, string[]>()
  for (const { id, group } of seats) people.set(group ?? "", [...(people.get(group ?? "") ?? []), id])
  const notesOf = countByAuthor(facts)
  const all = [...people].map(([group, ids]) => ({
    group,
    people: ids.length,
    notes: ids.reduce((sum, id) => sum + (notesOf.get(id) ?? 0), 0),
  }))
  const [shown, rest] = split(all)
  const groups = shown.toSorted((a, b) => a.group.localeCompare(b.group, language)).map(({ group, notes }) => ({ group, notes }))
  return { groups, rest: sumOf(rest, "people") >= ENOUGH_PEOPLE ? sumOf(rest, "notes") : null }
}

type Counted = { group: string; people: number; notes: number }

function split(all: Counted[]): [shown: Counted[], rest: Counted[]] {
  const shown = all.filter(({ group, people }) => group !== "" && people >= ENOUGH_PEOPLE).toSorted((a, b) => b.people - a.people)
  const rest = all.filter((one) => !shown.includes(one))
  const isTooFew = () => rest.length > 0 && sumOf(rest, "people") < ENOUGH_PEOPLE
  while (isTooFew()) {
    const smallest = shown.pop()
    if (!smallest) break
    rest.push(smallest)
  }
  return [shown, rest]
}

const sumOf = (list: Counted[], what: "people" | "notes"): number => list.reduce((sum, one) => sum + one[what], 0)

function countByAuthor(facts: Iterable<NoteFact>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { author } of facts) counts.set(author, (counts.get(author) ?? 0) + 1)
  return counts
}
