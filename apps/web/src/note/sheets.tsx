// The one sheet that stands over the page. The composer is here from the start; the rest comes right after the first page.
import { lazy, useEffect } from "react"
import { useUndo } from "../use-board.ts"
import { Lazily } from "../screens/shell/lazily.tsx"
import { useMayWrite } from "../use-session.ts"
import { AloneDuringRound, AloneSheet } from "../round/alone-during-round.tsx"
import { useUi } from "../ui-store.ts"
import { Composer } from "./composer.tsx"

const load = {
  note: () => import("./note-sheet.tsx"),
  theme: () => import("./theme-sheet.tsx"),
  keys: () => import("./keys-sheet.tsx"),
}
const NoteSheet = lazy(load.note)
const ThemeSheet = lazy(load.theme)
const KeysSheet = lazy(load.keys)

export function Sheets() {
  const sheet = useUi((ui) => ui.sheet)
  const close = useUi((ui) => ui.close)
  const mayWrite = useMayWrite()
  useUndoKey()
  useEffect(() => {
    // Here before anybody taps a note, so that the sheet opens even if the line is gone by then; behind the first picture.
    const timer = setTimeout(() => void load.note().then(load.theme, () => {}), 0)
    return () => clearTimeout(timer)
  }, [])
  // A note and the keys can still be read when the workshop has ended.
  if (!sheet || (!mayWrite && sheet.type !== "note" && sheet.type !== "keys")) return null
  if (sheet.type === "composer")
    return (
      <AloneDuringRound canvas="needs" onClose={close}>
        <Composer onClose={close} />
      </AloneDuringRound>
    )
  return (
    <Lazily key={sheet.type} onClose={close}>
      {sheet.type === "alone" ? <AloneSheet roundId={sheet.roundId} onClose={close} /> : null}
      {sheet.type === "note" ? <NoteSheet key={sheet.id} id={sheet.id} at={sheet.at} onClose={close} /> : null}
      {sheet.type === "theme" ? <ThemeSheet key={sheet.id} id={sheet.id} at={sheet.at} onClose={close} /> : null}
      {sheet.type === "keys" ? <KeysSheet onClose={close} /> : null}
    </Lazily>
  )
}

/** Control+Z takes back my last change, wherever nobody is writing (there it belongs to the words being written). */
function useUndoKey(): void {
  const undo = useUndo()
  useEffect(() => {
    if (!undo) return undefined
    const press = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]") !== null
      if (isWriting || event.shiftKey || !(event.ctrlKey || event.metaKey) || event.code !== "KeyZ") return
      event.preventDefault()
      undo()
    }
    addEventListener("keydown", press)
    return () => removeEventListener("keydown", press)
  }, [undo])
}
