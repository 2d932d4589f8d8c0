// Saying what a note is, and onto which page it belongs.
import { useState } from "react"
import { CANVASES, NOTE_KINDS, type Canvas, type NoteKind } from "@evenboard/board"
import type { MessageId } from "@evenboard/words"
import { Choices } from "../../ui/form.tsx"
import { KindMark } from "../../ui/kind-mark.tsx"
import { useRun } from "../../use-run.ts"
import { useWords } from "../../words.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

const IN_WORDS = {
  need: "board.a-need",
  offer: "board.an-offer",
  option: "board.an-option",
  risk: "board.a-risk",
  opportunity: "board.an-opportunity",
} as const satisfies Record<NoteKind, MessageId>

export function ChangeKind({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const [kind, setKind] = useState<NoteKind>(note.kind)
  const submit = () => {
    if (run({ type: "change-kind", id: note.id, kind }, { say: words.say("board.kind-done", { kind: words.say(IN_WORDS[kind]) }) }).ok)
      onDone()
  }
  return (
    <Form title={words.say("board.kind-title")} submit={words.say("board.kind-do")} onSubmit={submit} onBack={onBack}>
      <Choices<NoteKind>
        label={words.say("board.this-is")}
        value={kind}
        onChange={setKind}
        options={NOTE_KINDS.map((one) => ({ value: one, label: <KindMark kind={one} /> }))}
      />
    </Form>
  )
}

export function MoveCanvas({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const [canvas, setCanvas] = useState<Canvas>(note.canvas)
  const submit = () => {
    if (canvas === note.canvas) return onDone()
    const page = words.say(`common.stage-${canvas}`)
    if (run({ type: "move-canvas", id: note.id, canvas, spot: { themeId: null } }, { say: words.say("board.page-done", { page }) }).ok)
      onDone()
  }
  return (
    <Form title={words.say("board.page-title")} submit={words.say("board.move-do")} onSubmit={submit} onBack={onBack}>
      <Choices<Canvas>
        label={words.say("board.page-title")}
        value={canvas}
        onChange={setCanvas}
        options={CANVASES.map((one) => ({ value: one, label: words.say(`common.stage-${one}`) }))}
      />
    </Form>
  )
}
