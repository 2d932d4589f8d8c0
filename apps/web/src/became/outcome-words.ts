// An outcome in words: what it is, and of what it was said when that is not the note itself. Pure.
import { TAKEN_BACK } from "@evenboard/board"
import type { NoteOutcome } from "@evenboard/board/path"
import type { Words } from "@evenboard/words"

/** `of`: what it was said of, by its id, when somebody said it; null else. */
type OutcomeWords = { readonly sentence: string; readonly covering: string | null; readonly of: string | null }

export function outcomeWords(outcome: NoteOutcome, noteId: string, words: Words): OutcomeWords {
  switch (outcome.type) {
    case "not-this-time":
      return {
        sentence: words.say("outcome.not-this-time", { reason: reasonWords(outcome.reason, words) }),
        covering: coveringWords(outcome.of, words),
        of: outcome.of === null ? noteId : "note" in outcome.of ? outcome.of.note.id : outcome.of.theme.id,
      }
    case "set-aside":
      return { sentence: words.say("board.aside-because", { reason: reasonWords(outcome.reason, words) }), covering: null, of: null }
    case "in-plan":
    case "about-us":
    case "open":
      return { sentence: words.say(`outcome.${outcome.type}`), covering: null, of: null }
  }
}

export const reasonWords = (reason: string, words: Words): string =>
  reason.trim() === "" || reason === TAKEN_BACK ? words.say("outcome.no-reason") : reason

function coveringWords(of: Extract<NoteOutcome, { type: "not-this-time" }>["of"], words: Words): string | null {
  if (of === null) return null
  if ("theme" in of) return words.say("outcome.of-theme", { theme: of.theme.title || words.say("common.about-us") })
  return words.say(of.note.kind === "option" ? "outcome.of-option" : "outcome.of-same", { words: of.note.text })
}
