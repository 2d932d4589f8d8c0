// A sheet that adds one note of a known kind to a known page: a worry, a hope, an option, a piece. The draft survives closing and
// reloading, as in the composer; whose words they are is asked with the same question.
import { type ReactNode, useState } from "react"
import { type Command, newId, type NoteId, TEXT_LIMITS } from "@evenboard/board"
import { draftKey } from "../people-here/here.ts"
import { useKept } from "../people-here/use-kept.ts"
import { useTurn } from "../people-here/use-turn.ts"
import { WhoseBar } from "../people-here/whose-bar.tsx"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useRun } from "../use-run.ts"
import { useWords } from "../words.tsx"
import styles from "../note/composer.module.css"

type AddNote = Extract<Command, { type: "add-note" }>
const EMPTY = { text: "" }

type AddWordsProps = {
  /** What is begun and not added is kept under this name. */
  draftOf: string
  title: string
  label: string
  hint?: string
  button: string
  /** The result in words. */
  say: (text: string) => string
  stage: string
  note: Pick<AddNote, "kind" | "canvas" | "spot">
  children?: ReactNode
  onAdded: (id: NoteId) => void
  onClose: () => void
}

export function AddWords({ draftOf, title, label, hint, button, say, stage, note, children, onAdded, onClose }: AddWordsProps) {
  const words = useWords()
  const run = useRun()
  const { chosen, choose, person, name, hasPhone, writtenFor, goOn } = useTurn()
  const { kept: draft, set } = useKept(draftKey(`draft-${draftOf}`, chosen), EMPTY)
  const [missing, setMissing] = useState<"words" | "phone" | null>(null)
  const change = (next: typeof EMPTY) => {
    set(next)
    setMissing(null)
  }
  const add = () => {
    if (hasPhone) return setMissing("phone")
    if (!draft.text.trim()) return setMissing("words")
    const id = newId<NoteId>()
    if (!run({ type: "add-note", id, text: draft.text, ...note }, { say: say(draft.text.trim()) }).ok) return
    if (person) writtenFor(id, person)
    set(EMPTY)
    goOn()
    onClose()
    onAdded(id)
  }
  return (
    <Sheet title={title} onClose={onClose} stage={stage}>
      <WhoseBar
        chosen={chosen}
        onChoose={(next) => {
          choose(next)
          setMissing(null)
        }}
      />
      <TextArea
        label={person ? words.say("board.words-for", { name }) : label}
        hint={hint}
        error={missing === "words" ? words.say("board.write-first") : missing ? words.say("several.own-phone", { name }) : null}
        value={draft.text}
        onChange={(text) => change({ text })}
        limit={TEXT_LIMITS.note}
        isLarge
        onSubmit={add}
        startsHere
        rows={3}
      />
      {children}
      <div className={styles.end}>
        <Button kind="main" isWide onClick={add} aria-keyshortcuts="Control+Enter">
          {person ? words.say("several.add-note", { name }) : button}
        </Button>
        <p className={styles.hint}>{words.say("board.everyone-sees")}</p>
      </div>
    </Sheet>
  )
}
