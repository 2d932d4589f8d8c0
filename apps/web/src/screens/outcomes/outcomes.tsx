// What became of each note, for everybody to see and to say: what has neither an outcome nor a reason yet, and what was said.
// Owns which form stands open; a note that somebody writes about stays where it is, whatever others do meanwhile.
import { useRef, useState } from "react"
import { Link } from "wouter"
import type { Board } from "@evenboard/board"
import { openNotes } from "@evenboard/board/path"
import styles from "../../became/became.module.css"
import { useBecameWords } from "../../became/use-became-words.ts"
import { useSaidBy } from "../../became/use-said-by.ts"
import { useBoard } from "../../use-board.ts"
import { useWorkshopId } from "../../use-session.ts"
import { Paper, Ways } from "../paper/paper.tsx"
import { AgreedPart } from "./agreed-part.tsx"
import { countWaitingNotes } from "./groups.ts"
import type { Acting } from "./open-note.tsx"
import { SaidOutcomes } from "./said-outcomes.tsx"
import { Waiting } from "./waiting.tsx"

const countOpen = (board: Board): number => openNotes(board).length

export default function OutcomesScreen() {
  const became = useBecameWords()
  const workshopId = useWorkshopId()
  const saidBy = useSaidBy()
  const count = useBoard(countOpen)
  const waiting = useBoard(countWaitingNotes)
  const head = useRef<HTMLParagraphElement>(null)
  const [acting, setActing] = useState<Acting>(null)
  const done = () => {
    setActing(null)
    head.current?.focus({ preventScroll: true })
  }
  return (
    <Paper title={became.say("became.title")} intro={became.say("became.intro")}>
      <p className={styles.count} ref={head} tabIndex={-1}>
        {became.say("became.count", { count })} {waiting > 0 ? became.say("became.count-waits", { count: waiting }) : null}
      </p>
      <Waiting acting={acting} onAct={setActing} onDone={done} />
      <SaidOutcomes saidBy={saidBy} />
      <AgreedPart count={count} />
      <Ways>
        <li>
          <Link href={`/w/${workshopId}/mine`}>{became.say("became.to-mine")}</Link>
        </li>
      </Ways>
    </Paper>
  )
}
