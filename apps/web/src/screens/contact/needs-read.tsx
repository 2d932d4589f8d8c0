// What people need, as the named contact reads it: each as it was written, with nothing beside it of who wrote it. Owns no call.
import { useEffect, useRef } from "react"
import type { AccessNeed } from "@evenboard/api"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { SaidWords } from "../help/said-words.tsx"
import { Row, Stack } from "../paper/paper.tsx"
import styles from "./contact.module.css"

export function NeedsRead({ needs, close }: { needs: readonly AccessNeed[]; close: () => void }) {
  const words = useWords()
  // What was pressed is gone: reading begins here.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Stack>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {words.say("contact.said", { count: needs.length })}
      </h2>
      <ul>
        {needs.map((need) => (
          <SaidWords key={need.id} said={need.words} line={words.say("contact.when", { day: words.day(need.at) })}>
            <ul>
              {need.language ? <li>{words.say("contact.language", { language: need.language })}</li> : null}
              {need.supporter ? <li>{words.say("contact.supporter")}</li> : null}
              {need.reach ? <li>{words.say("contact.from", { who: need.reach })}</li> : null}
            </ul>
          </SaidWords>
        ))}
      </ul>
      <Row>
        <Button onClick={close}>{words.say("contact.close")}</Button>
      </Row>
    </Stack>
  )
}
