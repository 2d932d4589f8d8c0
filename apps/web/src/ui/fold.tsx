// A heading that folds what stands under it, with how many there are. Native details: it works before any script, and search opens it.
import type { ReactNode } from "react"
import styles from "./fold.module.css"

type FoldProps = {
  title: ReactNode
  /** In words: "4 notes". */
  count?: string
  level?: 2 | 3 | 4
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  /** Beside the heading: what can be done with the whole of it. */
  action?: ReactNode
  children: ReactNode
}
export function Fold({ title, count, level = 2, isOpen, onToggle, action, children }: FoldProps) {
  const Heading = `h${level}` as const
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={(event) => event.currentTarget.open !== isOpen && onToggle(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <Heading className={styles.heading}>
          <span dir="auto">{title}</span> {count ? <span className={styles.count}>({count})</span> : null}
        </Heading>
      </summary>
      {action ? <div className={styles.action}>{action}</div> : null}
      <div className={styles.body}>{children}</div>
    </details>
  )
}
