// One thing said privately: the words, a quiet line under them, and what can be done with it.
import type { ReactNode } from "react"
import styles from "./help.module.css"

export function SaidWords({ said, line, children }: { said: string; line: string; children?: ReactNode }) {
  return (
    <li className={styles.said}>
      <p className={styles.words} dir="auto">
        {said}
      </p>
      <p className={styles.quiet}>{line}</p>
      {children}
    </li>
  )
}
