// When the room was at which step, from the session log: for the time a row was written at, and for looking at one step's acts. Pure.
import type { StageKind } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"

/** `until` is the time the next one began (ms); the last goes on. */
type Stay = { readonly stage: StageKind; readonly from: number; readonly until: number }

/** Oldest first. A step the room came back to has several; one that it passed within the same ms has none. */
export function staysOf(events: readonly SessionEvent[]): Stay[] {
  const stays: Stay[] = []
  const begin = (stage: StageKind, from: number): void => {
    const last = stays.pop()
    if (last && last.from < from) stays.push({ ...last, until: from })
    stays.push({ stage, from, until: Number.POSITIVE_INFINITY })
  }
  for (const event of events) {
    if (event.type === "opened") begin(event.stages[0]?.kind ?? "arrive", Number.NEGATIVE_INFINITY)
    if (event.type === "stage-moved" && stays.at(-1)?.stage !== event.to) begin(event.to, event.at)
  }
  return stays
}

export const stageAt = (stays: readonly Stay[], at: number): StageKind | null => stays.findLast(({ from }) => from <= at)?.stage ?? null
