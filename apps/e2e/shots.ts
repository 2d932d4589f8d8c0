// `pnpm shots`: every screen at 360, 768 and 1440, light and dark, in English and Arabic, filled with real words. One contact sheet a
// screen, and full size for the three that are looked at first. Pictures go to `shots/`, which git does not keep.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test, type Browser } from "@playwright/test"
import { played, type Played } from "./played.ts"
import { PAGES, seatedPage, SHEETS, type Screen } from "./screens.ts"
import type { Size } from "./phones.ts"
import type { Locale } from "./words.ts"

const OUT = join(import.meta.dirname, "../../shots")
/** `SHOTS=note,agree pnpm shots` takes only those. */
const wanted = (process.env["SHOTS"] ?? "").split(",").filter(Boolean)
const screens: readonly Screen[] = [...PAGES, ...SHEETS].filter(
  ({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)),
)

const VIEWS = [
  { width: 360, height: 740, size: "phone" },
  { width: 768, height: 1024, size: "phone" },
  { width: 1440, height: 900, size: "wide" },
] as const satisfies readonly { width: number; height: number; size: Size }[]
/** `AT=360,1440 pnpm shots` takes only those widths. */
const widths = (process.env["AT"] ?? "").split(",").filter(Boolean)
const views = VIEWS.filter(({ width }) => widths.length === 0 || widths.includes(String(width)))
/** What is longer says nothing new. */
const TALLEST = 2400
type View = (typeof VIEWS)[number]
type Shot = { screen: string; width: number; locale: Locale; dark: boolean; file: string }

/** Kept whole, beside the contact sheets. */
const isFullSize = ({ width, locale, dark }: Omit<Shot, "screen" | "file">): boolean =>
  (width === 360 && locale === (dark ? "ar" : "en")) || (width === 1440 && locale === "en" && !dark)

test("pictures of every screen", async ({ browser }) => {
  const workshop = await played()
  await rm(wanted.length > 0 ? join(OUT, "none") : OUT, { recursive: true, force: true })
  await mkdir(join(OUT, "full"), { recursive: true })
  await mkdir(join(OUT, "parts"), { recursive: true })
  const shots: Shot[] = []
  try {
    for (const locale of ["en", "ar"] as const)
      for (const view of views) for (const dark of [false, true]) shots.push(...(await take(browser, workshop, { view, locale, dark })))
    for (const { name } of screens)
      await contactSheet(
        browser,
        name,
        shots.filter(({ screen }) => screen === name),
      )
  } finally {
    await workshop.server.dispose()
  }
  console.log(`${shots.length} pictures of ${screens.length} screens in ${OUT}`)
})

async function take(
  browser: Browser,
  workshop: Played,
  { view, locale, dark }: { view: View; locale: Locale; dark: boolean },
): Promise<Shot[]> {
  const { width, height, size } = view
  const { page, context } = await seatedPage(browser, workshop, { size, locale, dark, viewport: { width, height } })
  const shots: Shot[] = []
  for (const screen of screens) {
    if (screen.only && screen.only !== size) continue
    await screen.open(page, workshop, locale)
    const name = `${screen.name}-${width}-${locale}-${dark ? "dark" : "light"}.png`
    const file = join(OUT, isFullSize({ width, locale, dark }) ? "full" : "parts", name)
    // A sheet is what stands on the screen; a page is all of it, with its bar at its end.
    const all = (await page.getByRole("dialog").count()) > 0 ? height : await page.evaluate(() => document.documentElement.scrollHeight)
    if (all > height) await page.setViewportSize({ width, height: Math.min(all, TALLEST) })
    await page.screenshot({ path: file, animations: "disabled" })
    if (all > height) await page.setViewportSize({ width, height })
    shots.push({ screen: screen.name, width, locale, dark, file })
  }
  await context.close()
  return shots
}

/** All pictures of one screen side by side, each with what it is under it. */
async function contactSheet(browser: Browser, screen: string, shots: readonly Shot[]): Promise<void> {
  const figures = await Promise.all(
    shots.map(async ({ file, width, locale, dark }) => {
      const source = (await readFile(file)).toString("base64")
      const shown = width === 1440 ? 720 : width === 768 ? 384 : 270
      return `<figure style="width:${shown}px"><img src="data:image/png;base64,${source}"><figcaption>${width} · ${locale} · ${dark ? "dark" : "light"}</figcaption></figure>`
    }),
  )
  const html = `<!doctype html><meta charset="utf-8"><title>${screen}</title><style>
body{font:16px system-ui;margin:16px;width:2000px;background:#777;color:#fff}h1{margin:0 0 12px}
main{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}figure{margin:0}img{width:100%;max-height:1600px;object-fit:cover;object-position:top;display:block}
</style><h1>${screen}</h1><main>${figures.join("")}</main>`
  const context = await browser.newContext({ viewport: { width: 2032, height: 900 } })
  const page = await context.newPage()
  const file = join(OUT, `${screen}.html`)
  await writeFile(file, html)
  await page.goto(`file://${file}`)
  await page.screenshot({ path: join(OUT, `${screen}.png`), fullPage: true })
  await context.close()
  await rm(file)
}
