// The parts that check.ts and all-tests.ts are made of: how each is run, and how its outcome is counted. A check counts as one; a test
// runner counts its tests, and fails when it ran none.
import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { availableParallelism } from "node:os"
import { delimiter, join } from "node:path"

export const root = join(import.meta.dirname, "..")
const cache = join(root, "node_modules/.cache/evenboard")
const env = {
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
  NO_COLOR: "1",
  TURBO_TELEMETRY_DISABLED: "1",
}

type Tally = { passed: number; failed: number }
export type Outcome = Tally & { name: string; seconds: number; output: string }
export type Part = { name: string; run: () => Promise<Tally & { output: string }> }

type Ran = { code: number; output: string }

/** Runs a program of node_modules/.bin (or any) at the root. With `live`, its words are shown as they come. */
export function run(
  program: string,
  args: string[],
  { live = false, more = {} }: { live?: boolean; more?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, ...more },
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    })
    let output = ""
    const keep = (chunk: Buffer) => (output += chunk.toString())
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
    child.on("error", (error) => done({ code: 127, output: `${program}: ${error.message}` }))
    child.on("close", (code) => done({ code: code ?? 1, output }))
  })
}

const check = (name: string, program: string, ...args: string[]): Part => ({
  name,
  run: async () => {
    const { code, output } = await run(program, args)
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
  },
})

type VitestReport = { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] }

/** Counts what a vitest JSON report says; a file that could not be loaded is one failure. */
export function tallyVitest(json: string): Tally {
  const report = JSON.parse(json) as VitestReport
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** Counts what a Playwright JSON report says; a test that passed only when tried again counts as failed. */
export function tallyPlaywright(json: string): Tally {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** A runner that ran nothing, or that says it failed, has failed. */
export function soundTally({ passed, failed }: Tally, code: number): Tally {
  const sound = passed + failed > 0 && (code === 0 || failed > 0)
  return sound ? { passed, failed } : { passed, failed: failed + 1 }
}

function runner(name: string, program: string, args: string[], tally: (json: string) => Tally): Part {
  const file = join(cache, `${name}.json`)
  return {
    name,
    run: async () => {
      mkdirSync(cache, { recursive: true })
      rmSync(file, { force: true })
      const { code, output } = await run(program, args, { more: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } })
      if (!existsSync(file)) return { passed: 0, failed: 1, output: `${output}\n${name}: no report was written` }
      const counted = soundTally(tally(readFileSync(file, "utf8")), code)
      return { ...counted, output: counted.passed + counted.failed === 0 ? `${output}\n${name}: no test was run` : output }
    },
  }
}

const node = (name: string, script: string, ...args: string[]): Part => check(name, process.execPath, script, ...args)
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { packageManager: string }

export const words = node("words", "packages/words/compile.ts")
/** Need the catalogs, hence the words first. */
export const checks: Part[] = [
  check("format", "oxfmt", "--check", "."),
  check("lint", "oxlint"),
  check("types", "tsc", "-p", "tsconfig.json", "--pretty", "false"),
  check("types of the web app", "tsc", "-p", "apps/web/tsconfig.json", "--pretty", "false"),
  node("import ladder", "scripts/ladder.ts"),
  node("words on screen", "scripts/bare-strings.ts"),
  node("nothing left over", "scripts/unused.ts"),
  node("what the docs name", "scripts/docs.ts"),
]
/** As many workers as there are processors: left to itself, vitest keeps one back. */
const vitest = (name: string): Part => {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${join(cache, `${name}.json`)}`]
  return runner(name, "vitest", ["run", `--project=${name}`, "--maxWorkers=100%", ...report], tallyVitest)
}
export const units = vitest("units")
/** The random tests, at a size that fits every run; `pnpm fuzz` with FUZZ_… makes them larger. */
export const fuzz = vitest("fuzz")
export const webBuild = check("web build", "npx", "--yes", packageManager, "run", "build")
export const budgets = node("size budgets", "scripts/budgets.ts")
export const playwright = join(root, "apps/e2e/node_modules/.bin/playwright")
export const playwrightConfig = "--config=apps/e2e/playwright.config.ts"
/** The projects of stories that may go on beside each other, those that last long first. */
export const unmeasured = ["--project=long", "--project=stories"]
const stories = (name: string, ...args: string[]): Part =>
  runner(name, playwright, ["test", playwrightConfig, ...args, "--reporter=list,json"], tallyPlaywright)
/** What is measured comes after all others, alone: else it would measure them. */
export const e2e: Part[] = [stories("e2e", ...unmeasured), stories("e2e measured", "--project=measured", "--workers=1")]

/** Of what a failed part said: its end tells what failed. */
const OUTPUT_LINES = 300

/** Runs a part and prints how it went; what it said is shown only when it failed. */
export async function perform({ name, run: start }: Part): Promise<Outcome> {
  const begun = performance.now()
  const result = await start()
  const outcome = { name, seconds: (performance.now() - begun) / 1000, ...result }
  const count = result.passed + result.failed > 1 ? ` (${result.passed} passed${result.failed ? `, ${result.failed} failed` : ""})` : ""
  console.log(`${result.failed ? "✗" : "✓"} ${name}${count} ${outcome.seconds.toFixed(1)} s`)
  if (result.failed) console.log(`${result.output.trim().split("\n").slice(-OUTPUT_LINES).join("\n")}\n`)
  return outcome
}

/** Runs parts at the same time, as many as there are processors, each in its turn. */
export async function together(parts: readonly Part[]): Promise<Outcome[]> {
  const waiting = [...parts]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) outcomes.push(await perform(part))
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  return outcomes
}

/** The last line: what passed and what failed, and the exit code to match. */
export function conclude(outcomes: readonly Outcome[]): void {
  const sum = (of: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[of], 0)
  const failed = outcomes.filter((outcome) => outcome.failed > 0).map(({ name }) => name)
  if (failed.length) console.log(`\nFailed: ${failed.join(", ")}`)
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`)
  process.exitCode = failed.length ? 1 : 0
}
