// A recipe's own questions, in the reader's language: only those a host has rewritten stay in the words they were written in.
import { STAGE_KINDS } from "@evenboard/api"
import type { Words } from "@evenboard/words"

/** From each built-in question in the workshop's language to the same in the reader's; empty where both are one. */
export function promptsFor(workshop: Words, reader: Words): Record<string, string> {
  if (workshop.locale === reader.locale) return {}
  return Object.fromEntries(STAGE_KINDS.map((kind) => [workshop.say(`recipes.prompt-${kind}`), reader.say(`recipes.prompt-${kind}`)]))
}
