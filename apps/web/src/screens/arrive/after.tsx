// After: take home what was agreed, and see what became of every word.
import { Link } from "wouter"
import { useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Lazily } from "../shell/lazily.tsx"
import { screens } from "../shell/screens.ts"
import styles from "./arrive.module.css"

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
      {/* The longer part comes after what people are here for. */}
      <Lazily isQuiet load={screens.credit}>
        {(CreditPart) => <CreditPart />}
      </Lazily>
    </div>
  )
}
