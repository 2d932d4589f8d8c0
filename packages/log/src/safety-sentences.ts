// The sentences of the log about people's safety. None names who asked for help, who had to leave, or which two people agreed.
import type { EventOf, Teller } from "./teller.ts"

type SafetyEvent = EventOf<
  "note-hidden" | "hide-proposed" | "hide-dropped" | "paused" | "resumed" | "help-asked" | "person-removed" | "person-returned"
>

/** `who` is the actor's name. */
export function safetySentence(event: SafetyEvent, who: string, { words, quote }: Teller): string {
  switch (event.type) {
    case "note-hidden": {
      const told = { number: event.number, reason: quote(event.reason) }
      return event.by === "server" ? words.say("log.note-hidden-two", told) : words.say("log.note-hidden", { ...told, who })
    }
    case "hide-proposed":
      return words.say("log.hide-proposed", { number: event.number, reason: quote(event.reason) })
    case "hide-dropped":
      return words.say("log.hide-dropped")
    case "help-asked":
      if (event.what !== "word") return words.say(`log.help-${event.what}`)
      return event.word ? words.say("log.help-word", { words: quote(event.word) }) : words.say("log.help-word-any")
    case "person-removed":
      return words.say(event.withYes ? "log.person-removed" : "log.person-removed-alone", { who })
    default:
      return words.say(`log.${event.type}`, { who })
  }
}
