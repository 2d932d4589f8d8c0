// Contribution totals by group, by kind of contribution. Counts groups only, never people, and only groups that may be shown.
import type { NoteKind } from "@evenboard/board"
import type { Groups, GroupRow } from "./groups.ts"
import type { Handout } from "./handout.ts"

export const CONTRIBUTION_KINDS = ["need", "offer", "option", "risk", "opportunity", "typed", "worry"] as const
/** A note by its kind, notes typed for somebody else, and worries said about what we agree. */
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number]
export type Contributions = readonly { readonly row: GroupRow; readonly counts: Readonly<Record<ContributionKind, number>> }[]

export function contributionsOf({ board, facts, session }: Handout, groups: Groups): Contributions {
  const none = (): Record<ContributionKind, number> => ({ need: 0, offer: 0, option: 0, risk: 0, opportunity: 0, typed: 0, worry: 0 })
  const bySeat = new Map<string, Record<ContributionKind, number>>()
  const add = (seat: string, kind: ContributionKind) => {
    const counts = bySeat.get(seat) ?? none()
    counts[kind] += 1
    bySeat.set(seat, counts)
  }
  for (const note of board.notes.values()) {
    const fact = facts.get(note.id)
    if (!fact) continue
    add(fact.author, note.kind satisfies NoteKind)
    if (fact.scribe !== null && fact.scribe !== fact.author) add(fact.scribe, "typed")
  }
  for (const worry of session.worries) add(worry.seat, "worry")
  return groups.rows.map((row) => {
    const counts = none()
    for (const seat of row.seats) for (const kind of CONTRIBUTION_KINDS) counts[kind] += bySeat.get(seat.id)?.[kind] ?? 0
    return { row, counts }
  })
}
