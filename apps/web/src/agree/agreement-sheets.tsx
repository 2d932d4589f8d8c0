// Sheets of a sentence: writing or changing it, choosing where it comes from, setting it aside with a reason.
import { useState } from "react"
import {
  type ActionId,
  type Agreement,
  type AgreementId,
  type Board,
  CANVASES,
  newId,
  type NoteId,
  notesOn,
  sourcesOf,
  TEXT_LIMITS,
} from "@evenboard/board"
import { ChooseEnd, ChooseNotes } from "../board/choose-notes.tsx"
import { useSaveLinks } from "../options/use-save-links.ts"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useBoard, useBoardNow } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useWords } from "../words.tsx"
import styles from "./agree.module.css"

/** Options first: an agreement mostly comes from one; then the needs, then worries and hopes. */
const allNotes = (board: Board) =>
  [...CANVASES]
    .sort((a, b) => Number(b === "options") - Number(a === "options"))
    .flatMap((canvas) => notesOn(board, canvas).map((note) => note.id))

/** What was begun and not added stays while the page is open. */
let draft: { text: string; chosen: readonly NoteId[] } | null = null

export function AgreementSheet({ agreement, onClose }: { agreement: Agreement | null; onClose: () => void }) {
  const words = useWords()
  const run = useRun()
  const ids = useBoard(allNotes)
  const begin = words.say("agree.begin")
  const [from] = useState(agreement?.text)
  const [text, setText] = useState(from ?? draft?.text ?? begin)
  const [chosen, setChosen] = useState<readonly NoteId[]>(draft?.chosen ?? [])
  const isEmpty = text.trim() === "" || text.trim() === begin.trim()
  const write = (next: string) => {
    if (!agreement) draft = { text: next, chosen }
    setText(next)
  }
  const choose = (next: readonly NoteId[]) => {
    draft = { text, chosen: next }
    setChosen(next)
  }
  const save = () => {
    if (isEmpty) return
    const outcome =
      agreement && from !== undefined
        ? run({ type: "change-agreement", id: agreement.id, text, from }, { say: words.say("agree.changed") })
        : run({ type: "add-agreement", id: newId<AgreementId>(), text, sources: [...chosen] }, { say: words.say("agree.added") })
    if (!outcome.ok) return
    if (!agreement) draft = null
    onClose()
  }
  return (
    <Sheet title={words.say(agreement ? "agree.change" : "agree.add-title")} onClose={onClose} stage="agree">
      <TextArea
        label={words.say("agree.label")}
        hint={words.say("agree.hint")}
        value={text}
        onChange={write}
        limit={TEXT_LIMITS.note}
        isLarge
        onSubmit={save}
        startsHere
        ref={caretAtEnd}
        rows={3}
      />
      {agreement || ids.length === 0 ? null : (
        <ChooseNotes label={words.say("agree.sources-which")} ids={ids} chosen={chosen} onChange={choose} />
      )}
      <ChooseEnd>
        <Button kind="main" isWide onClick={save} disabled={isEmpty}>
          {words.say(agreement ? "agree.change-button" : "agree.add-button")}
        </Button>
      </ChooseEnd>
    </Sheet>
  )
}

/** The sentence is begun already: the caret stands behind "We agree". */
const caretAtEnd = (area: HTMLTextAreaElement | null) => area?.setSelectionRange(area.value.length, area.value.length)

export function SourcesSheet({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const words = useWords()
  const saveLinks = useSaveLinks()
  const boardNow = useBoardNow()
  const ids = useBoard(allNotes)
  const [before] = useState(() => sourcesOf(boardNow(), agreement.id).map((note) => note.id))
  const [chosen, setChosen] = useState<readonly NoteId[]>(before)
  const save = () => {
    const say = words.say("agree.sources-saved", { count: chosen.length })
    saveLinks({ before, chosen, linkTo: (to) => ({ from: agreement.id, to, kind: "source" }), say })
    onClose()
  }
  return (
    <Sheet title={words.say("agree.sources")} onClose={onClose} stage="agree">
      <p className={styles.about} dir="auto">
        {agreement.text}
      </p>
      {ids.length > 0 ? (
        <ChooseNotes label={words.say("agree.sources-which")} ids={ids} chosen={chosen} onChange={setChosen} />
      ) : (
        <p>{words.say("agree.sources-empty")}</p>
      )}
      <ChooseEnd>
        <Button kind="main" isWide onClick={save}>
          {words.say("common.save")}
        </Button>
      </ChooseEnd>
    </Sheet>
  )
}

type AsideSubject = { type: "set-aside-agreement"; id: AgreementId } | { type: "set-aside-action"; id: ActionId }

export function AsideSheet({ subject, text, onClose }: { subject: AsideSubject; text: string; onClose: () => void }) {
  const words = useWords()
  const run = useRun()
  const [reason, setReason] = useState("")
  const save = () => {
    if (run({ ...subject, reason }, { say: words.say("agree.set-aside-done") }).ok) onClose()
  }
  return (
    <Sheet title={words.say("agree.set-aside-title")} onClose={onClose} stage="agree">
      <p className={styles.about} dir="auto">
        {text}
      </p>
      <TextArea
        label={words.say("agree.set-aside-label")}
        value={reason}
        onChange={setReason}
        limit={TEXT_LIMITS.reason}
        onSubmit={save}
        startsHere
        rows={2}
      />
      <Button kind="main" isWide onClick={save} disabled={reason.trim() === ""}>
        {words.say("agree.set-aside-button")}
      </Button>
    </Sheet>
  )
}
