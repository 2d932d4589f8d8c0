// One note that nothing was said of yet, and the two things to say: it is part of …, or not this time, because ….
import type { Command, Note } from "@evenboard/board"
import styles from "../../became/became.module.css"
import { NoteWords } from "../../became/note-words.tsx"
import { useBecameWords } from "../../became/use-became-words.ts"
import { Button } from "../../ui/button.tsx"
import { useBoard } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { coveredByOption, waitsOn } from "./groups.ts"
import { PartForm } from "./part-form.tsx"
import { ReasonForm } from "./reason-form.tsx"

/** Which form stands open, on which note or theme: one at a time on the whole page. */
export type Acting = { readonly id: string; readonly what: "part" | "reason" } | null
export type ActingProps = {
  acting: Acting
  onAct: (acting: Acting) => void
  /** After it was said: the focus goes back to the page's head. */ onDone: () => void
}

export function OpenNote({ note, acting, onAct, onDone }: { note: Note } & ActingProps) {
  const words = useWords()
  const became = useBecameWords()
  const run = useRun()
  const options = useBoard((board) => waitsOn(board, note.id))
  const covered = useBoard((board) => (note.kind === "option" ? coveredByOption(board, note.id) : []))
  const what = acting?.id === note.id ? acting.what : null
  const back = () => onAct(null)
  const does = (command: Command, say: string) => {
    if (run(command, { say }).ok) onDone()
  }
  return (
    <article className={styles.waiting}>
      <NoteWords note={note} isCredited />
      {options.length > 0 ? (
        <p className={styles.quiet}>{became.say("became.waits-on", { options: words.list(options.map(({ text }) => text)) })}</p>
      ) : null}
      {covered.length > 0 ? <p className={styles.quiet}>{became.say("became.covers", { count: covered.length })}</p> : null}
      <WhileOpen>
        {what === "part" ? (
          <PartForm note={note} onBack={back} onLink={(link) => does({ type: "link", link }, became.say("became.part-done"))} />
        ) : what === "reason" ? (
          <ReasonForm
            covered={covered}
            onBack={back}
            onSay={(reason) => does({ type: "say-outcome", of: { note: note.id }, reason }, became.say("became.reason-done"))}
          />
        ) : (
          <div className={styles.pair}>
            <Button onClick={() => onAct({ id: note.id, what: "part" })}>
              {became.say("became.part-do")}
              <span className="unseen">: {note.text}</span>
            </Button>
            <Button onClick={() => onAct({ id: note.id, what: "reason" })}>
              {words.say("commands.say-outcome")}
              <span className="unseen">: {note.text}</span>
            </Button>
          </div>
        )}
      </WhileOpen>
    </article>
  )
}
