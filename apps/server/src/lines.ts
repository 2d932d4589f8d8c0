// How many lines one seat, or the screens of one link, may hold open at once, and how fast it may open them. Each costs the whole board on
// arriving, and a copy of all that is said from then on: one key in a loop would slow a hall. Owns that count, in memory; knows no socket.
import { Allowance } from "./allowance.ts"

/** Wide: several people on one phone, a weak network that leaves lines half open, a program that plays a hall with one key. */
export const MOST_LINES = 400
/** A line that comes. */
export const COMINGS = { atOnce: 600, eachMs: 100 }
/** Above this those are forgotten who have not come for so long that it is as if they never had. */
const TIDY_ABOVE = 1000

export class Lines {
  readonly #now: () => number
  readonly #open = new Map<string, Set<() => void>>()
  readonly #comings = new Map<string, Allowance>()

  constructor(now: () => number) {
    this.#now = now
  }

  get known(): number {
    return this.#comings.size
  }

  /** Counts one that comes; false when it must wait. */
  mayCome(whose: string): boolean {
    this.#tidy()
    const allowance = this.#comings.get(whose) ?? new Allowance(this.#now, COMINGS)
    this.#comings.set(whose, allowance)
    return allowance.take()
  }

  /** One that stands; `end` is called for the oldest where there are too many. Answers what to call once it is gone. */
  add(whose: string, end: () => void): () => void {
    const lines = this.#open.get(whose) ?? new Set()
    this.#open.set(whose, lines)
    const line = (): void => end()
    lines.add(line)
    const [oldest] = lines
    if (oldest && lines.size > MOST_LINES) {
      lines.delete(oldest)
      oldest()
    }
    return () => {
      lines.delete(line)
      if (lines.size === 0 && this.#open.get(whose) === lines) this.#open.delete(whose)
    }
  }

  #tidy(): void {
    if (this.#comings.size < TIDY_ABOVE) return
    for (const [whose, allowance] of this.#comings) if (allowance.isWhole) this.#comings.delete(whose)
  }
}
