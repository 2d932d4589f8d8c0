// How many people said what a stack says. Knows no layout.
import type { Words } from "@evenboard/words"

/** "3 people said this"; where one person said all of it "3 notes". Null for a note in no stack. */
export function saidBy(
  members: readonly { readonly id: string }[],
  facts: ReadonlyMap<string, { readonly author: string }>,
  words: Words,
): string | null {
  if (members.length < 2) return null
  const people = new Set(members.map(({ id }) => facts.get(id)?.author ?? id)).size
  return people > 1 ? words.say("stack.said", { count: people }) : words.say("common.notes", { count: members.length })
}
