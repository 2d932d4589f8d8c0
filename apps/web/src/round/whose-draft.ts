// Whose draft it is, among the people on this phone: nothing of one person's stands under another's chip. Pure.
import type { ForWhom } from "@evenboard/api"

type Person = { id: string; whom: ForWhom }

/** The person on this phone it was written for; null: mine, or of somebody who is not on this phone any more. */
export const ownerOf = (draft: { for: ForWhom | null }, people: readonly Person[]): string | null =>
  people.find(({ whom }) => draft.for !== null && isSame(draft.for, whom))?.id ?? null

/** As the server tells people apart: a place is one person, and so is a name however it is written. */
function isSame(a: ForWhom, b: ForWhom): boolean {
  if ("seatId" in a || "seatId" in b) return "seatId" in a && "seatId" in b && a.seatId === b.seatId
  return JSON.stringify(a).toLowerCase() === JSON.stringify(b).toLowerCase()
}
