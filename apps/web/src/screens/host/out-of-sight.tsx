// Notes taken out of sight, by number and reason; only who hosts may read them, for 30 days, and bring them back. Their words left the
// board: they are asked for here, and covered until the host wants to read them.
import { useState } from "react"
import { usePrivate } from "../../safe/private-desk.ts"
import { useIntent, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "./host-panel.module.css"

export function OutOfSight() {
  const words = useWords()
  const view = usePrivate()
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
        {stubs.map((stub) => (
          <Hidden key={stub.noteId} stub={stub} kept={view?.hidden.find(({ noteId }) => noteId === stub.noteId) ?? null} />
        ))}
      </ul>
    </section>
  )
}

type HiddenProps = { stub: { noteId: string; number: number; reason: string }; kept: { words: string; askedBack: string | null } | null }

function Hidden({ stub: { noteId, number, reason }, kept }: HiddenProps) {
  const words = useWords()
  const intent = useIntent()
  const [isShown, setShown] = useState(false)
  const which = <span className="unseen">, {words.say("common.note-number", { number })}</span>
  return (
    <li className={styles.stub}>
      <p>{words.say("host.hidden-row", { number, reason })}</p>
      {kept !== null && kept.askedBack !== null ? (
        <div>
          <p>{words.say("safe.wants-back")}</p>
          {kept.askedBack ? <q dir="auto">{kept.askedBack}</q> : null}
        </div>
      ) : null}
      {isShown && kept ? <p dir="auto">{kept.words}</p> : null}
      <div className={styles.row}>
        {kept ? (
          <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {words.say(isShown ? "safe.hide-words" : "safe.show-words")}
            {which}
          </Button>
        ) : null}
        <Button onClick={() => void intent({ type: "restore-note", noteId })}>
          {words.say("host.restore")}
          {which}
        </Button>
      </div>
    </li>
  )
}
