// My own notes, and those of the people on this phone, each to be opened; and what can be done for these people.
import { Link } from "wouter"
import type { Board, NoteId } from "@evenboard/board"
import { hereOf, type PersonHere } from "../../people-here/here.ts"
import { PersonActs } from "../../people-here/person-acts.tsx"
import { useKnown } from "../../people-here/use-turn.ts"
import { Button } from "../../ui/button.tsx"
import { useBoard } from "../../use-board.ts"
import { usePeople, useWorkshopId, WhileOpen } from "../../use-session.ts"
import { useUi } from "../../ui-store.ts"
import { useValue } from "../../use-value.ts"
import { useWords } from "../../words.tsx"
import { Hint } from "../paper/paper.tsx"
import { Part } from "./part.tsx"
import styles from "./me.module.css"

const notesOfBoard = (board: Board) => board.notes

export function MyNotes() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const { me, facts } = usePeople()
  const notes = useBoard(notesOfBoard)
  const count = [...facts.values()].filter(({ id, author }) => author === me.id && notes.has(id as NoteId)).length
  return (
    <Part title={words.say("several.my-notes")} count={words.number(count)}>
      <NotesOf seatId={me.id} />
      <p>
        <Link href={`/w/${workshopId}/mine`} className={styles.link ?? ""}>
          {words.say("shell.go-mine")}
        </Link>
      </p>
    </Part>
  )
}

export function PeopleHere() {
  const words = useWords()
  const { people } = useValue(hereOf(useWorkshopId()))
  if (people.length === 0) return null
  return (
    <Part title={words.say("several.here-title")} count={words.number(people.length)} hint={words.say("several.here-what")}>
      {people.map((person) => (
        <Person key={person.id} person={person} />
      ))}
    </Part>
  )
}

function Person({ person }: { person: PersonHere }) {
  const words = useWords()
  const { name, seatId } = useKnown()(person)
  return (
    <section className={styles.person}>
      <h3>{words.say("several.notes-of", { name })}</h3>
      <NotesOf seatId={seatId} />
      <WhileOpen>
        <PersonActs person={person} onGone={() => document.querySelector("main")?.focus()} />
      </WhileOpen>
    </section>
  )
}

/** In the order they were numbered. */
function NotesOf({ seatId }: { seatId: string | null }) {
  const words = useWords()
  const { facts } = usePeople()
  const notes = useBoard(notesOfBoard)
  const open = useUi((ui) => ui.open)
  const mine = [...facts.values()]
    .filter((fact) => fact.author === seatId)
    .sort((a, b) => a.number - b.number)
    .flatMap(({ id, number }) => {
      const note = notes.get(id as NoteId)
      return note ? [{ note, number }] : []
    })
  if (mine.length === 0) return <Hint>{words.say("several.no-notes")}</Hint>
  return (
    <ul className={styles.notes}>
      {mine.map(({ note, number }) => (
        <li key={note.id}>
          <Button kind="row" aria-haspopup="dialog" onClick={() => open({ type: "note", id: note.id })}>
            <bdi className={styles.text}>{note.text}</bdi>
            <span className={styles.number}>{words.say("common.note-number", { number })}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
