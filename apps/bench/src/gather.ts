// Runs → medians: figures by scenario, server and name. Pure.
import { median } from "./statistics.ts"
import type { Figures } from "./scenarios/scenario.ts"

export type Run = { scenario: string; server: string; round: number; figures: Figures }
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
