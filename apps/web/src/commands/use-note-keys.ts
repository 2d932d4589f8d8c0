// Keys while a note has the focus: arrows go from note to note, letters open the note at a command, "?" lists them all. Every one
// acts only on a focused note, so nothing happens by accident while writing (WCAG 2.1.4). Once the workshop has ended, they only lead.
import { useCallback, type KeyboardEvent } from "react"
import { themeOf, type Note, type NoteId } from "@evenboard/board"
import { useBringBack } from "../note/use-bring-back.ts"
import { useBoardNow } from "../use-board.ts"
import { useMayWrite } from "../use-session.ts"
import { useUi } from "../ui-store.ts"
import { ADD_KEY, BRING_BACK_KEY, HELP_KEY, letterOf, NOTE_LETTERS, THEME_LETTERS } from "./keys.ts"

const noteOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>("[data-note]") : null

type NoteKeys = {
  /** False where the page has arrow keys of its own. */
  moves?: boolean
  /** What "+" begins on this page; without it the key does nothing here. */
  add?: (focused: Note | undefined) => void
}

/** For `onKeyDown` of a note (`data-note`); arrows go through the notes of what holds them (`data-notes`). */
export function useNoteKeys({ moves = true, add }: NoteKeys = {}): (event: KeyboardEvent<HTMLElement>) => void {
  const boardNow = useBoardNow()
  const mayWrite = useMayWrite()
  const bringBack = useBringBack()
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
      else if (!mayWrite) return
      else if (letter === ADD_KEY && add) add(note)
      else if (letter === BRING_BACK_KEY && note) bringBackFrom(note, bringBack)
      else if (note && NOTE_LETTERS.includes(letter)) open({ type: "note", id, at: letter })
      else if (theme && THEME_LETTERS.includes(letter)) open({ type: "theme", id: theme.id, at: letter })
      else return
      event.preventDefault()
    },
    [boardNow, mayWrite, bringBack, open, moves, add],
  )
}

/** The note leaves the list it had the focus in: the focus goes with it to where it stands now. */
function bringBackFrom(note: Note, bringBack: (note: Note) => void): void {
  if (!note.aside) return
  bringBack(note)
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`main [data-note="${CSS.escape(note.id)}"]`)?.focus())
}
