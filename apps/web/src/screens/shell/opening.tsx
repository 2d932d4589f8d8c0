// Before the board is here: says so, and when it takes long, that we keep trying; when it cannot be, why, and what to do.
import { useEffect, useState } from "react"
import { useLine } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { ClosedLine } from "./notice.tsx"
import styles from "./lazily.module.css"

const LONG_MS = 6000

export function Opening() {
  const words = useWords()
  const line = useLine()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  if (line.at === "closed") return <ClosedLine code={line.code} />
  return (
    <main className={styles.place}>
      <p role="status">
        {words.say("shell.opening")} {isLong ? words.say("shell.opening-long") : ""}
      </p>
      {isLong ? <a href={`${location.pathname.split("/").slice(0, 3).join("/")}/plain`}>{words.say("shell.plain")}</a> : null}
    </main>
  )
}
