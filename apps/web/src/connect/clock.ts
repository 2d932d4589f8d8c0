// The server's clock as this phone can best know it. A phone's own clock may be wrong by hours; only its monotonic clock is trusted.

type Sample = {
  /** Monotonic ms when asked and answered. */ sentAt: number
  heardAt: number
  /** Server ms in the answer. */ at: number
}

/** Of all answers the one with the shortest way there and back is nearest the truth: its error is at most half that way. */
export class ServerClock {
  #offset: number
  #best = Number.POSITIVE_INFINITY
  readonly #monotonic: () => number

  /** `guess` is the server's time when the page was made. */
  constructor(guess: number, monotonic: () => number) {
    this.#monotonic = monotonic
    this.#offset = guess - monotonic()
  }

  hear(sample: Sample): void {
    const way = sample.heardAt - sample.sentAt
    if (way < 0 || way > this.#best) return
    this.#best = way
    this.#offset = sample.at + way / 2 - sample.heardAt
  }

  /** After sleep the monotonic clock may have stood still: the next answer counts, however slow. */
  forget(): void {
    this.#best = Number.POSITIVE_INFINITY
  }

  now(): number {
    return this.#monotonic() + this.#offset
  }
}
