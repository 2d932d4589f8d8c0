// Writing a note: the words, what it is, and whose words they are. The draft survives closing, reloading and a flat battery.
import { useState } from "react"
import { newId, type NoteId, type NoteKind, type Spot, TEXT_LIMITS } from "@evenboard/board"
import { draftKey } from "../people-here/here.ts"
import { useKept } from "../people-here/use-kept.ts"
import { useTurn } from "../people-here/use-turn.ts"
import { WhoseBar } from "../people-here/whose-bar.tsx"
import { Button } from "../ui/button.tsx"
import { Choices, TextArea } from "../ui/form.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useRunFirst } from "../use-board.ts"
import { usePrompt } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import styles from "./composer.module.css"

type Kind = Extract<NoteKind, "need" | "offer">
type Draft = { text: string; kind: Kind }
const EMPTY: Draft = { text: "", kind: "need" }

/** A first note: what it answers, and where it stands. */
type First = { ask: string; spot: () => Spot }

export function Composer({ onClose, first }: { onClose: () => void; first?: First }) {
  const words = useWords()
  const run = useRunFirst()
  const needs = usePrompt("needs")
  const prompt = first?.ask ?? needs
  const revealNote = useUi((ui) => ui.revealNote)
  const { chosen, choose, person, name, hasPhone, writtenFor, goOn } = useTurn()
  const { kept: draft, change, set } = useKept<Draft>(draftKey(first ? "first" : "draft", chosen), EMPTY)
  const [missing, setMissing] = useState<"words" | "phone" | null>(null)
  const [said, setSaid] = useState<{ id: NoteId; name: string; text: string } | null>(null)

  const add = () => {
    if (hasPhone) return setMissing("phone")
    if (!draft.text.trim()) return setMissing("words")
    const id = newId<NoteId>()
    const say = words.say(person ? "board.added-for" : "board.added", { name })
    if (
      !run({ type: "add-note", id, kind: draft.kind, canvas: "needs", text: draft.text, ...(first && { spot: first.spot() }) }, { say }).ok
    )
      return
    // The next note is as likely another of the same kind.
    set({ ...EMPTY, kind: draft.kind })
    setMissing(null)
    if (!person) {
      if (!first) revealNote(id)
      return onClose()
    }
    writtenFor(id, person)
    setSaid({ id, name, text: draft.text })
    goOn()
  }
  return (
    <Sheet title={words.say("board.composer")} onClose={onClose} stage={first ? "arrive" : "needs"}>
      {prompt ? (
        <p className={styles.prompt} dir="auto">
          {prompt}
        </p>
      ) : null}
      <WhoseBar
        chosen={chosen}
        onChoose={(next) => {
          choose(next)
          setMissing(null)
          setSaid(null)
        }}
        said={said}
        onRight={() => setSaid(null)}
      />
      <TextArea
        label={person ? words.say("board.words-for", { name }) : words.say("board.words")}
        hint={words.say("board.words-hint")}
        error={missing === "words" ? words.say("board.write-first") : missing ? words.say("several.own-phone", { name }) : null}
        value={draft.text}
        limit={TEXT_LIMITS.note}
        onChange={(text) => {
          change({ text })
          setMissing(null)
        }}
        onSubmit={add}
        isLarge
        startsHere
      />
      {first ? null : (
        <Choices<Kind>
          label={words.say("board.this-is")}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={[
            { value: "need", label: <KindMark kind="need" />, hint: words.say("board.a-need-what") },
            { value: "offer", label: <KindMark kind="offer" />, hint: words.say("board.an-offer-what") },
          ]}
        />
      )}
      <div className={styles.end}>
        <Button kind="main" isWide onClick={add} aria-keyshortcuts="Control+Enter">
          {person ? words.say("several.add-note", { name }) : words.say("board.add-this")}
        </Button>
        <p className={styles.hint}>{words.say("board.everyone-sees")}</p>
      </div>
    </Sheet>
  )
}
