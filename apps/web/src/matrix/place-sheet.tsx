// Placing one worry or hope by answering one question at a time. An answer is one tap and is there for everyone at once; "Not sure"
// goes on and changes nothing, so that nobody takes away what others have said.
import { type ReactNode, useState } from "react"
import { type Board, DOING_NOTHING, type Note, type NoteId, notesOn, type Place } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import { useCredit } from "../credit.ts"
import { Button } from "../ui/button.tsx"
import { Field } from "../ui/form.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useUi } from "../ui-store.ts"
import { useBoard } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useSession } from "../use-session.ts"
import { useWords } from "../words.tsx"
import type { Entry } from "./entries.ts"
import { Facts } from "./facts.tsx"
import styles from "./matrix.module.css"
import { EFFECTS, effectInWords, LIKELY, likelyInWords, placeInWords } from "./place-words.ts"

const QUESTIONS = ["likely", "effect", "whom", "about"] as const
type Question = (typeof QUESTIONS)[number]

type PlaceSheetProps = {
  entry: Entry
  /** Another one without a place, when there is one. */
  next: NoteId | null
  onNext: (id: NoteId) => void
  onClose: () => void
}

export function PlaceSheet({ entry, next, onNext, onClose }: PlaceSheetProps) {
  const words = useWords()
  const { number } = useCredit(entry.note.id)
  const openNote = useUi((ui) => ui.open)
  const [step, setStep] = useState(0)
  /** The first answer of a note without a place waits here for the second: a place is both. */
  const [answers, setAnswers] = useState<Partial<Place>>({})
  const run = useRun()
  const { note } = entry
  const question = QUESTIONS[step]
  const on = () => setStep(step + 1)
  const answer = (part: Partial<Place>) => {
    const all = { ...note.place, ...answers, ...part }
    setAnswers({ ...answers, ...part })
    const { likely, effect } = all
    if (likely !== undefined && effect !== undefined)
      run({ type: "place", id: note.id, place: { likely, effect } }, { say: placeInWords(words, { likely, effect }) })
    on()
  }
  const chosen = { ...note.place, ...answers }
  return (
    <Sheet
      title={number === null ? words.say("matrix.axis-likely") : words.say("matrix.place-title", { number })}
      onClose={onClose}
      stage="matrix"
    >
      <blockquote className={styles.quote} data-kind={note.kind}>
        <KindMark kind={note.kind} />
        <p className={styles.quoteWords} dir="auto" lang={note.lang ?? undefined}>
          {note.text}
        </p>
      </blockquote>
      {question ? <p className={styles.hint}>{words.say("matrix.step", { step: step + 1, count: QUESTIONS.length })}</p> : null}
      {question === "likely" ? (
        <Answers
          question={question}
          rows={LIKELY.map((likely) => ({
            key: likely,
            label: likelyInWords(words, likely),
            isOn: chosen.likely === likely,
            press: () => answer({ likely }),
          }))}
          onNotSure={on}
        />
      ) : null}
      {question === "effect" ? (
        <Answers
          question={question}
          rows={EFFECTS.map((effect) => ({
            key: effect,
            label: effectInWords(words, effect),
            isOn: chosen.effect === effect,
            press: () => answer({ effect }),
          }))}
          onNotSure={on}
        />
      ) : null}
      {question === "whom" ? <ForWhom note={note} onDone={on} /> : null}
      {question === "about" ? <About entry={entry} onDone={on} /> : null}
      {question ? null : (
        <div className={styles.summary}>
          <h3 ref={focusQuestion} tabIndex={-1}>
            {words.say("matrix.summary")}
          </h3>
          <Facts entry={entry} />
          {note.place ? null : <p>{words.say("matrix.stays-unplaced")}</p>}
          {next ? (
            <Button kind="main" isWide onClick={() => onNext(next)}>
              {words.say("matrix.next-one")}
            </Button>
          ) : null}
          <Button kind={next ? "plain" : "main"} isWide onClick={onClose}>
            {words.say("common.done")}
          </Button>
        </div>
      )}
      <div className={styles.ways}>
        {step > 0 ? <Button onClick={() => setStep(step - 1)}>{words.say("matrix.previous")}</Button> : null}
        <Button
          kind="quiet"
          onClick={() => {
            onClose()
            openNote({ type: "note", id: note.id })
          }}
        >
          {words.say("options.read-note")}
        </Button>
      </div>
    </Sheet>
  )
}

