// After something was deleted for good: nothing of it is left in the database's file or beside it. Part by part, so that nobody waits.
import type { Store } from "@evenboard/storage"

export async function scrubbed(store: Pick<Store, "scrub">): Promise<void> {
  for (let at: number | null = 0; at !== null;) at = await store.scrub(at)
}
