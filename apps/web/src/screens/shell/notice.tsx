// What stands above the page when there is something to know: the room has moved on, the line is down, or it is closed for good.
import { lazy, useState } from "react"
import type { StageKind } from "@evenboard/api"
import { useNameOf } from "../../credit.ts"
import { useAsking, useIntent, useLine, useMayWrite, usePeople, useSession } from "../../use-session.ts"
import { SafeNotice } from "../../safe/safe-notice.tsx"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import ClosedLine from "./closed-line.tsx"
import { Lazily } from "./lazily.tsx"
import styles from "./page.module.css"

const Unheard = lazy(() => import("../../safe/unheard.tsx"))
const RoundNotice = lazy(() => import("../../round/round-notice.tsx"))

export default function Notice({ page, goThere }: { page: StageKind | null; goThere: () => void }) {
  const words = useWords()
  const line = useLine()
  const mayWrite = useMayWrite()
  const hasEnded = useSession((session) => session.ended)
  const hasAsked = useSession((session) => session.quietAskedAt !== null)
  const hasRounds = useSession((session) => session.round !== null || session.shownRounds.length > 0)
  if (line.at === "closed") return <ClosedLine code={line.code} />
  return (
    <>
      {hasEnded ? (
        <div className={styles.notice} role="status">
          <p>{words.say("shell.ended")}</p>
        </div>
      ) : (
        <MovedOn page={page} goThere={goThere} />
      )}
      <SafeNotice />
      <AsksToHost />
      {hasAsked ? (
        <Lazily isQuiet>
          <Unheard />
        </Lazily>
      ) : null}
      {mayWrite && hasRounds ? (
        <Lazily isQuiet>
          <RoundNotice />
        </Lazily>
      ) : null}
    </>
  )
}

/** The host is away and somebody asks to take over: one more person's yes is enough. */
function AsksToHost() {
  const words = useWords()
  const asking = useAsking()
  const nameOf = useNameOf()
  const intent = useIntent()
  const { me } = usePeople()
  return (
    <div role="status">
      {asking !== null && asking !== me.id ? (
        <div className={styles.notice}>
          <p>{words.say("shell.asks-to-host", { name: nameOf(asking) })}</p>
          <Button onClick={() => void intent({ type: "confirm-host", seatId: asking })}>{words.say("shell.host-yes")}</Button>
        </div>
      ) : null}
    </div>
  )
}

/** Says once that the room is elsewhere; "Finish first" is silent until the room moves again. */
function MovedOn({ page, goThere }: { page: StageKind | null; goThere: () => void }) {
  const words = useWords()
  const room = useSession((session) => session.stage)
  const [came] = useState(room)
  const [finishing, setFinishing] = useState<StageKind | null>(null)
  const stage = words.say(`common.stage-${room}`)
  const isElsewhere = page !== room
  const hasMoved = room !== came
  return (
    <div role="status">
      {isElsewhere && finishing !== room && (hasMoved || page !== null) ? (
        <div className={styles.notice}>
          <p>{words.say(hasMoved ? "shell.moved-on" : "shell.room-at", { stage })}</p>
          <div className={styles.noticeAnswers}>
            <Button onClick={() => setFinishing(room)}>{words.say("shell.finish-first")}</Button>
            <Button kind="main" onClick={goThere}>
              {words.say("shell.go-there")}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
