// Every screen: axe finds nothing, nothing breaks at 320 px or with text twice as large, and what one presses is large enough. In
// English and Arabic, light and dark, on a board with real words on it.
import { expect, test, type Browser, type Page } from "@playwright/test"
import { findingsOn } from "../browsers/axe.ts"
import { played, type Played } from "../played.ts"
import { SIZES, type Size } from "../phones.ts"
import { PAGES, seatedPage, SHEETS, type Screen } from "../screens.ts"
import type { Locale } from "../words.ts"

// Each visit has a workshop of its own, so that as many go on at a time as there are workers.
test.describe.configure({ mode: "parallel" })

let workshop: Played
let begun: Played | undefined
test.beforeAll(async () => {
  workshop = begun = await played()
})
test.afterAll(() => begun?.server.dispose())

/** Of what axe looks for, nothing. */
async function expectNothingFound(page: Page, where: string, rules?: readonly string[]): Promise<void> {
  expect.soft(await findingsOn(page, rules), where).toEqual([])
}

/** Nothing runs out of the page sideways, and no words are cut off in their box. */
async function expectWhole(page: Page, where: string): Promise<void> {
  const broken = await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement
    const lines: string[] = []
    if (root.scrollWidth > root.clientWidth + 1) lines.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)
    const name = (element: Element) => `<${element.tagName.toLowerCase()}> ${(element.textContent ?? "").trim().slice(0, 40)}`
    const scrolls = (element: Element): boolean => {
      for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
        const { overflowX } = getComputedStyle(up)
        if ((overflowX === "auto" || overflowX === "scroll") && up.scrollWidth > up.clientWidth) return true
      }
      return false
    }
    const isUnseen = (element: Element): boolean => element.closest(".unseen, [aria-hidden=true]") !== null
    for (const element of document.querySelectorAll("body *")) {
      if (!(element instanceof HTMLElement) || element.offsetParent === null || isUnseen(element)) continue
      const style = getComputedStyle(element)
      if (style.clipPath !== "none" || (style.position === "absolute" && element.offsetWidth <= 1)) continue
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      if (!hasWords) continue
      const said = element.childElementCount === 0 ? (element.textContent ?? "").trim() : ""
      // A message whose words did not come shows its name.
      if (/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/.test(said)) lines.push(`words that are not here: ${said}`)
      const clips = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis"
      if (clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2))
        lines.push(`cut off: ${name(element)}`)
      const box = element.getBoundingClientRect()
      const isOut = box.right > root.clientWidth + 1 || box.left < -1
      if (isOut && box.width > 0 && !scrolls(element)) lines.push(`out of the screen: ${name(element)}`)
    }
    return lines.slice(0, 6)
  })
  expect.soft(broken, where).toEqual([])
}

/** Buttons, fields and links that stand alone: at least 44 px both ways. A choice counts with its label. */
async function expectLargeEnough(page: Page, where: string): Promise<void> {
  const small = await page.evaluate(() => {
    const lines: string[] = []
    for (const element of document.querySelectorAll("button, a[href], summary, select, textarea, input:not([type=hidden])")) {
      if (!(element instanceof HTMLElement) || element.offsetParent === null || element.closest("dialog:not([open]), .unseen")) continue
      if (document.querySelector("dialog[open]") && !element.closest("dialog[open]")) continue
      const style = getComputedStyle(element)
      // Shown only once it has the focus (skip links).
      if (style.clipPath !== "none" || element.getBoundingClientRect().bottom < 0) continue
      // A link inside a sentence follows the line.
      const isInSentence =
        element.tagName === "A" &&
        style.display === "inline" &&
        (element.parentElement?.textContent ?? "").trim() !== (element.textContent ?? "").trim()
      if (isInSentence) continue
      const target = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element
      const box = target.getBoundingClientRect()
      const zoom = Number(getComputedStyle(element).zoom) || 1
      if (box.width / zoom < 43.5 || box.height / zoom < 43.5)
        lines.push(
          `${Math.round(box.width)} × ${Math.round(box.height)}: <${element.tagName.toLowerCase()}> ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}`,
        )
    }
    return lines.slice(0, 6)
  })
  expect.soft(small, where).toEqual([])
}

/** `SCREENS=check,note pnpm e2e -g axe` visits only those. */
const wanted = (process.env["SCREENS"] ?? "").split(",").filter(Boolean)
const screens: readonly Screen[] = [...PAGES, ...SHEETS].filter(
  ({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)),
)

type Visit = { size: Size; locale: Locale; dark: boolean }

/** Each screen once: axe, the size of targets, whether all is in sight; then narrower, and with the reader's text twice as large. */
async function visit(browser: Browser, { size, locale, dark }: Visit): Promise<void> {
  const { page, context } = await seatedPage(browser, workshop, { size, locale, dark })
  const { viewport } = SIZES[size]
  for (const screen of screens.filter(({ only }) => only === undefined || only === size)) {
    await screen.open(page, workshop, locale)
    await expectNothingFound(page, screen.name)
    await expectWhole(page, screen.name)
    await expectLargeEnough(page, screen.name)
    // Colours know neither language nor width, so the other theme is looked at once.
    if (locale === "en" && (size === "phone" || screen.only)) {
      await page.emulateMedia({ colorScheme: dark ? "light" : "dark" })
      await expectNothingFound(page, `${screen.name}, ${dark ? "light" : "dark"}`, ["color-contrast"])
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light" })
    }
    await page.setViewportSize({ width: size === "phone" ? 320 : 960, height: viewport.height })
    await expectWhole(page, `${screen.name}, narrower`)
    await page.setViewportSize(viewport)
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"))
    await expectWhole(page, `${screen.name}, text twice as large`)
  }
  await context.close()
}

const VISITS: readonly Visit[] = [
  { size: "phone", locale: "en", dark: false },
  { size: "phone", locale: "ar", dark: true },
  { size: "wide", locale: "en", dark: true },
  { size: "wide", locale: "ar", dark: false },
]
for (const one of VISITS)
  test(`axe finds nothing, and nothing breaks: ${one.size}, ${one.locale}`, async ({ browser }) => {
    test.setTimeout(5 * 60_000)
    await visit(browser, one)
  })
