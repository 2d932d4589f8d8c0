// Whose words a note holds: mine, those of the person I wrote for last, or of somebody without a device, by name or by table.
import type { ForWhom, NoteFact } from "@evenboard/api"
import { LIMITS } from "./limits.ts"

export type Whose = "me" | "again" | "name" | "table"
/** The last person I wrote for. `noteId` leads to the seat the server gave them, so that the same person stays one person. */
export type LastFor = { noteId: string; shown: string; for: ForWhom }

/** Null while it has not been said yet; "me" when the words are mine. */
export function forWhom(
  whose: Whose,
  said: { name: string; table: string },
  last: LastFor | null,
  facts: ReadonlyMap<string, NoteFact>,
): ForWhom | "me" | null {
  if (whose === "me") return "me"
  if (whose === "again") return last && seatOf(last, facts)
  const words = said[whose].trim().slice(0, LIMITS[whose])
  if (!words) return null
  return whose === "name" ? { name: words } : { table: words }
}

function seatOf(last: LastFor, facts: ReadonlyMap<string, NoteFact>): ForWhom {
  const fact = facts.get(last.noteId)
  // Until the server has answered, the fact still names the scribe as author.
  return fact?.scribe ? { seatId: fact.author } : last.for
}
