// Choosing notes by checkbox, under the headings they stand under, with a search once there are many. The chosen stay in sight.
import { useState } from "react"
import { notesInTheme, themesOn, type Board, type Canvas, type Note, type NoteId } from "@evenboard/board"
import { useCreditOf } from "../../credit.ts"
import { findNotes } from "../../list/find.ts"
import { Check, Field } from "../../ui/form.tsx"
import { useBoard } from "../../use-board.ts"
import { useWords } from "../../words.tsx"
import styles from "../note-sheet.module.css"

/** From here on people look for a note rather than read them all. */
const SEARCH_FROM = 9

export type ChooseNotesProps = {
  canvas: Canvas
  fits: (note: Note, board: Board) => boolean
  chosen: ReadonlySet<NoteId>
  onChange: (chosen: ReadonlySet<NoteId>) => void
}

export function ChooseNotes({ canvas, fits, chosen, onChange }: ChooseNotesProps) {
  const words = useWords()
  const creditOf = useCreditOf()
  const board = useBoard((now) => now)
  const [asked, setAsked] = useState("")
  const all = [null, ...themesOn(board, canvas)].map((theme) => ({
    theme,
    notes: notesInTheme(board, theme?.id ?? null, canvas).filter((note) => fits(note, board)),
  }))
  const isMany = all.reduce((sum, { notes }) => sum + notes.length, 0) >= SEARCH_FROM
  const groups = all.map(({ theme, notes }) => {
    const found = new Set(findNotes(notes, asked, ({ id }) => creditOf(id).number))
    return { theme, notes: notes.filter((note) => found.has(note) || chosen.has(note.id)) }
  })
  const toggle = (id: NoteId, isOn: boolean) => {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <>
      {isMany ? <Field label={words.say("board.find")} value={asked} onChange={setAsked} type="search" /> : null}
      {groups
        .filter(({ notes }) => notes.length > 0)
        .map(({ theme, notes }) => (
          <fieldset key={theme?.id ?? ""} className={styles.group}>
            <legend dir="auto">
              {theme
                ? theme.title || words.say("common.about-us")
                : words.say(canvas === "needs" ? "common.not-grouped" : `common.stage-${canvas}`)}
            </legend>
            <div className={styles.checks}>
              {notes.map((note) => {
                const { number, author } = creditOf(note.id)
                return (
                  <Check
                    key={note.id}
                    label={note.text}
                    hint={[number === null ? "" : words.say("common.note-number", { number }), author].filter(Boolean).join(" · ")}
                    isOn={chosen.has(note.id)}
                    onChange={(isOn) => toggle(note.id, isOn)}
                  />
                )
              })}
            </div>
          </fieldset>
        ))}
      <p className={styles.hint} role="status">
        {words.say("board.chosen", { count: chosen.size })}
      </p>
    </>
  )
}
