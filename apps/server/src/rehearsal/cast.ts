// Who comes to a rehearsal and what they say: people plainly pretend, words really said (see README.md here). Pure; the words are those
// of the workshop's language.
import { LIMITS } from "@evenboard/api"
import type { Words } from "@evenboard/words"

export type Pretender = {
  name: string
  table: string
  /** Somebody without a phone has their words typed by a neighbour with one. */
  hasPhone: boolean
}
/** `by` is a place in the list of pretenders. */
export type Line = { kind: "need" | "option"; text: string; by: number }

/** Three tables and a call; as in a hall, two of them have no phone. */
const PLACES = ["1", "2", "3", "online", "1", "2", "3", "online", "1", "2", "1", "3"] as const
const WITHOUT_PHONE = new Set([10, 11])

/** Numbers of the comments as the conversation has them, in the order they come here. */
const NEEDS = [20, 18, 29, 15, 23, 34, 16, 28, 33, 19, 17, 36] as const
const OPTIONS = [22, 31, 27, 21, 25, 30, 24, 35, 26, 32, 37] as const

export function castOf(words: Words): { people: Pretender[]; lines: Line[] } {
  const people = PLACES.map((table, at) => ({
    name: words.say("rehearsal.pretend", { name: words.say(`rehearsal.name-${nameNumber(at)}`) }).slice(0, LIMITS.name),
    table,
    hasPhone: !WITHOUT_PHONE.has(at),
  }))
  const lines: Line[] = [
    ...NEEDS.map((id, at) => ({ kind: "need" as const, text: words.say(`rehearsal.said-${id}`), by: at % people.length })),
    ...OPTIONS.map((id, at) => ({ kind: "option" as const, text: words.say(`rehearsal.said-${id}`), by: (at * 5 + 2) % people.length })),
  ]
  return { people, lines }
}

const NAMES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const nameNumber = (at: number) => NAMES[at % NAMES.length] ?? 1
