// The stock y-websocket client, exactly as the contract says it works. Used for seats without a browser.
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"
import type { Joined } from "./api.ts"

export class StockClient {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider

  constructor(origin: string, workshopId: string, seat: Pick<Joined, "seatKey">) {
    this.provider = new WebsocketProvider(`${origin.replace(/^http/, "ws")}/sync`, workshopId, this.doc, {
      protocols: [`evenboard.key.${seat.seatKey}`],
      disableBc: true,
    })
  }

  get notes(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap("notes")
  }

  /** Words of every note, as they stand here now. */
  texts(): string[] {
    return [...this.notes.values()].map((note) => String(note.get("text")))
  }

  /** A full note in one transaction, as any Yjs program would write it. */
  addNote(text: string, note: { kind?: string; canvas?: string; rank?: string } = {}): string {
    const id = noteId()
    const { kind = "need", canvas = "needs", rank = "a0" } = note
    this.doc.transact(() =>
      this.notes.set(id, new Y.Map<unknown>(Object.entries({ kind, canvas, themeId: null, rank, text: new Y.Text(text) }))),
    )
    return id
  }

  synced(): Promise<void> {
    return new Promise((resolve) => (this.provider.synced ? resolve() : this.provider.once("sync", () => resolve())))
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
export const noteId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => CHARACTERS[byte % 62]).join("")

/** Waits until `holds` is true, or fails saying what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${ms} ms for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
