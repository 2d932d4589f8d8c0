// A few words about what became of something, with one button to say them and one to go back. Owns the words being written; what they
// are for, and what saying them does, its caller knows.
import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { useWords } from "../words.tsx"
import styles from "./became.module.css"

type WordsFormProps = {
  label: string
  /** What stands there to begin with. */
  text?: string
  limit: number
  /** Said when there are no words. */
  empty: string
  submit: string
  onSay: (text: string) => void
  onBack: () => void
}

export function WordsForm({ label, text: first = "", limit, empty, submit, onSay, onBack }: WordsFormProps) {
  const words = useWords()
  const [text, setText] = useState(first)
  const [isEmpty, setEmpty] = useState(false)
  const say = () => {
    if (text.trim()) onSay(text)
    else setEmpty(true)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        say()
      }}
    >
      <TextArea
        label={label}
        value={text}
        limit={limit}
        error={isEmpty ? empty : null}
        onSubmit={say}
        startsHere
        onChange={(next) => {
          setText(next)
          setEmpty(false)
        }}
      />
      <div className={styles.acts}>
        <Button type="submit" kind="main">
          {submit}
        </Button>
        <Button onClick={onBack}>{words.say("common.back")}</Button>
      </div>
    </form>
  )
}
