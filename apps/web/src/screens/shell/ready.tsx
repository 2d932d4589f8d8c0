// Beside a page that is on the screen: tells the outside that the board is here and would take an edit.
import { useEffect } from "react"
import { useHasAllWords } from "../../words.tsx"

export function Ready() {
  useEffect(() => {
    document.documentElement.dataset.ready = "board"
  }, [])
  // The first page needs few; the others come behind it.
  useHasAllWords()
  return null
}
