// My three words, shown when I ask: with them I come back as the same person on another phone. Each asking makes new ones.
import { useState } from "react"
import { Button } from "../../ui/button.tsx"
import { usePeople, useSession, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { ask } from "../paper/ask.ts"
import { Hint, Row, Told } from "../paper/paper.tsx"
import { Part } from "./part.tsx"
import styles from "./me.module.css"

export function ReturnWords() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const { me } = usePeople()
  // Somebody opened this place and handed the words over.
  const wereSeen = useSession((session) => session.opened.has(me.id))
  const [code, setCode] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const fresh = async () => {
    const answer = await ask<{ returnCode: string }>(`/api/workshops/${workshopId}/me/return-code`, { method: "POST" })
    setCode(answer.ok ? answer.value.returnCode : null)
    setWrong(answer.ok ? null : (answer.title ?? words.say("me.failed")))
  }
  return (
    <Part title={words.say("me.return-title")} hint={words.say("me.return-what")}>
      <div role="status">
        {code === null ? null : (
          <p className={styles.words} dir="auto" lang="" translate="no">
            {code}
          </p>
        )}
      </div>
      {wereSeen ? <Hint>{words.say("several.words-seen")}</Hint> : null}
      <Hint>{words.say(code === null ? "me.return-fresh" : "me.return-how")}</Hint>
      <Row>
        <Button onClick={() => void fresh()}>{words.say(code === null ? "me.return-show" : "me.return-again")}</Button>
        {code === null ? null : <Button onClick={() => setCode(null)}>{words.say("me.return-hide")}</Button>}
      </Row>
      {wrong ? <Told isWrong>{wrong}</Told> : null}
    </Part>
  )
}
