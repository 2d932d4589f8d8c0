// How many lines one seat, or the screens of one link, may hold open at once, and how fast it may open them. Each costs the whole board on
// arriving, and a copy of all that is said from then on: one key in a loop would slow a hall. Owns that count, in memory; knows no socket.

type Bounds = { open: number; atOnce: number }
/** Wide: several people on one phone, a weak network that leaves lines half open, a program that plays a hall with one key. */
export const SEAT: Bounds = { open: 400, atOnce: 600 }
/** Whoever watches from elsewhere may come by one link. */
export const SCREENS: Bounds = { open: 400, atOnce: 600 }
const EACH_MS = 100
/** Above this those are forgotten who have not come for so long that it is as if they never had. */
const TIDY_ABOVE = 1000

export class Lines {
  readonly #now: () => number
  readonly #open = new Map<string, Set<() => void>>()
  readonly #comings = new Map<string, { left: number; at: number; atOnce: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  get known(): number {
    return this.#comings.size
  }

  /** Counts one that comes; false when it must wait. */
  mayCome(whose: string, { atOnce }: Bounds): boolean {
    this.#tidy()
    const now = this.#now()
    const before = this.#comings.get(whose)
    const left = before ? Math.min(atOnce, before.left + (now - before.at) / EACH_MS) : atOnce
    this.#comings.set(whose, { left: left >= 1 ? left - 1 : left, at: now, atOnce })
    return left >= 1
  }

  /** One that stands; `end` is called for the oldest where there are too many. Answers what to call once it is gone. */
  add(whose: string, { open }: Bounds, end: () => void): () => void {
    const lines = this.#open.get(whose) ?? new Set()
    this.#open.set(whose, lines)
    const line = (): void => end()
    lines.add(line)
    const [oldest] = lines
    if (oldest && lines.size > open) {
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
    const now = this.#now()
    for (const [whose, { left, at, atOnce }] of this.#comings) if (left + (now - at) / EACH_MS >= atOnce) this.#comings.delete(whose)
  }
}
