// Sheets of a sentence on how we want to work together: writing or changing it, and setting it aside with a reason.
import { useState } from "react"
import { newId, TEXT_LIMITS, type Pledge, type PledgeId } from "@evenboard/board"
import { Button } from "../../ui/button.tsx"
import { TextArea } from "../../ui/form.tsx"
import { Sheet } from "../../ui/sheet.tsx"
import { useRun } from "../../use-run.ts"
import styles from "./together.module.css"
import { useTogetherWords } from "./use-together-words.ts"

/** What was begun and not added stays while the page is open. */
let draft = ""

export function PledgeSheet({ pledge, onClose }: { pledge: Pledge | null; onClose: () => void }) {
  const words = useTogetherWords()
  const run = useRun()
  const [from] = useState(pledge?.text)
  const [text, setText] = useState(from ?? draft)
  const write = (next: string) => {
    if (!pledge) draft = next
    setText(next)
  }
  const save = () => {
    if (text.trim() === "") return
    const outcome =
      pledge && from !== undefined
        ? run({ type: "change-pledge", id: pledge.id, text, from }, { say: words.say("together.changed") })
        : run({ type: "add-pledge", id: newId<PledgeId>(), text }, { say: words.say("together.added") })
    if (!outcome.ok) return
    if (!pledge) draft = ""
    onClose()
  }
  return (
    <Sheet title={words.say(pledge ? "together.change" : "together.add-title")} onClose={onClose} stage="arrive">
      <TextArea
        label={words.say("together.label")}
        hint={words.say(pledge ? "together.change-hint" : "together.hint")}
        value={text}
        onChange={write}
        limit={TEXT_LIMITS.short}
        onSubmit={save}
        isLarge
        startsHere
        rows={3}
      />
      <div className={styles.end}>
        <Button kind="main" isWide onClick={save} disabled={text.trim() === ""}>
          {words.say(pledge ? "together.change-button" : "together.add-button")}
        </Button>
      </div>
    </Sheet>
  )
}

export function AsidePledge({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const words = useTogetherWords()
  const run = useRun()
  const [reason, setReason] = useState("")
  const save = () => {
    if (reason.trim() === "") return
    if (run({ type: "set-aside-pledge", id: pledge.id, reason }, { say: words.say("together.aside-done") }).ok) onClose()
  }
  return (
    <Sheet title={words.say("together.set-aside")} onClose={onClose} stage="arrive">
      <blockquote className={styles.sentence}>
        <bdi>{pledge.text}</bdi>
      </blockquote>
      <TextArea
        label={words.say("together.because")}
        hint={words.say("together.aside-hint")}
        value={reason}
        onChange={setReason}
        limit={TEXT_LIMITS.reason}
        onSubmit={save}
        startsHere
      />
      <div className={styles.end}>
        <Button kind="main" isWide onClick={save} disabled={reason.trim() === ""}>
          {words.say("together.set-aside")}
        </Button>
      </div>
    </Sheet>
  )
}
