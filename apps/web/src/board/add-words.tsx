// A sheet that adds one note of a known kind to a known page: a worry, a hope, an option, a piece. The words stay while the page is
// open, also when the sheet is closed by mistake. Whose words they are is asked with web's one question for that.
import { useState } from "react"
import { type Command, newId, type NoteId, TEXT_LIMITS } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useRun } from "../use-board.ts"
import { useWords } from "../words.tsx"
import { focusFirst } from "./focus-first.ts"

type AddNote = Extract<Command, { type: "add-note" }>

export type AddWordsProps = {
  title: string
  label: string
  hint?: string
  button: string
  /** The result in words. */
  say: (text: string) => string
  stage: string
  note: Pick<AddNote, "kind" | "canvas" | "spot">
  children?: React.ReactNode
  onAdded: (id: NoteId) => void
  onClose: () => void
}

/** What was begun and not added, by the sheet's title. */
const drafts = new Map<string, string>()

export function AddWords({ title, label, hint, button, say, stage, note, children, onAdded, onClose }: AddWordsProps) {
  const words = useWords()
  const run = useRun()
  const [text, setText] = useState(drafts.get(title) ?? "")
  const write = (next: string) => {
    drafts.set(title, next)
    setText(next)
  }
  const add = () => {
    const id = newId<NoteId>()
    if (!run({ type: "add-note", id, text, ...note }, { say: say(text.trim()) }).ok) return
    drafts.delete(title)
    onClose()
    onAdded(id)
  }
  return (
    <Sheet title={title} onClose={onClose} stage={stage}>
      <TextArea
        label={label}
        hint={hint}
        value={text}
        onChange={write}
        limit={TEXT_LIMITS.note}
        isLarge
        onSubmit={add}
        ref={focusFirst}
        rows={3}
      />
      {children}
      <Button kind="main" isWide onClick={add} disabled={text.trim() === ""}>
        {button}
      </Button>
      <p>{words.say("board.everyone-sees")}</p>
    </Sheet>
  )
}
