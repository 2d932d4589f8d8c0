// The copies of workshops on this device, one record a workshop, in one database, so that whatever opens next can clear away what is
// old. Kept for seven days after it was last live, and never longer than the workshop itself. Runs in pages and in the service worker.
import type { Boot, NoteFact, PublicSeat } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"
import { openDatabase } from "../connect/database.ts"

const KEPT_DAYS = 7
const KEPT_MS = KEPT_DAYS * 86_400_000

export type Copy = {
  /** The workshop's id. */
  key: string
  /** When the board was last live here, by this device's clock (ms). */
  at: number
  /** With a client id that is used up: whoever opens a copy takes a fresh one. */
  boot: Boot
  /** The whole board as one update, without what was deleted. */
  update: Uint8Array
  events: readonly SessionEvent[]
  written: number
  seats: readonly PublicSeat[]
  facts: readonly NoteFact[]
}

export interface Copies {
  put(copy: Copy): Promise<void>
  /** Null when there is none that may still be read at `now`. */
  find(workshopId: string, now: number): Promise<Copy | null>
  forget(workshopId: string): Promise<void>
  forgetAll(): Promise<void>
  /** Clears away what may not be read any more; true when some are left. */
  sweep(now: number): Promise<boolean>
}

const mayBeRead = (copy: Copy, now: number): boolean => now - copy.at < KEPT_MS && now < copy.boot.keepUntil

const STORE = "copies"

export function copiesInBrowser(): Copies {
  const { read, write } = openDatabase("evenboard-copies", [STORE])
  const change = (work: (store: IDBObjectStore) => void) => write([STORE], (named) => work(named(STORE)))
  return {
    put: (copy) => change((store) => store.put(copy)),
    find: async (workshopId, now) => {
      const copy = await read(STORE, (store) => store.get(workshopId) as IDBRequest<Copy | undefined>)
      return copy && mayBeRead(copy, now) ? copy : null
    },
    forget: (workshopId) => change((store) => store.delete(workshopId)),
    forgetAll: () => change((store) => store.clear()),
    sweep: async (now) => {
      const copies = await read(STORE, (store) => store.getAll() as IDBRequest<Copy[]>)
      const old = copies.filter((copy) => !mayBeRead(copy, now))
      if (old.length > 0) await change((store) => old.forEach(({ key }) => store.delete(key)))
      return old.length < copies.length
    },
  }
}

/** Remembers for the life of the page only: for tests. */
export function copiesInMemory(): Copies {
  const copies = new Map<string, Copy>()
  return {
    put: async (copy) => void copies.set(copy.key, structuredClone(copy)),
    find: async (workshopId, now) => {
      const copy = copies.get(workshopId)
      return copy && mayBeRead(copy, now) ? copy : null
    },
    forget: async (workshopId) => void copies.delete(workshopId),
    forgetAll: async () => copies.clear(),
    sweep: async (now) => {
      for (const [key, copy] of copies) if (!mayBeRead(copy, now)) copies.delete(key)
      return copies.size > 0
    },
  }
}
