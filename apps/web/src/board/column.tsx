// One column of paper on the wide board: a theme or the tray, its notes in order, and the mark where a dragged note would go.
import { memo, use, useCallback, type CSSProperties } from "react"
import { notesInTheme, type Board, type NoteId } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { useUi } from "../ui-store.ts"
import { useBoard } from "../use-board.ts"
import { useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { BoardNote } from "./board-note.tsx"
import { FarNote } from "./far-note.tsx"
import { type Column, inStripes } from "./columns.ts"
import { ViewContext } from "./in-view.ts"
import styles from "./needs-board.module.css"
import { WindowedNotes } from "./windowed-notes.tsx"

type ColumnProps = {
  column: Column
  /** The note being dragged, wherever it stands. */
  dragged: string | null
  /** Where among the others it would go; null when not into this column. */
  mark: number | null
  /** The note it would go on top of. */
  on: string | null
  /** Of how many stripes side by side, read one after another. */
  stripes?: number
}

export const ColumnView = memo(function ColumnView({ column, dragged, mark, on, stripes = 1 }: ColumnProps) {
  const words = useWords()
  const openSheet = useUi((ui) => ui.open)
  const mayWrite = useMayWrite()
  const { themeId, key, ids } = column
  const theme = useBoard(useCallback((board: Board) => (themeId === null ? undefined : board.themes.get(themeId)), [themeId]))
  const others = ids.filter((id) => id !== dragged)
  const title = theme?.title ?? words.say("common.not-grouped")
  const all = useBoard(useCallback((board: Board) => notesInTheme(board, themeId, "needs").length, [themeId]))
  const count = words.say("common.notes", { count: all })
  const isAboutUs = theme?.aboutUs === true
  const view = use(ViewContext)
  const isMarkedLast = mark !== null && mark >= others.length
  const item = (id: NoteId, far?: { height: number }) => (
    <li
      key={id}
      className={styles.note}
      data-lifted={id === dragged ? "" : undefined}
      data-on={id === on ? "" : undefined}
      data-mark={mark !== null && others[mark] === id ? "" : undefined}
    >
      {far ? <FarNote id={id} height={far.height} /> : <BoardNote id={id} />}
    </li>
  )
  return (
    <div
      className={styles.lane}
      data-lane={key}
      data-stripes={stripes > 1 ? "" : undefined}
      style={stripes > 1 ? ({ "--stripes": stripes } as CSSProperties) : undefined}
      role="group"
      aria-labelledby={`lane-${key}`}
    >
      <div
        className={styles.paper}
        data-tray={themeId === null ? "" : undefined}
        data-about-us={isAboutUs ? "" : undefined}
        data-target={mark === null && on === null ? undefined : ""}
      >
        <h2 className={styles.title} id={`lane-${key}`}>
          {themeId === null || !mayWrite ? (
            <span className={styles.tray}>
              <span dir="auto">{title}</span> <span className={styles.count}>({count})</span>
            </span>
          ) : (
            <Button kind="row" onClick={() => openSheet({ type: "theme", id: themeId })}>
              <span>
                <span dir="auto">{title}</span> <span className={styles.count}>({count})</span>
              </span>
            </Button>
          )}
        </h2>
        {isAboutUs ? <p className={styles.hint}>{words.say("wide.about-us-hint")}</p> : null}
        {view ? (
          <div className={styles.stripes}>
            {inStripes(ids, stripes).map((stripe, at, all) => (
              <WindowedNotes
                key={at}
                view={view}
                ids={stripe}
                dragged={dragged}
                markEnd={isMarkedLast && at === all.length - 1}
                item={item}
              />
            ))}
          </div>
        ) : (
          <ol className={styles.notes} data-mark={isMarkedLast ? "end" : undefined}>
            {ids.map((id) => item(id))}
          </ol>
        )}
        {ids.length === 0 ? <p className={styles.hint}>{words.say(themeId === null ? "wide.tray-empty" : "wide.theme-empty")}</p> : null}
      </div>
    </div>
  )
})
