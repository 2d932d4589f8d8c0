// What stands where a note would be added. While a round runs on that page it is the sheet for my eyes only, and stays it for as long
// as it is open, whatever the room does meanwhile: nobody's open sheet changes under their hands.
import { lazy, useState, type ReactNode } from "react"
import type { Canvas, NoteKind } from "@evenboard/board"
import { Lazily } from "../screens/shell/lazily.tsx"
import { useSession } from "../use-session.ts"

export const AloneSheet = lazy(() => import("./alone-sheet.tsx"))

type AloneDuringRoundProps = {
  /** The page the note would stand on; null: never alone. */
  canvas: Canvas | null
  kind?: NoteKind
  onClose: () => void
  children: ReactNode
}
export function AloneDuringRound({ canvas, kind, onClose, children }: AloneDuringRoundProps) {
  const running = useSession((session) => (session.round?.stage === canvas ? session.round.id : null))
  const [roundId] = useState(running)
  if (roundId === null) return children
  return (
    <Lazily onClose={onClose}>
      <AloneSheet roundId={roundId} kind={kind} onClose={onClose} />
    </Lazily>
  )
}
