// The log of a workshop in words: event → sentence, the same on every page and in every file. Pure. Every kind of event has a sentence,
// and the compiler says so. Hands on agreements are people's own and many: a run of them becomes one line that counts, never one a person.
import { isPaper, type SessionEvent } from "@evenboard/session"
import { hostSentence, planSentences, roundSentence } from "./guiding-sentences.ts"
import { safetySentence } from "./safety-sentences.ts"
import type { Teller } from "./teller.ts"
import { withdrawnWorries, worrySentence } from "./worries.ts"

export type LogLine = { /** The last event it tells. */ readonly seq: number; readonly at: number; readonly sentence: string }

/** What later or earlier events say about the one that is told. */
type Around = { /** Of notes taken out of sight, by id. */ numbers: ReadonlyMap<string, number>; withdrawn: ReadonlySet<string> }

/** Oldest first, as the log stands. */
export function logLines(events: readonly SessionEvent[], teller: Teller): LogLine[] {
  const numbers = new Map<string, number>()
  const around = { numbers, withdrawn: withdrawnWorries(events) }
  const lines: LogLine[] = []
  let hands = 0
  for (const event of events) {
    const { seq, at } = event
    if (event.type === "hand-raised") {
      if (hands > 0) lines.pop()
      hands += 1
      lines.push({ seq, at, sentence: teller.words.say("log.hands", { count: hands }) })
      continue
    }
    hands = 0
    if (event.type === "note-hidden") numbers.set(event.noteId, event.number)
    for (const sentence of sentencesOf(event, teller, around)) lines.push({ seq, at, sentence })
  }
  return lines
}

/** One event may say several things. */
function sentencesOf(event: Exclude<SessionEvent, { type: "hand-raised" }>, teller: Teller, around: Around): string[] {
  const { words, nameOf, quote } = teller
  const who = actorName(event, teller)
  switch (event.type) {
    case "opened":
      return [words.say("log.opened", { title: quote(event.title) })]
    case "plan-edited":
      return planSentences(event, who, teller)
    case "stage-moved":
      return [words.say("log.stage-moved", { who, stage: words.say(`common.stage-${event.to}`) })]
    case "timer-started":
    case "timer-lengthened":
      return [words.say(`log.${event.type}`, { who, minutes: words.say("common.minutes", { count: event.minutes }) })]
    case "timer-stopped":
    case "door-opened":
    case "door-shut":
    case "link-rotated":
    case "worry-withdrawn":
    case "design-agreed":
    case "design-unagreed":
    case "quiet-asked":
    case "access-link":
    case "ended":
      return [words.say(`log.${event.type}`, { who })]
    case "host-changed":
      return [hostSentence(event, who, teller)]
    case "host-asked":
      return [words.say("log.host-asked", { who: nameOf(event.seat) })]
    case "note-hidden":
    case "hide-proposed":
    case "hide-dropped":
    case "paused":
    case "resumed":
    case "help-asked":
    case "person-removed":
    case "person-returned":
      return [safetySentence(event, who, teller)]
    case "note-restored": {
      const number = around.numbers.get(event.noteId)
      return [number === undefined ? words.say("log.note-restored-unknown", { who }) : words.say("log.note-restored", { who, number })]
    }
    case "hands-counted":
      return [words.say("log.hands-counted", { who, for: words.number(event.for), worried: words.number(event.worried) })]
    case "worry-said":
      return [worrySentence(event, around.withdrawn, teller)]
    case "seat-opened":
    case "seat-claimed":
      return [words.say(`log.${event.type}`, { who, to: nameOf(event.seat) })]
    case "round-started":
    case "reveal-asked":
    case "reveal-put-off":
    case "round-revealed":
      return [roundSentence(event, who, teller)]
    case "balance-told":
      return [words.say("log.balance-told", { stage: words.say(`common.stage-${event.stage}`) })]
    case "imported":
      return [words.say("log.imported", { from: quote(event.from), notes: words.say("common.notes", { count: event.notes }) })]
    case "exported":
      if (isPaper(event.format)) return [words.say(`log.exported-${event.format}`, { who })]
      return [words.say("log.exported", { who, format: quote(event.format.toUpperCase()) })]
    case "access-contact":
      return [words.say(event.named ? "log.access-named" : "log.access-none", { who })]
    case "access-read":
      return [words.say("log.access-read")]
    case "kept-until":
      return [words.say("log.kept-until", { who, day: words.day(event.until, teller.timeZone) })]
    case "erased":
      return [words.say(event.words ? "log.erased-words" : "log.erased-name")]
    case "name-taken-out":
      return [words.say("log.name-taken-out", { who, places: event.places })]
  }
}

function actorName({ by }: SessionEvent, { words, nameOf }: Teller): string {
  if (by === "organiser") return words.say("log.organiser")
  return by === "server" ? words.say("log.server") : nameOf(by.seat)
}
