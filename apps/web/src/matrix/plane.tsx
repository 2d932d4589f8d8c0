// The picture: a table of five by five with its words on both axes, numbered chips in its cells. Worries stand where reading begins,
// hopes where it goes on, so that in Arabic picture and words turn together. Dragging and arrow keys are two more ways to place.
import { type KeyboardEvent, useRef, useState } from "react"
import type { Note, NoteId } from "@evenboard/board"
import { type Drag, useDrag } from "../board/use-drag.ts"
import { letterOf } from "../commands/registry.ts"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { useCreditOf } from "../credit.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { useBoardNow } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { WhileOpen, useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { Chip } from "./chip.tsx"
import { cellKey, type CellKey, type Entry, placeOf, stepPlace } from "./entries.ts"
import { Facts } from "./facts.tsx"
import styles from "./matrix.module.css"
import { EFFECTS, effectInWords, LIKELY, likelyInWords, placeInWords } from "./place-words.ts"
import { NoteCard } from "../note/note-card.tsx"
import { useUi } from "../ui-store.ts"

const GHOST = { ghost: styles.ghost ?? "", label: styles.ghostLabel ?? "" }
/** Dropped on the list of those without a place. */
const UNPLACED = "none"
type Target = CellKey | typeof UNPLACED
const STEPS: Record<string, { ltr: "up" | "down" | "back" | "on"; rtl: "up" | "down" | "back" | "on" }> = {
  ArrowUp: { ltr: "up", rtl: "up" },
  ArrowDown: { ltr: "down", rtl: "down" },
  ArrowLeft: { ltr: "back", rtl: "on" },
  ArrowRight: { ltr: "on", rtl: "back" },
}

type PlaneProps = { entries: readonly Entry[]; onPlace: (id: NoteId) => void; onAdd: (focused?: Note) => void }

export function Plane({ entries, onPlace, onAdd }: PlaneProps) {
  const words = useWords()
  const run = useRun()
  const announce = useAnnounce()
  const boardNow = useBoardNow()
  const noteKeys = useNoteKeys({ add: onAdd })
  const mayWrite = useMayWrite()
  const open = useUi((ui) => ui.open)
  const root = useRef<HTMLDivElement>(null)
  const [isMoving, setMoving] = useState(false)
  /** Asks where it belongs; once the workshop has ended, opens it to be read. */
  const press = (note: Note) => (mayWrite ? onPlace(note.id) : open({ type: "note", id: note.id }))

  const placeAt = (id: NoteId, target: Target) => {
    const place = target === UNPLACED ? null : placeOf(target)
    return run({ type: "place", id, place }, { say: placeInWords(words, place) }).ok
  }
  const drag = useDrag<Target>(root, GHOST, {
    find: targetAt,
    same: (a, b) => a === b,
    name: (target) => (target === null ? words.say("matrix.into-nothing") : placeInWords(words, placeOf(target))),
    drop: (id, target) => {
      const now = boardNow().notes.get(id as NoteId)?.place ?? null
      if ((now ? cellKey(now) : UNPLACED) === target) announce(words.say("wide.stays"))
      else placeAt(id as NoteId, target)
    },
    cancelled: () => announce(words.say("wide.stays")),
  })
  const turn = (isOn: boolean) => {
    setMoving(isOn)
    announce(words.say(isOn ? "wide.moving-on" : "wide.moving-off"))
  }
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const id = (event.target as Element).closest<HTMLElement>("[data-drag]")?.dataset.drag as NoteId | undefined
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return noteKeys(event)
    const step = isMoving ? STEPS[event.key]?.[getComputedStyle(event.currentTarget).direction === "rtl" ? "rtl" : "ltr"] : undefined
    if (step) {
      const place = stepPlace(boardNow().notes.get(id)?.place ?? null, step)
      if (!place) announce(words.say("wide.no-further"))
      else if (placeAt(id, cellKey(place)))
        requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`td [data-note="${CSS.escape(id)}"]`)?.focus())
    } else if (letterOf(event.nativeEvent) === "m") turn(!isMoving)
    else if (isMoving && (event.key === "Enter" || event.key === "Escape")) turn(false)
    else return noteKeys(event)
    event.preventDefault()
  }

  return (
    <div className={styles.picture}>
      <WhileOpen>
        <div className={styles.pictureBar}>
          <span className={styles.moving}>
            <Button aria-pressed={isMoving} onClick={() => turn(!isMoving)}>
              {words.say("wide.moving")}
            </Button>
          </span>
          <p className={styles.hint}>{words.say("matrix.chip-hint")}</p>
        </div>
      </WhileOpen>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the chips inside */}
      <div ref={root} className={styles.halves} onKeyDown={key}>
        <div className={styles.planeBox}>
          <Cells entries={entries} drag={drag} onPress={press} />
        </div>
        <Legend entries={entries} drag={drag} onPlace={onPlace} onPress={press} />
      </div>
    </div>
  )
}

