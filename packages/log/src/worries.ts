// A worry in the log: who said it, and that its words go when it is taken back.
import type { SessionEvent } from "@evenboard/session"
import type { EventOf, Teller } from "./teller.ts"

/** A worry taken back is taken back in the log too: no page and no file repeats its words. */
export const withdrawnWorries = (events: readonly SessionEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.type === "worry-withdrawn" ? [event.worryId] : [])))

/** The worry is of whoever said it, and not of whoever typed it. */
export function worrySentence(event: EventOf<"worry-said">, withdrawn: ReadonlySet<string>, { words, nameOf, quote }: Teller): string {
  const { seat, scribe } = event
  const author = nameOf(seat)
  const who = scribe === null ? author : words.say("common.written-by", { author, scribe: nameOf(scribe) })
  return withdrawn.has(event.worryId)
    ? words.say("log.worry-later-withdrawn", { who })
    : words.say("log.worry-said", { who, words: quote(event.words) })
}
