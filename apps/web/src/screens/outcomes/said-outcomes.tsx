// What was said: each "not in the plan this time" with its reason and whose it is, what authors answer, and the way to take it back.
import { type ReactNode, useState } from "react"
import { themesOn, CANVASES, type Board, type Note, type Theme } from "@evenboard/board"
import { pathOf } from "@evenboard/board/path"
import styles from "../../became/became.module.css"
import { NoteWords } from "../../became/note-words.tsx"
import { Answer, OutcomeLine } from "../../became/outcome-line.tsx"
import { reasonWords } from "../../became/outcome-words.ts"
import { useBecameWords } from "../../became/use-became-words.ts"
import type { SaidBy } from "../../became/use-said-by.ts"
import { byRank } from "../../board/derive.ts"
import { useNameOf } from "../../credit.ts"
import { Button } from "../../ui/button.tsx"
import { Fold } from "../../ui/fold.tsx"
import { useBoard } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { FEW } from "./groups.ts"

const saidThemes = (board: Board): Theme[] =>
  CANVASES.flatMap((canvas) => themesOn(board, canvas).filter(({ notThisTime }) => notThisTime !== null))
const saidNotes = (board: Board): Note[] =>
  [...board.notes.values()].filter(({ notThisTime, aside }) => notThisTime !== null && aside === null).sort(byRank)
/** Those that stand not among the notes of their own reason already. */
const answered = (board: Board): Note[] =>
  [...board.notes.values()].filter(({ answer, notThisTime }) => answer !== "" && notThisTime === null).sort(byRank)

export function SaidOutcomes({ saidBy }: { saidBy: SaidBy }) {
  const words = useWords()
  const became = useBecameWords()
  const themes = useBoard(saidThemes)
  const notes = useBoard(saidNotes)
  const answers = useBoard(answered)
  const [isShort] = useState(() => themes.length + notes.length + answers.length <= FEW)
  return (
    <div className={styles.folds}>
      <Part title={became.say("became.said")} count={themes.length + notes.length} beginsOpen={isShort}>
        {themes.map((theme) => (
          <li key={theme.id}>
            <SaidTheme theme={theme} saidBy={saidBy} />
          </li>
        ))}
        {notes.map((note) => (
          <li key={note.id}>
            <SaidNote note={note} saidBy={saidBy} />
          </li>
        ))}
      </Part>
      <Part title={became.say("became.authors-answer")} count={answers.length} beginsOpen={isShort}>
        {answers.map((note) => (
          <li key={note.id}>
            <article className={styles.note}>
              <NoteWords note={note} isCredited />
              <Became note={note} saidBy={saidBy} />
              <Answer note={note} label={words.say("outcome.answer")} />
            </article>
          </li>
        ))}
      </Part>
    </div>
  )
}

/** Folded once there are more than a few: what waits stands first on this page. */
function Part({ title, count, beginsOpen, children }: { title: string; count: number; beginsOpen: boolean; children: ReactNode }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(beginsOpen)
  if (count === 0) return null
  return (
    <Fold title={title} count={words.number(count)} isOpen={isOpen} onToggle={setOpen}>
      {isOpen ? <ul className={styles.notes}>{children}</ul> : null}
    </Fold>
  )
}

function Became({ note, saidBy }: { note: Note; saidBy: SaidBy }) {
  const path = useBoard((board) => pathOf(board, note.id))
  return path ? <OutcomeLine note={note} outcome={path.outcome} saidBy={saidBy} /> : null
}

function SaidNote({ note, saidBy }: { note: Note; saidBy: SaidBy }) {
  const words = useWords()
  const became = useBecameWords()
  const run = useRun()
  const takeBack = () => run({ type: "take-back-outcome", of: { note: note.id } }, { say: became.say("became.taken-back") })
  return (
    <article className={styles.note}>
      <NoteWords note={note} isCredited />
      <Became note={note} saidBy={saidBy} />
      <Answer note={note} label={words.say("outcome.answer")} />
      <WhileOpen>
        <TakeBack of={note.text} onPress={takeBack} />
      </WhileOpen>
    </article>
  )
}

function SaidTheme({ theme, saidBy }: { theme: Theme; saidBy: SaidBy }) {
  const words = useWords()
  const became = useBecameWords()
  const nameOf = useNameOf()
  const run = useRun()
  const seat = saidBy.get(theme.id)
  const title = theme.title || words.say("common.about-us")
  const takeBack = () => run({ type: "take-back-outcome", of: { theme: theme.id } }, { say: became.say("became.taken-back") })
  return (
    <article className={styles.note}>
      <h3 className={styles.themeName}>{became.say("became.the-theme", { theme: title })}</h3>
      <div className={styles.outcome} data-outcome="not-this-time">
        <p className={styles.sentence}>
          {words.say("outcome.not-this-time", { reason: reasonWords(theme.notThisTime?.reason ?? "", words) })}
        </p>
        {seat === undefined ? null : <p className={styles.quiet}>{words.say("outcome.said-by", { name: nameOf(seat) })}</p>}
      </div>
      <WhileOpen>
        <TakeBack of={title} onPress={takeBack} />
      </WhileOpen>
    </article>
  )
}

function TakeBack({ of, onPress }: { of: string; onPress: () => void }) {
  const words = useWords()
  return (
    <div className={styles.acts}>
      <Button onClick={onPress}>
        {words.say("commands.take-back-outcome")}
        <span className="unseen">: {of}</span>
      </Button>
    </div>
  )
}
