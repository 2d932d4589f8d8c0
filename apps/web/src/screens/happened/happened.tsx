// What happened: everything done on the board, in words, newest first; anyone may bring a note back or put earlier words back.
// Says how much I have added only to me, and points to what may be told of groups; never of who wrote most.
import { lazy, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react"
import { Link } from "wouter"
import { useNameOf } from "../../credit.ts"
import { useBoard } from "../../use-board.ts"
import { useEvents, usePeople, useSession, useWorkshopId } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { byDay } from "../paper/days.ts"
import { Moments } from "../paper/moments.tsx"
import { Paper, Row, Told, Ways } from "../paper/paper.tsx"
import { Lazily } from "../shell/lazily.tsx"
import { Finder, type Finding } from "./finder.tsx"
import { historyLine, type HistoryLine } from "./history-lines.ts"
import { LineShown } from "./line-shown.tsx"
import { stageAt, staysOf } from "./stages.ts"
import { Stubs } from "./stubs.tsx"
import { useHistory } from "./use-history.ts"

/** With a filter on, older pages are fetched by themselves until this many lines stand. */
const ENOUGH_LINES = 12

const PlayBack = lazy(() => import("./play-back.tsx"))

const hashChange = (listener: () => void) => {
  addEventListener("hashchange", listener)
  return () => removeEventListener("hashchange", listener)
}
const hashNow = () => location.hash

/** `#then` in the address: the board back in time, so that going back in the browser comes back here. */
export default function HappenedScreen() {
  const isThen = useSyncExternalStore(hashChange, hashNow) === "#then"
  const first = useRef(isThen)
  useEffect(() => {
    if (first.current === isThen) return
    first.current = isThen
    scrollTo(0, 0)
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true })
  }, [isThen])
  return isThen ? (
    <Lazily>
      <PlayBack />
    </Lazily>
  ) : (
    <WhatHappened />
  )
}

function WhatHappened() {
  const words = useWords()
  const { facts, me } = usePeople()
  const [finding, setFinding] = useState<Finding>({ filter: "all", noteId: null, stage: null })
  const mine = [...facts.values()].filter((fact) => fact.author === me.id).length
  return (
    <Paper title={words.say("happened.title")} intro={words.say("happened.intro")}>
      <p>{words.say("happened.mine", { count: mine })}</p>
      <Ways>
        <li>
          <a href="#then">{words.say("history.play")}</a>
        </li>
        <li>
          <Link href={`/w/${useWorkshopId()}/balance`}>{words.say("balance.title")}</Link>
        </li>
      </Ways>
      <Stubs only={finding.noteId} />
      <Finder finding={finding} onFind={setFinding} />
      <Lines finding={finding} />
    </Paper>
  )
}

function Lines({ finding: { filter, noteId, stage } }: { finding: Finding }) {
  const words = useWords()
  const events = useEvents()
  const stays = useMemo(() => staysOf(events), [events])
  const ofStage = stays.filter((stay) => stay.stage === stage)
  const until = ofStage.at(-1)?.until ?? Number.POSITIVE_INFINITY
  const heard = useHistory(useWorkshopId(), { target: noteId, until: Number.isFinite(until) ? until - 1 : null })
  const { rows, older, again } = heard
  const board = useBoard((board) => board)
  const [seen, setSeen] = useState(board)
  const lines = useLines(rows)
  const shown = lines.filter(
    (line) => (filter === "all" || line.filter === filter) && (stage === null || stageAt(stays, line.at) === stage),
  )
  const isFound = filter !== "all" || stage !== null
  // Before the step's first time there is nothing more of it.
  const isBefore = stage !== null && (rows.at(-1)?.at ?? Number.POSITIVE_INFINITY) < (ofStage[0]?.from ?? Number.NEGATIVE_INFINITY)
  const state = heard.state === "more" && isBefore ? "all" : heard.state
  const days = useMemo(() => byDay(shown, words), [shown, words])
  useEffect(() => {
    if (state === "more" && isFound && shown.length < ENOUGH_LINES) older()
  }, [state, isFound, shown.length, older])
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
        <p>{words.say(lines.length === 0 && noteId === null && stage === null ? "happened.none" : "happened.none-such")}</p>
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
      {state === "all" && !isBefore && days.length > 0 ? <p>{words.say("happened.end")}</p> : null}
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
