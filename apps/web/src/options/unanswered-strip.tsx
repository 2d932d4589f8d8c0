// The strip of needs that no option answers yet: always in sight above the options, so that nobody's need is forgotten quietly.
import { useState } from "react"
import type { NoteId } from "@evenboard/board"
import { BoardNote } from "../board/board-note.tsx"
import { Button } from "../ui/button.tsx"
import { Fold } from "../ui/fold.tsx"
import { useIsWide } from "../ui/use-is-wide.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./options.module.css"

export function UnansweredStrip({ ids, needs, onAnswer }: { ids: readonly NoteId[]; needs: number; onAnswer: (need: NoteId) => void }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(useIsWide())
  if (needs === 0) return <p className={styles.hint}>{words.say("options.no-needs")}</p>
  if (ids.length === 0) return <p className={styles.hint}>{words.say("options.all-answered")}</p>
  return (
    <Fold
      title={words.say("options.unanswered")}
      count={words.say("options.theme-needs", { count: ids.length })}
      isOpen={isOpen}
      onToggle={setOpen}
    >
      <ul className={styles.strip}>
        {ids.map((id) => (
          <li key={id} className={styles.need}>
            <BoardNote id={id} isDraggable={false} />
            <WhileOpen>
              <Button onClick={() => onAnswer(id)}>{words.say("options.answer-with")}</Button>
            </WhileOpen>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
