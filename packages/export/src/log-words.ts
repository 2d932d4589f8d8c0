// The session log as sentences. Owns the joining of many hands into one line; the sentences are those of the app's own log.
import type { SessionEvent } from "@evenboard/session"
import { type Credits, isolate } from "./credit.ts"
import type { Handout } from "./handout.ts"
import { safetySentence } from "./log-safety.ts"

export type LogLine = { readonly at: number; readonly words: string }

export function logLines(handout: Handout, credits: Credits): LogLine[] {
  const numbers = new Map<string, number>()
  const withdrawn = withdrawnWorries(handout.events)
  const lines: LogLine[] = []
  let hands = 0
  for (const [index, event] of handout.events.entries()) {
    if (event.type === "note-hidden") numbers.set(event.noteId, event.number)
    if (event.type === "hand-raised") {
      hands += 1
      if (handout.events[index + 1]?.type === "hand-raised") continue
      lines.push({ at: event.at, words: handout.words.say("log.hands", { count: hands }) })
      hands = 0
      continue
    }
    for (const words of sentences(event, handout, credits, numbers, withdrawn)) lines.push({ at: event.at, words })
  }
  return lines
}

/** A worry taken back is taken back in the log too: its words stay out of every file. */
export const withdrawnWorries = (events: readonly SessionEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.type === "worry-withdrawn" ? [event.worryId] : [])))

/** One sentence an event, of every kind; a change of the plan may be several. */
function sentences(
  event: Exclude<SessionEvent, { type: "hand-raised" }>,
  handout: Handout,
  credits: Credits,
  numbers: ReadonlyMap<string, number>,
  withdrawn: ReadonlySet<string>,
): string[] {
  const { words } = handout
  const who = credits.actor(event.by)
  const quote = (text: string) => isolate(text.replace(/\s+/g, " ").trim(), words)
  switch (event.type) {
    case "opened":
      return [words.say("log.opened", { title: quote(event.title) })]
    case "plan-edited":
      return planSentences(event, who, handout, quote)
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
    case "ended":
      return [words.say(`log.${event.type}`, { who })]
    case "host-changed":
      return [hostSentence(event, who, handout, credits)]
    case "host-asked":
      return [words.say("log.host-asked", { who: credits.seat(event.seat) })]
    case "note-hidden":
    case "hide-proposed":
    case "hide-dropped":
    case "paused":
    case "resumed":
    case "help-asked":
    case "person-removed":
    case "person-returned":
      return [safetySentence(event, who, words, quote)]
    case "note-restored": {
      const number = numbers.get(event.noteId)
      return [number === undefined ? words.say("log.note-restored-unknown", { who }) : words.say("log.note-restored", { who, number })]
    }
    case "hands-counted":
      return [words.say("log.hands-counted", { who, for: words.number(event.for), worried: words.number(event.worried) })]
    case "worry-said":
      return [
        withdrawn.has(event.worryId)
          ? words.say("export.log-worry-later-withdrawn", { who })
          : words.say("log.worry-said", { who, words: quote(event.words) }),
      ]
    case "seat-opened":
    case "seat-claimed":
      return [words.say(`log.${event.type}`, { who, to: credits.seat(event.seat) })]
    case "round-started":
      return [
        event.question
          ? words.say("log.round-started", { who, words: quote(event.question) })
          : words.say("log.round-started-plain", { who }),
      ]
    case "reveal-asked":
    case "reveal-put-off":
      return [words.say(`log.${event.type}`, { who })]
    case "round-revealed": {
      const told = { who: credits.seat(event.askedBy), notes: words.say("common.notes", { count: event.notes }) }
      return [
        event.confirmedBy === null
          ? words.say("log.round-revealed-alone", told)
          : words.say("log.round-revealed", { ...told, confirmed: credits.seat(event.confirmedBy) }),
      ]
    }
    case "balance-told":
      return [words.say("log.balance-told", { stage: words.say(`common.stage-${event.stage}`) })]
    case "imported":
      return [words.say("log.imported", { notes: words.say("common.notes", { count: event.notes }), from: quote(event.from) })]
    case "access-contact":
      return [words.say(event.named ? "log.access-named" : "log.access-none", { who })]
    case "access-link":
      return [words.say("log.access-link", { who })]
    case "access-read":
      return [words.say("log.access-read")]
    case "kept-until":
      return [words.say("log.kept-until", { who, day: words.day(event.until, handout.timeZone) })]
    case "erased":
      return [words.say(event.words ? "log.erased-words" : "log.erased-name")]
    case "name-taken-out":
      return [words.say("log.name-taken-out", { who, places: event.places })]
    case "exported":
      return [words.say("log.exported", { who, format: event.format.toUpperCase() })]
  }
}

type EventOf<T extends SessionEvent["type"]> = Extract<SessionEvent, { type: T }>

function planSentences(event: EventOf<"plan-edited">, who: string, { words }: Handout, quote: (text: string) => string): string[] {
  const { title, purpose, stage } = event
  const said: string[] = []
  if (title !== undefined) said.push(words.say("log.plan-title", { who, words: quote(title) }))
  if (purpose !== undefined)
    said.push(purpose ? words.say("log.plan-purpose", { who, words: quote(purpose) }) : words.say("log.plan-purpose-none", { who }))
  if (!stage) return said
  const name = words.say(`common.stage-${stage.kind}`)
  const { prompt, minutes } = stage
  if (prompt !== undefined)
    said.push(
      prompt
        ? words.say("log.plan-prompt", { who, stage: name, words: quote(prompt) })
        : words.say("log.plan-prompt-none", { who, stage: name }),
    )
  if (minutes !== undefined) {
    const planned = words.say("common.minutes", { count: minutes })
    said.push(
      minutes > 0
        ? words.say("log.plan-minutes", { who, minutes: planned, stage: name })
        : words.say("log.plan-minutes-none", { who, stage: name }),
    )
  }
  return said
}

function hostSentence(event: EventOf<"host-changed">, who: string, { words }: Handout, credits: Credits): string {
  const to = credits.seat(event.to)
  switch (event.how) {
    case "first":
      return words.say("log.host-first", { to })
    case "passed":
      return words.say("log.host-passed", { who, to })
    case "organiser":
      return words.say("log.host-organiser", { to })
    case "taken-over":
      return event.confirmedBy === undefined
        ? words.say("log.host-taken-alone", { to })
        : words.say("log.host-taken", { to, confirmed: credits.seat(event.confirmedBy) })
  }
}
