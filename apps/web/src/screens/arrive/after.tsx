// After: take home what was agreed, and see what became of every word.
import { lazy } from "react"
import { Link } from "wouter"
import { useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Lazily } from "../shell/lazily.tsx"
import styles from "./arrive.module.css"

/** The longer part comes after what people are here for. */
const CreditPart = lazy(() => import("../me/credit-part.tsx").then((part) => ({ default: part.CreditPart })))

export default function After() {
  const words = useWords()
  const id = useWorkshopId()
  return (
    <div className={`${styles.arrive} ${styles.after}`}>
      <p className={styles.purpose}>{words.say("shell.after-what")}</p>
      <ul className={styles.ways}>
        {(["hand-out", "mine", "outcomes", "happened", "agree"] as const).map((page) => (
          <li key={page}>
            <Link href={`/w/${id}/${page}`} className={styles.way ?? ""}>
              {words.say(page === "agree" ? "common.stage-agree" : `shell.go-${page}`)}
            </Link>
          </li>
        ))}
      </ul>
      <Lazily isQuiet>
        <CreditPart />
      </Lazily>
    </div>
  )
}
