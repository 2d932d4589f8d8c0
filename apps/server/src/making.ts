// A new workshop in the store: its keys, its code, its first events. Owns what every new workshop gets; knows no HTTP.
import type { OpenedWorkshop } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"
import type { FirstContent, WorkshopRow } from "@evenboard/storage"
import type { Deps } from "./deps.ts"
import { drawCode, joinUrlOf } from "./door.ts"
import { hashKey, joinKey, newKey } from "./keys.ts"

type Wanted = Pick<WorkshopRow, "id" | "language" | "keepUntil" | "rehearsalOf">

/** `origin` is what the links in the answer begin with. */
export async function makeWorkshop(
  deps: Pick<Deps, "store" | "now" | "random" | "secret">,
  wanted: Wanted,
  { events, first }: { events: SessionEvent[]; first?: FirstContent },
  origin: string,
): Promise<OpenedWorkshop> {
  const { store, now, random, secret } = deps
  const { id } = wanted
  const organiserKey = newKey(random)
  const joinCode = await drawCode(deps)
  const row: WorkshopRow = {
    ...wanted,
    joinHash: hashKey(joinKey(secret, id, 1)),
    joinGeneration: 1,
    joinCode,
    organiserHash: hashKey(organiserKey),
    createdAt: now(),
    endedAt: null,
  }
  await store.createWorkshop(row, events, first)
  return {
    workshopId: id,
    joinUrl: joinUrlOf(origin, secret, row),
    joinCode,
    organiserUrl: `${origin}/o/${id}#${organiserKey}`,
    organiserKey,
  }
}
