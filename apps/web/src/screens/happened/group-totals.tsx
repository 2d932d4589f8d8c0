// How many notes came from each group of three people or more, in the order of the groups' names.
import { useMemo } from "react"
import { usePeople } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { apart } from "../paper/apart.ts"
import styles from "./happened.module.css"
import { totalsByGroup } from "./totals.ts"

export function GroupTotals() {
  const words = useWords()
  const { seats, facts } = usePeople()
  const { groups, rest } = useMemo(() => totalsByGroup(seats.values(), facts.values(), words.tag), [seats, facts, words])
  const notes = (count: number) => words.say("common.notes", { count })
  return (
    <details className={styles.finder}>
      <summary className={styles.summary}>{words.say("happened.groups")}</summary>
      <div className={styles.finding}>
        {groups.length === 0 ? (
          <p>{words.say("happened.groups-few")}</p>
        ) : (
          <ul>
            {groups.map(({ group, notes: count }) => (
              <li key={group}>{words.say("happened.groups-row", { group: apart(group, words.dir), notes: notes(count) })}</li>
            ))}
            {rest === null ? null : (
              <li>{words.say("happened.groups-row", { group: words.say("happened.groups-rest"), notes: notes(rest) })}</li>
            )}
          </ul>
        )}
        <p className={styles.quiet}>{words.say("happened.groups-what")}</p>
      </div>
    </details>
  )
}
