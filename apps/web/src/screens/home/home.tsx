// Two doors: "I have a code", and opening a workshop. No account. The first is a plain form that works before any script; the second
// ends on a page with everything the first person needs to let the others in.
import { useEffect, useState } from "react"
import { useWords } from "../../words.tsx"
import { Paper } from "../paper/paper.tsx"
import { Whole } from "../paper/whole.tsx"
import { CodeForm } from "./code-form.tsx"
import styles from "./home.module.css"
import { OpenForm } from "./open-form.tsx"
import { Opened } from "./opened.tsx"
import { keepOpened, openedBefore, type OpenedHere } from "./opened-here.ts"

/** The page after opening has its own place in the history, so that Back leads to the form and a reload loses nothing. */
const OPENED = "#opened"

export default function HomeScreen() {
  const [opened, setOpened] = useState<OpenedHere | null>(() => (location.hash === OPENED ? openedBefore() : null))
  useEffect(() => {
    const look = () => setOpened(location.hash === OPENED ? openedBefore() : null)
    addEventListener("popstate", look)
    return () => removeEventListener("popstate", look)
  }, [])
  const show = (here: OpenedHere) => {
    keepOpened(here)
    history.pushState(null, "", `/${OPENED}`)
    setOpened(here)
    scrollTo(0, 0)
  }
  return <Whole>{opened ? <Opened opened={opened} /> : <TwoDoors opened={show} />}</Whole>
}

function TwoDoors({ opened }: { opened: (here: OpenedHere) => void }) {
  const words = useWords()
  return (
    <Paper title={words.say("home.tagline")} isWide>
      <div className={styles.doors}>
        <CodeForm />
        <OpenForm opened={opened} />
      </div>
    </Paper>
  )
}
