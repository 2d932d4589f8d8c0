// The question of the step the room is in, and its minutes. Only what was changed is sent.
import { useState, type FormEvent } from "react"
import { LIMITS } from "@evenboard/api"
import { useIntent, useSession } from "../../use-session.ts"
import { Button } from "../../ui/button.tsx"
import { Field, TextArea } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import styles from "./host-panel.module.css"

export function PromptForm() {
  const words = useWords()
  const stage = useSession((session) => session.stages.find(({ kind }) => kind === session.stage) ?? null)
  const [isOpen, setOpen] = useState(false)
  if (!stage) return null
  return (
    <section className={styles.part}>
      <Button isWide aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.say("host.prompt-edit")}
      </Button>
      {isOpen ? (
        <Form key={stage.kind} kind={stage.kind} prompt={stage.prompt} minutes={stage.minutes} done={() => setOpen(false)} />
      ) : null}
    </section>
  )
}

type FormProps = { kind: "arrive" | "needs" | "options" | "matrix" | "agree" | "after"; prompt: string; minutes: number; done: () => void }
function Form({ kind, prompt, minutes, done }: FormProps) {
  const words = useWords()
  const intent = useIntent()
  const [from] = useState({ prompt, minutes })
  const [text, setText] = useState(prompt)
  const [length, setLength] = useState(String(minutes))
  const send = async () => {
    const newMinutes = Number(length)
    const change = {
      ...(text.trim() === from.prompt ? {} : { prompt: text.trim() }),
      ...(newMinutes === from.minutes || !Number.isInteger(newMinutes) ? {} : { minutes: newMinutes }),
    }
    const result = Object.keys(change).length === 0 ? { ok: true } : await intent({ type: "edit-plan", stage: { kind, ...change } })
    if (result.ok) done()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className={styles.part} onSubmit={submit}>
      <TextArea
        label={words.say("host.prompt-for", { stage: words.say(`common.stage-${kind}`) })}
        value={text}
        onChange={setText}
        limit={LIMITS.prompt}
        onSubmit={() => void send()}
      />
      <div className={styles.minutes}>
        <Field
          label={words.say("host.prompt-minutes")}
          hint={words.say("host.prompt-minutes-hint")}
          type="number"
          inputMode="numeric"
          min={0}
          max={600}
          step={1}
          required
          value={length}
          onChange={setLength}
        />
      </div>
      <div className={styles.row}>
        <Button kind="main" type="submit">
          {words.say("common.save")}
        </Button>
        <Button onClick={done}>{words.say("common.cancel")}</Button>
      </div>
    </form>
  )
}
