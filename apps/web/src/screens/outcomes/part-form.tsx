// "It is part of …": makes a note part of an option, or of something we agree.
import { useState } from "react"
import type { Link, Note } from "@evenboard/board"
import styles from "../../became/became.module.css"
import { useBecameWords } from "../../became/use-became-words.ts"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { useBoard } from "../../use-board.ts"
import { useWords } from "../../words.tsx"
import { linkToAgreement, linkToOption, wholesFor } from "./groups.ts"

export function PartForm({ note, onLink, onBack }: { note: Note; onLink: (link: Link) => void; onBack: () => void }) {
  const words = useWords()
  const became = useBecameWords()
  const options = useBoard((board) => wholesFor(board, note).options)
  const agreements = useBoard((board) => wholesFor(board, note).agreements)
  const [chosen, setChosen] = useState<string | null>(null)
  const save = () => {
    const option = options.find(({ id }) => id === chosen)
    const agreement = agreements.find(({ id }) => id === chosen)
    if (option) onLink(linkToOption(note, option.id))
    else if (agreement) onLink(linkToAgreement(note, agreement.id))
  }
  const choices = (label: string, all: readonly { id: string; text: string }[]) =>
    all.length === 0 ? null : (
      <Choices label={label} value={chosen} onChange={setChosen} options={all.map(({ id, text }) => ({ value: id, label: text }))} />
    )
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {options.length + agreements.length === 0 ? <p>{became.say("became.part-none")}</p> : <p>{became.say("became.part-label")}</p>}
      {choices(became.say("became.part-options"), options)}
      {choices(became.say("became.part-agreements"), agreements)}
      <div className={styles.acts}>
        {options.length + agreements.length === 0 ? null : (
          <Button type="submit" kind="main" aria-disabled={chosen === null}>
            {became.say("became.part-save")}
          </Button>
        )}
        <Button onClick={onBack}>{words.say("common.back")}</Button>
      </div>
    </form>
  )
}
