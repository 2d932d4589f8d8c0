// What lies in the same stack as the open note, in order, each as words that open it.
import { stackOf, type Note } from "@evenboard/board"
import { MiniNote } from "../board/mini-note.tsx"
import { useCreditOf } from "../credit.ts"
import { useBoard } from "../use-board.ts"
import { useSaid } from "./said.ts"
import styles from "./note-sheet.module.css"

export function StackMembers({ note }: { note: Note }) {
  const members = useBoard((board) => stackOf(board, note.id))
  const said = useSaid(members)
  const creditOf = useCreditOf()
  if (!said) return null
  return (
    <section>
      <h3 className={styles.heading}>{said.count}</h3>
      <ol className={styles.members}>
        {members.map((member) => (
          <li key={member.id} aria-current={member.id === note.id ? "true" : undefined}>
            <MiniNote note={member}>
              <span className="unseen">, </span>
              <bdi className={styles.by}>{creditOf(member.id).line}</bdi>
            </MiniNote>
          </li>
        ))}
      </ol>
    </section>
  )
}
