// How many notes came from each group of three people or more, in the order of the groups' names. The server counts: nobody's group
// comes to any other phone.
import { useMemo } from "react"
import type { GroupTotals as Totals } from "@evenboard/api"
import { useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import styles from "./happened.module.css"

export function GroupTotals() {
  const words = useWords()
  const { answer } = useAnswer<Totals>({ path: `/api/workshops/${useWorkshopId()}/totals` })
  const totals = answer?.ok ? answer.value : null
  const groups = useMemo(() => (totals?.groups ?? []).toSorted((a, b) => a.group.localeCompare(b.group, words.tag)), [totals, words])
  const notes = (count: number) => words.say("common.notes", { count })
  return (
    <details className={styles.finder}>
      <summary className={styles.summary}>{words.say("happened.groups")}</summary>
      <div className={styles.finding}>
        {answer && !answer.ok ? <p>{answer.title ?? words.say("save.no-answer")}</p> : null}
        {totals && groups.length === 0 ? <p>{words.say("happened.groups-few")}</p> : null}
        {groups.length > 0 ? (
          <ul>
            {groups.map(({ group, notes: count }) => (
              <li key={group}>{words.say("happened.groups-row", { group: group, notes: notes(count) })}</li>
            ))}
            {totals?.rest ? (
              <li>{words.say("happened.groups-row", { group: words.say("happened.groups-rest"), notes: notes(totals.rest.notes) })}</li>
            ) : null}
          </ul>
        ) : null}
        <p className={styles.quiet}>{words.say("happened.groups-what")}</p>
      </div>
    </details>
  )
}
