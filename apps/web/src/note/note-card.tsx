// A note as paper: kind and number top left, the words large, who said it under them; of a stack, how many people and who. One button:
// its name is words first, then number and author. It grows with its words; nothing is cut off.
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react"
import type { Note } from "@evenboard/board"
import { useCredit } from "../credit.ts"
import { useSaid } from "./said.ts"
import { useWords } from "../words.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { useShownKind } from "./shown-kind.tsx"
import styles from "./note-card.module.css"

type NoteCardProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & {
  note: Note
  /** What lies in the same stack, this note first. */
  members?: readonly Note[] | undefined
  /** Quiet lines under the author: the reason it was set aside, its place in words. */
  children?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

const ALONE: readonly Note[] = []

export function NoteCard({ note, members = ALONE, children, ...rest }: NoteCardProps) {
  const words = useWords()
  const { number, line } = useCredit(note.id)
  const said = useSaid(members)
  const kind = useShownKind(note)
  return (
    <button
      type="button"
      className={styles.card}
      data-kind={kind}
      data-note={note.id}
      data-stack={said ? "" : undefined}
      data-aside={note.aside ? "" : undefined}
      {...rest}
    >
      <span className={styles.words} dir="auto" lang={note.lang ?? undefined}>
        {note.text}
      </span>
      <span className="unseen">, </span>
      <span className={styles.top}>
        <KindMark kind={kind} />
        {number === null ? null : (
          <>
            <span className="unseen">, {words.say("common.note-number", { number })}</span>
            <span className={styles.number} aria-hidden="true">
              {words.number(number)}
            </span>
          </>
        )}
      </span>
      <span className="unseen">, </span>
      <span className={styles.by}>
        {said ? (
          <>
            <strong>{said.count}</strong>: <bdi>{said.names}</bdi>
          </>
        ) : (
          <bdi>{line}</bdi>
        )}
      </span>
      {children}
    </button>
  )
}
