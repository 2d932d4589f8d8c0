// Who can get to the address that phones use, and what else about it is good to know before the evening.
import type { RoomCheck } from "@evenboard/api"
import { Section } from "../paper/paper.tsx"
import styles from "./check.module.css"
import { useCheckWords } from "./use-check-words.ts"

export function ReachPart({ check, minutesWrong }: { check: RoomCheck; minutesWrong: number }) {
  const { say } = useCheckWords()
  const { origin, reach, isOpenedHere, isSecure } = check
  const also = [
    isOpenedHere && reach !== "this-computer" ? say("check.opened-here") : "",
    isSecure ? "" : say("check.no-copy"),
    minutesWrong > 0 ? say("check.clock", { minutes: minutesWrong }) : "",
  ].filter(Boolean)
  return (
    <div className={styles.part} data-no-print>
      <Section title={say("check.reach")}>
        <p>
          {say("check.address")}{" "}
          <bdi className={styles.address} dir="ltr">
            {origin}
          </bdi>
        </p>
        <div className={styles.reach} data-reach={reach}>
          <p className={styles.verdict}>{say(`check.reach-${reach}`)}</p>
          <p>{say(`check.reach-${reach}-do`)}</p>
        </div>
        {also.length > 0 ? (
          <ul className={styles.also}>
            {also.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
      </Section>
    </div>
  )
}
