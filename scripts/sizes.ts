// How large each campaign is: campaigns.json says it once, `ordinary` for every run and `full` with CAMPAIGN=full; the environment wins
// over both. The stories read the same file (apps/e2e/playwright.config.ts), since they import nothing of ours.
import { readFileSync } from "node:fs"
import { join } from "node:path"

export type Sizes = Record<string, { ordinary: number; full: number; what: string }>
const sizes = JSON.parse(readFileSync(join(import.meta.dirname, "../campaigns.json"), "utf8")) as Sizes

export function sizesFor(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const which = env["CAMPAIGN"] === "full" ? "full" : "ordinary"
  return Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, env[name] ?? String(size[which])]))
}
