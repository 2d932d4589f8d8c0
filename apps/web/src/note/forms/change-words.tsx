// Changing a note's words, or proposing others. What somebody else writes into the note meanwhile stays: only what I changed changes.
import { useState } from "react"
import { newId, type SuggestionId, TEXT_LIMITS } from "@evenboard/board"
import { useCreditOf } from "../../credit.ts"
import { TextArea } from "../../ui/form.tsx"
import { useRun } from "../../use-run.ts"
import { useWords } from "../../words.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

export function ChangeWords({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const { isMine, number } = useCreditOf()(note.id)
  const [from] = useState(note.text)
  const [text, setText] = useState(note.text)
  const [isEmpty, setEmpty] = useState(false)
  const submit = () => {
    if (!text.trim()) return setEmpty(true)
    const outcome = run({ type: "change-words", id: note.id, text, from }, { say: words.say("board.changed") })
    if (outcome.ok || outcome.reason === "same") onDone()
  }
  const isOthers = !isMine && number !== null
  return (
    <Form
      title={words.say("board.change-title")}
      hint={words.say(isOthers ? "board.change-others" : "board.change-hint")}
      submit={words.say("board.change-save")}
      onSubmit={submit}
      onBack={onBack}
    >
      <TextArea
        label={words.say("board.words")}
        value={text}
        limit={Math.max(TEXT_LIMITS.note, from.length)}
        error={isEmpty ? words.say("board.write-first") : null}
        onSubmit={submit}
        isLarge
        startsHere
        onChange={(next) => {
          setText(next)
          setEmpty(false)
        }}
      />
    </Form>
  )
}

export function SuggestWords({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const [text, setText] = useState(note.text)
  const [problem, setProblem] = useState<"board.write-first" | "board.refused-same" | null>(null)
  const submit = () => {
    if (!text.trim()) return setProblem("board.write-first")
    const outcome = run(
      { type: "suggest-words", suggestionId: newId<SuggestionId>(), noteId: note.id, text },
      { say: words.say("board.suggested") },
    )
    if (outcome.ok) onDone()
    else if (outcome.reason === "same") setProblem("board.refused-same")
  }
  return (
    <Form
      title={words.say("board.suggest-title")}
      hint={words.say("board.suggest-hint")}
      submit={words.say("board.suggest-save")}
      onSubmit={submit}
      onBack={onBack}
    >
      <TextArea
        label={words.say("board.words")}
        value={text}
        limit={Math.max(TEXT_LIMITS.note, note.text.length)}
        error={problem ? words.say(problem) : null}
        onSubmit={submit}
        isLarge
        startsHere
        onChange={setText}
      />
    </Form>
  )
}
