// Brings a note that was just added or looked for into sight, in the List and on the Board.
import { useEffect, type RefObject } from "react"
import { useUi } from "../ui-store.ts"

export function useReveal(place: RefObject<HTMLElement | null>): void {
  const id = useUi((ui) => ui.reveal)
  const revealNote = useUi((ui) => ui.revealNote)
  useEffect(() => {
    if (!id) return
    place.current?.querySelector(`[data-note="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center", inline: "nearest" })
    revealNote(null)
  }, [id, place, revealNote])
}
