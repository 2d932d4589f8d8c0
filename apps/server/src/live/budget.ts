// How many events one seat may write: many at once, as a phone that was away does, then thirty a minute. Every event is kept, and told to
// everybody who joins; a program that writes them without end would make that more than a phone can take. Owns that count, in memory.
import { Allowance } from "../allowance.ts"

const EVENTS = { atOnce: 1000, eachMs: 2000 }

export class Budget {
  readonly #now: () => number
  readonly #seats = new Map<string, Allowance>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Takes so many; false, and nothing is taken, when there are not as many left. */
  take(seat: string, events: number): boolean {
    const allowance = this.#seats.get(seat) ?? new Allowance(this.#now, EVENTS)
    this.#seats.set(seat, allowance)
    return allowance.take(events)
  }
}
