// Keys while a note has the focus: arrows go from note to note, letters open the note at a command, "?" lists them all. Every one
// acts only on a focused note, so nothing happens by accident while writing (WCAG 2.1.4).
import { useCallback, type KeyboardEvent } from "react"
import { themeOf, type NoteId } from "@evenboard/board"
import { useBoardNow } from "../use-board.ts"
import { useUi } from "../ui-store.ts"
import { ADD_KEY, HELP_KEY, letterOf, NOTE_LETTERS, THEME_LETTERS } from "./keys.ts"

const noteOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>("[data-note]") : null

/** For `onKeyDown` of a note (`data-note`); arrows go through the notes of what holds them (`data-notes`), unless `moves` is false. */
export function useNoteKeys(moves = true): (event: KeyboardEvent<HTMLElement>) => void {
  const boardNow = useBoardNow()
  const open = useUi((ui) => ui.open)
  return useCallback(
    (event) => {
      const focus = noteOf(event.target)
      if (!focus || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (moves && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        const all = [...(focus.closest("[data-notes]") ?? document).querySelectorAll<HTMLElement>("[data-note]")].filter(
          (one) => one.offsetParent !== null,
        )
        all[all.indexOf(focus) + (event.key === "ArrowDown" ? 1 : -1)]?.focus()
        return event.preventDefault()
      }
      const letter = letterOf(event.nativeEvent)
      const id = focus.dataset.note as NoteId
      const note = boardNow().notes.get(id)
      const theme = note && themeOf(boardNow(), note)
      if (letter === HELP_KEY) open({ type: "keys" })
      else if (letter === ADD_KEY) open({ type: "composer" })
      else if (note && NOTE_LETTERS.includes(letter)) open({ type: "note", id, at: letter })
      else if (theme && THEME_LETTERS.includes(letter)) open({ type: "theme", id: theme.id, at: letter })
      else return
      event.preventDefault()
    },
    [boardNow, open, moves],
  )
}
