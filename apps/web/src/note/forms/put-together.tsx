// "This is like…": this note and those chosen stand together, in its theme when it has one, else in a new theme with a name.
import { useState } from "react"
import { type Command, newId, type NoteId, stackOf, TEXT_LIMITS, type ThemeId, themeOf } from "@evenboard/board"
import { Field } from "../../ui/form.tsx"
import { useBoard, useBoardNow } from "../../use-board.ts"
import { useRunAll } from "../../use-run.ts"
import { useUi } from "../../ui-store.ts"
import { useWords } from "../../words.tsx"
import { ChooseNotes } from "./choose-notes.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

export function PutTogether({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const runAll = useRunAll()
  const boardNow = useBoardNow()
  const revealNote = useUi((ui) => ui.revealNote)
  const theme = useBoard((board) => themeOf(board, note))
  const [chosen, setChosen] = useState<ReadonlySet<NoteId>>(new Set())
  const [title, setTitle] = useState("")
  const [problem, setProblem] = useState<"board.choose-one" | "board.write-first" | null>(null)
  const submit = () => {
    if (chosen.size === 0) return setProblem("board.choose-one")
    if (!theme && !title.trim()) return setProblem("board.write-first")
    const [here, name] = [boardNow(), theme ? theme.title || words.say("common.about-us") : title.trim()]
    const notes = [...chosen].filter((id) => here.notes.has(id))
    const say = words.say("board.like-done", { count: notes.length + 1, theme: name })
    const commands: Command[] = theme
      ? notes.map((id) => ({ type: "move", id, spot: { themeId: theme.id } }))
      : [{ type: "put-together", themeId: newId<ThemeId>(), canvas: note.canvas, title: name, notes: [note.id, ...notes] }]
    if (!runAll(commands, { say })) return undefined
    revealNote(note.id)
    return onDone()
  }
  return (
    <Form
      title={words.say("board.like-title")}
      error={problem === "board.choose-one" ? words.say(problem) : null}
      submit={words.say("board.like-do")}
      onSubmit={submit}
      onBack={onBack}
    >
      <p>{words.say("board.like-which")}</p>
      <ChooseNotes
        canvas={note.canvas}
        fits={(one, board) => stackOf(board, one.id)[0] === one && one.id !== note.id && (!theme || themeOf(board, one)?.id !== theme.id)}
        chosen={chosen}
        onChange={setChosen}
      />
      {theme ? null : (
        <Field
          label={words.say("board.theme-name")}
          hint={words.say("board.theme-name-hint")}
          value={title}
          maxLength={TEXT_LIMITS.title}
          error={problem === "board.write-first" ? words.say(problem) : null}
          onChange={setTitle}
        />
      )}
    </Form>
  )
}
