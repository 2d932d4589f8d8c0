// A list of moments under their days, each with its time. Used by the log and by what happened on the board.
import type { ReactNode } from "react"
import { useWords } from "../../words.tsx"
import type { Day } from "./days.ts"
import styles from "./moments.module.css"

type MomentsProps<T> = { days: readonly Day<T>[]; keyOf: (moment: T) => string | number; children: (moment: T) => ReactNode }

export function Moments<T extends { at: number }>({ days, keyOf, children }: MomentsProps<T>) {
  const words = useWords()
  return days.map((day) => (
    <section key={day.name} className={styles.day}>
      <h2 className={styles.name}>{day.name}</h2>
      <ol className={styles.list}>
        {day.moments.map((moment) => (
          <li key={keyOf(moment)} className={styles.moment}>
            <time className={styles.time} dateTime={new Date(moment.at).toISOString()}>
              {words.time(moment.at)}
            </time>
            <div className={styles.what}>{children(moment)}</div>
          </li>
        ))}
      </ol>
    </section>
  ))
}
