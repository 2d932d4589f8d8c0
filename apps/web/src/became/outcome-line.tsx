// What became of a note, in a sentence, with who said the reason, and what its author answers.
import type { Note } from "@evenboard/board"
import type { NoteOutcome } from "@evenboard/board/path"
import { useNameOf } from "../credit.ts"
import { useWords } from "../words.tsx"
import styles from "./became.module.css"
import { outcomeWords } from "./outcome-words.ts"
import type { SaidBy } from "./use-said-by.ts"

export function OutcomeLine({ note, outcome, saidBy }: { note: Note; outcome: NoteOutcome; saidBy: SaidBy }) {
  const words = useWords()
  const nameOf = useNameOf()
  const { sentence, covering, of } = outcomeWords(outcome, note.id, words)
  const seat = of === null ? undefined : saidBy.get(of)
  const quiet = [covering, seat === undefined ? null : words.say("outcome.said-by", { name: nameOf(seat) })].filter((one) => one !== null)
  return (
    <div className={styles.outcome} data-outcome={outcome.type}>
      <p className={styles.sentence}>{sentence}</p>
      {quiet.map((one) => (
        <p key={one} className={styles.quiet}>
          {one}
        </p>
      ))}
    </div>
  )
}

export function Answer({ note, label }: { note: Note; label: string }) {
  return note.answer === "" ? null : (
    <div className={styles.answer}>
      <p className={styles.quiet}>{label}</p>
      <blockquote className={styles.words} dir="auto">
        {note.answer}
      </blockquote>
    </div>
  )
}
