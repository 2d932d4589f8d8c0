// Risks and opportunities: the picture on wide screens, the same as a table or list everywhere, and the sheets that add and place.
import { lazy, useCallback, useState } from "react"
import { type Board, type Note, type NoteId, type NoteKind } from "@evenboard/board"
import { AddWords } from "../board/add-words.tsx"
import { AsideFold } from "../board/aside-fold.tsx"
import { byRank } from "../board/derive.ts"
import { AloneDuringRound } from "../round/alone-during-round.tsx"
import { useIsWide } from "../ui/use-is-wide.ts"
import { Lazily } from "../screens/shell/lazily.tsx"
import { Button } from "../ui/button.tsx"
import { useBoard } from "../use-board.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { entriesSelector } from "./entries.ts"
import { EntryTable } from "./entry-table.tsx"
import styles from "./matrix.module.css"
import { PlaceSheet } from "./place-sheet.tsx"

/** Only wide screens have room for the picture, so phones never load it. */
const Plane = lazy(async () => ({ default: (await import("./plane.tsx")).Plane }))

type Open = { type: "add"; kind: NoteKind } | { type: "place"; id: NoteId } | null
const asideOf = (board: Board) =>
  [...board.notes.values()]
    .filter((note) => note.canvas === "matrix" && note.aside)
    .sort(byRank)
    .map((note) => note.id)

export default function MatrixScreen() {
  const words = useWords()
  const isWide = useIsWide()
  const [select] = useState(entriesSelector)
  const entries = useBoard(select)
  const aside = useBoard(asideOf)
  const [look, setLook] = useState<"picture" | "table">("picture")
  const [open, setOpen] = useState<Open>(null)
  const place = (id: NoteId) => setOpen({ type: "place", id })
  /** By key: another of the same kind as the one with the focus. */
  const add = useCallback((focused?: Note) => setOpen({ type: "add", kind: focused?.kind === "opportunity" ? "opportunity" : "risk" }), [])
  const close = () => setOpen(null)
  const placing = open?.type === "place" ? entries.find((entry) => entry.note.id === open.id) : undefined
  const next = entries.find(({ note }) => !note.place && note.id !== placing?.note.id)?.note.id ?? null
  return (
    <div className={styles.matrix}>
      <div className={styles.bar}>
        <WhileOpen>
          <Button kind="main" onClick={() => setOpen({ type: "add", kind: "risk" })}>
            {words.say("matrix.add-worry")}
          </Button>
          <Button kind="main" onClick={() => setOpen({ type: "add", kind: "opportunity" })}>
            {words.say("matrix.add-hope")}
          </Button>
        </WhileOpen>
        {isWide ? (
          <div className={styles.looks} role="group" aria-label={words.say("matrix.as")}>
            <Button aria-pressed={look === "picture"} onClick={() => setLook("picture")}>
              {words.say("matrix.as-plane")}
            </Button>
            <Button aria-pressed={look === "table"} onClick={() => setLook("table")}>
              {words.say("matrix.as-table")}
            </Button>
          </div>
        ) : null}
      </div>
      {entries.length === 0 ? <p className={styles.empty}>{words.say("matrix.first-run")}</p> : null}
      {isWide && look === "picture" ? (
        <Lazily>
          <Plane entries={entries} onPlace={place} onAdd={add} />
        </Lazily>
      ) : entries.length > 0 ? (
        <EntryTable entries={entries} onPlace={place} onAdd={add} />
      ) : null}
      <AsideFold title={words.say("matrix.aside")} ids={aside} canvas="matrix" />
      <WhileOpen>
        {open?.type === "add" ? (
          <AloneDuringRound canvas="matrix" kind={open.kind} onClose={close}>
            <AddWords
              draftOf={open.kind}
              title={words.say(open.kind === "risk" ? "matrix.worry-title" : "matrix.hope-title")}
              label={words.say(open.kind === "risk" ? "matrix.worry-label" : "matrix.hope-label")}
              button={words.say(open.kind === "risk" ? "matrix.worry-button" : "matrix.hope-button")}
              say={() => words.say("matrix.added")}
              stage="matrix"
              note={{ kind: open.kind, canvas: "matrix" }}
              onAdded={place}
              onClose={close}
            />
          </AloneDuringRound>
        ) : null}
        {placing ? <PlaceSheet key={placing.note.id} entry={placing} next={next} onNext={place} onClose={close} /> : null}
      </WhileOpen>
    </div>
  )
}
