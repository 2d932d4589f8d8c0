// What one person may change about themselves, as the server takes it. Pure but for the calls.
import type { OwnSeat, SeatDetails } from "@evenboard/api"
import { ask, type Answer } from "../paper/ask.ts"

export type Draft = { name: string; showName: boolean; group: string; table: string }

/** Only what differs, so that a change made on another phone meanwhile stays. */
export function changesOf(before: OwnSeat, draft: Draft): SeatDetails {
  return {
    ...(draft.name.trim() === before.ownName ? {} : { name: draft.name.trim() }),
    ...(draft.showName === before.showName ? {} : { showName: draft.showName }),
    ...(draft.group.trim() === (before.group ?? "") ? {} : { group: draft.group.trim() }),
    ...(draft.table.trim() === (before.table ?? "") ? {} : { table: draft.table.trim() }),
  }
}

/** How my notes would say who wrote them; null where that is the guest number. */
export const creditOfDraft = ({ name, showName }: Draft): string | null => (showName && name.trim() !== "" ? name.trim() : null)

export const changeMe = (workshopId: string, details: SeatDetails): Promise<Answer<OwnSeat>> =>
  ask<OwnSeat>(`/api/workshops/${workshopId}/me`, { method: "PATCH", body: details })
