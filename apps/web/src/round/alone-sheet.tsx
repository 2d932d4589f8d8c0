// Writing alone: one idea after the other, for my eyes only, and below it what I have written. It stays as it is when the room shows
// its notes: what stands in the field then is still mine, and the sheet only says so.
import { useState } from "react"
import type { DraftKind, OwnDraft } from "@evenboard/api"
import { newId, type NoteKind, TEXT_LIMITS } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import { draftKey } from "../people-here/here.ts"
import { useKept } from "../people-here/use-kept.ts"
import { useTurn } from "../people-here/use-turn.ts"
import { WhoseBar } from "../people-here/whose-bar.tsx"
import { useMayWrite, useServerNow, useSession } from "../use-session.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { Choices, TextArea } from "../ui/form.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useWords } from "../words.tsx"
import { MyDrafts } from "./my-drafts.tsx"
import styles from "./round.module.css"
import { useDesk } from "./use-drafts.ts"
import { useRoundWords } from "./use-round-words.ts"

const KINDS: Readonly<Record<string, readonly DraftKind[]>> = {
  needs: ["need", "offer"],
  options: ["option"],
  matrix: ["risk", "opportunity"],
}
type Draft = { text: string; kind: DraftKind }

type AloneSheetProps = {
  /** The round that ran when it was opened; null: none, and there is only what I kept back. */
  roundId: string | null
  kind?: NoteKind | undefined
  onClose: () => void
}
export default function AloneSheet({ roundId, kind, onClose }: AloneSheetProps) {
  const { say } = useRoundWords()
  const mayWrite = useMayWrite()
  const { people, chosen, choose } = useTurn()
  const round = useSession((session) => roundOf(session, roundId))
  if (!mayWrite) return null
  return (
    <Sheet title={say("round.title")} onClose={onClose} stage={round?.stage ?? "needs"}>
      {round ? <Writing round={round} kind={kind} /> : people.length > 0 ? <WhoseBar chosen={chosen} onChoose={choose} /> : null}
      <MyDrafts />
    </Sheet>
  )
}

type Shown = { id: string; stage: string; question: string; isRunning: boolean }
/** The round this sheet was opened in, also when it is over by now. */
function roundOf({ round, shownRounds }: Session, id: string | null): Shown | null {
  const found = round?.id === id ? round : shownRounds.find((one) => one.id === id)
  return found ? { id: found.id, stage: found.stage, question: found.question, isRunning: found.id === round?.id } : null
}

function Writing({ round, kind }: { round: Shown; kind: NoteKind | undefined }) {
  const words = useWords()
  const { say } = useRoundWords()
  const announce = useAnnounce()
  const desk = useDesk()
  const now = useServerNow()
  const { chosen, choose, person, name, whom, hasPhone, wroteAlone, goOn } = useTurn()
  const kinds = KINDS[round.stage] ?? ["need"]
  const first = kinds.find((one) => one === kind) ?? kinds[0] ?? "need"
  const { kept: draft, set } = useKept<Draft>(draftKey(`draft-alone-${round.stage}`, chosen), { text: "", kind: first })
  const [missing, setMissing] = useState<"words" | "phone" | null>(null)
  const [said, setSaid] = useState("")
  const [toRead, setToRead] = useState<{ id: string; name: string; text: string } | null>(null)
  const [turn, setTurn] = useState(0)

  const change = (part: Partial<Draft>) => {
    set({ ...draft, ...part })
    setMissing(null)
    setSaid("")
  }
  const keep = async () => {
    const text = draft.text.trim()
    if (hasPhone) return setMissing("phone")
    if (!text) return setMissing("words")
    const id = newId()
    const one: OwnDraft = {
      id,
      roundId: round.id,
      kind: draft.kind,
      text,
      for: whom,
      willShow: true,
      writtenAt: now(),
    }
    if (person) wroteAlone(id, person)
    setToRead(person ? { id, name, text } : null)
    const where = desk.put(one)
    // On the device by now: the field is free for the next idea, of the same kind.
    set({ text: "", kind: draft.kind })
    goOn()
    setTurn((before) => before + 1)
    const line = SAID[await where]
    setSaid(say(line))
    announce(say(line))
  }
  return (
    <>
      {round.question ? (
        <p className={styles.question} dir="auto">
          {round.question}
        </p>
      ) : null}
      <p role="status">{say(round.isRunning ? "round.what" : "round.over")}</p>
      <WhoseBar
        chosen={chosen}
        onChoose={(next) => {
          choose(next)
          setMissing(null)
          setSaid("")
          setToRead(null)
        }}
        said={toRead}
        onRight={() => setToRead(null)}
      />
      <TextArea
        key={turn}
        label={person ? words.say("board.words-for", { name }) : words.say("board.words")}
        hint={words.say("board.words-hint")}
        error={missing === "words" ? words.say("board.write-first") : missing ? words.say("several.own-phone", { name }) : null}
        value={draft.text}
        limit={TEXT_LIMITS.note}
        onChange={(text) => change({ text })}
        onSubmit={() => void keep()}
        isLarge
        startsHere
      />
      {kinds.length > 1 ? (
        <Choices<DraftKind>
          label={words.say("board.this-is")}
          value={draft.kind}
          onChange={(next) => change({ kind: next })}
          options={kinds.map((one) => ({ value: one, label: <KindMark kind={one} /> }))}
        />
      ) : null}
      <div className={styles.end}>
        <Button kind="main" isWide onClick={() => void keep()} aria-keyshortcuts="Control+Enter">
          {person ? words.say("several.keep-note", { name }) : say("round.keep")}
        </Button>
        <p className={styles.hint}>{said || (person ? words.say("several.only-here") : say("round.only-you"))}</p>
      </div>
    </>
  )
}

const SAID = {
  saved: "round.saved",
  sending: "round.on-device",
  "on-device": "round.on-device",
  "on-page": "round.on-page",
} as const
