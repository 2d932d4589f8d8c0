// What a phone keeps, and what it says about that: the copy of the board, the waiting words, and the page that opens without internet.
import { expect } from "@playwright/test"
import { Spoken } from "./spoken.ts"

export class Device extends Spoken {
  /** The worker stands and has every file, and the copy holds these words: the phone may lose its line now. */
  async untilKept(words: string): Promise<void> {
    await expect(async () => {
      const isHere = await this.page.evaluate(async () => {
        await navigator.serviceWorker.ready
        const [name] = await caches.keys()
        const kept = name ? await (await caches.open(name)).keys() : []
        return kept.some(({ url }) => url.includes("/assets/first-")) && kept.some(({ url }) => url.includes("/assets/rest-"))
      })
      expect(isHere).toBe(true)
      expect(await this.copy()).toContain(words)
    }).toPass({ timeout: 30_000 })
  }

  /** The bytes of every copy on this device, as Latin-1 text. */
  async copy(): Promise<string> {
    return this.page.evaluate(async () => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error("no database"))
        })
      const database = await done(indexedDB.open("evenboard-copies"))
      if (!database.objectStoreNames.contains("copies")) return ""
      const copies = await done(database.transaction("copies").objectStore("copies").getAll() as IDBRequest<{ update: Uint8Array }[]>)
      database.close()
      return copies.map(({ update }) => new TextDecoder("latin1").decode(update)).join()
    })
  }

  async expectWaiting(count: number): Promise<void> {
    await expect(this.page.getByText(this.say("device.waiting", { count }), { exact: true })).toBeVisible()
  }

  /** "This is what the board was on …": the copy is never shown as if it were live. */
  async expectCopy(isShown: boolean): Promise<void> {
    const [beginning = ""] = this.say("device.copy-since", { day: "|", time: "" }).split("|")
    await expect(this.page.getByText(beginning)).toHaveCount(isShown ? 1 : 0)
  }
}
