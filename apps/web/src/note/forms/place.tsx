// A place on the matrix said in words, and for whom it is: the same as on the matrix page, from the note itself.
import { useState } from "react"
import { type Place, TEXT_LIMITS } from "@evenboard/board"
import { Choices, Field } from "../../ui/form.tsx"
import { useRun } from "../../use-run.ts"
import { useWords } from "../../words.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

const LIKELY = [1, 2, 3, 4, 5] as const
/** Named 1 to 5 in the words; −2 to 2 on the board. */
const EFFECT = [-2, -1, 0, 1, 2] as const
const NOT_SURE = "not-sure"

export function PlaceForm({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const [likely, setLikely] = useState<string>(String(note.place?.likely ?? NOT_SURE))
  const [effect, setEffect] = useState<string>(String(note.place?.effect ?? NOT_SURE))
  const submit = () => {
    const [how, which] = [LIKELY.find((one) => String(one) === likely), EFFECT.find((one) => String(one) === effect)]
    const place: Place | null = how === undefined || which === undefined ? null : { likely: how, effect: which }
    if (run({ type: "place", id: note.id, place }, { say: words.say(place ? "board.placed" : "board.place-not-sure") }).ok) onDone()
  }
  const notSure = { value: NOT_SURE, label: words.say("board.place-not-sure") }
  return (
    <Form title={words.say("board.place-title")} submit={words.say("board.place-do")} onSubmit={submit} onBack={onBack}>
      <Choices
        label={words.say("board.place-likely")}
        value={likely}
        onChange={setLikely}
        options={[...LIKELY.map((one) => ({ value: String(one), label: words.say(`matrix.likely-${one}`) })), notSure]}
      />
      <Choices
        label={words.say("board.place-effect")}
        value={effect}
        onChange={setEffect}
        options={[
          ...EFFECT.map((one) => ({ value: String(one), label: words.say(`matrix.effect-${(one + 3) as 1 | 2 | 3 | 4 | 5}`) })),
          notSure,
        ]}
      />
    </Form>
  )
}

export function SayForWhom({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const run = useRun()
  const [whom, setWhom] = useState(note.forWhom)
  const submit = () => {
    if (run({ type: "say-for-whom", id: note.id, forWhom: whom }, { say: words.say("board.for-whom-done") }).ok) onDone()
  }
  return (
    <Form title={words.say("board.for-whom-title")} submit={words.say("board.kind-do")} onSubmit={submit} onBack={onBack}>
      <Field
        label={words.say("board.for-whom-title")}
        hint={words.say("board.for-whom-hint")}
        value={whom}
        maxLength={TEXT_LIMITS.short}
        onChange={setWhom}
      />
    </Form>
  )
}
