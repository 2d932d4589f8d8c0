// A note on the pages that tell what became of it: its kind, its number and its words, as paper.
import type { Note } from "@evenboard/board"
import { useCredit } from "../credit.ts"
import { KindMark } from "../ui/kind-mark.tsx"
import { useShownKind } from "../note/shown-kind.tsx"
import onCard from "../note/note-card.module.css"
import { useWords } from "../words.tsx"
import styles from "./became.module.css"

export function NoteWords({ note, isCredited = false }: { note: Note; isCredited?: boolean }) {
  const words = useWords()
  const { number, line } = useCredit(note.id)
  const kind = useShownKind(note)
  return (
    <div className={styles.paper} data-kind={kind}>
      <div className={styles.top}>
        <KindMark kind={kind} />
        {number === null ? null : <span className={styles.quiet}>{words.say("common.note-number", { number })}</span>}
      </div>
      <p className={onCard.words} dir="auto" lang={note.lang ?? undefined}>
        {note.text}
      </p>
      {isCredited ? (
        <p className={styles.quiet}>
          <bdi>{line}</bdi>
        </p>
      ) : null}
    </div>
  )
}
