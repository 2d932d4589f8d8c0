// The same worries and hopes as a table that can be put in order by any column; on narrow screens as a list with the same order.
import { useState } from "react"
import type { Note, NoteId } from "@evenboard/board"
import { useIsWide } from "../ui/use-is-wide.ts"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { useCreditOf } from "../credit.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { KindMark } from "../ui/kind-mark.tsx"
import { NoteCard } from "../note/note-card.tsx"
import { useUi } from "../ui-store.ts"
import { WhileOpen, useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { COLUMNS, type Entry, inOrderOf, type Order, type SortColumn } from "./entries.ts"
import { Facts, useAboutInWords } from "./facts.tsx"
import styles from "./matrix.module.css"
import { effectInWords, likelyInWords } from "./place-words.ts"

type TableProps = { entries: readonly Entry[]; onPlace: (id: NoteId) => void; onAdd: (focused?: Note) => void }

export function EntryTable({ entries, onPlace, onAdd }: TableProps) {
  const words = useWords()
  const announce = useAnnounce()
  const creditOf = useCreditOf()
  const aboutInWords = useAboutInWords()
  const isWide = useIsWide()
  const [order, setOrder] = useState<Order>({ by: "number", down: false })
  const rows = inOrderOf(entries, order, ({ note, about }) => ({ number: creditOf(note.id).number, about: aboutInWords(about) }), words.tag)
  const sort = (by: SortColumn, down = order.by === by && !order.down) => {
    setOrder({ by, down })
    announce(words.say(down ? "matrix.sorted-down" : "matrix.sorted-up", { column: words.say(`matrix.col-${by}`) }))
  }
  const noteKeys = useNoteKeys({ add: onAdd })
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the notes inside
    <div onKeyDown={noteKeys}>
      {isWide ? (
        <Wide rows={rows} order={order} onSort={sort} onPlace={onPlace} />
      ) : (
        // Who looks for a narrow list looks for what is most likely, or goes best, first.
        <Narrow rows={rows} order={order} onSort={(by) => sort(by, by === "likely" || by === "effect")} onPlace={onPlace} />
      )}
    </div>
  )
}

type RowsProps = { rows: readonly Entry[]; order: Order; onSort: (by: SortColumn) => void; onPlace: (id: NoteId) => void }

function Wide({ rows, order, onSort, onPlace }: RowsProps) {
  const words = useWords()
  const creditOf = useCreditOf()
  const open = useUi((ui) => ui.open)
  const aboutInWords = useAboutInWords()
  const mayWrite = useMayWrite()
  return (
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <caption className={styles.caption}>{words.say("matrix.plane")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((by) => (
              <th key={by} scope="col" aria-sort={order.by !== by ? "none" : order.down ? "descending" : "ascending"}>
                <button type="button" className={styles.sort} onClick={() => onSort(by)}>
                  {words.say(`matrix.col-${by}`)} <span aria-hidden="true">{order.by !== by ? "↕" : order.down ? "↓" : "↑"}</span>
                </button>
              </th>
            ))}
            {mayWrite ? <th scope="col">{words.say("matrix.col-do")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ note, about }) => {
            const { number } = creditOf(note.id)
            return (
              <tr key={note.id}>
                <td>{number === null ? "–" : words.number(number)}</td>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.rowWords}
                    data-note={note.id}
                    dir="auto"
                    lang={note.lang ?? undefined}
                    onClick={() => open({ type: "note", id: note.id })}
                  >
                    {note.text}
                  </button>
                </th>
                <td>
                  <KindMark kind={note.kind} />
                </td>
                <td>{note.place ? likelyInWords(words, note.place.likely) : words.say("matrix.unplaced")}</td>
                <td>{note.place ? effectInWords(words, note.place.effect) : words.say("matrix.unplaced")}</td>
                <td>
                  <bdi>{note.forWhom}</bdi>
                </td>
                <td>
                  <bdi>{aboutInWords(about)}</bdi>
                </td>
                <WhileOpen>
                  <td>
                    <Button onClick={() => onPlace(note.id)}>{words.say(note.place ? "matrix.place-again" : "matrix.place-this")}</Button>
                  </td>
                </WhileOpen>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Narrow({ rows, order, onSort, onPlace }: RowsProps) {
  const words = useWords()
  const open = useUi((ui) => ui.open)
  const unplaced = rows.filter(({ note }) => !note.place)
  const placed = rows.filter(({ note }) => note.place)
  const show = (entry: Entry) => (
    <li key={entry.note.id} className={styles.entry}>
      <NoteCard note={entry.note} onClick={() => open({ type: "note", id: entry.note.id })}>
        <Facts entry={entry} />
      </NoteCard>
      <WhileOpen>
        <Button onClick={() => onPlace(entry.note.id)}>{words.say(entry.note.place ? "matrix.place-again" : "matrix.place-this")}</Button>
      </WhileOpen>
    </li>
  )
  return (
    <div className={styles.narrow}>
      <label className={styles.sortChoice}>
        {words.say("matrix.sort")}
        <select className={styles.select} value={order.by} onChange={(event) => onSort(event.target.value as SortColumn)}>
          {COLUMNS.map((by) => (
            <option key={by} value={by}>
              {words.say(`matrix.col-${by}`)}
            </option>
          ))}
        </select>
      </label>
      {unplaced.length > 0 ? (
        <section className={styles.unplaced}>
          <h2 className={styles.heading}>{words.say("matrix.unplaced")}</h2>
          <ul className={styles.list}>{unplaced.map(show)}</ul>
        </section>
      ) : null}
      <ul className={styles.list}>{placed.map(show)}</ul>
    </div>
  )
}
