// One note on the wide board. It follows its own note and nothing else, so that 150 of them stay smooth.
import { memo, useCallback } from "react"
import { type Board, type NoteId, stackOf, TAKEN_BACK } from "@evenboard/board"
import { NoteCard } from "../note/note-card.tsx"
import { useUi } from "../ui-store.ts"
import { useBoard } from "../use-board.ts"
import { useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"

export const BoardNote = memo(function BoardNote({ id, isDraggable = true }: { id: NoteId; isDraggable?: boolean }) {
  const words = useWords()
  const open = useUi((ui) => ui.open)
  const mayWrite = useMayWrite()
  const note = useBoard(useCallback((board: Board) => board.notes.get(id), [id]))
  const members = useBoard(useCallback((board: Board) => stackOf(board, id), [id]))
  if (!note) return null
  const click = () => open({ type: "note", id })
  return (
    <NoteCard note={note} members={members} onClick={click} {...(isDraggable && mayWrite ? { "data-drag": id } : {})}>
      {note.aside ? (
        <span>
          {note.aside.reason === TAKEN_BACK
            ? words.say("board.taken-back")
            : words.say("wide.aside-because", { reason: note.aside.reason })}
        </span>
      ) : null}
    </NoteCard>
  )
})
