// What a test needs of any browser: one page of a phone's size, real presses and real keys. Three browsers speak it, each in its own
// tongue: Chromium by Playwright, Firefox by WebDriver BiDi, WebKit by WebDriver over HTTP. Knows nothing of what is on the page.
import { existsSync } from "node:fs"
import type { Locale } from "../words.ts"

export const PHONE = { width: 360, height: 740 } as const

/** Keys that write nothing, as the DOM names them. */
export type NamedKey = "Enter" | "Escape" | "Tab" | "End"

export type Driver = {
  goto(url: string): Promise<void>
  /** Runs an expression in the page; its value comes back as JSON. */
  evaluate(expression: string): Promise<unknown>
  /** The main button, pressed and let go at this place of the window, in CSS pixels. */
  pressAt(x: number, y: number): Promise<void>
  /** Each character as a key that goes down and up. */
  type(text: string): Promise<void>
  key(name: NamedKey): Promise<void>
  reload(): Promise<void>
  screenshot(): Promise<Buffer>
  /** What went wrong in the page itself, so far: errors nobody caught, and what was told to the console as an error. */
  faults(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A browser started for one test. `locale` is what it says it reads. */
export type OpenBrowser = (locale: Locale) => Promise<Driver>

/** A line that is cut says so in every browser's console; that is no fault of the page. */
const OF_THE_LINE =
  /net::ERR|WebSocket connection|Failed to load resource|can.t establish a connection to the server at ws|The connection to ws.* was interrupted|Network connection was lost|Could not connect to|NetworkError when attempting to fetch/i
export const isFault = (message: string): boolean => !OF_THE_LINE.test(message)

/** The first of these programs that is there; a missing one fails the test, with what to install. */
export function programAt(paths: readonly (string | undefined)[], what: string, debianPackage: string): string {
  const found = paths.find((path) => path && existsSync(path))
  if (!found) throw new Error(`${what} is missing. On Debian: sudo apt-get install ${debianPackage}`)
  return found
}
