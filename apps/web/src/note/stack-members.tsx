// What else lies in the stack of the open note, in order, each as words that open it.
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
        {members
          .filter((member) => member.id !== note.id)
          .map((member) => (
            <li key={member.id}>
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
