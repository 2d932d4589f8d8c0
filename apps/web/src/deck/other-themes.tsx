// Two sheets over the deck: all themes there are, and the name of a new one.
import { useState } from "react"
import { TEXT_LIMITS, themesOn, type ThemeId } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { Field } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useBoard } from "../use-board.ts"
import { useWords } from "../words.tsx"
import { ThemeButton } from "./theme-button.tsx"
import styles from "./deck.module.css"

export function OtherThemeSheet({ onChoose, onClose }: { onChoose: (id: ThemeId) => void; onClose: () => void }) {
  const words = useWords()
  const themes = useBoard((board) => themesOn(board, "needs").map(({ id }) => id))
  return (
    <Sheet title={words.say("deck.another-title")} onClose={onClose} stage="needs">
      <ul className={styles.themes}>
        {themes.map((id) => (
          <li key={id}>
            <ThemeButton id={id} onChoose={() => onChoose(id)} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** `onName` answers whether the theme came to be. */
export function NewThemeSheet({ onName, onClose }: { onName: (title: string) => boolean; onClose: () => void }) {
  const words = useWords()
  const [title, setTitle] = useState("")
  const [isNameless, setNameless] = useState(false)
  return (
    <Sheet title={words.say("deck.new-title")} onClose={onClose} stage="needs">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!title.trim()) return setNameless(true)
          if (onName(title)) onClose()
        }}
      >
        <Field
          label={words.say("board.theme-name")}
          hint={words.say("board.theme-name-hint")}
          value={title}
          maxLength={TEXT_LIMITS.title}
          error={isNameless ? words.say("board.write-first") : null}
          onChange={setTitle}
          data-start=""
        />
        <Button type="submit" kind="main" isWide>
          {words.say("deck.new-do")}
        </Button>
      </form>
    </Sheet>
  )
}
