// What is not on a page any more stays within reach of it: notes set aside with their reasons, and the numbered stubs of what was
// taken out of sight.
import { useCallback, useState } from "react"
import type { Canvas, NoteId } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import { Fold } from "../ui/fold.tsx"
import { useSession } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./aside-fold.module.css"
import { BoardNote } from "./board-note.tsx"

export function AsideFold({ title, ids, canvas }: { title: string; ids: readonly NoteId[]; canvas: Canvas }) {
  const words = useWords()
  const stubs = useSession(
    useCallback((session: Session) => [...session.hidden.values()].filter((stub) => stub.canvas === canvas), [canvas]),
  )
  const [isOpen, setOpen] = useState(false)
  const [isStubsOpen, setStubsOpen] = useState(false)
  if (ids.length === 0 && stubs.length === 0) return null
  return (
    <div>
      {ids.length > 0 ? (
        <Fold title={title} count={words.say("common.notes", { count: ids.length })} isOpen={isOpen} onToggle={setOpen}>
          <ul className={styles.list}>
            {ids.map((id) => (
              <li key={id}>
                <BoardNote id={id} isDraggable={false} />
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
      {stubs.length > 0 ? (
        <Fold
          title={words.say("wide.hidden")}
          count={words.say("common.notes", { count: stubs.length })}
          isOpen={isStubsOpen}
          onToggle={setStubsOpen}
        >
          <ul className={styles.list}>
            {stubs.map((stub) => (
              <li key={stub.noteId} className={styles.stub}>
                {words.say("wide.hidden-because", { number: stub.number, reason: stub.reason })}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </div>
  )
}
