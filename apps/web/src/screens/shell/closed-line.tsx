// The line is closed for good: why, and what to do. Loaded when that happens.
import { Removed } from "../../safe/removed.tsx"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "./page.module.css"

/** Codes 4400 to 4499: the server means it, and we do not come back. */
export default function ClosedLine({ code }: { code: number }) {
  const words = useWords()
  if (code === 4410) return <Removed />
  const why = code === 4404 ? "shell.closed-gone" : "shell.closed-other"
  return (
    <div className={styles.notice} data-grave role="alert">
      <p>{words.say(why)}</p>
      {code === 4404 ? (
        <a href="/">{words.say("shell.to-start")}</a>
      ) : (
        <Button onClick={() => location.reload()}>{words.say("shell.reload")}</Button>
      )}
    </div>
  )
}
