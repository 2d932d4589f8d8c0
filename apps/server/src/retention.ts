// Until when a workshop is kept, and what was private in it, and the job that removes them then. The day is fixed when the workshop opens and told to everyone who joins;
// it may come nearer, never later.
import type { Deps } from "./deps.ts"
import { cleared, wasOwed } from "./scrubbed.ts"

const DAY_MS = 86_400_000
/** Room for a series of evenings and the weeks between. */
export const KEEP_MS = 180 * DAY_MS
/** After the end, long enough to hand everything out. */
export const KEEP_AFTER_END_MS = 90 * DAY_MS
/** What was taken out of sight, said or asked privately: as long as somebody may still need it, and no longer. */
export const KEEP_PRIVATE_MS = 30 * DAY_MS
/** What people need, unless the organiser names a day: long enough to prepare a room and hold the evening. */
export const KEEP_ACCESS_MS = 14 * DAY_MS
/** The organiser may bring the last day nearer, and no nearer than this: people need time to take their things. */
export const KEEP_AT_LEAST_MS = 3_600_000
export const PURGE_EVERY_MS = 3_600_000

/** Removes every workshop whose day has come; returns how many. One that cannot be removed now is tried again the next time. */
export async function purge({ store, live, log, now }: Pick<Deps, "store" | "live" | "log" | "now">): Promise<number> {
  const said = await store.forgetPrivateBefore(now() - KEEP_PRIVATE_MS).catch((error: unknown) => {
    log.error({ err: error }, "could not forget; will try again")
    return 0
  })
  let removed = 0
  const needs = await store.forgetAccess(now()).catch((error: unknown) => {
    log.error({ err: error }, "could not forget what people need; will try again")
    return 0
  })
  for (const workshopId of await store.workshopsToPurge(now())) {
    try {
      await live.drop(workshopId, () => store.deleteWorkshop(workshopId))
      removed += 1
      log.info({ workshopId }, "removed: its last day has come")
    } catch (error) {
      log.error({ workshopId, err: error }, "could not remove; will try again")
    }
  }
  if (wasOwed(store) || said + removed + needs > 0)
    await cleared(store).catch((error: unknown) => log.error({ err: error }, "could not clear what was removed"))
  return removed
}
