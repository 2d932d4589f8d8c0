// Which groups have been heard, told so that nobody's group is found out by it: the one place that decides what may be said of groups.
// Speaks in coarse words of how many people of a group took part, never of how much anybody did; says each thing once, when a step of
// the workshop ends. Why nothing can be subtracted: docs/decisions/0021-balance-is-told-once.md. Knows no store and no clock.
import type { BalanceKind, BalanceRow, Heard } from "@evenboard/session"

/** Fewer people than this are never told of: not as a group, not as everybody else, not as newcomers, not as those left to guess. */
export const SMALLEST_GROUP = 3
/** More named groups than this are not told apart; the smallest join everybody else. */
const MOST_GROUPS = 6

export const BALANCE_KINDS: readonly BalanceKind[] = ["notes", "changes", "groupings", "placings"]

export type Person = { readonly id: string; readonly group: string | null; /** When they came (ms). */ readonly since: number }
export type Act = { readonly person: string; readonly kind: BalanceKind }
export type Step = {
  readonly people: readonly Person[]
  /** Whoever came up to then may stand in a named group (ms): `countedUntil`, kept with what was told. */
  readonly counted: number
  /** Of this step alone. */
  readonly acts: readonly Act[]
}

/** Who stands in which named bundle; whoever is in none is one of everybody else. */
export function bundlesOf({ people, counted }: Omit<Step, "acts">): Map<string, readonly string[]> {
  const named = new Map<string, string[]>()
  for (const { id, group, since } of people) {
    const name = group?.trim()
    if (name && since <= counted) named.set(name, [...(named.get(name) ?? []), id])
  }
  const shown = [...named].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  let rest = people.length - shown.reduce((sum, [, ids]) => sum + ids.length, 0)
  // The smallest gives way until nobody stands in too small a group, nor is left over with too few.
  for (let last = shown.at(-1); last; last = shown.at(-1)) {
    const fits = last[1].length >= SMALLEST_GROUP && (rest === 0 || rest >= SMALLEST_GROUP)
    if (fits && people.length - last[1].length >= SMALLEST_GROUP && shown.length <= MOST_GROUPS) break
    rest += last[1].length
    shown.pop()
  }
  return new Map(shown.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Until when people count, `before` having been so when something was last told: one or two newcomers wait among everybody else until
 * more have come, since a group that grew just then would be theirs.
 */
export function countedUntil(people: readonly Person[], before: number, now: number): number {
  return people.filter(({ since }) => since > before && since <= now).length >= SMALLEST_GROUP ? now : before
}

/** What may be told of a step that has ended: groups in the order of their names, none where there is nothing to tell. */
export function balanceOf(step: Step): BalanceRow[] {
  const bundles = [...bundlesOf(step)]
  const rows = bundles.map(([group]): Draft => ({ group, notes: null, changes: null, groupings: null, placings: null }))
  for (const kind of BALANCE_KINDS) {
    const heard = new Set(step.acts.filter((act) => act.kind === kind).map(({ person }) => person))
    const taking = step.people.filter(({ id }) => heard.has(id)).length
    const scale = scaleFor({ sizes: bundles.map(([, ids]) => ids.length), people: step.people.length, taking })
    for (const [at, [, ids]] of bundles.entries()) {
      const row = rows[at]
      const count = ids.filter((id) => heard.has(id)).length
      if (row) row[kind] = scale(ids.length).find(({ least, most }) => count >= least && count <= most)?.heard ?? null
    }
  }
  return rows
}
type Draft = { -readonly [K in keyof BalanceRow]: BalanceRow[K] }

/** A word and the numbers of people it stands for, both included. */
export type Band = { readonly heard: Heard; readonly least: number; readonly most: number }
type Scale = (size: number) => readonly Band[]
export type Crowd = { readonly sizes: readonly number[]; readonly people: number; readonly taking: number }

const THIRDS: Scale = (size) => [
  { heard: "few", least: 0, most: Math.floor(size / 3) },
  { heard: "some", least: Math.floor(size / 3) + 1, most: Math.ceil((size * 2) / 3) - 1 },
  { heard: "most", least: Math.ceil((size * 2) / 3), most: size },
]
const HALVES: Scale = (size) => [
  { heard: "under-half", least: 0, most: Math.ceil(size / 2) - 1 },
  { heard: "half-or-more", least: Math.ceil(size / 2), most: size },
]
const NOTHING: Scale = () => []

/**
 * The finest words that tell on nobody, whatever they turn out to be: chosen from what everybody can see (how many people took part)
 * and from the sizes, never from who it was, so that the choice tells nothing either.
 */
function scaleFor(crowd: Crowd): Scale {
  return [THIRDS, HALVES].find((scale) => everyAnswer(scale, crowd.sizes).every((answer) => tellsOnNobody(answer, crowd))) ?? NOTHING
}

const everyAnswer = (scale: Scale, sizes: readonly number[]): Band[][] =>
  sizes.reduce<Band[][]>((answers, size) => answers.flatMap((answer) => scale(size).map((band) => [...answer, band])), [[]])

/**
 * For somebody who sees every answer, every size and who took part: of those who took part at least three more than must be in a group
 * could be, and so of those who did not; unless the answer adds nothing to what can be seen. Nobody can be ruled out of a group either.
 */
export function tellsOnNobody(answer: readonly Band[], { sizes, people, taking }: Crowd): boolean {
  const silent = people - taking
  const rest = people - sizes.reduce((sum, size) => sum + size, 0)
  // Of each group, and of everybody else, how many may have taken part.
  const parts = [...answer.map(({ least, most }) => ({ least, most })), { least: 0, most: rest }]
  const leasts = parts.reduce((sum, { least }) => sum + least, 0)
  const mosts = parts.reduce((sum, { most }) => sum + most, 0)
  if (taking < leasts || taking > mosts || answer.some(({ least, most }) => least > most)) return true // can never be the answer
  return answer.every(({ least, most }, at) => {
    const size = sizes[at] ?? 0
    const low = Math.max(least, taking - (mosts - most))
    const high = Math.min(most, taking - (leasts - least))
    const seenLow = Math.max(0, size - silent)
    const seenHigh = Math.min(size, taking)
    const inside = low <= seenLow || taking - low >= SMALLEST_GROUP
    const outside = high >= seenHigh || silent - (size - high) >= SMALLEST_GROUP
    return inside && outside && (high > 0 || seenHigh === 0) && (size - low > 0 || seenLow === size)
  })
}
