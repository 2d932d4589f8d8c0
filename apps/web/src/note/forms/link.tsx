// Linking a note with what it answers, what answers it, what it is a piece of or what it is about. Ticks are the links that stand.
import { useState } from "react"
import {
  DOING_NOTHING,
  linkKey,
  notesOn,
  shownKind,
  type Board,
  type Canvas,
  type Command,
  type Link,
  type LinkKind,
  type Note,
  type NoteId,
} from "@evenboard/board"
import { Check } from "../../ui/form.tsx"
import { useBoard, useBoardNow } from "../../use-board.ts"
import { useRunAll } from "../../use-run.ts"
import { useWords } from "../../words.tsx"
import styles from "../note-sheet.module.css"
import { ChooseNotes } from "./choose-notes.tsx"
import { Form } from "./form.tsx"
import type { NoteFormProps } from "./note-forms.tsx"

type Way = {
  title: "board.link-options" | "board.link-whole" | "board.link-needs" | "board.link-what"
  canvas: Canvas
  kind: LinkKind
  fits: (other: Note, board: Board) => boolean
  link: (note: Note, other: string) => Link
  doingNothing?: boolean
}

/** Links point from the later thing to the earlier one. */
const WAYS: Readonly<Record<Note["kind"], readonly Way[]>> = {
  need: [
    {
      title: "board.link-options",
      canvas: "options",
      kind: "answers",
      fits: (other) => other.kind === "option",
      link: (note, other) => ({ from: other, to: note.id, kind: "answers" }),
    },
  ],
  offer: [
    {
      title: "board.link-whole",
      canvas: "options",
      kind: "piece",
      fits: (other) => other.kind === "option",
      link: (note, other) => ({ from: note.id, to: other, kind: "piece" }),
    },
  ],
  option: [
    {
      title: "board.link-needs",
      canvas: "needs",
      kind: "answers",
      fits: (other, board) => shownKind(board, other) === "need",
      link: (note, other) => ({ from: note.id, to: other, kind: "answers" }),
    },
  ],
  risk: [
    {
      title: "board.link-what",
      canvas: "options",
      kind: "about",
      fits: (other) => other.kind === "option",
      link: (note, other) => ({ from: note.id, to: other, kind: "about" }),
      doingNothing: true,
    },
  ],
  opportunity: [
    {
      title: "board.link-what",
      canvas: "options",
      kind: "about",
      fits: (other) => other.kind === "option",
      link: (note, other) => ({ from: note.id, to: other, kind: "about" }),
      doingNothing: true,
    },
  ],
}

const standing = (board: Board, note: Note, way: Way): Set<NoteId> =>
  new Set(
    [...notesOn(board, way.canvas).map(({ id }) => id), DOING_NOTHING as NoteId].filter((id) =>
      board.links.has(linkKey(way.link(note, id))),
    ),
  )

export function LinkForm({ note, onDone, onBack }: NoteFormProps) {
  const words = useWords()
  const runAll = useRunAll()
  const boardNow = useBoardNow()
  const [way] = WAYS[note.kind]
  const [before] = useState(() => (way ? standing(boardNow(), note, way) : new Set<NoteId>()))
  const [chosen, setChosen] = useState<ReadonlySet<NoteId>>(before)
  const hasAny = useBoard(
    (board) =>
      way !== undefined &&
      (way.doingNothing === true || notesOn(board, way.canvas).some((other) => other.id !== note.id && way.fits(other, board))),
  )
  if (!way) return null
  const submit = () => {
    const say = words.say("board.linked")
    const added = [...chosen].filter((id) => !before.has(id)).map((id): Command => ({ type: "link", link: way.link(note, id) }))
    const taken = [...before].filter((id) => !chosen.has(id)).map((id): Command => ({ type: "unlink", link: way.link(note, id) }))
    if (runAll([...added, ...taken], { say })) onDone()
  }
  const nothing = DOING_NOTHING as NoteId
  const toggleNothing = (isOn: boolean) => setChosen(new Set(isOn ? [...chosen, nothing] : [...chosen].filter((id) => id !== nothing)))
  return (
    <Form
      title={words.say("board.link-title")}
      hint={hasAny ? words.say(way.title) : words.say("board.link-none")}
      submit={words.say("board.link-do")}
      onSubmit={submit}
      onBack={onBack}
    >
      <ChooseNotes
        canvas={way.canvas}
        fits={(other, board) => other.id !== note.id && (way.fits(other, board) || chosen.has(other.id))}
        chosen={chosen}
        onChange={setChosen}
      />
      {way.doingNothing ? (
        <div className={styles.checks}>
          <Check label={words.say("board.doing-nothing")} isOn={chosen.has(nothing)} onChange={toggleNothing} />
        </div>
      ) : null}
    </Form>
  )
}
