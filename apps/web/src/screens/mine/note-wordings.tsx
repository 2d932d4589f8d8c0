// Every wording a note has had, whose it was, and the way back to any of them. Asked for only when somebody opens it.
import { useState } from "react"
import type { Note } from "@evenboard/board"
import { useBecameWords } from "../../became/use-became-words.ts"
import styles from "../../became/became.module.css"
import { useNameOf } from "../../credit.ts"
import { Button } from "../../ui/button.tsx"
import { Fold } from "../../ui/fold.tsx"
import { useRun } from "../../use-run.ts"
import { usePeople, useWorkshopId, WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { useHistory } from "../happened/use-history.ts"
import { wordingsOf, type Wording } from "./wordings.ts"

/** `level`: of its heading, under what stands above the note. */
export function NoteWordings({ note, level }: { note: Note; level: 2 | 3 }) {
  const became = useBecameWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Fold
      title={<span className={styles.foldTitle}>{became.say("became.wordings")}</span>}
      level={level}
      isOpen={isOpen}
      onToggle={setOpen}
    >
      {isOpen ? <Wordings note={note} /> : null}
    </Fold>
  )
}

function Wordings({ note }: { note: Note }) {
  const became = useBecameWords()
  const { facts } = usePeople()
  const { rows, state, older, again } = useHistory(useWorkshopId(), { target: note.id })
  const fact = facts.get(note.id)
  const wordings = wordingsOf(rows, fact?.firstWording ? { text: fact.firstWording, author: fact.author } : null)
  return (
    <div className={styles.wordings}>
      {wordings.map((wording, n) => (
        <OneWording key={wording.key} note={note} wording={wording} isFirst={n === 0} />
      ))}
      {state === "all" && wordings.length < 2 ? <p>{became.say("became.wordings-same")}</p> : null}
      {state === "loading" ? <p role="status">{became.say("became.wordings-loading")}</p> : null}
      {state === "failed" ? (
        <div role="alert">
          <p>{became.say("became.wordings-failed")}</p>
          <Button onClick={again}>{became.say("became.again")}</Button>
        </div>
      ) : null}
      {state === "more" ? <Button onClick={older}>{became.say("became.older")}</Button> : null}
    </div>
  )
}

function OneWording({ note, wording, isFirst }: { note: Note; wording: Wording; isFirst: boolean }) {
  const words = useWords()
  const became = useBecameWords()
  const nameOf = useNameOf()
  const run = useRun()
  const { text, seat, at } = wording
  const who = seat === null ? words.say("board.someone") : nameOf(seat)
  const bringBack = () => run({ type: "change-words", id: note.id, text }, { say: became.say("became.wording-back") })
  return (
    <div className={styles.wording}>
      <p className={styles.quiet}>
        {became.say(isFirst ? "became.wording-first" : "became.wording-changed", { who })}
        {at === null ? null : <> · {became.say("became.wording-when", { day: words.day(at), time: words.time(at) })}</>}
      </p>
      <blockquote className={styles.words} dir="auto">
        {text}
      </blockquote>
      {text === note.text ? (
        <p className={styles.quiet}>{became.say("became.wording-now")}</p>
      ) : (
        <WhileOpen>
          <Button onClick={bringBack}>
            {became.say(isFirst ? "became.put-first" : "became.bring-wording")}
            <span className="unseen">: {text}</span>
          </Button>
        </WhileOpen>
      )}
    </div>
  )
}
