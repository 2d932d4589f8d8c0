// The people whose words are written on this phone, and whose turn it is. It stays on this phone, by workshop, and is told to nobody:
// that people share a phone is theirs to tell. Knows no React and asks no server.
import type { ForWhom, NoteFact, PublicSeat } from "@evenboard/api"
import { valueOf, type OwnValue } from "../connect/value.ts"
import { recall, remember } from "../note/remember.ts"

/** `for` names a place once the server has given one. Added without a line it is a name or a table, and the last note leads to the place. */
export type PersonHere = { id: string; name: string; for: ForWhom; noteId?: string }
/** `chosen`: whose turn it is; null is mine, as after each load of the page. */
export type PeopleHere = { people: readonly PersonHere[]; chosen: string | null }

const known = new Map<string, OwnValue<PeopleHere>>()

export function hereOf(workshopId: string): OwnValue<PeopleHere> {
  let here = known.get(workshopId)
  if (!here) {
    here = valueOf<PeopleHere>({ people: recall<PersonHere[]>(workshopId, "people") ?? [], chosen: null })
    known.set(workshopId, here)
    const kept = here
    here.subscribe(() => remember(workshopId, "people", kept.get().people))
  }
  return here
}

/** The server's own place for somebody, as soon as it is known, so that nobody becomes two. */
export function whomOf(person: PersonHere, facts: ReadonlyMap<string, NoteFact>): ForWhom {
  const fact = "seatId" in person.for || person.noteId === undefined ? undefined : facts.get(person.noteId)
  // Until the server has answered, the fact still names the scribe as author.
  return fact?.scribe ? { seatId: fact.author } : person.for
}

/**
 * Who has a phone of their own decides how they are named, and may have their name deleted: this phone then keeps none of them. The same
 * list where nothing changes.
 */
export function namesLeftTo(people: readonly PersonHere[], seats: ReadonlyMap<string, PublicSeat>): readonly PersonHere[] {
  const isTheirs = ({ name, for: whom }: PersonHere) => name !== "" && "seatId" in whom && (seats.get(whom.seatId)?.device ?? false)
  return people.some(isTheirs) ? people.map((person) => (isTheirs(person) ? { ...person, name: "" } : person)) : people
}

/** After a note: where one other person is written for it is my turn again; where several share the phone it stays theirs. */
export const turnAfter = ({ people, chosen }: PeopleHere): string | null => (people.length > 1 ? chosen : null)

/** Each keeps their own half-written words, under a name of their own. */
export const draftKey = (of: string, person: string | null): string => (person === null ? of : `${of}-for-${person}`)
