// `pnpm bench`: every scenario against every server in turn, several rounds, then the report. BENCH=quick runs all of it small, writing nothing.
// BENCH_ONLY and BENCH_SERVERS (names with commas) and BENCH_ROUNDS choose; BENCH_KEEP=1 puts the chosen scenarios, run whole, in place
// of what the kept results say of them; BENCH_PROFILE names a folder for the servers' CPU profiles.
import { fork } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Outcome } from "./cell.ts"
import { daysOf, gather, renewed, type DatedRun } from "./gather.ts"
import { report } from "./report.ts"
import { SCENARIOS } from "./scenarios/index.ts"
import { isQuick, SIZES } from "./sizes.ts"
import { shown } from "./statistics.ts"

const RESULTS = join(import.meta.dirname, "..")
const chosen = (variable: string) => {
  const names = process.env[variable]?.split(",")
  return (name: string): boolean => !names || names.includes(name)
}
const [isScenario, isServer] = [chosen("BENCH_ONLY"), chosen("BENCH_SERVERS")]

function runCell(scenario: string, server: string): Promise<Outcome> {
  const child = fork(join(import.meta.dirname, "cell.ts"), [scenario, server])
  return new Promise((resolve) => {
    child.once("message", (outcome: Outcome) => resolve(outcome))
    child.once("exit", (code) => resolve({ ok: false, why: `the load ended with ${code}` }))
  })
}

/** A B C D A B C D …, so that whatever else the machine does falls on all alike. */
const plan = SCENARIOS.filter(({ id }) => isScenario(id)).flatMap((scenario) =>
  Array.from({ length: SIZES.rounds }, (_, round) =>
    scenario.servers.filter(isServer).map((server) => ({ scenario: scenario.id, server, round })),
  ).flat(),
)

const today = new Date().toISOString().slice(0, 10)
const runs: DatedRun[] = []
for (const [index, cell] of plan.entries()) {
  const started = Date.now()
  const outcome = await runCell(cell.scenario, cell.server)
  const figures = outcome.ok ? outcome.figures : {}
  runs.push({ ...cell, date: today, figures })
  const said = outcome.ok
    ? Object.entries(figures)
        .map(([name, value]) => `${name} ${shown(value)}`)
        .join("  ")
    : `FAILED ${outcome.why}`
  console.log(
    `${index + 1}/${plan.length}  ${cell.scenario}  ${cell.server}  round ${cell.round + 1}  ${((Date.now() - started) / 1000).toFixed(1)} s  ${said}`,
  )
  if (!outcome.ok) process.exitCode = 1
}

const { version } = JSON.parse(readFileSync(join(RESULTS, "node_modules/@hocuspocus/server/package.json"), "utf8")) as { version: string }
const isWhole = plan.length === SCENARIOS.reduce((sum, { servers }) => sum + servers.length * SIZES.rounds, 0)
const keeps = process.env["BENCH_KEEP"] === "1" && !process.env["BENCH_SERVERS"]
const kept = isWhole || !keeps ? [] : (JSON.parse(readFileSync(join(RESULTS, "results.json"), "utf8")) as DatedRun[])
const all = renewed(kept, runs)
const text = report(gather(all), { days: daysOf(all), node: process.version, rounds: SIZES.rounds, hocuspocus: version })
console.log(`\n${text}`)
if (!isQuick && (isWhole || keeps)) {
  writeFileSync(join(RESULTS, "results.md"), text)
  writeFileSync(join(RESULTS, "results.json"), `${JSON.stringify(all, null, 1)}\n`)
}
