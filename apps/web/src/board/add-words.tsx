// A sheet that adds one note of a known kind to a known page: a worry, a hope, an option, a piece. The draft survives closing and
// reloading, as in the composer; whose words they are is asked with the same question.
import { type ReactNode, useState } from "react"
import { type Command, newId, type NoteId, TEXT_LIMITS } from "@evenboard/board"
import { recall, remember } from "../note/remember.ts"
import { useWrittenFor } from "../note/use-written-for.ts"
import { forWhom } from "../note/whose.ts"
import { type Said, WhoseWords } from "../note/whose-words.tsx"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useRun } from "../use-board.ts"
import { usePeople, useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { focusFirst } from "./focus-first.ts"
import styles from "../note/composer.module.css"

type AddNote = Extract<Command, { type: "add-note" }>
type Draft = Said & { text: string }
const EMPTY: Draft = { text: "", whose: "me", name: "", table: "" }

export type AddWordsProps = {
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
  const workshopId = useWorkshopId()
  const run = useRun()
  const { facts } = usePeople()
  const { last, writtenFor } = useWrittenFor()
  const key = `draft-${draftOf}`
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...recall<Draft>(workshopId, key) }))
  const [missing, setMissing] = useState<"words" | "person" | null>(null)
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setMissing(null)
    remember(workshopId, key, next)
  }
  const add = () => {
    const who = forWhom(draft.whose, draft, last, facts)
    if (!draft.text.trim()) return setMissing("words")
    if (who === null) return setMissing("person")
    const id = newId<NoteId>()
    if (!run({ type: "add-note", id, text: draft.text, ...note }, { say: say(draft.text.trim()) }).ok) return
    if (who !== "me") writtenFor(id, who)
    remember(workshopId, key, EMPTY)
    onClose()
    onAdded(id)
  }
  return (
    <Sheet title={title} onClose={onClose} stage={stage}>
      <TextArea
        label={label}
        hint={hint}
        error={missing === "words" ? words.say("board.write-first") : null}
        value={draft.text}
        onChange={(text) => change({ text })}
        limit={TEXT_LIMITS.note}
        isLarge
        onSubmit={add}
        ref={focusFirst}
        rows={3}
      />
      {children}
      <WhoseWords said={draft} onChange={change} last={last} error={missing === "person" ? words.say("board.for-first") : null} />
      <div className={styles.end}>
        <Button kind="main" isWide onClick={add} aria-keyshortcuts="Control+Enter">
          {button}
        </Button>
        <p className={styles.hint}>{words.say("board.everyone-sees")}</p>
      </div>
    </Sheet>
  )
}
