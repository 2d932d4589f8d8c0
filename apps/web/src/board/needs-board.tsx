// The needs as a wide board: the tray, themes as columns of paper side by side, About us apart at the end. Owns what is dragged and
// what the arrow keys do; every change is one command. Nothing here is drawn: the notes are the same buttons as in the List.
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { type Board, newId, type NoteId, type Spot, type StackId, stackOf, type ThemeId } from "@evenboard/board"
import { letterOf } from "../commands/registry.ts"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { useCreditOf } from "../credit.ts"
import { useReveal } from "../list/use-reveal.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { useBoard, useBoardNow, useRetell } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { WhileOpen, useMayWrite } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { useWords } from "../words.tsx"
import { AsideFold } from "./aside-fold.tsx"
import { ColumnView } from "./column.tsx"
import { type Column, type Columns, columnsOf, columnsSelector, inOrder, NEW_THEME, trayColumns } from "./columns.ts"
import {
  besideIn,
  type Drop,
  dropIn,
  laneAt,
  neighbourOf,
  type Point,
  sameDrop,
  spotOf,
  standingOf,
  type Step,
  stepFrom,
} from "./drop-target.ts"
import { amongAll, MANY, View, ViewContext } from "./in-view.ts"
import styles from "./needs-board.module.css"
import { NameThemeSheet, NewThemeSheet } from "./theme-sheets.tsx"
import { useDrag } from "./use-drag.ts"
import { useZoom, type Zoom } from "./use-zoom.ts"
import { larger, smaller } from "./zoom.ts"

const GHOST = { ghost: styles.ghost ?? "", label: styles.ghostLabel ?? "" }
const LANE_GAP_PX = 16
const STEPS: Record<string, { ltr: Step; rtl: Step }> = {
  ArrowUp: { ltr: "up", rtl: "up" },
  ArrowDown: { ltr: "down", rtl: "down" },
  ArrowLeft: { ltr: "back", rtl: "on" },
  ArrowRight: { ltr: "on", rtl: "back" },
}
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

type PlaceNote = {
  nameOf: (target: Drop | null) => string
  drop: (id: string, target: Drop) => void
  stays: () => void
  move: (id: NoteId, target: Drop) => boolean
}

/** A drop or an arrow key as a command, and both in words. Always on the board as it is now, not as it was drawn. */
function usePlaceNote(setNaming: (theme: ThemeId) => void): PlaceNote {
  const words = useWords()
  const run = useRun()
  const retell = useRetell()
  const creditOf = useCreditOf()
  const boardNow = useBoardNow()
  const announce = useAnnounce()
  return useMemo(() => {
    const titleOf = (key: string) => boardNow().themes.get(key as ThemeId)?.title ?? words.say("common.not-grouped")
    const stays = () => announce(words.say("wide.stays"))
    const move = (id: NoteId, target: Drop) => {
      const column = inOrder(columnsOf(boardNow())).find((one) => one.key === target.key)
      if (!column) return false
      const others = column.ids.filter((one) => one !== id).length
      const place = Math.min(target.index, others) + 1
      const spot: Spot = spotOf(column, target.index, id)
      return run({ type: "move", id, spot }, { say: words.say("wide.moved", { theme: titleOf(target.key), place, count: others + 1 }) }).ok
    }
    const begin = (id: NoteId) => {
      const themeId = newId<ThemeId>()
      const title = words.say("wide.unnamed")
      const say = words.say("wide.made-theme", { theme: title, count: 1 })
      if (run({ type: "put-together", themeId, canvas: "needs", title, notes: [id] }, { say }).ok) setNaming(themeId)
    }
    const stackOn = (id: NoteId, on: NoteId) => {
      if (!run({ type: "stack", stack: newId<StackId>(), on, notes: [id] }, { say: "" }).ok) return
      retell(words.say("stack.done", { count: stackOf(boardNow(), on).length }))
    }
    const onTop = (on: NoteId) => {
      const text = boardNow().notes.get(on)?.text ?? ""
      const { number } = creditOf(on)
      return number === null ? words.say("stack.on-top-new", { words: text }) : words.say("stack.on-top", { number, words: text })
    }
    return {
      move,
      stays,
      drop: (id, target) => {
        if (target.on !== undefined) stackOn(id as NoteId, target.on as NoteId)
        else if (target.key === NEW_THEME) begin(id as NoteId)
        else if (sameDrop(standingOf(columnsOf(boardNow()), id as NoteId), target)) stays()
        else move(id as NoteId, target)
      },
      nameOf: (target) => {
        if (!target) return words.say("wide.into-nothing")
        if (target.on !== undefined) return onTop(target.on as NoteId)
        return target.key === NEW_THEME
          ? words.say("wide.into-new")
          : words.say("wide.into", { theme: titleOf(target.key), place: target.index + 1 })
      },
    }
  }, [words, run, retell, creditOf, boardNow, announce, setNaming])
}

