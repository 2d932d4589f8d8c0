// How many events one seat may write: many at once, as a phone that was away does, then thirty a minute. Every event is kept, and told to
// everybody who joins; a program that writes them without end would make that more than a phone can take. Owns that count, in memory.
const AT_ONCE = 1000
const EACH_MS = 2000

export class Budget {
  readonly #now: () => number
  readonly #seats = new Map<string, { left: number; at: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Takes so many; false, and nothing is taken, when there are not as many left. */
  take(seat: string, events: number): boolean {
    const now = this.#now()
    const known = this.#seats.get(seat)
    const left = known ? Math.min(AT_ONCE, known.left + (now - known.at) / EACH_MS) : AT_ONCE
    const isEnough = left >= events
    this.#seats.set(seat, { left: isEnough ? left - events : left, at: now })
    return isEnough
  }
}
