// What became of an opened note, once something was said: the reason and whose it is, and what its author answers.
import type { Note } from "@evenboard/board"
import { pathOf } from "@evenboard/board/path"
import { Answer, OutcomeLine } from "../became/outcome-line.tsx"
import { useSaidBy } from "../became/use-said-by.ts"
import { useBoard } from "../use-board.ts"
import { useWords } from "../words.tsx"
import styles from "./note-sheet.module.css"

export default function NoteOutcome({ note }: { note: Note }) {
  const outcome = useBoard((board) => pathOf(board, note.id)?.outcome)
  // The reason of a note set aside stands with the note itself.
  const isTold = outcome?.type === "in-plan" || outcome?.type === "not-this-time"
  return isTold || note.answer !== "" ? <Told note={note} /> : null
}

function Told({ note }: { note: Note }) {
  const words = useWords()
  const saidBy = useSaidBy()
  const outcome = useBoard((board) => pathOf(board, note.id)?.outcome)
  return (
    <section className={styles.links}>
      <h3 className={styles.heading}>{words.say("outcome.title")}</h3>
      {outcome ? <OutcomeLine note={note} outcome={outcome} saidBy={saidBy} /> : null}
      <Answer note={note} label={words.say("outcome.answer")} />
    </section>
  )
}
