// Putting the note I look at into a theme, there is or a new one; and who did so before me.
import { useEffect, useState } from "react"
import { newId, positionOf, type NoteId, type ThemeId } from "@evenboard/board"
import type { HistoryPage } from "@evenboard/api"
import { useNameOf } from "../credit.ts"
import { ask } from "../screens/paper/ask.ts"
import { useBoardNow, useRetell } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"

export function usePut(): { into: (id: NoteId, themeId: ThemeId) => boolean; intoNew: (id: NoteId, title: string) => boolean } {
  const words = useWords()
  const run = useRun()
  const boardNow = useBoardNow()
  const retell = useRetell()
  return {
    into: (id, themeId) => {
      if (!run({ type: "move", id, spot: { themeId } }, { say: "" }).ok) return false
      const { at, of } = positionOf(boardNow(), id) ?? { at: 1, of: 1 }
      const theme = boardNow().themes.get(themeId)?.title || words.say("common.about-us")
      retell(words.say("board.moved", { theme, place: at, count: of }))
      return true
    },
    intoNew: (id, title) => {
      const theme = title.trim()
      const say = words.say("board.moved", { theme, place: 1, count: 1 })
      return run({ type: "put-together", themeId: newId<ThemeId>(), canvas: "needs", title: theme, notes: [id] }, { say }).ok
    },
  }
}

/** The name of who moved a note last, as the ledger says; null when it cannot be known now, undefined until then. */
export function useWhoMoved(id: NoteId): string | null | undefined {
  const workshopId = useWorkshopId()
  const nameOf = useNameOf()
  const [seat, setSeat] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    const stop = new AbortController()
    const query = new URLSearchParams({ target: id })
    void ask<HistoryPage>(`/api/workshops/${workshopId}/history?${query}`, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return
      setSeat((answer.ok && answer.value.rows.find(({ kind }) => kind === "moved")?.seat) || null)
    })
    return () => stop.abort()
  }, [workshopId, id])
  return seat ? nameOf(seat) : seat
}
