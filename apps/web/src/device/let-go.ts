// What somebody had deleted, or a host took out, for good: this phone lets go of it too, where the board's own copy does not. My undo
// could put the old words back as new ones, and words half written for somebody stay here when that person deletes theirs. Nobody is told
// who it was, so this phone lets go for everybody it could be: whoever has a phone of their own by now, for whom it writes no more.
import type { NoteFact, PublicSeat } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"
import type { Workshop } from "../connect/open-workshop.ts"
import { remember } from "../note/remember.ts"
import { forgetHalfWritten } from "../people-here/half-written.ts"
import { hereOf, whomOf, type PersonHere } from "../people-here/here.ts"
import { useUi } from "../ui-store.ts"

export function letGoOf({ id, session, people }: Workshop): void {
  const look = lettingGo({
    events: () => session.get().events,
    people: () => hereOf(id).get().people,
    seats: () => people.get().seats,
    facts: () => people.get().facts,
    forgetUndo: () => useUi.setState({ undo: [], result: null }),
    forgetHalfWritten: (person) => forgetHalfWritten(id, person),
    forgetNamesTyped: () => remember(id, "paper-cards", null),
  })
  session.subscribe(look)
}

type LettingGo = {
  events(): readonly SessionEvent[]
  people(): readonly PersonHere[]
  seats(): ReadonlyMap<string, PublicSeat>
  facts(): ReadonlyMap<string, NoteFact>
  forgetUndo(): void
  forgetHalfWritten(person: string): void
  /** The list of cards typed in here says whose each was. */
  forgetNamesTyped(): void
}

/** Call it whenever the log changes. What was there when this phone came is over: it holds nothing from before. */
export function lettingGo(phone: LettingGo): () => void {
  const last = (is: (event: SessionEvent) => boolean): number => phone.events().findLast(is)?.seq ?? 0
  const each = (is: (event: SessionEvent) => boolean, letGo: () => void): (() => void) => {
    let seen = last(is)
    return () => {
      if (last(is) <= seen) return
      seen = last(is)
      letGo()
    }
  }
  const isElsewhere = (person: PersonHere): boolean => {
    const whom = whomOf(person, phone.facts())
    return "seatId" in whom && (phone.seats().get(whom.seatId)?.device ?? false)
  }
  const looks = [
    each((event) => event.type === "name-taken-out" || isErased(event), phone.forgetUndo),
    each((event) => event.type === "erased", phone.forgetNamesTyped),
    each(isErased, () => {
      for (const person of phone.people()) if (isElsewhere(person)) phone.forgetHalfWritten(person.id)
    }),
  ]
  return () => looks.forEach((look) => look())
}

const isErased = (event: SessionEvent): boolean => event.type === "erased" && event.words
