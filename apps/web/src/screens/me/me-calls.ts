// What one person may change about themselves, as the server takes it. Pure but for the calls.
import { initialsOf, type Credit, type OwnSeat, type SeatDetails } from "@evenboard/api"
import { ask, type Answer } from "../paper/ask.ts"

export type Draft = { name: string; group: string; table: string }

/** Only what differs, so that a change made on another phone meanwhile stays. */
export function changesOf(before: OwnSeat, draft: Draft): SeatDetails {
  return {
    ...(draft.name.trim() === before.ownName ? {} : { name: draft.name.trim() }),
    ...(draft.group.trim() === (before.group ?? "") ? {} : { group: draft.group.trim() }),
    ...(draft.table.trim() === (before.table ?? "") ? {} : { table: draft.table.trim() }),
  }
}

/** What each choice would make my notes say; null where there is nothing to say yet. */
export function creditsOf({ ownName, group }: Pick<OwnSeat, "ownName" | "group">): Record<Exclude<Credit, "none">, string | null> {
  return { name: ownName || null, initials: initialsOf(ownName) || null, group }
}

export const changeMe = (workshopId: string, details: SeatDetails): Promise<Answer<OwnSeat>> =>
  ask<OwnSeat>(`/api/workshops/${workshopId}/me`, { method: "PATCH", body: details })
