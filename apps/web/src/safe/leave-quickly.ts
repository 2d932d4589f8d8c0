// Gone at once: the page is empty before anything else is done, then this device forgets the workshop, then an empty page of ours takes
// the place of this one in the history. Works without a network; then the page simply stays empty. Never leads to another website.
import type { Workshop } from "../connect/open-workshop.ts"
import { forgetHere } from "../device/forget.ts"

const AWAY = "/away"

export async function leaveQuickly(workshop: Workshop | null): Promise<void> {
  document.title = "\u200b"
  document.body.replaceChildren()
  document.querySelector("link[rel~=icon]")?.setAttribute("href", "data:,")
  history.replaceState(null, "", AWAY)
  const told = tellServer(workshop)
  workshop?.close() // and with it the question whether to leave words unsaved
  forgetWords()
  await Promise.allSettled([workshop ? forgetHere(workshop.id) : undefined, forgetDatabases(), forgetCaches()])
  forgetWords() // a page that was writing may have written once more
  const go = (): void => location.replace(AWAY)
  // Nobody waits for this: the page is empty as it is, and stays so without a network.
  await told.then(go, () => addEventListener("online", () => void tellServer(workshop).then(go, () => {}), { once: true }))
}

/** The cookie can only be taken back by who gave it; `keepalive`: also when this page is gone by then. */
const tellServer = (workshop: Workshop | null): Promise<Response> =>
  workshop ? fetch(`/api/workshops/${workshop.id}/me/leave`, { method: "POST", keepalive: true, credentials: "same-origin" }) : fetch(AWAY)

function forgetWords(): void {
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

async function forgetCaches(): Promise<void> {
  if (!("caches" in window)) return
  for (const name of await caches.keys()) await caches.delete(name)
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister()
}

/** Those of other workshops, too. Emptied rather than deleted: deleting waits for whoever has them open, and that is this page. */
async function forgetDatabases(): Promise<void> {
  if (!("databases" in indexedDB)) return
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  await Promise.all(names.filter((name) => name.startsWith("evenboard")).map(empty)).catch(() => {})
}

const empty = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(new Error("this device could not read"))
    opening.onsuccess = () => {
      const database = opening.result
      const stores = [...database.objectStoreNames]
      if (stores.length === 0) return resolve()
      const transaction = database.transaction(stores, "readwrite")
      for (const store of stores) transaction.objectStore(store).clear()
      transaction.oncomplete = () => {
        database.close()
        resolve()
      }
      transaction.onabort = () => reject(new Error("this device forgot nothing"))
    }
  })