/** The cell under the pointer, or the list of those without a place. */
function targetAt(point: { x: number; y: number }): Target | null {
  const cell = document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>("[data-cell]")?.dataset.cell
  if (cell === UNPLACED) return UNPLACED
  const place = placeOf(cell)
  return place && cellKey(place)
}

type PartProps = { entries: readonly Entry[]; drag: Drag<Target> | null; onPress: (note: Note) => void }

function Cells({ entries, drag, onPress }: PartProps) {
  const words = useWords()
  const inCell = new Map<string, Note[]>()
  for (const { note } of entries) if (note.place) inCell.set(cellKey(note.place), [...(inCell.get(cellKey(note.place)) ?? []), note])
  return (
    <table className={styles.plane}>
      <caption className={styles.caption}>{words.say("matrix.plane")}</caption>
      <thead>
        <tr>
          <td rowSpan={2} className={styles.corner}>
            {words.say("matrix.axis-likely")}
          </td>
          <td colSpan={2} className={styles.side} data-side="worries">
            {words.say("matrix.worries-side")}
          </td>
          <td className={styles.middle}>{words.say("matrix.axis-effect")}</td>
          <td colSpan={2} className={styles.side} data-side="hopes">
            {words.say("matrix.hopes-side")}
          </td>
        </tr>
        <tr>
          {EFFECTS.map((effect) => (
            <th key={effect} scope="col" className={styles.axis}>
              {effectInWords(words, effect)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LIKELY.toReversed().map((likely) => (
          <tr key={likely}>
            <th scope="row" className={styles.axis}>
              {likelyInWords(words, likely)}
            </th>
            {EFFECTS.map((effect) => {
              const key = cellKey({ likely, effect })
              return (
                <td
                  key={key}
                  className={styles.cell}
                  data-cell={key}
                  data-side={effect < 0 ? "worries" : effect > 0 ? "hopes" : undefined}
                  data-target={drag?.target === key ? "" : undefined}
                >
                  <div className={styles.chips}>
                    {(inCell.get(key) ?? []).map((note) => (
                      <span key={note.id} data-lifted={drag?.id === note.id ? "" : undefined} className={styles.holder}>
                        <Chip note={note} onPress={onPress} />
                      </span>
                    ))}
                  </div>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Legend({ entries, drag, onPlace, onPress }: PartProps & { onPlace: (id: NoteId) => void }) {
  const words = useWords()
  const open = useUi((ui) => ui.open)
  const unplaced = entries.filter(({ note }) => !note.place)
  const creditOf = useCreditOf()
  // By number: whoever looks a chip up looks for its number.
  const numberOf = ({ note }: Entry) => creditOf(note.id).number ?? Number.POSITIVE_INFINITY
  const placed = entries.filter(({ note }) => note.place).sort((a, b) => numberOf(a) - numberOf(b))
  return (
    <div className={styles.legend}>
      <section className={styles.unplaced} data-cell={UNPLACED} data-target={drag?.target === UNPLACED ? "" : undefined}>
        <h2 className={styles.heading}>
          {words.say("matrix.unplaced")} <span className={styles.count}>({words.say("common.notes", { count: unplaced.length })})</span>
        </h2>
        <ul className={styles.list}>
          {unplaced.map((entry) => (
            <li key={entry.note.id} className={styles.waiting} data-lifted={drag?.id === entry.note.id ? "" : undefined}>
              <Chip note={entry.note} onPress={onPress} />
              <span dir="auto" lang={entry.note.lang ?? undefined}>
                {entry.note.text}
              </span>
              <WhileOpen>
                <Button onClick={() => onPlace(entry.note.id)}>{words.say("matrix.place-this")}</Button>
              </WhileOpen>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className={styles.heading}>{words.say("matrix.legend")}</h2>
        {placed.length === 0 ? <p className={styles.hint}>{words.say("matrix.nothing-placed")}</p> : null}
        <ul className={styles.list}>
          {placed.map((entry) => (
            <li key={entry.note.id}>
              <NoteCard note={entry.note} onClick={() => open({ type: "note", id: entry.note.id })}>
                <Facts entry={entry} />
              </NoteCard>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
