// How much of the room's time is left, as people say it.
import type { Timer } from "@evenboard/session"

const MINUTE_MS = 60_000

/** Whole minutes left, rounded up; 0 within the last minute; -1 once the time is up. */
export function minutesLeft(timer: Timer, now: number): number {
  const left = timer.endsAt - now
  if (left <= 0) return -1
  return left < MINUTE_MS ? 0 : Math.ceil(left / MINUTE_MS)
}
