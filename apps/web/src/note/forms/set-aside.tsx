// Setting a note aside with a reason (anyone, and anyone brings it back), and taking it out of sight (for harm or private details:
// the words go from every phone; a host does it at once, anybody else asks for one more person).
import { useState } from "react"
import { TEXT_LIMITS } from "@evenboard/board"
import { useCreditOf } from "../../credit.ts"
import { TextArea } from "../../ui/form.tsx"
import { useRun } from "../../use-run.ts"
import { useIntent, useIsHost } from "../../use-session.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { useUi } from "../../ui-store.ts"
import { useWords } from "../../words.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

export function SetAside({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  return (
    <Reason
      title={words.say("board.aside-title")}
      submit={words.say("board.aside-do")}
      onBack={onBack}
      onSubmit={(reason) => {
        if (run({ type: "set-aside", id: note.id, reason }, { say: words.say("board.aside-done") }).ok) onDone()
      }}
    />
  )
}

export function HideNote({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const intent = useIntent()
  const { number } = useCreditOf()(note.id)
  const isHost = useIsHost()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  const hide = async (reason: string) => {
    const result = await intent({ type: isHost ? "hide-note" : "propose-hide", noteId: note.id, reason })
    if (!result.ok) return
    onDone()
    const say = isHost ? words.say("board.hide-done", { number: number ?? 0 }) : words.say("safe.propose-done")
    showResult({ say, undo: null })
    announce(say)
  }
  return (
    <Reason
      title={words.say("board.hide-title")}
      hint={words.say(isHost ? "board.hide-what" : "safe.propose-what")}
      submit={words.say(isHost ? "board.hide-do" : "safe.propose-do")}
      onBack={onBack}
      onSubmit={(reason) => void hide(reason)}
    />
  )
}

function Reason({
  title,
  hint,
  submit,
  onSubmit,
  onBack,
}: {
  title: string
  hint?: string
  submit: string
  onSubmit: (reason: string) => void
  onBack: () => void
}) {
  const words = useWords()
  const [reason, setReason] = useState("")
  const [isEmpty, setEmpty] = useState(false)
  const go = () => {
    if (reason.trim()) onSubmit(reason)
    else setEmpty(true)
  }
  return (
    <Form title={title} hint={hint} submit={submit} onSubmit={go} onBack={onBack}>
      <TextArea
        label={words.say("board.aside-label")}
        value={reason}
        limit={TEXT_LIMITS.reason}
        error={isEmpty ? words.say("board.write-first") : null}
        onSubmit={go}
        startsHere
        onChange={(next) => {
          setReason(next)
          setEmpty(false)
        }}
      />
    </Form>
  )
}
