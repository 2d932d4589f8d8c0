// The host's part in looking after people: pause the room, make a new link, and ask a person to leave with one more person's yes.
import { useState } from "react"
import { useNameOf } from "../../credit.ts"
import { usePrivate, usePrivateCall } from "../../safe/private-desk.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Choices } from "../../ui/form.tsx"
import { useIntent, usePeople, useSession } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Row, Stack, Told } from "../paper/paper.tsx"
import styles from "./host-panel.module.css"

export default function Safety() {
  return (
    <>
      <Pause />
      <AskToLeave />
      <NewLink />
    </>
  )
}

function Pause() {
  const words = useWords()
  const intent = useIntent()
  const isPaused = useSession((session) => session.paused)
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("safe.pause-title")}</h2>
      <p role="status">{isPaused ? words.say("board.refused-paused") : words.say("safe.pause-what")}</p>
      <Row>
        {isPaused ? (
          <Button kind="main" onClick={() => void intent({ type: "resume" })}>
            {words.say("safe.resume")}
          </Button>
        ) : (
          <Button onClick={() => void intent({ type: "pause" })}>{words.say("safe.pause")}</Button>
        )}
      </Row>
    </section>
  )
}

/** Says what came of a call, aloud too. */
function useOutcome(): [wrong: string | null, tell: (answer: { ok: true } | { ok: false; title: string | null }, done?: string) => void] {
  const words = useWords()
  const announce = useAnnounce()
  const [wrong, setWrong] = useState<string | null>(null)
  const tell = (answer: { ok: true } | { ok: false; title: string | null }, done?: string) => {
    setWrong(answer.ok ? null : (answer.title ?? words.say("safe.failed")))
    if (answer.ok && done !== undefined) announce(done)
  }
  return [wrong, tell]
}

function AskToLeave() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const removal = usePrivate()?.removal ?? null
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("safe.remove-title")}</h2>
      <p className={styles.quiet}>{words.say("safe.remove-what")}</p>
      {removal?.isMine ? (
        <Asked removal={removal} />
      ) : (
        <Row>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.say("safe.remove-who")}
          </Button>
        </Row>
      )}
      {isOpen && !removal?.isMine ? <WhoAndWhose done={() => setOpen(false)} /> : null}
    </section>
  )
}

function Asked({ removal }: { removal: { seatId: string; confirmer: string; answer: "open" | "no" } }) {
  const words = useWords()
  const nameOf = useNameOf()
  const call = usePrivateCall()
  const [wrong, tell] = useOutcome()
  const told = { confirmer: nameOf(removal.confirmer), name: nameOf(removal.seatId) }
  return (
    <Stack>
      <p role="status">{words.say(removal.answer === "no" ? "safe.remove-no" : "safe.remove-waiting", told)}</p>
      <Row>
        <Button onClick={() => void call("removal", { method: "DELETE" }).then((answer) => tell(answer))}>
          {words.say(removal.answer === "no" ? "safe.well" : "safe.take-back")}
        </Button>
      </Row>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Stack>
  )
}

/** Two choices: who should leave, and who alone is asked about it. */
function WhoAndWhose({ done }: { done: () => void }) {
  const words = useWords()
  const nameOf = useNameOf()
  const call = usePrivateCall()
  const { seats, here, me } = usePeople()
  const [seatId, setSeat] = useState<string | null>(null)
  const [confirmer, setConfirmer] = useState<string | null>(null)
  const [wrong, tell] = useOutcome()
  const others = [...seats.values()].filter(({ id, device }) => device && id !== me.id)
  const askable = others.filter(({ id }) => here.has(id) && id !== seatId)
  const optionsOf = (people: readonly { id: string }[]) => people.map(({ id }) => ({ value: id, label: nameOf(id) }))
  const send = async () => {
    if (seatId === null || confirmer === null) return
    const answer = await call("removal", { method: "POST", body: { seatId, confirmer } })
    tell(answer)
    if (answer.ok) done()
  }
  return (
    <Stack>
      {others.length > 0 ? (
        <Choices label={words.say("safe.remove-who")} value={seatId} onChange={setSeat} options={optionsOf(others)} />
      ) : null}
      {seatId !== null && askable.length > 0 ? (
        <Choices label={words.say("safe.remove-confirm")} value={confirmer} onChange={setConfirmer} options={optionsOf(askable)} />
      ) : null}
      {others.length === 0 || (seatId !== null && askable.length === 0) ? <p>{words.say("safe.remove-nobody")}</p> : null}
      <p className={styles.quiet}>{words.say("safe.remove-link")}</p>
      <Row>
        {seatId !== null && confirmer !== null && seatId !== confirmer ? (
          <Button onClick={() => void send()}>{words.say("safe.remove-ask")}</Button>
        ) : null}
        <Button onClick={done}>{words.say("common.cancel")}</Button>
      </Row>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Stack>
  )
}

function NewLink() {
  const words = useWords()
  const call = usePrivateCall()
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const [wrong, tell] = useOutcome()
  const rotate = async () => {
    const answer = await call("rotate-link", { method: "POST" })
    tell(answer, words.say("safe.rotated"))
    setDone(answer.ok)
    setAsking(false)
  }
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("safe.rotate")}</h2>
      <p className={styles.quiet}>{words.say("safe.rotate-what")}</p>
      <Row>
        <Button onClick={() => (isAsking ? void rotate() : setAsking(true))}>
          {words.say(isAsking ? "safe.rotate-sure" : "safe.rotate")}
        </Button>
        {isAsking ? <Button onClick={() => setAsking(false)}>{words.say("common.cancel")}</Button> : null}
      </Row>
      {isDone ? <Told>{words.say("safe.rotated")}</Told> : null}
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </section>
  )
}
