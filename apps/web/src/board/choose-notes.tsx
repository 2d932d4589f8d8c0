// Choosing some of many notes, in words: a list of checks with a search once it is long. The chosen stay in sight while searching.
import { type ReactNode, useId, useState } from "react"
import type { Board, NoteId } from "@evenboard/board"
import { useCreditOf } from "../credit.ts"
import { findNotes } from "../list/find.ts"
import { Check, Field } from "../ui/form.tsx"
import { MarkOf } from "../note/shown-kind.tsx"
import { useBoard } from "../use-board.ts"
import { useWords } from "../words.tsx"
import styles from "./choose-notes.module.css"

/** From here on people look for a note rather than read them all. */
const SEARCH_FROM = 9

export type ChooseNotesProps = {
  label: string
  ids: readonly NoteId[]
  chosen: readonly NoteId[]
  onChange: (chosen: readonly NoteId[]) => void
}

const notesOf = (board: Board) => board.notes

export function ChooseNotes({ label, ids, chosen, onChange }: ChooseNotesProps) {
  const words = useWords()
  const creditOf = useCreditOf()
  const labelId = useId()
  const notes = useBoard(notesOf)
  const [find, setFind] = useState("")
  const all = ids.flatMap((id) => notes.get(id) ?? [])
  const found = new Set(findNotes(all, find, (note) => creditOf(note.id).number))
  const shown = all.filter((note) => found.has(note) || chosen.includes(note.id))
  const turn = (id: NoteId, isOn: boolean) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <div className={styles.choose} role="group" aria-labelledby={labelId}>
      <p className={styles.label}>
        <span id={labelId}>{label}</span> <span className={styles.count}>{words.say("wide.chosen", { count: chosen.length })}</span>
      </p>
      {ids.length >= SEARCH_FROM ? <Field label={words.say("wide.choose-find")} value={find} onChange={setFind} type="search" /> : null}
      <ul className={styles.list}>
        {shown.map((note) => {
          const { number, line } = creditOf(note.id)
          return (
            <li key={note.id}>
              <Check
                isOn={chosen.includes(note.id)}
                onChange={(isOn) => turn(note.id, isOn)}
                label={
                  <span className={styles.note}>
                    <span dir="auto" lang={note.lang ?? undefined}>
                      {note.text}
                    </span>
                    <span className={styles.by}>
                      <MarkOf note={note} />
                      {number === null ? null : <span className={styles.number}>{words.number(number)}</span>}
                      <bdi>{line}</bdi>
                    </span>
                  </span>
                }
              />
            </li>
          )
        })}
      </ul>
      {shown.length === 0 ? <p>{words.say("wide.choose-none")}</p> : null}
    </div>
  )
}

/** Holds the button that ends a choice, in sight however long the list is. */
export function ChooseEnd({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>
}