/** The answer that was pressed is gone with its question: the focus goes on to the next one, and readers say it. */
const focusQuestion = (heading: HTMLElement | null): void => heading?.focus()

type AnswerRow = { key: string | number; label: ReactNode; isOn: boolean; press: () => void }

function Answers({
  question,
  rows,
  onNotSure,
  children,
}: {
  question: Question
  rows: readonly AnswerRow[]
  onNotSure: () => void
  children?: ReactNode
}) {
  const words = useWords()
  return (
    <div role="group" aria-labelledby="place-question">
      <h3 id="place-question" className={styles.question} ref={focusQuestion} tabIndex={-1}>
        {words.say(`matrix.axis-${question}`)}
      </h3>
      {question === "about" ? <p className={styles.hint}>{words.say("matrix.choose-about")}</p> : null}
      <div className={styles.answers}>
        {rows.map((row) => (
          <Button key={row.key} kind="row" aria-pressed={row.isOn} onClick={row.press}>
            <span dir="auto">{row.label}</span>
            <span aria-hidden="true">{row.isOn ? "✓" : ""}</span>
          </Button>
        ))}
        <Button kind="row" onClick={onNotSure}>
          {words.say("matrix.not-sure")}
        </Button>
      </div>
      {children}
    </div>
  )
}

const groupsOf = (session: Session) => session.groups
const saidBefore = (board: Board) => [...new Set(notesOn(board, "matrix").map((note) => note.forWhom))].filter(Boolean)

function ForWhom({ note, onDone }: { note: Note; onDone: () => void }) {
  const words = useWords()
  const run = useRun()
  const groups = useSession(groupsOf)
  const said = useBoard(saidBefore)
  const [other, setOther] = useState("")
  const say = (forWhom: string) => {
    run({ type: "say-for-whom", id: note.id, forWhom }, { say: words.say("matrix.for-whom", { who: forWhom }) })
    onDone()
  }
  const rows = [...new Set([...groups, ...said])].map((who) => ({
    key: who,
    label: who,
    isOn: note.forWhom === who,
    press: () => say(who),
  }))
  return (
    <Answers question="whom" rows={rows} onNotSure={onDone}>
      <form
        className={styles.other}
        onSubmit={(event) => {
          event.preventDefault()
          if (other.trim()) say(other.trim())
        }}
      >
        <Field
          label={words.say("matrix.for-other")}
          hint={words.say("matrix.for-hint")}
          value={other}
          onChange={setOther}
          maxLength={300}
        />
        <Button type="submit" disabled={other.trim() === ""}>
          {words.say("matrix.say-this")}
        </Button>
      </form>
    </Answers>
  )
}

const optionsOn = (board: Board) => notesOn(board, "options").filter((note) => note.kind === "option")

function About({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const words = useWords()
  const run = useRun()
  const options = useBoard(optionsOn)
  const { note, about } = entry
  const rowOf = (id: string, label: string): AnswerRow => {
    const isOn = about.includes(id)
    const link = { from: note.id, to: id, kind: "about" } as const
    return {
      key: id,
      label,
      isOn,
      press: () =>
        void run({ type: isOn ? "unlink" : "link", link }, { say: words.say(isOn ? "matrix.not-about" : "matrix.about", { what: label }) }),
    }
  }
  const rows = [...options.map((option) => rowOf(option.id, option.text)), rowOf(DOING_NOTHING, words.say("matrix.doing-nothing"))]
  return (
    <Answers question="about" rows={rows} onNotSure={onDone}>
      <div className={styles.other}>
        <Button kind="main" isWide onClick={onDone} disabled={about.length === 0}>
          {words.say("common.done")}
        </Button>
      </div>
    </Answers>
  )
}
