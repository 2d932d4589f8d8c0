// The field that says whose card it is: people are offered while a name is typed, the arrow keys go through them, and a line under it says
// whom it means as it stands. Typing alone chooses nobody; Enter goes on to the words.
import { useId, useState, type KeyboardEvent, type Ref } from "react"
import { LIMITS } from "@evenboard/api"
import { Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { offered, type Choice, type Whose } from "./whose-card.ts"
import styles from "./paper-notes.module.css"

type WhoseFieldProps = {
  value: string
  onChange: (value: string) => void
  choices: readonly Choice[]
  whose: Whose
  onDone: () => void
  ref: Ref<HTMLInputElement>
}

export function WhoseField({ value, onChange, choices, whose, onDone, ref }: WhoseFieldProps) {
  const words = useWords()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const list = isOpen ? offered(value, choices) : []
  const change = (next: string, opens: boolean) => {
    onChange(next)
    setOpen(opens)
    setAt(-1)
  }
  const step = (by: 1 | -1) => {
    if (!isOpen) return setOpen(true)
    // One before the first is the field itself.
    const places = list.length + 1
    setAt(((at + 1 + by + places) % places) - 1)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.key === "ArrowDown" ? 1 : -1)
    else if (event.key === "Escape" && isOpen) change(value, false)
    else if (event.key === "Enter") {
      const chosen = list[at]
      if (chosen) change(chosen.label, false)
      else setOpen(false)
      onDone()
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.whose}>
      <Field
        ref={ref}
        label={words.say("paper.whose")}
        value={value}
        maxLength={LIMITS.name}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={list.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={list[at] ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-means`}
        onChange={(next) => change(next, next !== "")}
        onKeyDown={pressed}
        onBlur={() => setOpen(false)}
      />
      <p id={`${id}-means`} className={whose.type === "own-phone" || whose.type === "twins" ? styles.wrong : styles.means}>
        {value.trim() === "" ? words.say("paper.whose-hint", { name: whose.name }) : <Means whose={whose} />}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={words.say("paper.offered")}
        className={styles.offered}
        hidden={list.length === 0}
        // The field keeps the focus, so that the list is still there when the press ends.
        onMouseDown={(event) => event.preventDefault()}
      >
        {list.map((choice, i) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field keeps the focus, and has its keys
          <div
            key={choice.label}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className={styles.option}
            onClick={() => {
              change(choice.label, false)
              onDone()
            }}
          >
            <bdi>{choice.label}</bdi>
            {choice.phone === "theirs" ? <span className={styles.soft}> · {words.say("paper.has-phone")}</span> : null}
          </div>
        ))}
      </div>
    </div>
  )
}

function Means({ whose: { type, name } }: { whose: Whose }) {
  const words = useWords()
  if (type === "own-phone") return `${words.say("several.own-phone", { name })} ${words.say("paper.means-phone", { name })}`
  if (type === "me") return words.say("paper.means-me")
  return words.say(`paper.means-${type}`, { name })
}
