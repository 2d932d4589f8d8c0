// A note of a large board from afar, where no letter could be read: its paper, its kind by colour, lines for its words. One element,
// named as the note is; near again, the note itself stands in its place.
import { memo, useCallback } from "react"
import { shownKind, type Board, type NoteId } from "@evenboard/board"
import { useCredit } from "../credit.ts"
import { useUi } from "../ui-store.ts"
import { useBoard } from "../use-board.ts"
import { useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./far-note.module.css"

/** `height` in px: as tall as the note itself. */
export const FarNote = memo(function FarNote({ id, height }: { id: NoteId; height: number }) {
  const words = useWords()
  const open = useUi((ui) => ui.open)
  const mayWrite = useMayWrite()
  const note = useBoard(useCallback((board: Board) => board.notes.get(id), [id]))
  const kind = useBoard((board) => note && shownKind(board, note))
  const { number, line } = useCredit(id)
  if (!note) return null
  const name = [note.text, number === null ? "" : words.say("common.note-number", { number }), line].filter(Boolean).join(", ")
  return (
    <button
      type="button"
      className={styles.far}
      style={{ blockSize: `${height}px` }}
      aria-label={name}
      data-kind={kind}
      data-note={id}
      onClick={() => open({ type: "note", id })}
      {...(mayWrite ? { "data-drag": id } : {})}
    />
  )
})
