// The sentences about guiding that need more than one look: the plan, hosting, and writing alone.
import type { EventOf, Teller } from "./teller.ts"

/** A plan edited in three places is three sentences. */
export function planSentences({ title, purpose, stage }: EventOf<"plan-edited">, who: string, { words, quote }: Teller): string[] {
  const said: string[] = []
  if (title !== undefined) said.push(words.say("log.plan-title", { who, words: quote(title) }))
  if (purpose) said.push(words.say("log.plan-purpose", { who, words: quote(purpose) }))
  if (purpose === "") said.push(words.say("log.plan-purpose-none", { who }))
  if (!stage) return said
  const name = words.say(`common.stage-${stage.kind}`)
  if (stage.prompt) said.push(words.say("log.plan-prompt", { who, stage: name, words: quote(stage.prompt) }))
  if (stage.prompt === "") said.push(words.say("log.plan-prompt-none", { who, stage: name }))
  if (stage.minutes)
    said.push(words.say("log.plan-minutes", { who, stage: name, minutes: words.say("common.minutes", { count: stage.minutes }) }))
  if (stage.minutes === 0) said.push(words.say("log.plan-minutes-none", { who, stage: name }))
  return said
}

export function hostSentence({ to, how, confirmedBy }: EventOf<"host-changed">, who: string, { words, nameOf }: Teller): string {
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

type RoundEvent = EventOf<"round-started" | "reveal-asked" | "reveal-put-off" | "round-revealed">

export function roundSentence(event: RoundEvent, who: string, { words, nameOf, quote }: Teller): string {
  switch (event.type) {
    case "reveal-asked":
    case "reveal-put-off":
      return words.say(`log.${event.type}`, { who })
    case "round-started": {
      const { question } = event
      return question ? words.say("log.round-started", { who, words: quote(question) }) : words.say("log.round-started-plain", { who })
    }
    case "round-revealed": {
      const told = { who: nameOf(event.askedBy), notes: words.say("common.notes", { count: event.notes }) }
      return event.confirmedBy === null
        ? words.say("log.round-revealed-alone", told)
        : words.say("log.round-revealed", { ...told, confirmed: nameOf(event.confirmedBy) })
    }
  }
}
