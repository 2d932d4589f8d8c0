// What is said of a worry or hope beside its words: its place, for whom, and what it is about. One wording for card, legend and table.
import { type Board, DOING_NOTHING, type NoteId } from "@evenboard/board"
import { useBoard } from "../use-board.ts"
import { useWords } from "../words.tsx"
import type { Entry } from "./entries.ts"
import styles from "./matrix.module.css"
import { placeInWords } from "./place-words.ts"

const notesOf = (board: Board) => board.notes

/** What it is about, each by its name. */
export function useAboutInWords(): (about: readonly string[]) => string {
  const words = useWords()
  const notes = useBoard(notesOf)
  return (about) =>
    words.list(
      about.map((id) => (id === DOING_NOTHING ? words.say("matrix.doing-nothing") : (notes.get(id as NoteId)?.text ?? ""))).filter(Boolean),
    )
}

export function Facts({ entry }: { entry: Entry }) {
  const words = useWords()
  const aboutInWords = useAboutInWords()
  const { note, about } = entry
  return (
    <span className={styles.facts}>
      <strong>{placeInWords(words, note.place)}</strong>
      {note.forWhom ? <span>{words.say("matrix.for-whom", { who: note.forWhom })}</span> : null}
      {about.length > 0 ? <span>{words.say("matrix.about", { what: aboutInWords(about) })}</span> : null}
    </span>
  )
}
