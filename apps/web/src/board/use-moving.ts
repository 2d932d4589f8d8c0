// The arrow keys of the wide board. With *Moving* on they move the note that has the focus; off, they go from note to note. M turns it,
// Enter ends it, Esc puts back. Owns whether it is on, and where the note stood before; what a move does stands in use-place-note.ts.
import { type KeyboardEvent, useRef, useState } from "react"
import type { NoteId, Spot } from "@evenboard/board"
import { letterOf } from "../commands/registry.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { useBoardNow } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { columnsOf } from "./columns.ts"
import { besideIn, neighbourOf, type Step, stepFrom } from "./drop-target.ts"
import { notesIn } from "./find-drop.ts"
import type { View } from "./in-view.ts"
import type { PlaceNote } from "./use-place-note.ts"

const STEPS: Record<string, { ltr: Step; rtl: Step }> = {
  ArrowUp: { ltr: "up", rtl: "up" },
  ArrowDown: { ltr: "down", rtl: "down" },
  ArrowLeft: { ltr: "back", rtl: "on" },
  ArrowRight: { ltr: "on", rtl: "back" },
}

type Moving = { isOn: boolean; turn: (isOn: boolean) => void; key: (event: KeyboardEvent<HTMLElement>) => void }

export function useMoving(window: React.RefObject<HTMLElement | null>, view: View | null, { move, stays }: PlaceNote): Moving {
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
