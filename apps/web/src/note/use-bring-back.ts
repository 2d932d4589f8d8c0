// Bringing a note back that was set aside: one press, from the folded list or from its sheet.
import { useCallback } from "react"
import type { Note } from "@evenboard/board"
import { useRunFirst } from "../use-board.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"

export function useBringBack(): (note: Note) => void {
  const words = useWords()
  const run = useRunFirst()
  const revealNote = useUi((ui) => ui.revealNote)
  return useCallback(
    (note) => {
      if (run({ type: "bring-back", id: note.id }, { say: words.say("board.brought-back") }).ok) revealNote(note.id)
    },
    [run, words, revealNote],
  )
}
