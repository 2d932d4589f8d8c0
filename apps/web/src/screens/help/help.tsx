// Help: what I may ask of the room without a name, what I may say to one person alone, and the quick way out. All of it works while the
// room is paused.
import { useState } from "react"
import { LIMITS } from "@evenboard/api"
import { leaveQuickly } from "../../safe/leave-quickly.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { Field } from "../../ui/form.tsx"
import { useIntent, useSession } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { useWorkshop } from "../../workshop-context.ts"
import { Hint, Paper, Row, Section, Stack, Told } from "../paper/paper.tsx"
import { Concerns } from "./concerns.tsx"
import { Heard } from "./heard.tsx"
import styles from "./help.module.css"

export default function HelpScreen() {
  const words = useWords()
  // Not `useMayWrite`: asking for help changes nothing on the board, and is there for a paused room above all.
  const hasEnded = useSession((session) => session.ended)
  return (
    <Paper title={words.say("safe.help-title")} intro={hasEnded ? undefined : words.say("safe.help-intro")}>
      <Heard />
      {hasEnded ? null : <Asks />}
      <Concerns />
      <Leave />
    </Paper>
  )
}

function Asks() {
  const words = useWords()
  const announce = useAnnounce()
  const intent = useIntent()
  const [isWord, setWord] = useState(false)
  const [word, setAsked] = useState("")
  const [isDone, setDone] = useState(false)
  const askFor = async (what: "time" | "explain" | "word") => {
    setDone(false)
    const result = await intent({ type: "ask-help", what, ...(what === "word" ? { word } : {}) })
    if (!result.ok) return
    setWord(false)
    setAsked("")
    setDone(true)
    announce(words.say("safe.asked"))
  }
  return (
    <Stack>
      <div className={styles.asks}>
        <Button isWide onClick={() => void askFor("time")}>
          {words.say("safe.ask-time")}
        </Button>
        <Button isWide onClick={() => void askFor("explain")}>
          {words.say("safe.ask-explain")}
        </Button>
        <Button isWide aria-expanded={isWord} onClick={() => setWord(!isWord)}>
          {words.say("safe.ask-word")}
        </Button>
      </div>
      {isWord ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void askFor("word")
          }}
        >
          <Field label={words.say("safe.word-label")} value={word} onChange={setAsked} maxLength={LIMITS.word} autoComplete="off" />
          <Row>
            <Button type="submit">{words.say("safe.word-send")}</Button>
          </Row>
        </form>
      ) : null}
      {isDone ? <Told>{words.say("safe.asked")}</Told> : null}
    </Stack>
  )
}

function Leave() {
  const words = useWords()
  const workshop = useWorkshop()
  return (
    <Section title={words.say("safe.leave")} hint={words.say("safe.leave-what")}>
      <Hint>{words.say("safe.leave-keys")}</Hint>
      <Hint>{words.say("safe.leave-back")}</Hint>
      <Row>
        <Button onClick={() => void leaveQuickly(workshop)}>{words.say("safe.leave")}</Button>
      </Row>
    </Section>
  )
}
