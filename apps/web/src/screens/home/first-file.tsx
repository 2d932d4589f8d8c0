// Starting from a file: a JSON export or CSV rows. Folded, since few need it. Read here; what it means the server decides.
import { useId, useState, type ChangeEvent } from "react"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "./home.module.css"
import { firstContentOf, type FirstContent } from "./opening.ts"

export function FirstFile({ first, onChange }: { first: FirstContent | null; onChange: (first: FirstContent | null) => void }) {
  const words = useWords()
  const id = useId()
  const [isUnreadable, setUnreadable] = useState(false)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const { currentTarget } = event
    const file = currentTarget.files?.[0]
    if (!file) return
    const text = await file.text().catch(() => "")
    const content = firstContentOf(file.name, text)
    setUnreadable(content === null)
    onChange(content)
    // So that choosing the same file again, mended, is a change too.
    currentTarget.value = ""
  }
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>{words.say("home.import-label")}</summary>
      <div className={styles.steps}>
        <p id={`${id}-hint`} className={styles.hint}>
          {words.say("home.import-hint")}
        </p>
        <label htmlFor={id} className={styles.label}>
          {words.say("home.import-file")}
        </label>
        <input
          id={id}
          className={styles.file}
          type="file"
          accept=".json,.csv,.txt,application/json,text/csv,text/plain"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void read(event)}
        />
        {isUnreadable ? (
          <p role="alert" className={styles.wrong}>
            {words.say("home.import-unreadable")}
          </p>
        ) : null}
        <div role="status">{first ? <p>{words.say("home.import-chosen", { name: first.name })}</p> : null}</div>
        {first ? <Button onClick={() => onChange(null)}>{words.say("home.import-clear")}</Button> : null}
      </div>
    </details>
  )
}
