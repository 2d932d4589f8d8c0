// What a measured board is to the scenarios: an address to open, and what may be asked of its page.
import type { BrowserContext, Page } from "@playwright/test"
import type { Moved, PlainNote } from "./notes.ts"

export const BOARDS = ["ours", "tldraw", "excalidraw"] as const
export type BoardName = (typeof BOARDS)[number]

export type Served = {
  /** Takes a seat where one is needed. */
  enter(context: BrowserContext): Promise<void>
  readonly url: string
  fit(page: Page): Promise<void>
  hundred(page: Page): Promise<void>
  /** Everybody's moves of one moment, as the server relays them. */
  move(moves: readonly Moved[]): void
  /** The share of notes that stand where the last move left them. */
  inPlace(page: Page, notes: readonly PlainNote[], moves: readonly Moved[]): Promise<number>
  /** Shows the notes as they are read aloud, where there is such a view. */
  list(page: Page): Promise<void>
  close(): Promise<void>
}
