// Before the board is here: leaves standing what the server wrote to be read meanwhile, or says that it opens; when it takes long, that
// we keep trying; when it cannot be, why, and what to do.
import { lazy, useEffect, useLayoutEffect, useState } from "react"
import { useLine } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Lazily } from "./lazily.tsx"
import styles from "./lazily.module.css"

const ClosedLine = lazy(() => import("./closed-line.tsx"))

const LONG_MS = 6000
const first = () => document.querySelector("#first")

export function Opening() {
  const words = useWords()
  const line = useLine()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  const isClosed = line.at === "closed"
  const [hasFirst] = useState(() => first() !== null)
  useLayoutEffect(() => {
    if (isClosed) first()?.remove()
    return () => first()?.remove()
  }, [isClosed])
  if (isClosed)
    return (
      <Lazily>
        <ClosedLine code={line.code} />
      </Lazily>
    )
  if (hasFirst && !isLong) return null
  const Place = hasFirst ? "div" : "main"
  return (
    <Place className={styles.place}>
      <p role="status">
        {words.say("shell.opening")} {isLong ? words.say("shell.opening-long") : ""}
      </p>
      {isLong ? <a href={`${location.pathname.split("/").slice(0, 3).join("/")}/plain`}>{words.say("shell.plain")}</a> : null}
    </Place>
  )
}
