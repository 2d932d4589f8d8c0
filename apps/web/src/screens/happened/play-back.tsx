// Playing the board back: a place in time, what was done then, and the board as it stood, as a plain list. Reads only; bringing something
// back is restore-sheet.tsx. Others' changes move nothing here.
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react"
import type { HistoryRow } from "@evenboard/api"
import type { Board } from "@evenboard/board"
import { boardAt, type Moment } from "@evenboard/board/back-in-time"
import type { Restorable } from "@evenboard/board/restore"
import { useNameOf } from "../../credit.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { useIsWide } from "../../ui/use-is-wide.ts"
import { useBoardNow } from "../../use-board.ts"
import { useEvents, useMayWrite, usePeople, useSession } from "../../use-session.ts"
import { useUi } from "../../ui-store.ts"
import { useWords } from "../../words.tsx"
import { Paper, Row, Told } from "../paper/paper.tsx"
import { BoardThen, PAGES, type PageThen } from "./board-then.tsx"
import { historyLine } from "./history-lines.ts"
import { RestoreSheet } from "./restore-sheet.tsx"
import { stageAt, staysOf } from "./stages.ts"
import { usePast, type Past } from "./use-past.ts"
import styles from "./play-back.module.css"

export default function PlayBack() {
  const words = useWords()
  const past = usePast()
  const moment = past.moments[past.index]
  // The thumb of the slider goes on at once; the board follows.
  const shown = useDeferredValue(moment)
  return (
    <Paper title={words.say("history.title")} intro={words.say("history.intro")}>
      <p>
        <a href="#all" className={styles.link}>
          {words.say("history.back")}
        </a>
      </p>
      {moment ? <TimeControls past={past} moment={moment} /> : null}
      {past.state === "loading" && !moment ? <p role="status">{words.say("happened.loading")}</p> : null}
      {past.state === "failed" ? <Failed past={past} /> : null}
      {past.state === "all" && !moment ? <p>{words.say("happened.none")}</p> : null}
      {shown ? <Then past={past} moment={shown} /> : null}
    </Paper>
  )
}

function Failed({ past: { earlier, toNow, moments } }: { past: Past }) {
  const words = useWords()
  return (
    <>
      <Told isWrong>{words.say("happened.failed")}</Told>
      <Row>
        <Button onClick={moments.length === 0 ? toNow : earlier}>{words.say("happened.again")}</Button>
      </Row>
    </>
  )
}

function useWhen() {
  const words = useWords()
  const events = useEvents()
  const stays = useMemo(() => staysOf(events), [events])
  return ({ at }: { at: number }) => {
    const stage = stageAt(stays, at)
    const when = { day: words.day(at), time: words.time(at) }
    return { ...when, whole: words.say("history.when", when), stage: stage && words.say(`common.stage-${stage}`) }
  }
}

/** One native slider, which keys and fingers know, and the same by buttons. */
function TimeControls({ past, moment }: { past: Past; moment: Moment<HistoryRow> }) {
  const words = useWords()
  const when = useWhen()(moment)
  const { index, moments, state } = past
  const hasOlder = state !== "all"
  const step = words.say("history.step", { at: index + 1, count: moments.length })
  const told = [when.whole, when.stage].filter(Boolean).join(" · ")
  const announce = useAnnounce()
  useEffect(() => {
    // The slider says its own value.
    if (!document.activeElement?.matches("input[type=range]")) announce(told)
  }, [announce, told])
  return (
    <div className={styles.controls} role="group" aria-label={words.say("history.slider")}>
      <p className={styles.when}>
        <strong>{when.whole}</strong>
        {when.stage ? <span>{when.stage}</span> : null}
      </p>
      <input
        type="range"
        className={styles.slider}
        aria-label={words.say("history.slider")}
        aria-valuetext={`${told} · ${step}`}
        min={0}
        max={moments.length - 1}
        value={index}
        onChange={(event) => past.goTo(Number(event.target.value))}
      />
      <p className={styles.quiet}>
        {step}
        {hasOlder ? ` · ${words.say("history.more")}` : null}
      </p>
      <Row>
        <Button onClick={past.earlier} aria-disabled={state === "loading" || (index === 0 && !hasOlder)}>
          {words.say("history.earlier")}
        </Button>
        <Button onClick={past.later} aria-disabled={index === moments.length - 1}>
          {words.say("history.later")}
        </Button>
        <Button onClick={past.toNow}>{words.say("history.now")}</Button>
      </Row>
    </div>
  )
}

function Then({ past: { base, rows }, moment }: { past: Past; moment: Moment<HistoryRow> }) {
  const words = useWords()
  const mayWrite = useMayWrite()
  const isWide = useIsWide()
  const stage = useSession((session) => session.stage)
  const [page, setPage] = useState<PageThen>(PAGES.find((one) => one === stage) ?? "needs")
  const [asked, setAsked] = useState<Restorable | null>(null)
  // What was asked before a pause does not come up after it.
  if (asked && !mayWrite) setAsked(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const when = useWhen()(moment)
  const then = useMemo(() => boardAt(base, rows, moment.at), [base, rows, moment])
  const now = useNowAfterMine(moment)
  const done = () => {
    setAsked(null)
    // What was pressed may stand no more, since nothing is left to bring back there.
    requestAnimationFrame(() => heading.current?.focus())
  }
  return (
    <>
      <section className={styles.acts} aria-label={words.say("history.acts")}>
        <Acts moment={moment} then={then} />
      </section>
      <Choices
        label={words.say("history.page")}
        isRow={isWide}
        value={page}
        onChange={setPage}
        options={PAGES.map((value) => ({ value, label: words.say(`common.stage-${value}`) }))}
      />
      {mayWrite ? null : <p className={styles.quiet}>{words.say("history.closed")}</p>}
      <section className={styles.then}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {words.say("history.board-at", { page: words.say(`common.stage-${page}`), time: when.time })}
        </h2>
        <BoardThen then={then} now={now} page={page} onRestore={mayWrite ? setAsked : null} />
      </section>
      {asked ? <RestoreSheet what={asked} then={then} at={moment.at} page={page} onDone={done} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

/** The board to compare with: as it was when this moment came on the screen, and as my own acts have left it since. */
function useNowAfterMine(moment: Moment<HistoryRow>): Board {
  const boardNow = useBoardNow()
  const mine = useUi((ui) => ui.undo)
  const [seen, setSeen] = useState({ moment, mine, board: boardNow() })
  if (seen.moment === moment && seen.mine === mine) return seen.board
  const board = boardNow()
  setSeen({ moment, mine, board })
  return board
}

const MOST_ACTS = 3

/** In words, as in what happened. */
function Acts({ moment, then: board }: { moment: Moment<HistoryRow>; then: Board }) {
  const words = useWords()
  const nameOf = useNameOf()
  const { facts } = usePeople()
  const hidden = useSession((session) => session.hidden)
  const lines = useMemo(() => {
    const numberOf = (id: string) => facts.get(id)?.number ?? hidden.get(id)?.number ?? null
    return moment.rows.map((row) => historyLine(row, { words, board, nameOf, numberOf })).filter((line) => line !== null)
  }, [moment, words, board, nameOf, facts, hidden])
  const more = lines.length - MOST_ACTS
  return (
    <ul className={styles.lines}>
      {lines.slice(0, MOST_ACTS).map(({ id, sentence }) => (
        <li key={id}>{sentence}</li>
      ))}
      {more > 0 ? <li>{words.say("history.acts-more", { count: more })}</li> : null}
    </ul>
  )
}
