// Saying afterwards that a note I typed holds somebody else's words.
import { useState } from "react"
import Bar from "../../people-here/bar.tsx"
import { useKnown, useTurn } from "../../people-here/use-turn.ts"
import { useUi } from "../../ui-store.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { useWords } from "../../words.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

export function WrittenFor({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  const { people, writtenFor } = useTurn()
  const known = useKnown()
  const [chosen, setChosen] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const submit = () => {
    const person = people.find(({ id }) => id === chosen)
    if (!person) return setError(words.say("board.for-first"))
    const { name, hasPhone } = known(person)
    if (hasPhone) return setError(words.say("several.own-phone", { name }))
    writtenFor(note.id, person)
    const say = words.say("board.whose-done", { name })
    showResult({ say, undo: null })
    announce(say)
    return onDone()
  }
  const choose = (next: string | null) => {
    setChosen(next)
    setError(null)
  }
  return (
    <Form title={words.say("board.for")} submit={words.say("board.whose-do")} onSubmit={submit} onBack={onBack}>
      <Bar chosen={chosen} onChoose={choose} isAdding={false} mayBeMine={false} error={error} />
    </Form>
  )
}
