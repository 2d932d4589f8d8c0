// A clock that stands still until it is moved, and the timers on it. Tests never sleep.
export class FakeClock {
  #now = 1_000_000
  #timers: { at: number; work: () => void }[] = []

  readonly now = (): number => this.#now

  readonly later = (ms: number, work: () => void): (() => void) => {
    const timer = { at: this.#now + ms, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer)
    }
  }

  /** Moves on by `ms`, running what falls due in order, and lets promises settle after each. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      await settle()
      const due = this.#timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#timers = this.#timers.filter((one) => one !== due)
      this.#now = Math.max(this.#now, due.at)
      due.work()
    }
    this.#now = end
    await settle()
  }
}

/** Lets every promise that is ready run on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}
