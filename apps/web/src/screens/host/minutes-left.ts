// A timer in words. It only ever says how much is left: at zero nothing closes. Pure.
import type { Words } from "@evenboard/words"

const MINUTE_MS = 60_000

/** Whole minutes are rounded up, so that "3 minutes left" holds for a whole minute. */
export function timeLeft(endsAt: number, now: number, words: Words): string {
  const left = endsAt - now
  if (left <= 0) return words.say("host.up")
  if (left < MINUTE_MS) return words.say("host.under-minute")
  return words.say("host.left", { minutes: words.say("common.minutes", { count: Math.ceil(left / MINUTE_MS) }) })
}

/** How long until `timeLeft` says something else (ms); null when it never will. */
export function untilNextWords(endsAt: number, now: number): number | null {
  const left = endsAt - now
  if (left <= 0) return null
  return left % MINUTE_MS || MINUTE_MS
}
