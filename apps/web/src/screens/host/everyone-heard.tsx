// One press asks the whole room whether there is anyone it has not heard. It names nobody, and nobody's phone tells whether it offered
// its person more (safe/unheard.tsx).
import { useState } from "react"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { useIntent } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Row, Told } from "../paper/paper.tsx"
import styles from "./host-panel.module.css"

export function EveryoneHeard() {
  const words = useWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const [isAsked, setAsked] = useState(false)
  const ask = async () => {
    if (!(await intent({ type: "ask-quiet" })).ok) return
    setAsked(true)
    announce(words.say("unheard.asked"))
  }
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("unheard.title")}</h2>
      <p className={styles.quiet}>{words.say("unheard.what")}</p>
      <Row>
        <Button onClick={() => void ask()}>{words.say("unheard.ask")}</Button>
      </Row>
      {isAsked ? <Told>{words.say("unheard.asked")}</Told> : null}
    </section>
  )
}
