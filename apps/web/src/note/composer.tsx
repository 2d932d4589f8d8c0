// Writing a note: the words, what it is, and whose words they are. The draft survives closing, reloading and a flat battery.
import { useState } from "react"
import { newId, type NoteId, type NoteKind } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { Choices, TextArea } from "../ui/form.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useRun } from "../use-board.ts"
import { usePeople, usePrompt, useWorkshopId } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { LIMITS } from "./limits.ts"
import { recall, remember } from "./remember.ts"
import { useWrittenFor } from "./use-written-for.ts"
import { forWhom, type Whose } from "./whose.ts"
import { WhoseWords, type Said } from "./whose-words.tsx"
import styles from "./composer.module.css"

type Kind = Extract<NoteKind, "need" | "offer">
type Draft = Said & { text: string; kind: Kind }
const EMPTY: Draft = { text: "", kind: "need", whose: "me", name: "", table: "" }

export function Composer({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const workshopId = useWorkshopId()
  const run = useRun()
  const { facts } = usePeople()
  const prompt = usePrompt("needs")
  const revealNote = useUi((ui) => ui.revealNote)
  const { last, shownAs, writtenFor } = useWrittenFor()
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...recall<Draft>(workshopId, "draft") }))
  const [missing, setMissing] = useState<"words" | "person" | null>(null)

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setMissing(null)
    remember(workshopId, "draft", next)
  }
  const add = () => {
    const who = forWhom(draft.whose, draft, last, facts)
    if (!draft.text.trim()) return setMissing("words")
    if (who === null) return setMissing("person")
    const id = newId<NoteId>()
    const say = who === "me" ? words.say("board.added") : words.say("board.added-for", { name: shownAs(who) })
    const outcome = run({ type: "add-note", id, kind: draft.kind, canvas: "needs", text: draft.text }, { say })
    if (!outcome.ok) return
    if (who !== "me") writtenFor(id, who)
    // The next note is as likely another of the same kind; whose it is must be said anew, so that nobody's words get a wrong name.
    remember(workshopId, "draft", { ...EMPTY, kind: draft.kind })
    revealNote(id)
    onClose()
  }
  const person = nameInHand(draft, last?.shown ?? null)
  return (
    <Sheet title={words.say("board.composer")} onClose={onClose} stage="needs">
      {prompt ? (
        <p className={styles.prompt} dir="auto">
          {prompt}
        </p>
      ) : null}
      <TextArea
        label={person ? words.say("board.words-for", { name: person }) : words.say("board.words")}
        hint={words.say("board.words-hint")}
        error={missing === "words" ? words.say("board.write-first") : null}
        value={draft.text}
        limit={LIMITS.note}
        onChange={(text) => change({ text })}
        onSubmit={add}
        isLarge
        startsHere
      />
      <Choices<Kind>
        label={words.say("board.this-is")}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        options={[
          { value: "need", label: <KindMark kind="need" />, hint: words.say("board.a-need-what") },
          { value: "offer", label: <KindMark kind="offer" />, hint: words.say("board.an-offer-what") },
        ]}
      />
      <WhoseWords said={draft} onChange={change} last={last} error={missing === "person" ? words.say("board.for-first") : null} />
      <div className={styles.end}>
        <Button kind="main" isWide onClick={add} aria-keyshortcuts="Control+Enter">
          {words.say("board.add-this")}
        </Button>
        <p className={styles.hint}>{words.say("board.everyone-sees")}</p>
      </div>
    </Sheet>
  )
}

const nameInHand = ({ whose, name }: { whose: Whose; name: string }, last: string | null): string | null =>
  whose === "name" ? name.trim() || null : whose === "again" ? last : null
