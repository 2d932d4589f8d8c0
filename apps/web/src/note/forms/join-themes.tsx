// Putting two themes together: every note of this one stands at the end of the other, and Undo brings all of it back.
import { useState } from "react"
import { notesInTheme, themesOn, type ThemeId } from "@evenboard/board"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { useBoard, useBoardNow, useRetell } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { useWords } from "../../words.tsx"
import type { ThemeFormProps } from "../theme-sheet.tsx"
import { Form } from "./form.tsx"

export function JoinThemes({ theme, onDone, onBack }: ThemeFormProps) {
  const words = useWords()
  const run = useRun()
  const retell = useRetell()
  const boardNow = useBoardNow()
  // Words about ourselves and needs stay apart; the theme's own row says which they are.
  const others = useBoard((board) =>
    themesOn(board, theme.canvas).filter(({ id, aboutUs }) => id !== theme.id && aboutUs === theme.aboutUs),
  )
  const board = useBoard((now) => now)
  const [chosen, setChosen] = useState<ThemeId | null>(null)
  const into = others.find(({ id }) => id === chosen) ?? others[0]
  if (!into) {
    return (
      <>
        <p>{words.say("stack.join-none")}</p>
        <Button onClick={onBack}>{words.say("common.back")}</Button>
      </>
    )
  }
  const submit = () => {
    if (!run({ type: "join-themes", themeId: theme.id, into: into.id }, { say: "" }).ok) return
    const count = notesInTheme(boardNow(), into.id, theme.canvas).length
    retell(words.say("stack.joined", { theme: into.title || words.say("common.about-us"), count }))
    onDone()
  }
  return (
    <Form title={words.say("stack.join-title")} submit={words.say("stack.join-do")} onSubmit={submit} onBack={onBack}>
      <p>{words.say("stack.join-what")}</p>
      <Choices
        label={words.say("board.move-theme")}
        value={into.id}
        onChange={(id) => setChosen(id)}
        options={others.map(({ id, title }) => ({
          value: id,
          label: (
            <>
              <bdi>{title || words.say("common.about-us")}</bdi> (
              {words.say("common.notes", { count: notesInTheme(board, id, theme.canvas).length })})
            </>
          ),
        }))}
      />
    </Form>
  )
}
