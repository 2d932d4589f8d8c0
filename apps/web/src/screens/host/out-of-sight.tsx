// Notes taken out of sight, by number and reason; only who hosts may bring them back. Their words are not here: they left the board.
import { useIntent, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "./host-panel.module.css"

export function OutOfSight() {
  const words = useWords()
  const intent = useIntent()
  const hidden = useSession((session) => session.hidden)
  const stubs = [...hidden.values()].sort((a, b) => a.number - b.number)
  if (stubs.length === 0) return null
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>
        {words.say("host.hidden")} <span className={styles.quiet}>({words.number(stubs.length)})</span>
      </h2>
      <p className={styles.quiet}>{words.say("host.hidden-what")}</p>
      <ul className={styles.stubs}>
        {stubs.map(({ noteId, number, reason }) => (
          <li key={noteId} className={styles.stub}>
            <p>{words.say("host.hidden-row", { number, reason: reason })}</p>
            <Button onClick={() => void intent({ type: "restore-note", noteId })}>
              {words.say("host.restore")}
              <span className="unseen">, {words.say("common.note-number", { number })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