/** Boxes are read at the moment they are asked for: others may have moved things meanwhile. Notes only of the column under the pointer. */
function findDrop(window: HTMLElement | null, point: Point, id: string, columns: Columns): Drop | null {
  const box = window?.getBoundingClientRect()
  if (!window || !box || point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom) return null
  const lanes = [...window.querySelectorAll<HTMLElement>("[data-lane]")].map((element) => ({
    element,
    key: element.dataset.lane ?? "",
    box: element.getBoundingClientRect(),
  }))
  const lane = laneAt(point, lanes, LANE_GAP_PX)
  if (!lane) return null
  const notes = notesIn(lane.element)
  const drop = dropIn(point, { ...lane, notes }, id)
  // Of a large board only a part is mounted.
  const all = inOrder(columns).find(({ key }) => key === drop.key)?.ids ?? []
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
  return { ...drop, index: amongAll(drop.index, others(notes.map((note) => note.id)), others(all)) }
}
const notesIn = (lane: Element) =>
  [...lane.querySelectorAll<HTMLElement>("[data-note]")].map((note) => ({
    id: note.dataset.note ?? "",
    box: note.getBoundingClientRect(),
  }))

type Moving = { isOn: boolean; turn: (isOn: boolean) => void; key: (event: KeyboardEvent<HTMLElement>) => void }

/** Arrow keys: with *Moving* on they move the note that has the focus; off, they go from note to note. M turns it, Enter ends it, Esc puts back. */
function useMoving(window: React.RefObject<HTMLElement | null>, view: View | null, { move, stays }: PlaceNote): Moving {
  const words = useWords()
  const announce = useAnnounce()
  const boardNow = useBoardNow()
  const run = useRun()
  const [isTurnedOn, setOn] = useState(false)
  const isOn = useMayWrite() && isTurnedOn
  /** Where the note stood when Moving began for it. */
  const from = useRef<{ id: NoteId; spot: Spot } | null>(null)

  const turn = (next: boolean) => {
    from.current = null
    setOn(next)
    announce(words.say(next ? "wide.moving-on" : "wide.moving-off"))
  }
  const focus = (id: NoteId, isBrought = false) => {
    // A note in another column is another element: the focus follows once it stands there.
    requestAnimationFrame(() => {
      const note = window.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
      if (!note && !isBrought && view?.bring(id)) return focus(id, true)
      note?.focus({ preventScroll: true })
      note?.scrollIntoView({ block: "nearest", inline: "nearest" })
    })
  }
  const step = (note: Element, id: NoteId, way: Step, arrow: string) => {
    const columns = columnsOf(boardNow())
    if (!isOn) {
      const lane = note.closest("[data-lane]")
      const isAside = lane !== null && (arrow === "ArrowLeft" || arrow === "ArrowRight")
      const beside = isAside ? besideIn({ notes: notesIn(lane) }, id, arrow === "ArrowRight" ? 1 : -1) : null
      const next = (beside as NoteId | null) ?? neighbourOf(columns, id, way)
      if (next) focus(next)
      return
    }
    const target = stepFrom(columns, id, way)
    if (!target) return announce(words.say("wide.no-further"))
    const before = boardNow().notes.get(id)
    if (before && from.current?.id !== id) from.current = { id, spot: { themeId: before.themeId, rank: before.rank } }
    if (move(id, target)) focus(id)
  }
  const putBack = (id: NoteId) => {
    const start = from.current
    turn(false)
    if (start?.id !== id) return
    if (run({ type: "move", id, spot: start.spot }, { say: words.say("wide.stays") }).ok) focus(id)
    else stays()
  }
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const note = (event.target as Element).closest<HTMLElement>("[data-note]")
    const id = note?.dataset.note as NoteId | undefined
    if (!note || !id || event.ctrlKey || event.metaKey || event.altKey) return
    const way = STEPS[event.key]?.[getComputedStyle(event.currentTarget).direction === "rtl" ? "rtl" : "ltr"]
    if (way) step(note, id, way, event.key)
    // Notes set aside, and all of them once the workshop has ended, are not to be moved.
    else if (note.dataset.drag === undefined) return
    else if (letterOf(event.nativeEvent) === "m") turn(!isOn)
    else if (isOn && event.key === "Enter") turn(false)
    else if (isOn && event.key === "Escape") putBack(id)
    else return
    event.preventDefault()
  }
  return { isOn, turn, key }
}

/** Of a large board only what stands in the window or near it is mounted. */
function useView(window: React.RefObject<HTMLElement | null>, surface: React.RefObject<HTMLElement | null>, isLarge: boolean): View | null {
  const view = useMemo(() => (isLarge ? new View() : null), [isLarge])
  useLayoutEffect(
    () => (view && window.current && surface.current ? view.start(window.current, surface.current) : undefined),
    [view, window, surface],
  )
  return view
}

/** A note that was looked for may not be mounted: then the board goes there. */
function useBringReveal(view: View | null): void {
  const id = useUi((ui) => ui.reveal)
  useEffect(() => {
    if (id) view?.bring(id)
  }, [id, view])
}

/** `--column` of needs-board.module.css. */
const COLUMN_REM = 17.5
/** How many columns the window has room for at full size. */
function useRoom(window: React.RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(1)
  useLayoutEffect(() => {
    const element = window.current
    if (!element) return undefined
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setRoom(Math.max(1, Math.floor((element.clientWidth - LANE_GAP_PX) / (COLUMN_REM * rem + LANE_GAP_PX))))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [window])
  return room
}

/** The board reaches to the bottom of the screen, whatever stands above it. */
function useFillsScreen(element: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect()
      if (box) element.current?.style.setProperty("--above", `${Math.max(0, box.top + globalThis.scrollY)}px`)
    }
    measure()
    // A notice above the board comes and goes: then the page grows, or the room left for `main` does.
    const observer = new ResizeObserver(measure)
    for (const around of [document.body, element.current?.closest("main")]) if (around) observer.observe(around)
    return () => observer.disconnect()
  }, [element])
}
