// How React reads and changes what I write alone. One desk an open workshop, for as long as the page lives.
import { useCallback, useEffect } from "react"
import { newId, type NoteId } from "@evenboard/board"
import type { Workshop } from "../connect/open-workshop.ts"
import { ask } from "../screens/paper/ask.ts"
import { useValue } from "../use-value.ts"
import { useWorkshop } from "../workshop-context.ts"
import { DraftsDesk, shelfInBrowser, type Desk, type MyDraft } from "./drafts-desk.ts"

const desks = new WeakMap<Workshop, DraftsDesk>()

function deskOf(workshop: Workshop): DraftsDesk {
  const known = desks.get(workshop)
  if (known) return known
  const desk = new DraftsDesk({
    path: `/api/workshops/${workshop.id}/drafts`,
    shelf: shelfInBrowser(workshop.id, workshop.boot.seat.id),
    ask,
    newId,
    round: () => workshop.session.get().session.round?.id ?? null,
    firstWordingOf: (id) => {
      const fact = workshop.people.get().facts.get(id)
      return fact ? (fact.firstWording ?? workshop.board.get().notes.get(id as NoteId)?.text ?? null) : null
    },
    now: () => workshop.now(),
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  desks.set(workshop, desk)
  let round = workshop.session.get().session.round?.id
  workshop.session.subscribe(() => {
    const next = workshop.session.get().session.round?.id
    if (next === round) return
    round = next
    void desk.refresh()
  })
  workshop.line.subscribe(() => {
    if (workshop.line.get().at === "open") void desk.refresh()
  })
  void desk.refresh()
  return desk
}

export const useDesk = (): DraftsDesk => deskOf(useWorkshop())

export function useMyDrafts(): Desk {
  return useValue(useDesk().state)
}

/** Looks again whenever something that shows them appears: another phone of mine may have written. */
export function useFreshDrafts(): readonly MyDraft[] {
  const desk = useDesk()
  const { drafts } = useMyDrafts()
  const refresh = useCallback(() => void desk.refresh(), [desk])
  useEffect(refresh, [refresh])
  return drafts
}
