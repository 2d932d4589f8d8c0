// A day as a date field holds it, and the moment that day ends for whoever chose it. Pure.

/** "2026-11-27" of a moment, by this device's calendar. */
export function dayOf(ms: number): string {
  const date = new Date(ms)
  const two = (n: number) => String(n).padStart(2, "0")
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The end of `day`, or `latest` where that comes first on the same day; null when it is no day, is over soon, or comes later. */
export function endOfDay(day: string, { now, latest }: { now: number; latest: number }): number | null {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T23:59:59.000`).getTime() : Number.NaN
  if (Number.isNaN(end) || end < now + 3_600_000) return null
  if (end <= latest) return end
  return dayOf(latest) === day ? latest : null
}
