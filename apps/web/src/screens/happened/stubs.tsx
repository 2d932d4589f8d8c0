// What is left to see of notes taken out of sight: the number and the reason. Who hosts may bring them back.
import { useIntent, useIsHost, useMayWrite, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "./happened.module.css"

export function Stubs({ only }: { only: string | null }) {
  const words = useWords()
  const intent = useIntent()
  const isHost = useIsHost()
  const mayWrite = useMayWrite()
  const hidden = useSession((session) => session.hidden)
  const stubs = [...hidden.values()].filter(({ noteId }) => only === null || noteId === only)
  if (stubs.length === 0) return null
  return (
    <ul className={styles.stubs}>
      {stubs.map(({ noteId, number, reason }) => (
        <li key={noteId} className={styles.stub}>
          <p>{words.say("happened.stub", { number, reason: reason })}</p>
          {isHost && mayWrite ? (
            <Button onClick={() => void intent({ type: "restore-note", noteId })}>
              {words.say("host.restore")}
              <span className="unseen">{words.say("common.note-number", { number })}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
