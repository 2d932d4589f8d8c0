// One IndexedDB database as promises: strict writes, and a handle that is opened anew when it has died (phones take it away in the
// background). Knows no workshop. Every promise resolves when the disk has it, and rejects where this browser keeps nothing.

export type Database = {
  write(stores: readonly string[], work: (store: (name: string) => IDBObjectStore) => void): Promise<void>
  read<T>(store: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T>
}

const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error("the device could not read"))
  })
const done = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error("the device kept nothing"))
  })

/** Opened late, at the first use. Every store is keyed by the field `key`. */
export function openDatabase(name: string, stores: readonly string[]): Database {
  let opening: Promise<IDBDatabase> | null = null
  const open = async () => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store, { keyPath: "key" })
    }
    return answer(request)
  }
  /** Once more on a fresh handle; what fails twice is told. */
  const on = async <T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> => {
    const once = async () => work(await (opening ??= open()))
    return once().catch(() => {
      opening = null
      return once()
    })
  }
  return {
    write: (names, work) =>
      on(async (database) => {
        const transaction = database.transaction(names, "readwrite", { durability: "strict" })
        work((store) => transaction.objectStore(store))
        await done(transaction)
      }),
    read: (store, ask) => on((database) => answer(ask(database.transaction(store).objectStore(store)))),
  }
}
