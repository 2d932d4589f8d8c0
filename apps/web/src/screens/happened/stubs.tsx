// What is left to see of notes taken out of sight: the number and the reason. Who hosts may bring them back.
import { useIntent, useIsHost, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "./happened.module.css"

export function Stubs({ only }: { only: string | null }) {
  const words = useWords()
  const intent = useIntent()
  const isHost = useIsHost()
  const isEnded = useSession((session) => session.ended)
  const hidden = useSession((session) => session.hidden)
  const stubs = [...hidden.values()].filter(({ noteId }) => only === null || noteId === only)
  if (stubs.length === 0) return null
  return (
    <ul className={styles.stubs}>
      {stubs.map(({ noteId, number, reason }) => (
        <li key={noteId} className={styles.stub}>
          <p dir="auto">{words.say("happened.stub", { number, reason })}</p>
          {isHost && !isEnded ? (
            <Button aria-label={words.say("host.restore-note", { number })} onClick={() => void intent({ type: "restore-note", noteId })}>
              {words.say("host.restore")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
