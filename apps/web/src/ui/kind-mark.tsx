// The kind of a note, told twice: by a shape and by its word. Never by colour alone.
import type { ShownKind } from "@evenboard/board"
import { useWords } from "../words.tsx"
import styles from "./kind-mark.module.css"

/** Drawn in a 10 × 10 square: ● ✚ ■ ▼ ▲ ○. */
export const SHAPES: Record<ShownKind, string> = {
  need: "M5 0a5 5 0 1 0 0 10A5 5 0 1 0 5 0",
  offer: "M3.5 0h3v3.5H10v3H6.5V10h-3V6.5H0v-3h3.5z",
  option: "M.5.5h9v9h-9z",
  risk: "M0 1h10L5 9.5z",
  opportunity: "M0 9h10L5 .5z",
  "about-us": "M5 0a5 5 0 1 0 0 10A5 5 0 1 0 5 0m0 2a3 3 0 1 1 0 6a3 3 0 1 1 0-6",
}

export function KindMark({ kind }: { kind: ShownKind }) {
  const words = useWords()
  return (
    <span className={styles.mark}>
      <svg className={styles.shape} viewBox="0 0 10 10" aria-hidden="true">
        <path d={SHAPES[kind]} />
      </svg>
      {words.say(`common.kind-${kind}`)}
    </span>
  )
}
