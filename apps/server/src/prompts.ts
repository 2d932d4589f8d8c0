// A recipe's own questions, in the reader's language: only those a host has rewritten stay in the words they were written in.
import { RECIPE_PROMPTS } from "@evenboard/session"
import type { Words } from "@evenboard/words"

/** From each built-in question in the workshop's language to the same in the reader's; empty where both are one. */
export function promptsFor(workshop: Words, reader: Words): Record<string, string> {
  if (workshop.locale === reader.locale) return {}
  return Object.fromEntries(
    RECIPE_PROMPTS.map((prompt) => [workshop.say(`recipes.prompt-${prompt}`), reader.say(`recipes.prompt-${prompt}`)]),
  )
}
