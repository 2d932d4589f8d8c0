// What happened at moments, put together by day in the reader's own time zone. Pure.
import type { Words } from "@evenboard/words"

export type Day<T> = { /** "21 November 2026". */ name: string; moments: T[] }

/** Keeps the order it is given. */
export function byDay<T extends { at: number }>(moments: readonly T[], words: Pick<Words, "day">): Day<T>[] {
  const days: Day<T>[] = []
  for (const moment of moments) {
    const name = words.day(moment.at)
    const last = days.at(-1)
    if (last?.name === name) last.moments.push(moment)
    else days.push({ name, moments: [moment] })
  }
  return days
}
