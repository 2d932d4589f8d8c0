// The session log in words: event → sentence. Pure; knows no React. Every kind of event has a sentence, and the compiler says so.
// Hands on agreements are people's own and many: a run of them becomes one line that counts, never one line a person.
import type { SessionEvent } from "@evenboard/session"
import type { Words } from "@evenboard/words"
import { apart } from "../../apart.ts"

export type LogLine = { /** The last event it tells. */ seq: number; at: number; sentence: string }
export type Teller = { words: Words; /** A seat as that person chose to be shown. */ nameOf(seat: string): string }

type EventOf<T extends SessionEvent["type"]> = Extract<SessionEvent, { type: T }>
type Told = Exclude<SessionEvent, { type: "hand-raised" }>

/** Oldest first, as the log stands. */
export function logLines(events: readonly SessionEvent[], { words, nameOf }: Teller): LogLine[] {
  const teller: Teller = { words, nameOf: (seat) => apart(nameOf(seat), words.dir) }
  const lines: LogLine[] = []
  const numbers = new Map<string, number>()
  let hands = 0
  for (const event of events) {
    if (event.type === "hand-raised") {
      if (hands > 0) lines.pop()
      hands += 1
      lines.push({ seq: event.seq, at: event.at, sentence: words.say("log.hands", { count: hands }) })
      continue
    }
    hands = 0
    if (event.type === "note-hidden") numbers.set(event.noteId, event.number)
    for (const sentence of sentencesOf(event, teller, numbers)) lines.push({ seq: event.seq, at: event.at, sentence })
  }
  return lines
}

/** One event may say several things: a plan edited in three places is three sentences. */
function sentencesOf(event: Told, teller: Teller, numbers: ReadonlyMap<string, number>): string[] {
  const { words, nameOf } = teller
  const who = actorName(event, teller)
  const minutes = (count: number) => words.say("common.minutes", { count })
  switch (event.type) {
    case "opened":
      return [words.say("log.opened", { title: apart(event.title, words.dir) })]
    case "plan-edited":
      return planSentences(event, who, words)
    case "stage-moved":
      return [words.say("log.stage-moved", { who, stage: words.say(`common.stage-${event.to}`) })]
    case "timer-started":
      return [words.say("log.timer-started", { who, minutes: minutes(event.minutes) })]
    case "timer-lengthened":
      return [words.say("log.timer-lengthened", { who, minutes: minutes(event.minutes) })]
    case "timer-stopped":
      return [words.say("log.timer-stopped", { who })]
    case "host-changed":
      return [hostSentence(event, who, teller)]
    case "host-asked":
      return [words.say("log.host-asked", { who: nameOf(event.seat) })]
    case "door-opened":
      return [words.say("log.door-opened", { who })]
    case "design-agreed":
    case "design-unagreed":
    case "quiet-asked":
      return [words.say(`log.${event.type}`, { who })]
    case "door-shut":
      return [words.say("log.door-shut", { who })]
    case "link-rotated":
      return [words.say("log.link-rotated", { who })]
    case "note-hidden":
    case "hide-proposed":
    case "hide-dropped":
    case "paused":
    case "resumed":
    case "help-asked":
    case "person-removed":
    case "person-returned":
      return [safetySentence(event, who, words)]
    case "note-restored": {
      const number = numbers.get(event.noteId)
      return [number === undefined ? words.say("log.note-restored-unknown", { who }) : words.say("log.note-restored", { who, number })]
    }
    case "hands-counted":
      return [words.say("log.hands-counted", { who, for: event.for, worried: event.worried })]
    case "worry-said":
      return [words.say("log.worry-said", { who: worrierName(event, teller), words: apart(event.words, words.dir) })]
    case "worry-withdrawn":
      return [words.say("log.worry-withdrawn", { who })]
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
      return [words.say("log.imported", { from: apart(event.from, words.dir), notes: words.say("common.notes", { count: event.notes }) })]
    case "exported":
      return [words.say("log.exported", { who, format: apart(event.format.toUpperCase(), words.dir) })]
    case "access-contact":
      return [words.say(event.named ? "log.access-named" : "log.access-none", { who })]
    case "access-link":
      return [words.say("log.access-link", { who })]
    case "access-read":
      return [words.say("log.access-read")]
    case "kept-until":
      return [words.say("log.kept-until", { who, day: words.day(event.until) })]
    case "erased":
      return [words.say(event.words ? "log.erased-words" : "log.erased-name")]
    case "name-taken-out":
      return [words.say("log.name-taken-out", { who, places: event.places })]
    case "ended":
      return [words.say("log.ended", { who })]
  }
}

