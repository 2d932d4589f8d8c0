// The one sheet that stands over the page. The composer is here from the start; the rest comes right after the first page.
import { useEffect } from "react"
import { useUndo } from "../use-board.ts"
import { bring, Lazily } from "../screens/shell/lazily.tsx"
import { useMayWrite } from "../use-session.ts"
import { AloneDuringRound, AloneSheet } from "../round/alone-during-round.tsx"
import { useUi } from "../ui-store.ts"
import { Composer } from "./composer.tsx"

const load = {
  note: () => import("./note-sheet.tsx"),
  theme: () => import("./theme-sheet.tsx"),
  keys: () => import("./keys-sheet.tsx"),
}

export function Sheets() {
  const sheet = useUi((ui) => ui.sheet)
  const close = useUi((ui) => ui.close)
  const mayWrite = useMayWrite()
  useUndoKey()
  useEffect(() => {
    // Here before anybody taps a note, so that the sheet opens even if the line is gone by then; behind the first picture.
    const timer = setTimeout(
      () =>
        void bring(load.note)
          .then(() => bring(load.theme))
          .catch(() => {}),
      0,
    )
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
  if (sheet.type === "note")
    return (
      <Lazily key="note" load={load.note} onClose={close}>
        {(NoteSheet) => <NoteSheet key={sheet.id} id={sheet.id} at={sheet.at} onClose={close} />}
      </Lazily>
    )
  if (sheet.type === "theme")
    return (
      <Lazily key="theme" load={load.theme} onClose={close}>
        {(ThemeSheet) => <ThemeSheet key={sheet.id} id={sheet.id} at={sheet.at} onClose={close} />}
      </Lazily>
    )
  if (sheet.type === "keys")
    return (
      <Lazily key="keys" load={load.keys} onClose={close}>
        {(KeysSheet) => <KeysSheet onClose={close} />}
      </Lazily>
    )
  return (
    <Lazily key="alone" onClose={close}>
      <AloneSheet roundId={sheet.roundId} onClose={close} />
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
