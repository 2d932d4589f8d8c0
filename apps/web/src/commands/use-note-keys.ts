// Keys while a note has the focus: arrows go from note to note, letters open the note at a command, "?" lists them all. Every one
// acts only on a focused note, so nothing happens by accident while writing (WCAG 2.1.4).
import { useCallback, type KeyboardEvent } from "react"
import { themeOf, type NoteId } from "@evenboard/board"
import { useBoardNow } from "../use-board.ts"
import { useUi } from "../ui-store.ts"
import { commandOfKey, isThemeCommand, letterOf, WAYS } from "./registry.ts"

const noteOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>("[data-note]") : null

/** For `onKeyDown` of what holds notes (elements with `data-note`). `moves` false leaves the arrows to the caller. */
export function useNoteKeys(moves = true): (event: KeyboardEvent<HTMLElement>) => void {
  const boardNow = useBoardNow()
  const open = useUi((ui) => ui.open)
  return useCallback(
    (event) => {
      const focus = noteOf(event.target)
      if (!focus || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (moves && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-note]")].filter((one) => one.offsetParent !== null)
        all[all.indexOf(focus) + (event.key === "ArrowDown" ? 1 : -1)]?.focus()
        return event.preventDefault()
      }
      const letter = letterOf(event.nativeEvent)
      const id = focus.dataset.note as NoteId
      if (letter === "?") open({ type: "keys" })
      else if (letter === WAYS["add-note"].key) open({ type: "composer" })
      else {
        const command = commandOfKey(letter)
        const note = boardNow().notes.get(id)
        if (!command || !note) return
        const theme = themeOf(boardNow(), note)
        if (!isThemeCommand(command)) open({ type: "note", id, at: command })
        else if (theme) open({ type: "theme", id: theme.id, at: command })
        else return
      }
      event.preventDefault()
    },
    [boardNow, open, moves],
  )
}
