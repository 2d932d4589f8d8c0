// Mine: where did my idea go? Each of my notes, and of the people on this phone, with its path in words, what became of it and who said
// so, every wording it has had, and my answer to all that. Knows nothing that anybody else could not read on the board.
import { memo } from "react"
import { Link } from "wouter"
import type { Note, NoteId } from "@evenboard/board"
import { pathOf } from "@evenboard/board/path"
import { NoteWords } from "../../became/note-words.tsx"
import { Answer, OutcomeLine } from "../../became/outcome-line.tsx"
import { useBecameWords } from "../../became/use-became-words.ts"
import { useSaidBy, type SaidBy } from "../../became/use-said-by.ts"
import styles from "../../became/became.module.css"
import { useGrowing } from "../../list/use-growing.ts"
import { hereOf } from "../../people-here/here.ts"
import { useKnown } from "../../people-here/use-turn.ts"
import { Button } from "../../ui/button.tsx"
import { useBoard } from "../../use-board.ts"
import { usePeople, useWorkshopId } from "../../use-session.ts"
import { useUi } from "../../ui-store.ts"
import { useValue } from "../../use-value.ts"
import { useWords } from "../../words.tsx"
import { Paper, Section, Ways } from "../paper/paper.tsx"
import { NoteWordings } from "./note-wordings.tsx"
import { OwnAnswer } from "./own-answer.tsx"
import { pathLines } from "./path-lines.ts"

export default function MineScreen() {
  const became = useBecameWords()
  const workshopId = useWorkshopId()
  const { me } = usePeople()
  const saidBy = useSaidBy()
  return (
    <Paper title={became.say("became.mine-title")} intro={became.say("became.mine-intro")}>
      <NotesOf seatId={me.id} saidBy={saidBy} level={2} mayAnswer />
      <PeopleHere saidBy={saidBy} />
      <Ways>
        <li>
          <Link href={`/w/${workshopId}/outcomes`}>{became.say("became.to-outcomes")}</Link>
        </li>
      </Ways>
    </Paper>
  )
}

/** Each with their own notes. Whoever has a phone of their own by now answers there. */
function PeopleHere({ saidBy }: { saidBy: SaidBy }) {
  const became = useBecameWords()
  const { people } = useValue(hereOf(useWorkshopId()))
  const known = useKnown()
  return people.map((person) => {
    const { name, seatId, hasPhone } = known(person)
    return seatId === null ? null : (
      <Section key={person.id} title={became.say("became.of-person", { name })}>
        <NotesOf seatId={seatId} saidBy={saidBy} level={3} mayAnswer={!hasPhone} />
      </Section>
    )
  })
}

type Showing = { saidBy: SaidBy; level: 2 | 3; mayAnswer?: boolean }
/** Newest first. */
function NotesOf({ seatId, ...showing }: { seatId: string } & Showing) {
  const became = useBecameWords()
  const { facts } = usePeople()
  const mine = [...facts.values()].filter((fact) => fact.author === seatId).sort((a, b) => b.number - a.number)
  const notes = useBoard((board) => mine.flatMap(({ id }) => board.notes.get(id as NoteId) ?? []))
  const drawn = useGrowing(seatId, notes.length)
  if (notes.length === 0) return <p>{became.say("became.mine-none")}</p>
  return (
    <ul className={styles.notes}>
      {notes.slice(0, drawn).map((note) => (
        <li key={note.id}>
          <Mine note={note} {...showing} />
        </li>
      ))}
    </ul>
  )
}

const Mine = memo(function Mine({ note, saidBy, level, mayAnswer = false }: { note: Note } & Showing) {
  const words = useWords()
  const became = useBecameWords()
  const open = useUi((ui) => ui.open)
  const path = useBoard((board) => pathOf(board, note.id))
  const fact = usePeople().facts.get(note.id)
  const hasChanged = (fact?.changes ?? 0) > 0
  if (path === null) return null
  const lines = pathLines(path, became, words)
  const isWaiting = path.outcome.type === "about-us" || (path.outcome.type === "open" && lines.length === 0)
  const isAnswerable = mayAnswer && (note.answer !== "" || !isWaiting)
  return (
    <article className={styles.note}>
      <NoteWords note={note} />
      <OutcomeLine note={note} outcome={path.outcome} saidBy={saidBy} />
      {lines.length > 0 ? (
        <dl className={styles.path} aria-label={became.say("became.path")}>
          {lines.map(({ step, words: said, more }) => (
            <div key={step} className={styles.step}>
              <dt className={styles.quiet}>{step}</dt>
              {said.map((text, n) => (
                // oxlint-disable-next-line react/no-array-index-key -- two notes may say the same
                <dd key={n}>{text}</dd>
              ))}
              {more > 0 ? <dd className={styles.quiet}>{became.say("became.more", { count: more })}</dd> : null}
            </div>
          ))}
        </dl>
      ) : null}
      {isAnswerable ? <OwnAnswer note={note} /> : <Answer note={note} label={words.say("outcome.answer")} />}
      {hasChanged ? <NoteWordings note={note} level={level} /> : null}
      <div>
        <Button kind="quiet" aria-haspopup="dialog" onClick={() => open({ type: "note", id: note.id })}>
          {became.say("became.open-note")}
          <span className="unseen">: {note.text}</span>
        </Button>
      </div>
    </article>
  )
})
