// Above every page while a round runs: what it is, how many have written (never who), the way to write, and the question whether my
// table is ready. After it: that all is shown, and what is still only mine.
import { useEffect } from "react"
import { mayConfirmReveal, type Session } from "@evenboard/session"
import { useNameOf } from "../credit.ts"
import { useIntent, useIsHost, useMayWrite, usePeople, useSession } from "../use-session.ts"
import { useAnnouncer } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { useWorkshop } from "../workshop-context.ts"
import { askedOf } from "./asked-of.ts"
import styles from "./round.module.css"
import { ShowAll } from "./show-all.tsx"
import { useDesk, useMyDrafts } from "./use-drafts.ts"
import { useWritten } from "./use-written.ts"
import { useRoundWords } from "./use-round-words.ts"

export default function RoundNotice() {
  const round = useSession((session) => session.round)
  const mayWrite = useMayWrite()
  useDesk() // sends what an earlier page, or a lost line, left here
  useEffect(() => {
    // Here before it is needed, so that it opens even if the line is gone by then.
    void import("./alone-sheet.tsx").catch(() => {})
  }, [])
  if (!mayWrite) return null
  return round ? <Running roundId={round.id} /> : <Over />
}

/** Said aloud already, on whichever page. */
const told = new Set<string>()

/** Says once what the room does, when its turn comes; null: nothing to say. */
function useTold(key: string | null, line: string): void {
  const { sayLater } = useAnnouncer()
  useEffect(() => {
    if (key === null || told.has(key)) return
    told.add(key)
    sayLater("round", () => line)
  }, [key, line, sayLater])
}

function Running({ roundId }: { roundId: string }) {
  const { say } = useRoundWords()
  const written = useWritten()
  const isHost = useIsHost()
  const open = useUi((ui) => ui.open)
  useTold(`begun-${roundId}`, `${say("round.title")}. ${say("round.what")}`)
  return (
    <section className={styles.notice} aria-label={say("round.title")}>
      <div className={styles.what}>
        <p className={styles.count}>{say("round.title")}</p>
        <p>{say("round.written", { count: written })}</p>
      </div>
      <div className={styles.answers}>
        <Button onClick={() => open({ type: "alone", roundId })}>{say("round.write")}</Button>
        {isHost ? <ShowAll /> : null}
      </div>
      <Asked roundId={roundId} />
    </section>
  )
}

/** Whoever sits at another table than the host is asked; nobody sees a button that would refuse. */
function Asked({ roundId }: { roundId: string }) {
  const { say } = useRoundWords()
  const intent = useIntent()
  const nameOf = useNameOf()
  const asked = useSession(askedOf)
  const { me, here, seats } = usePeople()
  const tableOf = (seat: string): string | null => seats.get(seat)?.table ?? null
  const isAsked = asked !== null && mayConfirmReveal(asked.seat, me.id, { here, tableOf })
  return (
    <div role="status">
      {isAsked ? (
        <div className={styles.ask}>
          <p>{say("round.asks", { name: nameOf(asked.seat) })}</p>
          <div className={styles.answers}>
            <Button kind="main" onClick={() => void intent({ type: "confirm-reveal", roundId })}>
              {say("round.yes")}
            </Button>
            <Button onClick={() => void intent({ type: "put-off-reveal" })}>{say("round.not-yet")}</Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

const lastShownOf = (session: Session) => session.shownRounds.at(-1) ?? null

/** A round that was shown while I was here is told until I have read it; what I kept back is in reach until it is shown or thrown away. */
function Over() {
  const words = useWords()
  const { say } = useRoundWords()
  const last = useSession(lastShownOf)
  const open = useUi((ui) => ui.open)
  const { drafts } = useMyDrafts()
  const { boot } = useWorkshop()
  const key = `round-${last?.id ?? ""}`
  const isRead = useUi((ui) => ui.folded.has(key))
  const fold = useUi((ui) => ui.fold)
  const isNews = last !== null && last.shownAt >= boot.now && !isRead
  const shown = say("round.all-shown", { notes: words.say("common.notes", { count: last?.notes ?? 0 }) })
  useTold(isNews ? `shown-${last.id}` : null, shown)
  const see = () => open({ type: "alone", roundId: null })
  return (
    <div role="status">
      {isNews || drafts.length > 0 ? (
        <div className={styles.notice}>
          <div className={styles.what}>
            {isNews ? <p>{shown}</p> : null}
            {drafts.length > 0 ? <p>{say("round.still-yours", { count: drafts.length })}</p> : null}
          </div>
          <div className={styles.answers}>
            {drafts.length > 0 ? <Button onClick={see}>{say("round.see-mine")}</Button> : null}
            {isNews ? <Button onClick={() => fold(key, true)}>{say("round.well")}</Button> : null}
          </div>
        </div>
      ) : null}
    </div>
  )
}
