// A rehearsal: made, opened, thrown away. In a rehearsal itself only the last.
import { useState } from "react"
import type { RoomCheck } from "@evenboard/api"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { useWords } from "../../words.tsx"
import { Hint, LinkButton, Row, Section, Told } from "../paper/paper.tsx"
import styles from "./check.module.css"
import { useCheckWords } from "./use-check-words.ts"
import { askRehearsal, type WayIn } from "./use-room-check.ts"

const SOURCE = "https://compdemocracy.org/case-studies/2022-london-youth-policing"

type RehearsalProps = { check: RoomCheck; way: WayIn; again: () => Promise<void> }
type Outcome = { isWrong: boolean; say: string } | null

export function RehearsalPart({ check: { rehearsal, isRehearsal }, way, again }: RehearsalProps) {
  const words = useWords()
  const { say } = useCheckWords()
  const announce = useAnnounce()
  const [isAsking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const ask = async (method: "POST" | "DELETE") => {
    setAsking(true)
    setOutcome(null)
    const answer = await askRehearsal(way, method)
    if (answer.ok && isRehearsal) return location.assign("/")
    const done = say(method === "POST" ? "check.rehearsal-made" : "check.rehearsal-thrown")
    await again()
    setAsking(false)
    if (answer.ok) announce(done)
    setOutcome(answer.ok ? { isWrong: false, say: done } : { isWrong: true, say: answer.title ?? say("check.failed") })
  }
  const throwAway = (
    <Button disabled={isAsking} onClick={() => void ask("DELETE")}>
      {say("check.rehearsal-throw")}
    </Button>
  )
  return (
    <div className={styles.part} data-no-print>
      <Section title={say("check.rehearsal")} hint={isRehearsal ? undefined : say("check.rehearsal-what")}>
        {isRehearsal ? (
          <>
            <p>{say("check.rehearsal-itself")}</p>
            <Row>{throwAway}</Row>
          </>
        ) : rehearsal ? (
          <>
            <p className={styles.count}>
              {words.list(
                [
                  say("check.rehearsal-people", { count: rehearsal.people }),
                  rehearsal.people > 0 ? say("check.rehearsal-notes", { count: rehearsal.notes }) : "",
                ].filter(Boolean),
              )}
            </p>
            <Hint>{say("check.rehearsal-how")}</Hint>
            <Row>
              <LinkButton isMain href={new URL(rehearsal.joinUrl).pathname}>
                {say("check.rehearsal-open")}
              </LinkButton>
              {throwAway}
            </Row>
            <Hint>{say("check.rehearsal-until", { day: words.day(rehearsal.keepUntil), time: words.time(rehearsal.keepUntil) })}</Hint>
          </>
        ) : (
          <Row>
            <Button disabled={isAsking} onClick={() => void ask("POST")}>
              {say(isAsking ? "check.rehearsal-making" : "check.rehearsal-make")}
            </Button>
          </Row>
        )}
        {outcome ? <Told isWrong={outcome.isWrong}>{outcome.say}</Told> : null}
        <p className={styles.quiet}>
          {say("check.rehearsal-words")}{" "}
          <a href={SOURCE} className={styles.link} lang="en" dir="ltr">
            {say("check.rehearsal-credit")}
          </a>
        </p>
      </Section>
    </div>
  )
}
