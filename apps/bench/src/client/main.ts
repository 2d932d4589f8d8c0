// `pnpm bench:client`: every scenario with every board in turn, several rounds, then the report. BENCH=quick runs all of it small,
// writing nothing. BENCH_ONLY and BENCH_BOARDS (names with commas) and BENCH_ROUNDS choose; a scenario that ran with every board takes
// the place of its runs in client-results.json, so that long runs can be made one scenario at a time.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gather, type Run } from "../gather.ts"
import { shown } from "../statistics.ts"
import { launch } from "./device.ts"
import { serveOurs } from "./ours.ts"
import { servePeer } from "./peers.ts"
import { clientReport } from "./report.ts"
import { notesOf, SCENARIOS, type Figures, type Scenario } from "./scenarios.ts"
import { BOARDS, type BoardName } from "./served.ts"
import { isQuick, SIZES } from "./sizes.ts"

const RESULTS = join(import.meta.dirname, "../../client-results")
const chosen = (variable: string) => {
  const names = process.env[variable]?.split(",")
  return (name: string): boolean => !names || names.includes(name)
}
const [isScenario, isBoard] = [chosen("BENCH_ONLY"), chosen("BENCH_BOARDS")]

async function runCell(scenario: Scenario, name: BoardName): Promise<Figures> {
  const browser = await launch()
  try {
    const notes = notesOf(scenario)
    const movesPerSecond = scenario.moves ? SIZES.movesPerSecond : 0
    const served = name === "ours" ? await serveOurs(notes, movesPerSecond) : await servePeer(name, notes, browser)
    try {
      return await scenario.run({ name, served, browser, notes })
    } finally {
      await served.close()
    }
  } finally {
    await browser.close()
  }
}

/** A B C A B C …, so that whatever else the machine does falls on all alike. */
const boards = BOARDS.filter(isBoard)
const scenarios = SCENARIOS.filter(({ id }) => isScenario(id))
const fresh: Run[] = []
for (const scenario of scenarios)
  for (let round = 0; round < SIZES.rounds; round++)
    for (const name of boards) {
      const started = Date.now()
      const outcome = await runCell(scenario, name).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
      const figures = outcome instanceof Error ? {} : outcome
      fresh.push({ scenario: scenario.id, server: name, round, figures })
      const said =
        outcome instanceof Error
          ? `FAILED ${outcome.stack}`
          : Object.entries(figures)
              .map(([figure, value]) => `${figure} ${shown(value)}`)
              .join("  ")
      console.log(`${scenario.id}  ${name}  round ${round + 1}  ${((Date.now() - started) / 1000).toFixed(1)} s  ${said}`)
      if (outcome instanceof Error) process.exitCode = 1
    }

const isKept = !isQuick && boards.length === BOARDS.length
const before = isKept && existsSync(`${RESULTS}.json`) ? (JSON.parse(readFileSync(`${RESULTS}.json`, "utf8")) as Run[]) : []
const ran = new Set(fresh.map(({ scenario }) => scenario))
const order = SCENARIOS.map(({ id }) => id)
const runs = [...before.filter(({ scenario }) => !ran.has(scenario)), ...fresh].sort(
  (a, b) => order.indexOf(a.scenario) - order.indexOf(b.scenario),
)
const text = clientReport(gather(runs), { date: new Date().toISOString().slice(0, 10), node: process.version, rounds: SIZES.rounds })
console.log(`\n${text}`)
if (isKept) {
  writeFileSync(`${RESULTS}.md`, text)
  writeFileSync(`${RESULTS}.json`, `${JSON.stringify(runs, null, 1)}\n`)
}
