// Saying afterwards that a note I typed holds somebody else's words.
import { useState } from "react"
import { usePeople } from "../../use-session.ts"
import { useUi } from "../../ui-store.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { useWords } from "../../words.tsx"
import { useWrittenFor } from "../use-written-for.ts"
import { forWhom } from "../whose.ts"
import { WhoseWords, type Said } from "../whose-words.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

export function WrittenFor({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const announce = useAnnounce()
  const { facts } = usePeople()
  const showResult = useUi((ui) => ui.showResult)
  const { last, shownAs, writtenFor } = useWrittenFor()
  const [said, setSaid] = useState<Said>({ whose: last ? "again" : "name", name: "", table: "" })
  const [isMissing, setMissing] = useState(false)
  const submit = () => {
    const who = forWhom(said.whose, said, last, facts)
    if (who === null || who === "me") return setMissing(true)
    writtenFor(note.id, who)
    const say = words.say("board.whose-done", { name: shownAs(who) })
    showResult({ say, inverse: null })
    announce(say)
    return onDone()
  }
  return (
    <Form title={words.say("board.for")} submit={words.say("board.whose-do")} onSubmit={submit} onBack={onBack}>
      <WhoseWords said={said} onChange={setSaid} last={last} mayBeMine={false} error={isMissing ? words.say("board.for-first") : null} />
    </Form>
  )
}
