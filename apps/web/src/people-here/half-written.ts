// What was begun for one person on this phone and not added: whether there is any, and forgetting it. Knows how remember.ts names things.
import { draftKey } from "./here.ts"

function keysOf(workshopId: string, person: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`evenboard-${workshopId}-`) && key.endsWith(draftKey("", person)))
  } catch {
    return []
  }
}

export const hasHalfWritten = (workshopId: string, person: string): boolean =>
  keysOf(workshopId, person).some((key) => {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as { text?: unknown } | null
    return typeof kept?.text === "string" && kept.text.trim() !== ""
  })

export function forgetHalfWritten(workshopId: string, person: string): void {
  for (const key of keysOf(workshopId, person)) localStorage.removeItem(key)
}
