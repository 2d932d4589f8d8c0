// The steps of the workshop: the next one in one tap, any other in two. Nobody's page is taken away by it.
import { useState } from "react"
import { useIntent, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import styles from "./host-panel.module.css"

export function Steps() {
  const words = useWords()
  const intent = useIntent()
  const stages = useSession((session) => session.stages)
  const stage = useSession((session) => session.stage)
  const [isOpen, setOpen] = useState(false)
  const next = stages[stages.findIndex(({ kind }) => kind === stage) + 1]
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("host.steps")}</h2>
      {next ? (
        <Button kind="main" isWide onClick={() => void intent({ type: "move-stage", to: next.kind })}>
          {words.say("host.next", { stage: words.say(`common.stage-${next.kind}`) })}
        </Button>
      ) : (
        <p>{words.say("host.last")}</p>
      )}
      {stages.length > 1 ? (
        <Button kind="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.say("host.other-step")}
        </Button>
      ) : null}
      {isOpen ? (
        <ol className={styles.steps}>
          {stages.map(({ kind }) => (
            <li key={kind}>
              <Button
                kind="row"
                aria-current={kind === stage ? "step" : undefined}
                onClick={() => void intent({ type: "move-stage", to: kind })}
              >
                {words.say(`common.stage-${kind}`)}
                {kind === stage ? <span className={styles.quiet}>{words.say("host.now")}</span> : null}
              </Button>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}
