// Percentiles, medians and ratios. Pure.

/** Nearest-rank percentile, `p` from 0 to 1. NaN when there is nothing. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(p * sorted.length))
  return sorted[rank - 1] ?? NaN
}

/** The middle value; of an even count the mean of the two in the middle. What is no number does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? NaN
  return Number.isInteger(half) ? ((sorted[half - 1] ?? NaN) + upper) / 2 : upper
}

/** `value` as a share of `base`; NaN when either is missing or the base is nothing. */
export const ratio = (value: number, base: number): number => (base === 0 ? NaN : value / base)

export const spread = (values: readonly number[]): { p50: number; p95: number; p99: number } => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
})

/** Three significant digits, as people read them. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return "–"
  if (value === 0) return "0"
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(4, digits))
}
