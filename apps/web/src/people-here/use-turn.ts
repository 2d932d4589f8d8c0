// Whose turn it is on this phone, as React reads it: the person chosen, how they are shown, and what is said to the server of their note.
import { useCallback } from "react"
import type { ForWhom } from "@evenboard/api"
import { useNameOf } from "../credit.ts"
import { usePrivateNow } from "../safe/private-desk.ts"
import { useIntent, usePeople, useWorkshopId } from "../use-session.ts"
import { useValue } from "../use-value.ts"
import { hereOf, turnAfter, whomOf, type PersonHere } from "./here.ts"

/** How somebody on this phone is called on it, the place that is theirs, and whether they write on a phone of their own by now. */
export function useKnown(): (person: PersonHere) => { name: string; whom: ForWhom; seatId: string | null; hasPhone: boolean } {
  const nameOf = useNameOf()
  const { seats, facts, me } = usePeople()
  const supports = usePrivateNow()?.supports
  return (person) => {
    const whom = whomOf(person, facts)
    const seatId = "seatId" in whom ? whom.seatId : null
    const mayWrite = seatId === null || seatId === me.id || supports?.includes(seatId)
    const hasPhone = !mayWrite && (seats.get(seatId)?.device ?? false)
    return { name: person.name || nameOf(seatId ?? ""), whom, seatId, hasPhone }
  }
}

export function useTurn() {
  const intent = useIntent()
  const here = hereOf(useWorkshopId())
  const { people, chosen } = useValue(here)
  const known = useKnown()
  const person = people.find(({ id }) => id === chosen) ?? null
  const choose = useCallback((next: string | null) => here.set({ ...here.get(), chosen: next }), [here])
  /** What I write alone for this person: what becomes of it leads to their place. */
  const wroteAlone = (noteId: string, by: PersonHere): void =>
    here.set({ ...here.get(), people: here.get().people.map((one) => (one.id === by.id ? { ...one, noteId } : one)) })
  /** The note I just added holds this person's words. */
  const writtenFor = (noteId: string, by: PersonHere): void => {
    wroteAlone(noteId, by)
    void intent({ type: "written-for", noteId, for: known(by).whom })
  }
  const goOn = (): void => choose(turnAfter(here.get()))
  return { people, person, chosen: person?.id ?? null, ...(person ? known(person) : NOBODY), choose, wroteAlone, writtenFor, goOn }
}

const NOBODY = { name: "", whom: null, hasPhone: false } as const
