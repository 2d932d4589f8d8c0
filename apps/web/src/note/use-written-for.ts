// Telling the server whose words a note holds, and remembering that person for the next note.
import { useCallback, useState } from "react"
import type { ForWhom } from "@evenboard/api"
import type { NoteId } from "@evenboard/board"
import { useNameOf } from "../credit.ts"
import { useIntent, usePeople, useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { recall, remember } from "./remember.ts"
import type { LastFor } from "./whose.ts"

export function useWrittenFor(): {
  last: LastFor | null
  shownAs: (who: ForWhom) => string
  writtenFor: (noteId: NoteId, who: ForWhom) => void
} {
  const words = useWords()
  const workshopId = useWorkshopId()
  const intent = useIntent()
  const nameOf = useNameOf()
  const { seats } = usePeople()
  const [last, setLast] = useState(() => recall<LastFor>(workshopId, "last-for"))
  const shownAs = useCallback(
    (who: ForWhom) => {
      if ("name" in who) return who.name
      if ("table" in who) return words.say("board.someone-at", { table: who.table })
      const seat = seats.get(who.seatId)
      return !seat?.name && last ? last.shown : nameOf(who.seatId)
    },
    [words, seats, nameOf, last],
  )
  const writtenFor = useCallback(
    (noteId: NoteId, who: ForWhom) => {
      const next: LastFor = { noteId, shown: shownAs(who), for: who }
      setLast(next)
      remember(workshopId, "last-for", next)
      void intent({ type: "written-for", noteId, for: who })
    },
    [intent, shownAs, workshopId],
  )
  return { last, shownAs, writtenFor }
}
