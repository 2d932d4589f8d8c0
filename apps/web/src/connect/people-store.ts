// Who takes part, who is here now, and what the server knows of each note: its number, whose words it holds, the first wording.
import type { NoteFact, OwnSeat, PeopleFrame, PublicSeat } from "@evenboard/api"
import { valueOf, type Value } from "./value.ts"

export type People = {
  seats: ReadonlyMap<string, PublicSeat>
  facts: ReadonlyMap<string, NoteFact>
  /** Seats with a live connection. */
  here: ReadonlySet<string>
  me: OwnSeat
}

const withAll = <T extends { id: string }>(old: ReadonlyMap<string, T>, news: readonly T[]): ReadonlyMap<string, T> =>
  news.length === 0 ? old : new Map([...old, ...news.map((one) => [one.id, one] as const)])

export type PeopleStore = Value<People> & { take(frame: PeopleFrame): void; setMe(me: OwnSeat): void }

export function peopleStore(me: OwnSeat): PeopleStore {
  const value = valueOf<People>({ seats: new Map([[me.id, me]]), facts: new Map(), here: new Set([me.id]), me })
  return {
    get: value.get,
    subscribe: value.subscribe,
    take(frame) {
      const old = frame.whole ? { ...value.get(), seats: new Map<string, PublicSeat>(), facts: new Map<string, NoteFact>() } : value.get()
      const seats = withAll(old.seats, frame.seats)
      const mine = seats.get(old.me.id)
      value.set({
        seats,
        facts: withAll(old.facts, frame.facts),
        here: frame.here ? new Set(frame.here) : old.here,
        me: mine ? { ...old.me, ...mine } : old.me,
      })
    },
    setMe(me) {
      const old = value.get()
      const { ownName: _ownName, credit: _credit, quotable: _quotable, language: _language, ...seen } = me
      value.set({ ...old, me, seats: withAll(old.seats, [seen]) })
    },
  }
}
