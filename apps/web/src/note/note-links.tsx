// What a note is linked with, both ways, each as words that open it; and the way to take a link away.
import { DOING_NOTHING, linksFrom, linksTo, type Board, type Link, type Note, type NoteId } from "@evenboard/board"
import type { MessageId } from "@evenboard/words"
import { WAYS } from "../commands/registry.ts"
import { Button } from "../ui/button.tsx"
import { useBoard } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useUi } from "../ui-store.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./note-sheet.module.css"

type Row = { link: Link; other: string; isNote: boolean; text: string | null }
const FROM = {
  answers: "board.link-answers",
  about: "board.link-about",
  piece: "board.link-piece",
  source: "board.link-source",
} as const satisfies Record<Link["kind"], MessageId>
const TO = {
  answers: "board.link-answered",
  about: "board.link-about-this",
  piece: "board.link-pieces",
  source: "board.link-source",
} as const satisfies Record<Link["kind"], MessageId>

const textOf = (board: Board, id: string): { isNote: boolean; text: string | null } => {
  const note = board.notes.get(id as NoteId)
  if (note) return { isNote: true, text: note.text }
  const agreement = [...board.agreements.values()].find((one) => one.id === id)
  return { isNote: false, text: agreement?.text ?? null }
}

export function NoteLinks({ note }: { note: Note }) {
  const words = useWords()
  const links = useBoard((board) => [...linksFrom(board, note.id), ...linksTo(board, note.id)])
  const board = useBoard((now) => now)
  if (links.length === 0) return null
  const rows = links.flatMap((link): Row[] => {
    const other = link.from === note.id ? link.to : link.from
    if (other === DOING_NOTHING) return [{ link, other, isNote: false, text: words.say("board.doing-nothing") }]
    const found = textOf(board, other)
    return found.text === null ? [] : [{ link, other, ...found }]
  })
  return (
    <section className={styles.links}>
      <h3 className={styles.heading}>{words.say("board.links")}</h3>
      <ul>
        {rows.map((row) => (
          <LinkRow key={`${row.link.from}>${row.link.to}>${row.link.kind}`} note={note} row={row} />
        ))}
      </ul>
    </section>
  )
}

function LinkRow({ note, row }: { note: Note; row: Row }) {
  const words = useWords()
  const run = useRun()
  const open = useUi((ui) => ui.open)
  const kind = row.link.from === note.id ? FROM[row.link.kind] : TO[row.link.kind]
  return (
    <li className={styles.link}>
      <span className={styles.linkWords}>
        {words.say(kind)}: <span dir="auto">{row.text}</span>
      </span>
      {row.isNote ? (
        <Button onClick={() => open({ type: "note", id: row.other as NoteId })}>{words.say("commands.open-note")}</Button>
      ) : null}
      {row.link.kind === "source" ? null : (
        <WhileOpen>
          <Button
            kind="quiet"
            keyName={WAYS.unlink.key}
            aria-label={words.say("board.link-away", { words: row.text ?? "" })}
            onClick={() => run({ type: "unlink", link: row.link }, { say: words.say("board.linked") })}
          >
            {words.say(WAYS.unlink.name)}
          </Button>
        </WhileOpen>
      )}
    </li>
  )
}
