// axe inside any browser: what it finds on the page as that browser lays it out, names it and colours it.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { until } from "../stock-client.ts"
import type { Driver } from "./driver.ts"

/** WCAG 2.2 A and AA, and axe's own best practices; as scenarios/screens.spec.ts asks of every screen. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

const near = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"))
const source = (): string => readFileSync(near.resolve("axe-core/axe.min.js"), "utf8")

/** One line a finding; empty when all is well. Not every driver waits for a promise, so the page is asked until it knows. */
export async function findings(driver: Driver): Promise<readonly string[]> {
  await driver.evaluate(`(() => { ${source()}; return true })()`)
  await driver.evaluate(`(() => {
    window.evenboardFindings = null
    const lines = ({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(" | "))
    axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ["violations"] }).then(
      (results) => (window.evenboardFindings = lines(results)),
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
