// When words last left everything for good: whatever a page fetched or remembered before may still hold them, and could bring them back.
import type { SessionEvent } from "@evenboard/session"
import { useEvents } from "../../use-session.ts"

/** A number that is another after each such moment. */
export const useWiped = (): number => wipedAt(useEvents())

export const wipedAt = (events: readonly SessionEvent[]): number =>
  events.findLast(({ type }) => type === "erased" || type === "name-taken-out")?.seq ?? 0
