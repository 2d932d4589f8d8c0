// Time for tests, turned by hand: nothing sleeps.

/** A clock and its timers, turned by hand. */
export class Time {
  now = 0
  #timers: { at: number; work: () => void }[] = []
  after = (ms: number, work: () => void) => {
    const timer = { at: this.now + ms, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer)
    }
  }
  async pass(ms: number): Promise<void> {
    const end = this.now + ms
    for (;;) {
      await settle()
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0]
      if (!next || next.at > end) break
      this.now = next.at
      this.#timers = this.#timers.filter((one) => one !== next)
      next.work()
    }
    this.now = end
    await settle()
  }
}
/** Lets everything that waits for nothing but its turn have it. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve()
}
