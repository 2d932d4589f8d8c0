// Everything this browser keeps for the page's origin, through the browser's own interfaces: IndexedDB, caches, and the small stores.
import type { Page } from "@playwright/test"

/** As one text: bytes stand as UTF-8 would read them, so that words are found whatever holds them. */
export function keptIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const told: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error("could not read"))
      })
    const text = (value: unknown): unknown => {
      if (value instanceof Uint8Array) return new TextDecoder().decode(value)
      if (value instanceof Map || value instanceof Set) return [...value].map(text)
      if (Array.isArray(value)) return value.map(text)
      if (typeof value !== "object" || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, text(one)]))
    }
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue
      const database = await answer(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows = await answer(database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>)
        told.push(JSON.stringify([name, store, rows.map(text)]))
      }
      database.close()
    }
    for (const name of "caches" in window ? await caches.keys() : []) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        if (!request.url.includes("/assets/")) told.push((await (await cache.match(request))?.text()) ?? "")
    }
    return told.join("\n")
  })
}
