// What this device keeps until the server has it: changes of mine, and intents that must not be lost. IndexedDB, strict writes only.
// Keeps bytes and JSON; what they mean is the outbox's. One database a workshop, so that a workshop can be forgotten whole. A phone
// that its owner called shared keeps nothing: then every promise of keeping is broken, and people are told.
import { openDatabase } from "./database.ts"
import { isPhoneShared } from "./shared-phone.ts"

export type KeptChange = { key: string; seat: string; update: Uint8Array; at: number }
type KeptIntent = { key: string; seat: string; body: string; at: number }

/** Every promise resolves when the write is on the disk, and rejects when this browser keeps nothing (private windows, full disks). */
export interface Kept {
  putChange(change: KeptChange): Promise<void>
  putIntent(intent: KeptIntent): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  /** In the order they were put. */
  changes(seat: string): Promise<KeptChange[]>
  intents(seat: string): Promise<KeptIntent[]>
  /** Nothing of the workshop stays here. What was not saved yet is gone. */
  forget(): Promise<void>
}

const STORES = ["changes", "intents"] as const

export function keptInBrowser(workshopId: string): Kept {
  const { read, write } = openDatabase(`evenboard-${workshopId}`, STORES)
  const put = async (store: string, row: KeptChange | KeptIntent) => {
    if (isPhoneShared()) throw new Error("shared")
    await write([store], (named) => named(store).put(row))
  }
  const all = async <T extends KeptChange | KeptIntent>(store: string, seat: string) => {
    const rows = await read(store, (rows) => rows.getAll() as IDBRequest<T[]>)
    return rows.filter((row) => row.seat === seat).sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  }
  const inEach = (work: (store: IDBObjectStore) => void) => write(STORES, (named) => STORES.forEach((name) => work(named(name))))
  return {
    putChange: (change) => put("changes", change),
    putIntent: (intent) => put("intents", intent),
    remove: (keys) => inEach((store) => keys.forEach((key) => store.delete(key))),
    changes: (seat) => all<KeptChange>("changes", seat),
    intents: (seat) => all<KeptIntent>("intents", seat),
    forget: () => inEach((store) => store.clear()),
  }
}

/** Remembers for the life of the page only: for tests. */
export function keptInMemory(): Kept {
  const changes = new Map<string, KeptChange>()
  const intents = new Map<string, KeptIntent>()
  return {
    putChange: async (change) => void changes.set(change.key, change),
    putIntent: async (intent) => void intents.set(intent.key, intent),
    remove: async (keys) => {
      for (const key of keys) for (const kept of [changes, intents]) kept.delete(key)
    },
    changes: async (seat) => [...changes.values()].filter((change) => change.seat === seat),
    intents: async (seat) => [...intents.values()].filter((intent) => intent.seat === seat),
    forget: async () => {
      for (const kept of [changes, intents]) kept.clear()
    },
  }
}
