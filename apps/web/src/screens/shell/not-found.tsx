// An address that shows nothing: says so, and leads on.
import { useWords } from "../../words.tsx"
import styles from "./lazily.module.css"

export function NotFound() {
  const words = useWords()
  return (
    <main className={styles.place}>
      <h1>{words.say("shell.not-found")}</h1>
      <a href="/">{words.say("shell.to-start")}</a>
    </main>
  )
}
