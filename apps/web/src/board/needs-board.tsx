// The needs as a wide board: the tray, themes as columns of paper side by side, About us apart at the end. Owns what stands where; dragging,
// the arrow keys, what a drop does and how it all lies on the screen are files of their own. Nothing here is drawn: the notes are the same
// buttons as in the List.
import { useCallback, useRef, useState } from "react"
import type { Board, ThemeId } from "@evenboard/board"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { useReveal } from "../list/use-reveal.ts"
import { Button } from "../ui/button.tsx"
import { useBoard, useBoardNow } from "../use-board.ts"
import { WhileOpen } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { AsideFold } from "./aside-fold.tsx"
import { ColumnView } from "./column.tsx"
import { type Column, columnsOf, columnsSelector, NEW_THEME, trayColumns } from "./columns.ts"
import { type Drop, sameDrop } from "./drop-target.ts"
import { findDrop } from "./find-drop.ts"
import { MANY, ViewContext } from "./in-view.ts"
import styles from "./needs-board.module.css"
import { NameThemeSheet, NewThemeSheet } from "./theme-sheets.tsx"
import { useDrag } from "./use-drag.ts"
import { useBringReveal, useFillsScreen, useRoom, useView } from "./use-layout.ts"
import { useMoving } from "./use-moving.ts"
import { usePlaceNote } from "./use-place-note.ts"
import { useZoom, type Zoom } from "./use-zoom.ts"
import { larger, smaller } from "./zoom.ts"

const GHOST = { ghost: styles.ghost ?? "", label: styles.ghostLabel ?? "" }
const isEmpty = (board: Board) => board.notes.size === 0
const isLarge = (board: Board) => board.notes.size > MANY

export default function NeedsBoard() {
  const words = useWords()
  const [select] = useState(columnsSelector)
  const columns = useBoard(select)
  const hasNothing = useBoard(isEmpty)
  const open = useUi((ui) => ui.open)
  const add = useCallback(() => open({ type: "composer" }), [open])
  const noteKeys = useNoteKeys({ moves: false, add })
  const window = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const view = useView(window, surface, useBoard(isLarge))
  const looked = useCallback((isTurning: boolean) => view?.look({ isStale: !isTurning, isTurning }), [view])
  const zoom = useZoom(window, surface, looked)
  const [naming, setNaming] = useState<ThemeId | "new" | null>(null)
  const placeNote = usePlaceNote(setNaming)
  const moving = useMoving(window, view, placeNote)
  const boardNow = useBoardNow()
  const drag = useDrag<Drop>(window, GHOST, {
    find: (point, id) => findDrop(window.current, point, id, columnsOf(boardNow())),
    same: sameDrop,
    name: placeNote.nameOf,
    drop: placeNote.drop,
    cancelled: placeNote.stays,
  })
  useFillsScreen(frame)
  const room = useRoom(window)
  const themes = columns.themes.length + columns.aboutUs.length
  useBringReveal(view)
  useReveal(window)
  const targetIn = (column: Column) => (drag?.target?.key === column.key ? drag.target : null)
  const markIn = (column: Column) => (targetIn(column)?.on === undefined ? (targetIn(column)?.index ?? null) : null)
  const show = (column: Column, stripes = 1) => (
    <ColumnView
      key={column.key}
      column={column}
      dragged={drag?.id ?? null}
      mark={markIn(column)}
      on={targetIn(column)?.on ?? null}
      stripes={stripes}
    />
  )
  return (
    <ViewContext value={view}>
      <div ref={frame} className={styles.board}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the notes inside */}
        <div
          ref={window}
          className={styles.window}
          role="region"
          aria-label={words.say("wide.board")}
          data-moving={moving.isOn ? "" : undefined}
          onKeyDown={(event) => {
            moving.key(event)
            noteKeys(event)
          }}
        >
          {hasNothing ? <p className={styles.empty}>{words.say("wide.first-run")}</p> : null}
          <div className={styles.sizer} style={zoom.sizer}>
            <div ref={surface} className={styles.surface} style={zoom.surface}>
              {show(columns.tray, trayColumns(columns.tray.ids.length, themes > 0 ? room : room - 1, themes))}
              {columns.themes.map((column) => show(column))}
              <WhileOpen>
                <div className={styles.lane} data-lane={NEW_THEME}>
                  <div className={`${styles.paper} ${styles.new}`} data-target={drag?.target?.key === NEW_THEME ? "" : undefined}>
                    <Button onClick={() => setNaming("new")}>{words.say("wide.new-theme")}</Button>
                    <p className={styles.hint}>{words.say("wide.new-theme-hint")}</p>
                  </div>
                </div>
              </WhileOpen>
              {columns.aboutUs.map((column) => show(column))}
              <div className={`${styles.lane} ${styles.apart}`}>
                <AsideFold title={words.say("wide.aside")} ids={columns.aside} canvas="needs" />
              </div>
            </div>
          </div>
        </div>
        <div className={styles.bar}>
          <WhileOpen>
            <span className={styles.moving}>
              <Button aria-pressed={moving.isOn} onClick={() => moving.turn(!moving.isOn)}>
                {words.say("wide.moving")}
              </Button>
            </span>
            <p className={styles.hint} data-quiet={moving.isOn ? undefined : ""}>
              {words.say(moving.isOn ? "wide.moving-on" : "wide.hint")}
            </p>
          </WhileOpen>
          <Sizes zoom={zoom} />
        </div>
        <WhileOpen>
          {naming === "new" ? <NewThemeSheet onClose={() => setNaming(null)} /> : null}
          {naming !== null && naming !== "new" ? <NameThemeSheet themeId={naming} onClose={() => setNaming(null)} /> : null}
        </WhileOpen>
      </div>
    </ViewContext>
  )
}

function Sizes({ zoom }: { zoom: Zoom }) {
  const words = useWords()
  return (
    <div className={styles.sizes} role="group" aria-label={words.say("wide.size")}>
      <Button onClick={() => zoom.setZoom(smaller(zoom.zoom))}>{words.say("wide.smaller")}</Button>
      <Button onClick={() => zoom.setZoom(1)}>{words.say("wide.hundred")}</Button>
      <Button onClick={() => zoom.setZoom(larger(zoom.zoom))}>{words.say("wide.larger")}</Button>
      <Button onClick={zoom.fitAll}>{words.say("wide.fit")}</Button>
      <span className={styles.now}>{words.say("wide.now", { percent: words.number(Math.round(zoom.zoom * 100)) })}</span>
    </div>
  )
}
