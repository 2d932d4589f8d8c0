// "How did you get here?": a first note to try the composer with, the same for everybody who is here. It is a real note; it stands with
// the words about ourselves, and nobody has to write one.
import { useState } from "react"
import { newId, run, type Note, type Spot, type ThemeId } from "@evenboard/board"
import { ABOUT_US, aboutUsOn, notesAboutUs } from "@evenboard/board/arrive"
import { useCreditOf } from "../../credit.ts"
import { Composer } from "../../note/composer.tsx"
import { recall, remember } from "../../note/remember.ts"
import { Button } from "../../ui/button.tsx"
import { NoteCard } from "../../note/note-card.tsx"
import { useBoard } from "../../use-board.ts"
import { useMayWrite, useWorkshopId, WhileOpen } from "../../use-session.ts"
import { useUi } from "../../ui-store.ts"
import { useWorkshop } from "../../workshop-context.ts"
import styles from "./together.module.css"
import { useTogetherWords } from "./use-together-words.ts"

/** So many stand there at first, the newest: a hall's forty would push everything else away. */
const SHOWN = 3

export function FirstNote() {
  const words = useTogetherWords()
  const notes = useBoard(notesAboutUs)
  const mayWrite = useMayWrite()
  const creditOf = useCreditOf()
  const [isWriting, setWriting] = useState(false)
  const spot = useSpot()
  const mine = notes.some(({ id }) => creditOf(id).isMine)
  if (notes.length === 0 && !mayWrite) return null
  return (
    <section className={styles.part} aria-labelledby="first-title">
      <h2 id="first-title" className={styles.heading}>
        {words.say("together.first-title")}
      </h2>
      <p className={styles.ask}>{words.say("together.first-ask")}</p>
      <WhileOpen>
        {mine ? <Written onMore={() => setWriting(true)} /> : <Asked onWrite={() => setWriting(true)} />}
        {isWriting ? <Composer onClose={() => setWriting(false)} first={{ ask: words.say("together.first-ask"), spot }} /> : null}
      </WhileOpen>
      <Notes notes={notes} />
    </section>
  )
}

/** Two answers of one size: nobody is pushed. Not now holds on this phone until somebody writes after all. */
function Asked({ onWrite }: { onWrite: () => void }) {
  const words = useTogetherWords()
  const workshopId = useWorkshopId()
  const [isLater, setLater] = useState(() => recall<boolean>(workshopId, "first-later") ?? false)
  const later = () => {
    setLater(true)
    remember(workshopId, "first-later", true)
  }
  return isLater ? (
    <>
      <p role="status">{words.say("together.first-skipped")}</p>
      <div>
        <Button onClick={onWrite}>{words.say("together.first-open")}</Button>
      </div>
    </>
  ) : (
    <>
      <p>{words.say("together.first-what")}</p>
      <div className={styles.answers}>
        <Button kind="main" onClick={onWrite}>
          {words.say("together.first-do")}
        </Button>
        <Button onClick={later}>{words.say("together.first-later")}</Button>
      </div>
    </>
  )
}

function Written({ onMore }: { onMore: () => void }) {
  const words = useTogetherWords()
  return (
    <>
      <p role="status">{words.say("together.first-done")}</p>
      <div>
        <Button onClick={onMore}>{words.say("together.first-more")}</Button>
      </div>
    </>
  )
}

/**
 * Where a first note stands: the theme about ourselves, made where there is none. Making it is no step of anybody's to undo, or undoing
 * one note would take everybody's out of it.
 */
function useSpot(): () => Spot {
  const { run: change, board } = useWorkshop()
  return () => {
    const there = aboutUsOn(board.get())
    if (there) return { themeId: there.id }
    const make = (themeId: ThemeId) =>
      change(run, { type: "put-together", themeId, canvas: "needs", title: "", notes: [], aboutUs: true }).ok
    // Taken apart once, the first of that name stays gone.
    if (make(ABOUT_US)) return { themeId: ABOUT_US }
    const themeId = newId<ThemeId>()
    make(themeId)
    return { themeId }
  }
}

function Notes({ notes }: { notes: readonly Note[] }) {
  const words = useTogetherWords()
  const open = useUi((ui) => ui.open)
  const [isWhole, setWhole] = useState(false)
  if (notes.length === 0) return null
  const shown = isWhole ? notes : notes.slice(-SHOWN)
  return (
    <>
      <h3 className={styles.small}>{words.say("together.first-notes")}</h3>
      <ul className={styles.notes}>
        {shown.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} aria-haspopup="dialog" onClick={() => open({ type: "note", id: note.id })} />
          </li>
        ))}
      </ul>
      {shown.length < notes.length ? (
        <div>
          <Button onClick={() => setWhole(true)}>{words.say("together.first-all", { count: notes.length })}</Button>
        </div>
      ) : null}
    </>
  )
}
