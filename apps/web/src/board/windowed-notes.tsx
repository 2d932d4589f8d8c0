// The notes of one column of a large board: those near the window are mounted, gaps stand for the rest. What a note looks like is the
// column's.
import { Fragment, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from "react"
import type { NoteId } from "@evenboard/board"
import { useBoardNow } from "../use-board.ts"
import { guessed, piecesOf, Windowed, type View } from "./in-view.ts"
import styles from "./needs-board.module.css"

/** Between two notes: the padding of `.note`. */
const GAP_PX = 12

type WindowedNotesProps = {
  view: View
  ids: readonly NoteId[]
  /** Mounted wherever it stands. */
  dragged: string | null
  markEnd: boolean
  /** One list item. */
  item: (id: NoteId, far?: { height: number }) => ReactNode
}

export function WindowedNotes({ view, ids, dragged, markEnd, item }: WindowedNotesProps) {
  const boardNow = useBoardNow()
  const [list] = useState(() => new Windowed())
  const { range, isFar } = useSyncExternalStore(view.subscribe, () => list.shown)
  const heights = ids.map((id) => view.heights.get(id) ?? guessed(boardNow().notes.get(id)?.text ?? ""))
  const pinned = new Set([view.focused, dragged].flatMap((id) => (id === null ? [] : [ids.indexOf(id as NoteId)])))
  const setElement = (element: HTMLElement | null) => {
    list.standsIn(element)
  }
  useLayoutEffect(() => view.join(list), [view, list])
  useLayoutEffect(() => {
    if (list.holds(ids, heights)) view.look()
  })
  const show = (index: number) => {
    const id = ids[index]
    return id && item(id, isFar ? { height: (heights[index] ?? 0) - GAP_PX } : undefined)
  }
  return (
    <ol ref={setElement} className={styles.notes} data-mark={markEnd ? "end" : undefined}>
      {piecesOf(heights, range, pinned).map((piece) =>
        "gap" in piece ? (
          <li key={`gap-${piece.at}`} aria-hidden="true" style={{ blockSize: `${piece.gap}px` }} />
        ) : (
          <Fragment key={ids[piece.index]}>{show(piece.index)}</Fragment>
        ),
      )}
    </ol>
  )
}
