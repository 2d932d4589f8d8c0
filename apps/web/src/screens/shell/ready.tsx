// Beside a page that is on the screen: tells the outside that the board is here and would take an edit.
import { useEffect } from "react"

export function Ready() {
  useEffect(() => {
    document.documentElement.dataset.ready = "board"
  }, [])
  return null
}
