// The Store on better-sqlite3, synchronous, for the one thread that owns the file: every table's calls as one list, and what holds for the
// file as a whole. Owns no SQL of its own.
import { Sql } from "./sql.ts"
import { accessTables } from "./tables/access.ts"
import { boardTables } from "./tables/board.ts"
import { erasureTables } from "./tables/erasure.ts"
import { eventTables } from "./tables/event.ts"
import { ownTables } from "./tables/own.ts"
import { privateTables } from "./tables/private.ts"
import { seatTables } from "./tables/seat.ts"
import { workshopTables } from "./tables/workshop.ts"
import type { Store } from "./store.ts"

export type Database = ReturnType<typeof openDatabase>

/** A Store whose answers are here at once. */
type AtOnce = {
  [Name in keyof Store]: Store[Name] extends (...args: infer Args) => Promise<infer Answer> ? (...args: Args) => Answer : never
}

/** Opens or makes the file. Refuses one that a newer Evenboard wrote. */
export function openDatabase(path: string) {
  const sql = new Sql(path)
  return {
    ...workshopTables(sql),
    ...seatTables(sql),
    ...boardTables(sql),
    ...privateTables(sql),
    ...accessTables(sql),
    ...ownTables(sql),
    ...erasureTables(sql),
    ...eventTables(sql),
    /** Several writes as one transaction, so with one fsync. An exception in any keeps none. */
    together: <T>(work: () => T): T => sql.write(work),
    healthy(): boolean {
      sql.write(() => sql.of("UPDATE boards SET seq = seq WHERE workshopId = ''").run())
      return true
    },
    /** Writes the write-ahead log into the file and empties it. Throws when the disk refuses. */
    checkpoint: (): void => sql.checkpoint(),
    close: (): void => sql.close(),
  } satisfies Omit<AtOnce, "scrub"> & { together: unknown; checkpoint: unknown }
}