function actorName({ by }: SessionEvent, { words, nameOf }: Teller): string {
  if (by === "organiser") return words.say("log.organiser")
  return by === "server" ? words.say("log.server") : nameOf(by.seat)
}

function worrierName({ seat, scribe }: EventOf<"worry-said">, { words, nameOf }: Teller): string {
  return scribe === null ? nameOf(seat) : words.say("common.written-by", { author: nameOf(seat), scribe: nameOf(scribe) })
}

function planSentences({ title, purpose, stage }: EventOf<"plan-edited">, who: string, words: Words): string[] {
  const said: string[] = []
  if (title !== undefined) said.push(words.say("log.plan-title", { who, words: apart(title, words.dir) }))
  if (purpose) said.push(words.say("log.plan-purpose", { who, words: apart(purpose, words.dir) }))
  if (purpose === "") said.push(words.say("log.plan-purpose-none", { who }))
  if (!stage) return said
  const name = words.say(`common.stage-${stage.kind}`)
  if (stage.prompt) said.push(words.say("log.plan-prompt", { who, stage: name, words: apart(stage.prompt, words.dir) }))
  if (stage.prompt === "") said.push(words.say("log.plan-prompt-none", { who, stage: name }))
  if (stage.minutes)
    said.push(words.say("log.plan-minutes", { who, stage: name, minutes: words.say("common.minutes", { count: stage.minutes }) }))
  if (stage.minutes === 0) said.push(words.say("log.plan-minutes-none", { who, stage: name }))
  return said
}

type RoundEvent = EventOf<"round-started" | "reveal-asked" | "reveal-put-off" | "round-revealed">

function roundSentence(event: RoundEvent, who: string, { words, nameOf }: Teller): string {
  if (event.type === "reveal-asked" || event.type === "reveal-put-off") return words.say(`log.${event.type}`, { who })
  if (event.type === "round-started") {
    const { question } = event
    return question
      ? words.say("log.round-started", { who, words: apart(question, words.dir) })
      : words.say("log.round-started-plain", { who })
  }
  const told = { who: nameOf(event.askedBy), notes: words.say("common.notes", { count: event.notes }) }
  return event.confirmedBy === null
    ? words.say("log.round-revealed-alone", told)
    : words.say("log.round-revealed", { ...told, confirmed: nameOf(event.confirmedBy) })
}

type SafetyEvent = EventOf<
  "note-hidden" | "hide-proposed" | "hide-dropped" | "paused" | "resumed" | "help-asked" | "person-removed" | "person-returned"
>

/** What two participants did, and whoever asked for help or had to leave, stands here without a name. */
function safetySentence(event: SafetyEvent, who: string, words: Words): string {
  switch (event.type) {
    case "note-hidden": {
      const told = { number: event.number, reason: apart(event.reason, words.dir) }
      return event.by === "server" ? words.say("log.note-hidden-two", told) : words.say("log.note-hidden", { ...told, who })
    }
    case "hide-proposed":
      return words.say("log.hide-proposed", { number: event.number, reason: apart(event.reason, words.dir) })
    case "hide-dropped":
      return words.say("log.hide-dropped")
    case "help-asked":
      if (event.what !== "word") return words.say(`log.help-${event.what}`)
      return event.word ? words.say("log.help-word", { words: apart(event.word, words.dir) }) : words.say("log.help-word-any")
    case "person-removed":
      return words.say(event.withYes ? "log.person-removed" : "log.person-removed-alone", { who })
    default:
      return words.say(`log.${event.type}`, { who })
  }
}

function hostSentence({ to, how, confirmedBy }: EventOf<"host-changed">, who: string, { words, nameOf }: Teller): string {
  const name = nameOf(to)
  switch (how) {
    case "first":
      return words.say("log.host-first", { to: name })
    case "passed":
      return words.say("log.host-passed", { who, to: name })
    case "organiser":
      return words.say("log.host-organiser", { to: name })
    case "taken-over":
      return confirmedBy === undefined
        ? words.say("log.host-taken-alone", { to: name })
        : words.say("log.host-taken", { to: name, confirmed: nameOf(confirmedBy) })
  }
}
