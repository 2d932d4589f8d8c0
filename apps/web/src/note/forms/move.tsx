// Moving a note: into which theme, and where in it; or into a new theme that begins with it.
import { useState } from "react"
import {
  facesInTheme,
  newId,
  type Note,
  type NoteId,
  notesInTheme,
  positionOf,
  type Spot,
  TEXT_LIMITS,
  type ThemeId,
  themeOf,
  themesOn,
} from "@evenboard/board"
import { Choices, Field } from "../../ui/form.tsx"
import { useBoard, useBoardNow, useRetell } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { useUi } from "../../ui-store.ts"
import { useWords } from "../../words.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

const [TRAY, NEW, ABOUT_US] = ["tray", "new", "about-us"] as const

export function Move({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const board = useBoard((now) => now)
  const here = themeOf(board, note)?.id ?? TRAY
  const [where, setWhere] = useState<string>(here)
  const [spot, setSpot] = useState<string>("last")
  const [title, setTitle] = useState("")
  const [isNameless, setNameless] = useState(false)
  const move = useMove()
  const counted = (name: string, themeId: ThemeId | null) => (
    <>
      <bdi>{name}</bdi> ({words.say("common.notes", { count: notesInTheme(board, themeId, note.canvas).length })})
    </>
  )
  const submit = () => {
    if (where === NEW && !title.trim()) return setNameless(true)
    if (
      where === ABOUT_US
        ? move.intoNew(note, words.say("common.about-us"), true)
        : where === NEW
          ? move.intoNew(note, title, false)
          : move.to(note, where === TRAY ? null : (where as ThemeId), spot)
    )
      onDone()
  }
  const hasAboutUs = themesOn(board, note.canvas).some((theme) => theme.aboutUs)
  const others =
    where === NEW || where === ABOUT_US
      ? []
      : facesInTheme(board, where === TRAY ? null : (where as ThemeId), note.canvas)
          .map(({ face }) => face)
          .filter(({ id }) => id !== note.id)
  return (
    <Form title={words.say("board.move-title")} submit={words.say("board.move-do")} onSubmit={submit} onBack={onBack}>
      <Choices
        label={words.say("board.move-theme")}
        value={where}
        onChange={(next) => {
          setWhere(next)
          setSpot("last")
        }}
        options={[
          { value: TRAY, label: counted(words.say("common.not-grouped"), null) },
          ...themesOn(board, note.canvas).map((theme) => ({
            value: theme.id as string,
            label: counted(theme.title || words.say("common.about-us"), theme.id),
          })),
          { value: NEW, label: words.say("board.move-new") },
          ...(hasAboutUs || note.canvas !== "needs"
            ? []
            : [{ value: ABOUT_US, label: words.say("common.about-us"), hint: words.say("board.about-us-what") }]),
        ]}
      />
      {where === NEW ? (
        <Field
          label={words.say("board.theme-name")}
          hint={words.say("board.theme-name-hint")}
          value={title}
          maxLength={TEXT_LIMITS.title}
          error={isNameless ? words.say("board.write-first") : null}
          onChange={setTitle}
        />
      ) : others.length > 0 ? (
        <Choices
          label={words.say("board.move-spot")}
          value={spot}
          onChange={setSpot}
          options={[
            { value: "last", label: words.say("board.move-last") },
            { value: "first", label: words.say("board.move-first") },
            ...others.slice(0, -1).map(({ id, text }) => ({ value: id as string, label: words.say("board.move-after", { words: text }) })),
          ]}
        />
      ) : null}
    </Form>
  )
}

function useMove() {
  const words = useWords()
  const run = useRun()
  const boardNow = useBoardNow()
  const retell = useRetell()
  const revealNote = useUi((ui) => ui.revealNote)
  return {
    to(note: Note, themeId: ThemeId | null, spot: string): boolean {
      const outcome = run(
        { type: "move", id: note.id, spot: spotOf(notesInTheme(boardNow(), themeId, note.canvas), themeId, spot, note.id) },
        { say: "" },
      )
      if (!outcome.ok) return false
      const theme = themeId ? boardNow().themes.get(themeId)?.title || words.say("common.about-us") : words.say("common.not-grouped")
      const { at, of } = positionOf(boardNow(), note.id) ?? { at: 1, of: 1 }
      retell(words.say("board.moved", { theme, place: at, count: of }))
      revealNote(note.id)
      return true
    },
    intoNew(note: Note, title: string, aboutUs: boolean): boolean {
      const theme = title.trim()
      const outcome = run(
        { type: "put-together", themeId: newId<ThemeId>(), canvas: note.canvas, title: theme, notes: [note.id], aboutUs },
        { say: words.say("board.moved", { theme, place: 1, count: 1 }) },
      )
      if (outcome.ok) revealNote(note.id)
      return outcome.ok
    },
  }
}

function spotOf(notes: readonly Note[], themeId: ThemeId | null, spot: string, moving: NoteId): Spot {
  const first = notes.find(({ id }) => id !== moving)
  if (spot === "last" || !first) return { themeId }
  return spot === "first" ? { themeId, before: first.id } : { themeId, after: spot as NoteId }
}
