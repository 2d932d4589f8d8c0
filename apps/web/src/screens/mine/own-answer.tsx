// "That is not what I meant": what a note's author says to what became of it. Everybody reads it beside the note; it can be taken back.
import { useState } from "react"
import { type Note, TEXT_LIMITS } from "@evenboard/board"
import { Answer } from "../../became/outcome-line.tsx"
import { useBecameWords } from "../../became/use-became-words.ts"
import styles from "../../became/became.module.css"
import { WordsForm } from "../../became/words-form.tsx"
import { Button } from "../../ui/button.tsx"
import { useRun } from "../../use-run.ts"
import { WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"

export function OwnAnswer({ note }: { note: Note }) {
  const words = useWords()
  const became = useBecameWords()
  const run = useRun()
  const [isWriting, setWriting] = useState(false)
  const takeBack = () => run({ type: "answer-outcome", id: note.id, text: "" }, { say: became.say("became.answer-taken-back") })
  return (
    <>
      <Answer note={note} label={became.say("became.answer-yours")} />
      <WhileOpen>
        {isWriting ? (
          <Writing note={note} onDone={() => setWriting(false)} />
        ) : (
          <div className={styles.acts}>
            <Button onClick={() => setWriting(true)}>
              {note.answer === "" ? words.say("commands.answer-outcome") : became.say("became.answer-change")}
            </Button>
            {note.answer === "" ? null : <Button onClick={takeBack}>{words.say("commands.take-back-outcome")}</Button>}
          </div>
        )}
      </WhileOpen>
    </>
  )
}

function Writing({ note, onDone }: { note: Note; onDone: () => void }) {
  const words = useWords()
  const became = useBecameWords()
  const run = useRun()
  return (
    <WordsForm
      label={became.say("became.answer-label")}
      text={note.answer}
      limit={TEXT_LIMITS.short}
      empty={words.say("board.write-first")}
      submit={became.say("became.answer-do")}
      onBack={onDone}
      onSay={(text) => {
        if (run({ type: "answer-outcome", id: note.id, text }, { say: became.say("became.answer-done") }).ok) onDone()
      }}
    />
  )
}
