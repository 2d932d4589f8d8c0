// Starting, lengthening and stopping the time. It counts by the server's clock; nothing closes by itself at zero.
import { useEffect, useState } from "react"
import { useIntent, useServerNow, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import styles from "./host-panel.module.css"
import { timeLeft, untilNextWords } from "./minutes-left.ts"

/** What the plan does not say. */
const USUAL_MINUTES = 10
const MORE_MINUTES = 3
const MOST_MINUTES = 600

export function TimeKeeper() {
  const words = useWords()
  const intent = useIntent()
  const timer = useSession((session) => session.timer)
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("host.time")}</h2>
      {timer ? (
        <>
          <TimeLeft endsAt={timer.endsAt} />
          <div className={styles.row}>
            <Button onClick={() => void intent({ type: "lengthen-timer", minutes: MORE_MINUTES })}>{words.say("host.more")}</Button>
            <Button onClick={() => void intent({ type: "stop-timer" })}>{words.say("host.stop")}</Button>
          </div>
        </>
      ) : (
        <Start />
      )}
    </section>
  )
}

function Start() {
  const words = useWords()
  const intent = useIntent()
  const planned = useSession((session) => session.stages.find(({ kind }) => kind === session.stage)?.minutes || USUAL_MINUTES)
  const [typed, setTyped] = useState<string | null>(null)
  const minutes = Number(typed ?? planned)
  const isRight = Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight) void intent({ type: "start-timer", minutes })
      }}
    >
      <div className={styles.minutes}>
        <Field
          label={words.say("host.start-minutes")}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_MINUTES}
          step={1}
          required
          value={typed ?? String(planned)}
          onChange={setTyped}
        />
      </div>
      <Button type="submit">{words.say("host.start")}</Button>
    </form>
  )
}

function TimeLeft({ endsAt }: { endsAt: number }) {
  const words = useWords()
  const now = useServerNow()
  const [, setTurn] = useState(0)
  const wait = untilNextWords(endsAt, now())
  useEffect(() => {
    if (wait === null) return undefined
    const timer = setTimeout(() => setTurn((turn) => turn + 1), wait + 1)
    return () => clearTimeout(timer)
  })
  return <p className={styles.left}>{timeLeft(endsAt, now(), words)}</p>
}
