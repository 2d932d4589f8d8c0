// Above every page for a while after the host asked: "Is there anyone we have not heard?", the same for everybody. And to somebody who
// has added nothing in this step, an offer that only this phone makes: it counts its own notes, asks nobody, and tells nobody unless
// its person says yes; then the host alone.
import { useState } from "react"
import type { StageKind } from "@evenboard/api"
import { type Canvas, newId, notesOn } from "@evenboard/board"
import { useNameOf } from "../credit.ts"
import { Button } from "../ui/button.tsx"
import { useBoard } from "../use-board.ts"
import { useMayWrite, usePeople, useSession } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { usePrivateCall } from "./private-desk.ts"
import { useQuietAsked } from "./use-quiet-asked.ts"
import styles from "./safe.module.css"

const CANVAS_OF: Partial<Record<StageKind, Canvas>> = { needs: "needs", options: "options", matrix: "matrix" }

export default function Unheard() {
  const askedAt = useQuietAsked()
  return (
    <>
      <Question askedAt={askedAt} />
      <Offer isAsked={askedAt !== null} />
    </>
  )
}

function Question({ askedAt }: { askedAt: number | null }) {
  const words = useWords()
  const folded = useUi((ui) => ui.folded)
  const fold = useUi((ui) => ui.fold)
  const key = `unheard-${askedAt}`
  return (
    <div role="status">
      {askedAt !== null && !folded.has(key) ? (
        <div className={styles.notice}>
          <div className={styles.what}>
            <p className={styles.strong}>{words.say("unheard.question")}</p>
            <p>{words.say("unheard.question-what")}</p>
          </div>
          <div className={styles.answers}>
            <Button onClick={() => fold(key, true)}>{words.say("safe.well")}</Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

/** Nothing here may be told apart from outside: no request goes out until its person has said yes. */
function Offer({ isAsked }: { isAsked: boolean }) {
  const words = useWords()
  const nameOf = useNameOf()
  const call = usePrivateCall()
  const { me } = usePeople()
  const host = useSession((session) => session.host)
  const stage = useSession((session) => session.stage)
  const isWritingAlone = useSession((session) => session.round !== null)
  const mayWrite = useMayWrite()
  const folded = useUi((ui) => ui.folded)
  const fold = useUi((ui) => ui.fold)
  const hasAdded = useHasAdded(CANVAS_OF[stage] ?? null)
  const [isTold, setTold] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [id] = useState(() => newId())
  const key = `offer-${stage}`
  const isOpen = isAsked && mayWrite && !isWritingAlone && !hasAdded && host !== null && host !== me.id && !folded.has(key)
  if (!isOpen && !isTold) return <div role="status" />
  const say = async () => {
    const body = { id, words: words.say("unheard.wish"), hears: "host", isNamed: true }
    const answer = await call("concerns", { method: "POST", body })
    if (!answer.ok) return setWrong(answer.title ?? words.say("safe.failed"))
    setWrong(null)
    setTold(true)
    fold(key, true)
  }
  return (
    <div role="status">
      <div className={styles.notice}>
        <div className={styles.what}>
          <p className={styles.strong}>{isTold ? words.say("unheard.told", { host: nameOf(host ?? "") }) : words.say("unheard.offer")}</p>
          {isTold ? null : <p>{wrong ?? words.say("unheard.offer-what", { host: nameOf(host ?? "") })}</p>}
        </div>
        <div className={styles.answers}>
          {isTold ? (
            <Button onClick={() => setTold(false)}>{words.say("safe.well")}</Button>
          ) : (
            <>
              <Button onClick={() => void say()}>{words.say("unheard.yes")}</Button>
              <Button onClick={() => fold(key, true)}>{words.say("unheard.no")}</Button>
            </>
          )}
        </div>
      </div>
    </div>
  )
}

/** Whether a note of mine stands on this page of the board, whoever wrote it down. True where the step has no page. */
function useHasAdded(canvas: Canvas | null): boolean {
  const { facts, me } = usePeople()
  const notes = useBoard((board) => (canvas === null ? null : notesOn(board, canvas)))
  return notes === null || notes.some(({ id }) => facts.get(id)?.author === me.id)
}
