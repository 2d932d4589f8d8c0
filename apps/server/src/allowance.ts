// Something that may be had so often: many at once, and what was spent comes back with time. Owns that count for one; knows not for whom.

export class Allowance {
  readonly #now: () => number
  readonly #atOnce: number
  readonly #eachMs: number
  #left: number
  #at: number

  /** `atOnce` in hand, and one more after each `eachMs` (milliseconds, as `now` counts them). */
  constructor(now: () => number, { atOnce, eachMs }: { atOnce: number; eachMs: number }) {
    this.#now = now
    this.#atOnce = atOnce
    this.#eachMs = eachMs
    this.#left = atOnce
    this.#at = now()
  }

  /** What may be had now; below zero, what was had too early. */
  get left(): number {
    const now = this.#now()
    this.#left = Math.min(this.#atOnce, this.#left + (now - this.#at) / this.#eachMs)
    this.#at = now
    return this.#left
  }

  /** As if nothing had ever been taken. */
  get isWhole(): boolean {
    return this.left >= this.#atOnce
  }

  /** Takes so many; false, and nothing is taken, when there are not as many left. */
  take(count = 1): boolean {
    if (this.left < count) return false
    this.#left -= count
    return true
  }

  /** Takes one that has come already, whether or not it was left. Answers what is left then. */
  owe(): number {
    return (this.#left = this.left - 1)
  }
}
