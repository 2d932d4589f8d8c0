// A worry or hope as a numbered chip: shape and number to see, its words and place to hear. Can be dragged; pressed, it asks its questions.
import { memo } from "react"
import type { Note } from "@evenboard/board"
import { useCredit } from "../credit.ts"
import { useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./matrix.module.css"
import { placeInWords } from "./place-words.ts"

/** The same shapes as everywhere: ▼ a worry, ▲ a hope. */
const SHAPES = { risk: "M0 1h10L5 9.5z", opportunity: "M0 9h10L5 .5z" } as const

export const Chip = memo(function Chip({ note, onPress }: { note: Note; onPress: (note: Note) => void }) {
  const words = useWords()
  const { number } = useCredit(note.id)
  const mayWrite = useMayWrite()
  const kind = note.kind === "risk" ? "risk" : "opportunity"
  const name = words.say("matrix.chip", {
    words: note.text,
    kind: words.say(`common.kind-${kind}`),
    number: number ?? "–",
    place: placeInWords(words, note.place),
  })
  return (
    <button
      type="button"
      className={styles.chip}
      data-kind={kind}
      data-drag={mayWrite ? note.id : undefined}
      data-note={note.id}
      aria-label={name}

      onClick={() => onPress(note)}
    >
      <svg className={styles.shape} viewBox="0 0 10 10" aria-hidden="true">
        <path d={SHAPES[kind]} />
      </svg>
      <span aria-hidden="true">{number === null ? "–" : words.number(number)}</span>
    </button>
  )
})
