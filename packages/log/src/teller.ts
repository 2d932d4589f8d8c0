// Who tells the log, and where: what a page and a file do differently. Knows neither.
import type { SessionEvent } from "@evenboard/session"
import type { Words } from "@evenboard/words"

export type Teller = {
  words: Words
  /** A seat as that person chose to be shown, ready to stand in a sentence. */
  nameOf(seat: string): string
  /** Fits people's own words into a sentence, which may run the other way. */
  quote(text: string): string
  /** Days are told in it; the reader's own when left out. */
  timeZone?: string | undefined
}

export type EventOf<T extends SessionEvent["type"]> = Extract<SessionEvent, { type: T }>
