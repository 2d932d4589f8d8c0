// The server cannot be reached, and this device keeps no copy of the workshop that may be read.
import { Button } from "../../ui/button.tsx"
import { Paper, Row } from "../paper/paper.tsx"
import { useWords } from "../../words.tsx"
import styles from "../shell/lazily.module.css"

export default function NotHere() {
  const words = useWords()
  return (
    <main className={styles.place}>
      <Paper title={words.say("device.not-here")} intro={words.say("device.not-here-what")}>
        <Row>
          <Button kind="main" onClick={() => location.reload()}>
            {words.say("shell.try-again")}
          </Button>
        </Row>
      </Paper>
    </main>
  )
}
