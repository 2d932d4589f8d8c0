// `pnpm shots`, in Firefox and WebKit: the pages of a phone, in English and Arabic, filled with real words. One picture each, into
// `shots/browsers/`, to be laid beside Chromium's.
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "@playwright/test"
import { played, type Played } from "../played.ts"
import { wordsOf, type Locale, type Say } from "../words.ts"
import { chromium } from "./chromium.ts"
import type { Driver, OpenBrowser } from "./driver.ts"
import { firefox } from "./firefox.ts"
import { Hand } from "./hand.ts"
import { webkit } from "./webkit.ts"

const OUT = join(import.meta.dirname, "../../../shots/browsers")
const PAGES = ["arrive", "needs", "options", "matrix", "agree", "people", "me", "happened", "hand-out", "print/evening"] as const
const SHEETS: readonly [name: string, open: (hand: Hand, say: Say, workshop: Played) => Promise<void>][] = [
  ["more", (hand, say) => hand.press({ role: "button", name: say("shell.more") })],
  ["composer", (hand, say) => hand.press({ role: "button", name: say("board.add") })],
  ["note", (hand, _say, { note }) => hand.press({ role: "button", begins: note, within: "main" })],
]

test("pictures in Chromium", ({ browser }) => pictures("chromium", chromium(browser)))
test("pictures in Firefox", () => pictures("firefox", firefox))
test("pictures in WebKit", () => pictures("webkit", webkit))

async function pictures(name: string, open: OpenBrowser): Promise<void> {
  await mkdir(OUT, { recursive: true })
  const workshop = await played()
  try {
    for (const locale of ["en", "ar"] as const) {
      const driver = await open(locale)
      try {
        await take(driver, workshop, locale, (screen, picture) =>
          writeFile(join(OUT, `${screen.replace("/", "-")}-${locale}-${name}.png`), picture),
        )
      } finally {
        await driver.close()
      }
    }
  } finally {
    await workshop.server.dispose()
  }
}

type Keep = (screen: string, picture: Buffer) => Promise<void>
async function take(driver: Driver, workshop: Played, locale: Locale, keep: Keep): Promise<void> {
  const { server, opened } = workshop
  const say = wordsOf(locale)
  const hand = new Hand(driver)
  await driver.goto(`${server.origin}/`)
  await hand.see({ role: "heading" })
  await keep("home", await driver.screenshot())
  await driver.goto(`${opened.joinUrl}?lang=${locale}`)
  await keep("join", await driver.screenshot())
  await hand.press({ role: "button", name: say("join.join") })
  await hand.ready()
  const at = `${server.origin}/w/${opened.workshopId}`
  for (const page of PAGES) {
    await driver.goto(`${at}/${page}`)
    if (!page.startsWith("print")) await hand.ready()
    await hand.gone({ text: say("shell.loading") })
    await keep(page, await driver.screenshot())
  }
  for (const [name, openSheet] of SHEETS) {
    await driver.goto(`${at}/needs`)
    await hand.ready()
    await openSheet(hand, say, workshop)
    await hand.see({ role: "dialog" })
    await hand.gone({ text: say("shell.loading") })
    await keep(name, await driver.screenshot())
  }
}
