// axe inside any browser: what it finds on the page as that browser lays it out, names it and colours it.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "@playwright/test"
import { until } from "../stock-client.ts"
import type { Driver } from "./driver.ts"

/** WCAG 2.2 A and AA, and axe's own best practices. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

const near = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"))
const source = `(() => { ${readFileSync(near.resolve("axe-core/axe.min.js"), "utf8")}; return true })()`
/** What passes is not collected. */
const options = (rules?: readonly string[]) => JSON.stringify({ runOnly: rules ?? TAGS, resultTypes: ["violations"] })

/** One line a rule that is broken: where, three times at most, and what is wrong there. */
const LINES = `({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ target, failureSummary }) =>
  target.join(" ") + " (" + (failureSummary ?? "").split("\\n")[1]?.trim() + ")").join(" | "))`

/** One line a finding; empty when all is well. Not every driver waits for a promise, so the page is asked until it knows. */
export async function findings(driver: Driver): Promise<readonly string[]> {
  await driver.evaluate(source)
  await driver.evaluate(`(() => {
    window.evenboardFindings = null
    axe.run(document, ${options()}).then(${LINES}).then(
      (lines) => (window.evenboardFindings = lines),
      (error) => (window.evenboardFindings = [String(error)]),
    )
    return true
  })()`)
  let found: readonly string[] | null = null
  await until("axe to have looked", async () => {
    found = (await driver.evaluate("window.evenboardFindings")) as readonly string[] | null
    return found !== null
  })
  return found ?? []
}

/**
 * The same by Playwright, as often as one likes on one page; `rules` instead of all. The page runs axe itself and is given it once:
 * AxeBuilder gives it anew for each look and asks for frames, which no screen has, and takes twice the time to find the same.
 */
export async function findingsOn(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(source)
  return page.evaluate(`axe.run(document, ${options(rules)}).then(${LINES})`)
}
