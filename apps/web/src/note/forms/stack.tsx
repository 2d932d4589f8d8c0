// "It says the same as…": notes under this one, as one stack; one of them out again; and the whole stack apart.
import { useState } from "react"
import { newId, stackOf, type NoteId, type StackId } from "@evenboard/board"
import { useBoard, useBoardNow, useRetell } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { useUi } from "../../ui-store.ts"
import { useWords } from "../../words.tsx"
import { ChooseNotes } from "./choose-notes.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

/** A stack is chosen by its face, and comes whole. */
export function StackForm({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const retell = useRetell()
  const boardNow = useBoardNow()
  const revealNote = useUi((ui) => ui.revealNote)
  const [chosen, setChosen] = useState<ReadonlySet<NoteId>>(new Set())
  const [isEmpty, setEmpty] = useState(false)
  const submit = () => {
    if (chosen.size === 0) return setEmpty(true)
    if (!run({ type: "stack", stack: newId<StackId>(), on: note.id, notes: [...chosen] }, { say: "" }).ok) return undefined
    const stack = stackOf(boardNow(), note.id)
    retell(words.say("stack.done", { count: stack.length }))
    revealNote(stack[0]?.id ?? note.id)
    return onDone()
  }
  return (
    <Form
      title={words.say("commands.stack")}
      error={isEmpty ? words.say("board.choose-one") : null}
      submit={words.say("stack.do")}
      onSubmit={submit}
      onBack={onBack}
    >
      <p>{words.say("stack.which")}</p>
      <ChooseNotes
        canvas={note.canvas}
        fits={(one, board) => {
          const stack = stackOf(board, one.id)
          return stack[0] === one && !stack.some(({ id }) => id === note.id)
        }}
        chosen={chosen}
        onChange={setChosen}
      />
    </Form>
  )
}

export function LeaveStack({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const revealNote = useUi((ui) => ui.revealNote)
  const submit = () => {
    if (!run({ type: "leave-stack", id: note.id }, { say: words.say("stack.out-done") }).ok) return
    revealNote(note.id)
    onDone()
  }
  return (
    <Form title={words.say("commands.leave-stack")} submit={words.say("stack.out-do")} onSubmit={submit} onBack={onBack}>
      <p>{words.say("stack.out-what")}</p>
    </Form>
  )
}

export function TakeStackApart({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const revealNote = useUi((ui) => ui.revealNote)
  const count = useBoard((board) => stackOf(board, note.id).length)
  const submit = () => {
    if (!run({ type: "take-stack-apart", id: note.id }, { say: words.say("stack.apart-done") }).ok) return
    revealNote(note.id)
    onDone()
  }
  return (
    <Form title={words.say("commands.take-stack-apart")} submit={words.say("stack.apart-do")} onSubmit={submit} onBack={onBack}>
      <p>{words.say("stack.apart-what", { count })}</p>
    </Form>
  )
}
