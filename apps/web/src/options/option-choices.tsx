// Sheets where something is chosen for the options: what answers a need, which theme becomes an option, which needs an option answers.
import { useCallback, useState } from "react"
import {
  type Board,
  needsAnsweredBy,
  newId,
  type Note,
  type NoteId,
  notesInTheme,
  notesOn,
  shownKind,
  type Theme,
  themesOn,
} from "@evenboard/board"
import { ChooseEnd, ChooseNotes } from "../board/choose-notes.tsx"
import { MiniNote } from "../board/mini-note.tsx"
import { useCreditOf } from "../credit.ts"
import { Button } from "../ui/button.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useBoard, useBoardNow } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useWords } from "../words.tsx"
import styles from "./options.module.css"
import { useSaveLinks } from "./use-save-links.ts"

type AnswerSheetProps = {
  need: NoteId
  options: readonly NoteId[]
  onNew: () => void
  onAnswered: (option: NoteId) => void
  onClose: () => void
}

export function AnswerSheet({ need, options, onNew, onAnswered, onClose }: AnswerSheetProps) {
  const words = useWords()
  const run = useRun()
  const creditOf = useCreditOf()
  const note = useBoard(useCallback((board: Board) => board.notes.get(need), [need]))
  const notes = useBoard(useCallback((board: Board) => options.flatMap((id) => board.notes.get(id) ?? []), [options]))
  const answer = (option: Note) => {
    const say = words.say("options.answered", { name: option.text, number: creditOf(need).number ?? "–" })
    if (!run({ type: "link", link: { from: option.id, to: need, kind: "answers" } }, { say }).ok) return
    onClose()
    onAnswered(option.id)
  }
  return (
    <Sheet title={words.say("options.answer-with")} onClose={onClose} stage="options">
      {note ? <MiniNote note={note} /> : <p>{words.say("options.gone")}</p>}
      <div className={styles.choices}>
        {notes.map((option) => (
          <Button key={option.id} kind="row" onClick={() => answer(option)}>
            <span dir="auto">{option.text}</span>
          </Button>
        ))}
        <Button kind="row" onClick={onNew}>
          <strong>+ {words.say("options.answer-new")}</strong>
        </Button>
      </div>
    </Sheet>
  )
}

const needsThemes = (board: Board) => themesOn(board, "needs")

export function FromThemeSheet({ onMade, onClose }: { onMade: (option: NoteId) => void; onClose: () => void }) {
  const words = useWords()
  const run = useRun()
  const boardNow = useBoardNow()
  const themes = useBoard(needsThemes).filter((theme) => !theme.aboutUs)
  const make = (theme: Theme) => {
    const id = newId<NoteId>()
    if (!run({ type: "make-option", id, themeId: theme.id }, { say: words.say("options.added", { name: theme.title }) }).ok) return
    onClose()
    onMade(id)
  }
  const needsIn = (theme: Theme) => notesInTheme(boardNow(), theme.id, "needs").filter((note) => note.kind === "need").length
  return (
    <Sheet title={words.say("options.from-theme")} onClose={onClose} stage="options">
      <p>{words.say(themes.length > 0 ? "options.from-theme-hint" : "options.no-themes")}</p>
      {themes.length > 0 ? (
        <div className={styles.choices}>
          {themes.map((theme) => (
            <Button key={theme.id} kind="row" onClick={() => make(theme)}>
              <span dir="auto">{theme.title}</span>
              <span className={styles.hint}>{words.say("options.theme-needs", { count: needsIn(theme) })}</span>
            </Button>
          ))}
        </div>
      ) : null}
    </Sheet>
  )
}

/** What it answers already stays to be seen, also where that stands with the words about ourselves by now. */
const needsFor = (board: Board, answered: readonly NoteId[]): NoteId[] =>
  notesOn(board, "needs")
    .filter((note) => shownKind(board, note) === "need" || answered.includes(note.id))
    .map((note) => note.id)

export function ChooseNeedsSheet({ option, onClose }: { option: Note; onClose: () => void }) {
  const words = useWords()
  const saveLinks = useSaveLinks()
  const boardNow = useBoardNow()
  const [before] = useState(() => needsAnsweredBy(boardNow(), option.id).map((need) => need.id))
  const needs = useBoard(useCallback((board: Board) => needsFor(board, before), [before]))
  const [chosen, setChosen] = useState<readonly NoteId[]>(before)
  const save = () => {
    const say = words.say("options.answers-saved", { name: option.text, count: chosen.length })
    saveLinks({ before, chosen, linkTo: (to) => ({ from: option.id, to, kind: "answers" }), say })
    onClose()
  }
  return (
    <Sheet title={words.say("options.answers")} onClose={onClose} stage="options">
      <p className={styles.name} dir="auto">
        {option.text}
      </p>
      {needs.length > 0 ? (
        <ChooseNotes label={words.say("options.answers-which")} ids={needs} chosen={chosen} onChange={setChosen} />
      ) : (
        <p>{words.say("options.no-needs")}</p>
      )}
      <ChooseEnd>
        <Button kind="main" isWide onClick={save}>
          {words.say("common.save")}
        </Button>
      </ChooseEnd>
    </Sheet>
  )
}
