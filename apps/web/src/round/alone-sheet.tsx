// Writing alone: one idea after the other, for my eyes only, and below it what I have written. It stays as it is when the room shows
// its notes: what stands in the field then is still mine, and the sheet only says so.
import { useState } from "react"
import type { DraftKind, ForWhom, OwnDraft } from "@evenboard/api"
import { newId, type NoteKind } from "@evenboard/board"
import type { Session } from "@evenboard/session"
import { useNameOf } from "../credit.ts"
import { LIMITS } from "../note/limits.ts"
import { recall, remember } from "../note/remember.ts"
import { forWhom, type LastFor } from "../note/whose.ts"
import { WhoseWords, type Said } from "../note/whose-words.tsx"
import { useMayWrite, usePeople, useServerNow, useSession, useWorkshopId } from "../use-session.ts"
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
type Draft = Said & { text: string; kind: DraftKind }
const EMPTY: Said & { text: string } = { text: "", whose: "me", name: "", table: "" }

export type AloneSheetProps = {
  /** The round that ran when it was opened; null: none, and there is only what I kept back. */
  roundId: string | null
  kind?: NoteKind | undefined
  onClose: () => void
}
export default function AloneSheet({ roundId, kind, onClose }: AloneSheetProps) {
  const { say } = useRoundWords()
  const mayWrite = useMayWrite()
  const round = useSession((session) => roundOf(session, roundId))
  if (!mayWrite) return null
  return (
    <Sheet title={say("round.title")} onClose={onClose} stage={round?.stage ?? "needs"}>
      {round ? <Writing round={round} kind={kind} /> : null}
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
  const workshopId = useWorkshopId()
  const { facts } = usePeople()
  const announce = useAnnounce()
  const desk = useDesk()
  const now = useServerNow()
  const { last, shownAs, setLast } = useLastFor()
  const kinds = KINDS[round.stage] ?? ["need"]
  const first = kinds.find((one) => one === kind) ?? kinds[0] ?? "need"
  const key = `draft-alone-${round.stage}`
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, kind: first, ...recall<Draft>(workshopId, key) }))
  const [missing, setMissing] = useState<"words" | "person" | null>(null)
  const [said, setSaid] = useState("")
  const [turn, setTurn] = useState(0)

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setMissing(null)
    setSaid("")
    remember(workshopId, key, next)
  }
  const keep = async () => {
    const who = forWhom(draft.whose, draft, last, facts)
    const text = draft.text.trim()
    if (!text) return setMissing("words")
    if (who === null) return setMissing("person")
    const id = newId()
    const one: OwnDraft = {
      id,
      roundId: round.id,
      kind: draft.kind,
      text,
      for: who === "me" ? null : who,
      willShow: true,
      writtenAt: now(),
    }
    if (who !== "me") setLast({ noteId: id, shown: shownAs(who), for: who })
    const where = desk.put(one)
    // On the device by now: the field is free for the next idea, of the same kind; whose it is must be said anew.
    const next: Draft = { ...EMPTY, kind: draft.kind }
    setDraft(next)
    remember(workshopId, key, next)
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
      <TextArea
        key={turn}
        label={words.say("board.words")}
        hint={words.say("board.words-hint")}
        error={missing === "words" ? words.say("board.write-first") : null}
        value={draft.text}
        limit={LIMITS.note}
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
      <WhoseWords said={draft} onChange={change} last={last} error={missing === "person" ? words.say("board.for-first") : null} />
      <div className={styles.end}>
        <Button kind="main" isWide onClick={() => void keep()} aria-keyshortcuts="Control+Enter">
          {say("round.keep")}
        </Button>
        <p className={styles.hint}>{said || say("round.only-you")}</p>
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

/** The person I wrote for last: the same that the composer remembers. */
function useLastFor() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const nameOf = useNameOf()
  const [last, set] = useState(() => recall<LastFor>(workshopId, "last-for"))
  const shownAs = (who: ForWhom): string =>
    "name" in who ? who.name : "table" in who ? words.say("board.someone-at", { table: who.table }) : (last?.shown ?? nameOf(who.seatId))
  const setLast = (next: LastFor): void => {
    set(next)
    remember(workshopId, "last-for", next)
  }
  return { last, shownAs, setLast }
}
