// Who said a note, as that person chose to be shown. The only place that turns seats into names.
import { useCallback } from "react"
import type { PublicSeat } from "@evenboard/api"
import type { Words } from "@evenboard/words"
import type { People } from "./connect/people-store.ts"
import { usePeople } from "./use-session.ts"
import { useValue } from "./use-value.ts"
import { useWords } from "./words.tsx"
import { useWorkshop } from "./workshop-context.ts"

export type Credit = {
  /** As it can be said aloud: "note 12"; null until the server has numbered it. */
  number: number | null
  author: string
  scribe: string | null
  /** The whole quiet line: "Rosa", or "Rosa · typed by Sam". */
  line: string
  isMine: boolean
}

/** "Rosa", "Guest 7", or for somebody who gave no name "Someone at table 2". */
export function nameOf(seat: PublicSeat | undefined, words: Words): string {
  if (!seat) return words.say("board.someone")
  if (seat.name) return seat.name
  if (seat.someoneAt !== undefined) return words.say("board.someone-at", { table: seat.someoneAt })
  return words.say("common.guest", { number: seat.guest })
}

/** A note the server has not numbered yet can only be mine or on its way. */
export function creditOf(noteId: string, people: People, words: Words): Credit {
  const fact = people.facts.get(noteId)
  if (!fact) return { number: null, author: words.say("board.new"), scribe: null, line: words.say("board.new"), isMine: false }
  const author = nameOf(people.seats.get(fact.author), words)
  const scribe = fact.scribe && fact.scribe !== fact.author ? nameOf(people.seats.get(fact.scribe), words) : null
  const line = scribe ? words.say("common.written-by", { author, scribe }) : author
  return { number: fact.number, author, scribe, line, isMine: fact.author === people.me.id }
}

/** The credit of any note, by its id. */
export function useCreditOf(): (noteId: string) => Credit {
  const people = usePeople()
  const words = useWords()
  return useCallback((noteId) => creditOf(noteId, people, words), [people, words])
}

/** The credit of one note; draws again only when that changes, not with everybody who comes and goes. */
export function useCredit(noteId: string): Credit {
  const words = useWords()
  const read = useCallback((people: People) => creditOf(noteId, people, words), [noteId, words])
  return useValue(useWorkshop().people, read)
}

/** The shown name of any seat, by its id. */
export function useNameOf(): (seatId: string) => string {
  const people = usePeople()
  const words = useWords()
  return useCallback((seatId) => nameOf(people.seats.get(seatId), words), [people, words])
}
