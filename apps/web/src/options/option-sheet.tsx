// One option's sheet of paper: its name, what changes, the needs it answers, its pieces, who does it, who pays, who could be left out,
// and the worries and hopes about it.
import { lazy, memo, useCallback, useState } from "react"
import {
  type Board,
  needsAnsweredBy,
  type Note,
  type NoteId,
  notesAbout,
  piecesOf,
  SHEET_FIELDS,
  type SheetField,
  TEXT_LIMITS,
} from "@evenboard/board"
import { AddWords } from "../board/add-words.tsx"
import { MiniNote } from "../board/mini-note.tsx"
import { placeInWords } from "../matrix/place-words.ts"
import { Lazily } from "../screens/shell/lazily.tsx"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/form.tsx"
import { NoteCard } from "../note/note-card.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useUi } from "../ui-store.ts"
import { useBoard } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { ChooseNeedsSheet } from "./option-choices.tsx"
import styles from "./options.module.css"

/** Long text is the heaviest thing we have: it comes only when somebody writes. */
const DescriptionEditor = lazy(() => import("./description-editor.tsx"))

type Open = "description" | "needs" | "piece" | SheetField | null

export const OptionSheet = memo(function OptionSheet({ id }: { id: NoteId }) {
  const words = useWords()
  const run = useRun()
  const openSheet = useUi((ui) => ui.open)
  const note = useBoard(useCallback((board: Board) => board.notes.get(id), [id]))
  const needs = useBoard(useCallback((board: Board) => needsAnsweredBy(board, id), [id]))
  const pieces = useBoard(useCallback((board: Board) => piecesOf(board, id), [id]))
  const about = useBoard(useCallback((board: Board) => notesAbout(board, id), [id]))
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  if (!note) return null
  const description = note.sheet?.description ?? ""
  const partOf = (piece: NoteId) =>
    void run({ type: "link", link: { from: piece, to: id, kind: "piece" } }, { say: words.say("options.piece-added") })
  return (
    <article className={styles.sheet} aria-labelledby={`option-${id}`} data-option={id}>
      <h2 className={styles.head} id={`option-${id}`}>
        <NoteCard note={note} onClick={() => openSheet({ type: "note", id })} />
      </h2>
      <section className={styles.part}>
        <h3>{words.say("options.changes")}</h3>
        {description ? <Paragraphs text={description} /> : <p className={styles.hint}>{words.say("options.changes-empty")}</p>}
        <WhileOpen>
          <Button onClick={() => setOpen("description")}>{words.say(description ? "options.change" : "options.changes-write")}</Button>
        </WhileOpen>
      </section>
      <section className={styles.part}>
        <h3>{words.say("options.answers")}</h3>
        {needs.length > 0 ? <MiniNotes notes={needs} /> : <p className={styles.hint}>{words.say("options.answers-empty")}</p>}
        <WhileOpen>
          <Button onClick={() => setOpen("needs")}>{words.say("options.answers-choose")}</Button>
        </WhileOpen>
      </section>
      <section className={styles.part}>
        <h3>{words.say("options.pieces")}</h3>
        {pieces.length > 0 ? <MiniNotes notes={pieces} /> : <p className={styles.hint}>{words.say("options.pieces-empty")}</p>}
        <WhileOpen>
          <Button onClick={() => setOpen("piece")}>{words.say("options.piece-add")}</Button>
        </WhileOpen>
      </section>
      {SHEET_FIELDS.map((field) => (
        <section key={field} className={styles.part}>
          <h3>{words.say(`options.${field}`)}</h3>
          {note.sheet?.[field] ? (
            <Paragraphs text={note.sheet[field]} />
          ) : (
            <p className={styles.hint}>{words.say(`options.${field}-empty`)}</p>
          )}
          <WhileOpen>
            <Button onClick={() => setOpen(field)}>{words.say(note.sheet?.[field] ? "options.change" : `options.${field}-say`)}</Button>
          </WhileOpen>
        </section>
      ))}
      {about.length > 0 ? (
        <section className={styles.part}>
          <h3>{words.say("options.about")}</h3>
          <ul className={styles.minis}>
            {about.map((one) => (
              <li key={one.id}>
                <MiniNote note={one}>
                  <span className={styles.hint}>{placeInWords(words, one.place)}</span>
                </MiniNote>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <WhileOpen>
        {open === "description" ? (
          <Sheet title={words.say("options.changes")} onClose={close} isWide stage="options">
            <p className={styles.name} dir="auto">
              {note.text}
            </p>
            <Lazily>
              <DescriptionEditor id={id} label={`${words.say("options.changes")}: ${note.text}`} />
            </Lazily>
            <Button kind="main" isWide onClick={close}>
              {words.say("common.done")}
            </Button>
          </Sheet>
        ) : null}
        {open === "needs" ? <ChooseNeedsSheet option={note} onClose={close} /> : null}
        {open === "piece" ? (
          <AddWords
            draftOf={`piece-${id}`}
            title={words.say("options.piece-title", { name: note.text })}
            label={words.say("options.piece-label")}
            button={words.say("options.piece-button")}
            say={() => words.say("options.piece-added")}
            stage="options"
            note={{ kind: "offer", canvas: "options" }}
            onAdded={partOf}
            onClose={close}
          />
        ) : null}
        {open === "who" || open === "pays" || open === "leftOut" ? <FillSheet option={note} field={open} onClose={close} /> : null}
      </WhileOpen>
    </article>
  )
})

function MiniNotes({ notes }: { notes: readonly Note[] }) {
  return (
    <ul className={styles.minis}>
      {notes.map((note) => (
        <li key={note.id}>
          <MiniNote note={note} />
        </li>
      ))}
    </ul>
  )
}

/** Plain words as they are read by everybody who does not write: a line a paragraph. */
function Paragraphs({ text }: { text: string }) {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  return (
    <div className={styles.text}>
      {lines.map((line, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other name
        <p key={i} dir="auto">
          {line}
        </p>
      ))}
    </div>
  )
}

function FillSheet({ option, field, onClose }: { option: Note; field: SheetField; onClose: () => void }) {
  const words = useWords()
  const run = useRun()
  const [from] = useState(option.sheet?.[field] ?? "")
  const [text, setText] = useState(from)
  const save = () => {
    if (run({ type: "fill-sheet", id: option.id, field, text, from }, { say: words.say("options.saved", { name: option.text }) }).ok)
      onClose()
  }
  return (
    <Sheet title={words.say(`options.${field}`)} onClose={onClose} stage="options">
      <p className={styles.name} dir="auto">
        {option.text}
      </p>
      <TextArea
        label={words.say(`options.${field}`)}
        hint={words.say(`options.${field}-empty`)}
        value={text}
        onChange={setText}
        limit={TEXT_LIMITS.short}
        onSubmit={save}
        startsHere
        rows={3}
      />
      <Button kind="main" isWide onClick={save}>
        {words.say("common.save")}
      </Button>
    </Sheet>
  )
}
