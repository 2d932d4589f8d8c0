// The host's part: starts a round with a question, on the page the room is at, and shows what was written. Sees no more than anyone.
import { useState, type FormEvent } from "react"
import { LIMITS, ROUND_STAGES } from "@evenboard/api"
import { useIntent, useMayWrite, usePrompt, useSession } from "../use-session.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { useWords } from "../words.tsx"
import { ShowAll } from "./show-all.tsx"
import styles from "./round.module.css"
import { useWritten } from "./use-written.ts"
import { useRoundWords } from "./use-round-words.ts"

type RoundStage = (typeof ROUND_STAGES)[number]

export default function HostRound() {
  const { say } = useRoundWords()
  const mayWrite = useMayWrite()
  const isRunning = useSession((session) => session.round !== null)
  const stage = useSession((session) => ROUND_STAGES.find((one) => one === session.stage) ?? null)
  if (!mayWrite) return null
  return (
    <section className={styles.host}>
      <h2 className={styles.heading}>{say("round.host-title")}</h2>
      <p className={styles.hint}>{say("round.host-what")}</p>
      {isRunning ? <Running /> : stage === null ? <p>{say("round.no-notes-here")}</p> : <Start key={stage} stage={stage} />}
    </section>
  )
}

function Running() {
  const { say } = useRoundWords()
  const question = useSession((session) => session.round?.question ?? "")
  const written = useWritten()
  return (
    <>
      {question ? (
        <p className={styles.question} dir="auto">
          {question}
        </p>
      ) : null}
      <p className={styles.count}>{say("round.written", { count: written })}</p>
      <div className={styles.answers}>
        <ShowAll />
      </div>
    </>
  )
}

function Start({ stage }: { stage: RoundStage }) {
  const words = useWords()
  const { say } = useRoundWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const prompt = usePrompt(stage)
  const [question, setQuestion] = useState(prompt)
  const start = async () => {
    const result = await intent({ type: "start-round", kind: "alone", stage, question: question.trim() })
    if (result.ok) announce(say("round.started"))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void start()
  }
  return (
    <form className={styles.host} onSubmit={submit}>
      <TextArea
        label={say("round.question")}
        hint={say("round.where", { stage: words.say(`common.stage-${stage}`) })}
        value={question}
        limit={LIMITS.prompt}
        onChange={setQuestion}
        onSubmit={() => void start()}
      />
      <div className={styles.answers}>
        <Button type="submit">{say("round.start")}</Button>
      </div>
      <p className={styles.hint}>{say("round.how-shown")}</p>
    </form>
  )
}
