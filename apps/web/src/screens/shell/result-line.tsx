// What I just did, in words, with Undo: "Moved to Transport, 4 of 6. Undo". Stays 10 s, or for as long as its Undo has the focus; the
// change itself can be undone later too.
import { useEffect, useState } from "react"
import { useUndo } from "../../use-board.ts"
import { useUi } from "../../ui-store.ts"
import { useWords } from "../../words.tsx"
import styles from "./result-line.module.css"

const SHOWN_MS = 10_000

export function ResultLine() {
  const words = useWords()
  const result = useUi((ui) => ui.result)
  const hide = useUi((ui) => ui.hideResult)
  const undo = useUndo()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!result || isHeld) return undefined
    const timer = setTimeout(hide, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [result, isHeld, hide])
  if (!result?.say) return null
  return (
    <div className={styles.place} data-no-print>
      <div className={styles.line} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
        <span>{result.say}</span>
        {result.undo && undo ? (
          <button type="button" className={styles.undo} onClick={undo}>
            {words.say("common.undo")}
          </button>
        ) : null}
      </div>
    </div>
  )
}
