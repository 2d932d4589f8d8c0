// Runs → medians: figures by scenario, server and name; and runs of several days put together. Pure.
import { median } from "./statistics.ts"
import type { Figures } from "./scenarios/scenario.ts"

export type Run = { scenario: string; server: string; round: number; figures: Figures }
/** With the day it ran (YYYY-MM-DD), so that runs of several days can be put together. */
export type DatedRun = Run & { date: string }
export type Medians = {
  /** NaN when no round gave this figure. */
  of(scenario: string, server: string, figure: string): number
}

export function gather(runs: readonly Run[]): Medians {
  return {
    of: (scenario, server, figure) =>
      median(runs.filter((run) => run.scenario === scenario && run.server === server).map((run) => run.figures[figure] ?? NaN)),
  }
}

/** What was kept, with the scenarios that ran again in place of what they said before: whole scenarios, since only ratios within one run mean anything. */
export function renewed(kept: readonly DatedRun[], runs: readonly DatedRun[]): DatedRun[] {
  const again = new Set(runs.map(({ scenario }) => scenario))
  return [...kept.filter(({ scenario }) => !again.has(scenario)), ...runs]
}

/** Each day with the scenarios that ran on it, newest first. */
export function daysOf(runs: readonly DatedRun[]): { date: string; scenarios: string[] }[] {
  const days = [...new Set(runs.map(({ date }) => date))].toSorted().toReversed()
  return days.map((date) => ({ date, scenarios: [...new Set(runs.filter((run) => run.date === date).map(({ scenario }) => scenario))] }))
}
