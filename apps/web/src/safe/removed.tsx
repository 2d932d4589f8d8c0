// To somebody who was asked to leave: what it means for their words, and whom to ask. Nothing here says who decided it.
import { useEffect } from "react"
import { forgetHere } from "../device/forget.ts"
import { useWorkshopId } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./safe.module.css"

export function Removed() {
  const words = useWords()
  const id = useWorkshopId()
  // What others wrote does not stay on a device whose person is not among them.
  useEffect(() => void forgetHere(id), [id])
  return (
    <div className={styles.notice} role="alert">
      <div className={styles.what}>
        <p className={styles.strong}>{words.say("safe.removed")}</p>
        <p>{words.say("safe.removed-ask")}</p>
      </div>
      <a className={styles.link} href="/">
        {words.say("shell.to-start")}
      </a>
    </div>
  )
}
