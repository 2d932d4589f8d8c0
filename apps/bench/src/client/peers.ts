// A peer's board: its own production page, the board as that page saved it itself, and a socket that relays moves to it.
import type { Browser, Page } from "@playwright/test"
import type { PlainNote } from "./notes.ts"
import { PageServer } from "./page-server.ts"
import type { BoardName, Served } from "./served.ts"

/** What client-peers/{name}/page.js puts on the page. */
type Bench = {
  fill(notes: readonly PlainNote[]): void
  saved(): unknown
  fit(): void
  hundred(): void
  places(): [id: string, x: number, y: number][]
}
declare global {
  // oxlint-disable-next-line no-var -- a global is declared so
  var bench: Bench
}

export async function servePeer(name: Exclude<BoardName, "ours">, notes: readonly PlainNote[], browser: Browser): Promise<Served> {
  const server = await PageServer.start(name)
  if (notes.length > 0) server.saved = await savedBy(`${server.origin}/?make`, notes, browser)
  return {
    url: `${server.origin}/`,
    enter: () => Promise.resolve(),
    fit: (page) => page.evaluate(() => globalThis.bench.fit()),
    hundred: (page) => page.evaluate(() => globalThis.bench.hundred()),
    move: (moves) => server.relay(moves),
    async inPlace(page, all, moves) {
      const wanted = new Map<string, { x: number; y: number }>(all.map((note) => [note.id, note]))
      for (const moved of moves) wanted.set(moved.id, moved)
      const places = await page.evaluate(() => globalThis.bench.places())
      const right = places.filter(([id, x, y]) => wanted.get(id)?.x === x && wanted.get(id)?.y === y)
      return right.length / all.length
    },
    list: () => Promise.resolve(),
    close: () => server.close(),
  }
}

/** Opens the empty page, puts the notes on it, and takes what it would keep. */
async function savedBy(url: string, notes: readonly PlainNote[], browser: Browser): Promise<string> {
  const page: Page = await browser.newPage()
  await page.goto(url)
  await page.waitForFunction(() => document.documentElement.dataset["ready"] === "board")
  await page.evaluate((all) => globalThis.bench.fill(all), [...notes])
  await page.waitForTimeout(500)
  const saved = await page.evaluate(() => JSON.stringify(globalThis.bench.saved()))
  await page.close()
  return saved
}
