// Two small sheets of the wide board: begin a theme (a name, and the notes it begins with), and name one that a drop has made.
import { useState } from "react"
import { type Board, type Command, newId, type NoteId, TEXT_LIMITS, type ThemeId } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useBoard } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useWords } from "../words.tsx"
import { ChooseEnd, ChooseNotes } from "./choose-notes.tsx"
import { columnsOf } from "./columns.ts"

const looseNotes = (board: Board) => columnsOf(board).tray.ids

export function NewThemeSheet({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const run = useRun()
  const loose = useBoard(looseNotes)
  const [title, setTitle] = useState("")
  const [chosen, setChosen] = useState<readonly NoteId[]>([])
  const make = () => {
    const say = words.say("wide.made-theme", { theme: title.trim(), count: chosen.length })
    const command = { type: "put-together", themeId: newId<ThemeId>(), canvas: "needs", title, notes: [...chosen] } satisfies Command
    if (run(command, { say }).ok) onClose()
  }
  return (
    <Sheet title={words.say("wide.new-theme")} onClose={onClose} stage="needs">
      <TextArea
        label={words.say("wide.theme-name")}
        hint={words.say("wide.theme-name-hint")}
        value={title}
        onChange={setTitle}
        limit={TEXT_LIMITS.title}
        onSubmit={make}
        startsHere
        rows={1}
      />
      {loose.length > 0 ? <ChooseNotes label={words.say("wide.theme-notes")} ids={loose} chosen={chosen} onChange={setChosen} /> : null}
      <ChooseEnd>
        <Button kind="main" isWide onClick={make} disabled={title.trim() === ""}>
          {words.say("wide.make-theme")}
        </Button>
      </ChooseEnd>
    </Sheet>
  )
}

export function NameThemeSheet({ themeId, onClose }: { themeId: ThemeId; onClose: () => void }) {
  const words = useWords()
  const run = useRun()
  const [title, setTitle] = useState("")
  const name = () => {
    if (run({ type: "name-theme", themeId, title }, { say: words.say("wide.named", { theme: title.trim() }) }).ok) onClose()
  }
  return (
    <Sheet title={words.say("wide.name-it")} onClose={onClose} stage="needs">
      <TextArea
        label={words.say("wide.theme-name")}
        hint={words.say("wide.theme-name-hint")}
        value={title}
        onChange={setTitle}
        limit={TEXT_LIMITS.title}
        onSubmit={name}
        startsHere
        rows={1}
      />
      <Button kind="main" isWide onClick={name} disabled={title.trim() === ""}>
        {words.say("common.save")}
      </Button>
    </Sheet>
  )
}
