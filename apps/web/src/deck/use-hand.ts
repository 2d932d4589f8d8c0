// My hand of notes on this phone: dealt from who is here and what is not grouped yet, kept right while the board changes. What I was
// not sure about is remembered on this device, so that I am not asked about it again.
import { useCallback, useEffect, useState } from "react"
import { facesInTheme, type Board, type NoteId } from "@evenboard/board"
import { recall, remember } from "../note/remember.ts"
import { usePeople, useWorkshopId } from "../use-session.ts"
import { useWorkshop } from "../workshop-context.ts"
import { dealt } from "./deal.ts"
import { back, begun, changed, currentOf, gone, passed, type Hand } from "./hand.ts"

const UNSURE = "deck-unsure"
/** Notes that wait for a theme; of a stack only the face, which takes all of it along. */
export const looseOn = (board: Board): readonly { id: NoteId }[] => facesInTheme(board, null, "needs").map(({ face }) => face)

export type MyHand = {
  hand: Hand
  /** What I was not sure about, in this hand and before. */
  unsure: ReadonlySet<NoteId>
  next(): void
  back(): void
  pass(): void
  /** Another hand; `again`: of what I was not sure about. */
  deal(again?: boolean): void
}

export function useHand(): MyHand {
  const { board } = useWorkshop()
  const workshopId = useWorkshopId()
  const { here, me } = usePeople()
  const [unsure, setUnsure] = useState<ReadonlySet<NoteId>>(() => new Set(recall<NoteId[]>(workshopId, UNSURE)))
  const [hand, setHand] = useState<Hand>(() =>
    begun(dealt({ notes: looseOn(board.get()).map(({ id }) => id), here, me: me.id, passed: unsure })),
  )
  useEffect(() => board.onChange((before, after, { local }) => setHand((now) => changed(now, before, after, local))), [board])
  const forget = useCallback(
    (ids: ReadonlySet<NoteId>) => {
      setUnsure(ids)
      remember(workshopId, UNSURE, ids.size > 0 ? [...ids] : null)
    },
    [workshopId],
  )
  return {
    hand,
    unsure,
    next: () => setHand(gone(hand, board.get())),
    back: () => setHand(back(hand)),
    pass: () => {
      const id = currentOf(hand)
      if (id !== null) forget(new Set([...unsure, id]))
      setHand(passed(hand, board.get()))
    },
    deal: (again = false) => {
      const left = again ? new Set<NoteId>() : unsure
      if (again) forget(left)
      setHand(begun(dealt({ notes: looseOn(board.get()).map(({ id }) => id), here, me: me.id, passed: left })))
    },
  }
}
