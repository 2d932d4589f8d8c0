// "Not this time, because …": the reason, in somebody's own words. Where it would stand for ten notes or more, their words come first.
import { useState } from "react"
import { type Note, TEXT_LIMITS } from "@evenboard/board"
import styles from "../../became/became.module.css"
import { useBecameWords } from "../../became/use-became-words.ts"
import { WordsForm } from "../../became/words-form.tsx"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"

const READ_FIRST_FROM = 10

type ReasonFormProps = {
  /** Every open note it would stand for. */
  covered: readonly Note[]
  onSay: (reason: string) => void
  onBack: () => void
}

export function ReasonForm({ covered, onSay, onBack }: ReasonFormProps) {
  const words = useWords()
  const became = useBecameWords()
  const [hasRead, setRead] = useState(covered.length < READ_FIRST_FROM)
  if (!hasRead)
    return (
      <div className={styles.form}>
        <p>{became.say("became.read-first", { count: covered.length })}</p>
        <ul className={styles.read}>
          {covered.map((note) => (
            <li key={note.id} dir="auto">
              {note.text}
            </li>
          ))}
        </ul>
        <div className={styles.acts}>
          <Button kind="main" onClick={() => setRead(true)}>
            {became.say("became.read-done")}
          </Button>
          <Button onClick={onBack}>{words.say("common.back")}</Button>
        </div>
      </div>
    )
  return (
    <WordsForm
      label={became.say("became.reason-label")}
      limit={TEXT_LIMITS.reason}
      empty={became.say("became.reason-empty")}
      submit={became.say("became.reason-do")}
      onSay={onSay}
      onBack={onBack}
    />
  )
}
