// What this device keeps until the server has it: changes of mine, and intents that must not be lost. IndexedDB, strict writes only.
// Keeps bytes and JSON; what they mean is the outbox's. One database a workshop, so that a workshop can be forgotten whole.

export type KeptChange = { key: string; seat: string; update: Uint8Array; at: number }
export type KeptIntent = { key: string; seat: string; body: string; at: number }

/** Every promise resolves when the write is on the disk, and rejects when this browser keeps nothing (private windows, full disks). */
export interface Kept {
  putChange(change: KeptChange): Promise<void>
  putIntent(intent: KeptIntent): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  /** In the order they were put. */
  changes(seat: string): Promise<KeptChange[]>
  intents(seat: string): Promise<KeptIntent[]>
}

const done = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error("the device kept nothing"))
  })
const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error("the device could not read"))
  })

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    for (const store of ["changes", "intents"]) request.result.createObjectStore(store, { keyPath: "key" })
  }
  return answer(request)
}

export function keptInBrowser(workshopId: string): Kept {
  // Opened once and late; a refusal is met again at every call, never thrown away.
  let opening: Promise<IDBDatabase> | null = null
  const database = () => (opening ??= open(`evenboard-${workshopId}`))
  const write = async (stores: string[], work: (transaction: IDBTransaction) => void) => {
    const transaction = (await database()).transaction(stores, "readwrite", { durability: "strict" })
    work(transaction)
    await done(transaction)
  }
  const read = async <T extends { seat: string; at: number; key: string }>(store: string, seat: string) => {
    const rows = await answer((await database()).transaction(store).objectStore(store).getAll() as IDBRequest<T[]>)
    return rows.filter((row) => row.seat === seat).sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  }
  return {
    putChange: (change) => write(["changes"], (t) => t.objectStore("changes").put(change)),
    putIntent: (intent) => write(["intents"], (t) => t.objectStore("intents").put(intent)),
    remove: (keys) =>
      write(["changes", "intents"], (t) => {
        for (const key of keys) for (const store of ["changes", "intents"]) t.objectStore(store).delete(key)
      }),
    changes: (seat) => read<KeptChange>("changes", seat),
    intents: (seat) => read<KeptIntent>("intents", seat),
  }
}

/** Somebody leaves this device: nothing of the workshop stays on it. What was not saved yet is gone. */
export async function forgetInBrowser(workshopId: string): Promise<void> {
  const database = await open(`evenboard-${workshopId}`)
  const transaction = database.transaction(["changes", "intents"], "readwrite", { durability: "strict" })
  for (const store of ["changes", "intents"]) transaction.objectStore(store).clear()
  await done(transaction)
  database.close()
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
  }
}
