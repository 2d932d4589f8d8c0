// What happened: everything done on the board, in words, newest first; anyone may bring a note back or put earlier words back.
// Says how much I have added only to me, and points to what may be told of groups; never of who wrote most.
import { useEffect, useMemo, useState } from "react"
import { Link } from "wouter"
import { useNameOf } from "../../credit.ts"
import { useBoard } from "../../use-board.ts"
import { usePeople, useSession, useWorkshopId } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { byDay } from "../paper/days.ts"
import { Moments } from "../paper/moments.tsx"
import { Paper, Row, Told } from "../paper/paper.tsx"
import { Finder, type Finding } from "./finder.tsx"
import { historyLine, type HistoryLine } from "./history-lines.ts"
import { LineShown } from "./line-shown.tsx"
import { Stubs } from "./stubs.tsx"
import { useHistory } from "./use-history.ts"
import styles from "./happened.module.css"

/** With a filter on, older pages are fetched by themselves until this many lines stand. */
const ENOUGH_LINES = 12

export default function HappenedScreen() {
  const words = useWords()
  const { facts, me } = usePeople()
  const [finding, setFinding] = useState<Finding>({ filter: "all", noteId: null })
  const mine = [...facts.values()].filter((fact) => fact.author === me.id).length
  return (
    <Paper title={words.say("happened.title")} intro={words.say("happened.intro")}>
      <p>{words.say("happened.mine", { count: mine })}</p>
      <p>
        <Link href={`/w/${useWorkshopId()}/balance`} className={styles.beside ?? ""}>
          {words.say("balance.title")}
        </Link>
      </p>
      <Stubs only={finding.noteId} />
      <Finder finding={finding} onFind={setFinding} />
      <Lines finding={finding} />
    </Paper>
  )
}

function Lines({ finding: { filter, noteId } }: { finding: Finding }) {
  const words = useWords()
  const { rows, state, older, again } = useHistory(useWorkshopId(), noteId)
  const board = useBoard((board) => board)
  const [seen, setSeen] = useState(board)
  const lines = useLines(rows)
  const shown = filter === "all" ? lines : lines.filter((line) => line.filter === filter)
  const days = useMemo(() => byDay(shown, words), [shown, words])
  useEffect(() => {
    if (state === "more" && filter !== "all" && shown.length < ENOUGH_LINES) older()
  }, [state, filter, shown.length, older])
  const showNew = () => {
    setSeen(board)
    again()
  }
  return (
    <>
      {seen !== board && state !== "loading" ? (
        <Row>
          <Button onClick={showNew}>{words.say("happened.newer")}</Button>
        </Row>
      ) : null}
      {days.length === 0 && state === "all" ? (
        <p>{words.say(lines.length === 0 && noteId === null ? "happened.none" : "happened.none-such")}</p>
      ) : null}
      <Moments days={days} keyOf={({ id }) => id}>
        {(line) => <LineShown line={line} />}
      </Moments>
      {state === "loading" ? <p role="status">{words.say("happened.loading")}</p> : null}
      {state === "failed" ? <Told isWrong>{words.say("happened.failed")}</Told> : null}
      {state === "failed" || state === "more" ? (
        <Row>
          <Button onClick={older}>{words.say(state === "failed" ? "happened.again" : "happened.older")}</Button>
        </Row>
      ) : null}
      {state === "all" && days.length > 0 ? <p>{words.say("happened.end")}</p> : null}
    </>
  )
}

/** Rows about a note that is out of sight are left out: of it only the stub is shown. */
function useLines(rows: ReturnType<typeof useHistory>["rows"]): readonly HistoryLine[] {
  const words = useWords()
  const nameOf = useNameOf()
  const board = useBoard((board) => board)
  const { facts } = usePeople()
  const hidden = useSession((session) => session.hidden)
  return useMemo(() => {
    const numberOf = (id: string) => facts.get(id)?.number ?? hidden.get(id)?.number ?? null
    const lines = rows.map((row) => historyLine(row, { words, board, nameOf, numberOf }))
    return lines.filter((line) => line !== null).filter(({ noteId }) => noteId === null || !hidden.has(noteId))
  }, [rows, words, board, nameOf, facts, hidden])
}
