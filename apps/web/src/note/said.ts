// What a stack says of itself: how many people said it, and who. Every author once, in the order their notes lie in.
import { useCallback } from "react"
import type { Note } from "@evenboard/board"
import type { Words } from "@evenboard/words"
import type { People } from "../connect/people-store.ts"
import { creditOf } from "../credit.ts"
import { useValue } from "../use-value.ts"
import { useWords } from "../words.tsx"
import { useWorkshop } from "../workshop-context.ts"

/** `count`: "3 people said this", or where one person said it three times "3 notes". `names`: who, as each chose. */
export type Said = { count: string; names: string }

export function saidBy(members: readonly Note[], people: People, words: Words): Said {
  // A note the server has not numbered yet is some one person's.
  const authors = new Map(members.map(({ id }) => [people.facts.get(id)?.author ?? id, creditOf(id, people, words).author]))
  const count = authors.size > 1 ? words.say("stack.said", { count: authors.size }) : words.say("common.notes", { count: members.length })
  return { count, names: words.list([...authors.values()]) }
}

/** Null for a note in no stack. */
export function useSaid(members: readonly Note[]): Said | null {
  const words = useWords()
  const read = useCallback((people: People) => (members.length > 1 ? saidBy(members, people, words) : null), [members, words])
  return useValue(useWorkshop().people, read)
}
