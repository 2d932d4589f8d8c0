// From what was measured to what a person is told. Pure; the sentences stand in the words areas `check` and `phone`.
import type { Pace } from "@evenboard/api"

/** What a newcomer's phone downloads before the board stands there, as it is sent: the budget of scripts/budgets.ts. */
export const FIRST_PAGE_BYTES = 120_000
/** Before that download: the connection, the join page, the app's page. */
const WAYS_BEFORE = 3
/** As people feel it: up to here nobody remarks on it, up to here they wait without pressing again. */
const QUICK_S = 4
const SLOW_S = 12

/** Whole seconds until the first page stands there, from one way there and back and the time the download took (both ms). */
export const secondsOf = (way: number, download: number): number => Math.max(1, Math.round((download + WAYS_BEFORE * way) / 1000))

export const paceOf = (seconds: number): Pace => (seconds <= QUICK_S ? "quick" : seconds <= SLOW_S ? "slow" : "too-slow")
