// The notes I am reading and those that wait, for one page; and what is said aloud about those that came.
import { useCallback, useEffect, useState } from "react"
import { notesOn, type Board, type Canvas, type NoteId } from "@evenboard/board"
import { useAnnouncer } from "../ui/announcer.tsx"
import { useBoard } from "../use-board.ts"
import { useWords } from "../words.tsx"
import { useWorkshop } from "../workshop-context.ts"
import { heldBack, showMine, type Shown } from "./held.ts"

const idsOn = (board: Board, canvas: Canvas): NoteId[] => notesOn(board, canvas).map(({ id }) => id)

export function useHeld(canvas: Canvas): { shown: Shown; waiting: number; showAll: () => void } {
  const { board } = useWorkshop()
  const words = useWords()
  const { sayLater } = useAnnouncer()
  const [shown, setShown] = useState<Shown>(() => new Set(board.get().notes.keys()))
  useEffect(() => {
    let came = 0
    return board.onChange((before, after, transaction) => {
      if (before.notes === after.notes) return
      const news = [...after.notes.keys()].filter((id) => !before.notes.has(id))
      setShown((now) => showMine(now, news, transaction.local, notesOn(before, canvas).length === 0))
      if (transaction.local || news.length === 0) return
      came += news.length
      sayLater("new-notes", () => {
        const line = words.say("board.heard-new", { count: came })
        came = 0
        return line
      })
    })
  }, [board, canvas, sayLater, words])
  const waiting = useBoard((now) => heldBack(notesOn(now, canvas), shown).length)
  const showAll = useCallback(() => setShown((now) => new Set([...now, ...idsOn(board.get(), canvas)])), [board, canvas])
  return { shown, waiting, showAll }
}
