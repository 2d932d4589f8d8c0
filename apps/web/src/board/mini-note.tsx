// A note in one line: kind by shape, number, words. For lists where notes stand for where something comes from.
import { memo } from "react"
import type { Note } from "@evenboard/board"
import { useCredit } from "../credit.ts"
import { KindMark } from "../ui/kind-mark.tsx"
import { useShownKind } from "../note/shown-kind.tsx"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import styles from "./mini-note.module.css"

export const MiniNote = memo(function MiniNote({ note, children }: { note: Note; children?: React.ReactNode }) {
  const words = useWords()
  const open = useUi((ui) => ui.open)
  const { number } = useCredit(note.id)
  const kind = useShownKind(note)
  return (
    <button type="button" className={styles.mini} data-kind={kind} data-note={note.id} onClick={() => open({ type: "note", id: note.id })}>
      <span className={styles.words} dir="auto" lang={note.lang ?? undefined}>
        {note.text}
      </span>
      <span className="unseen">, </span>
      <span className={styles.top}>
        <KindMark kind={kind} />
        <span className="unseen">, {number === null ? null : words.say("common.note-number", { number })}</span>
        <span className={styles.number} aria-hidden="true">
          {number === null ? "" : words.number(number)}
        </span>
      </span>
      {children}
    </button>
  )
})
