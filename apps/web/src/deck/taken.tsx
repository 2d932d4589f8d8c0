// Stands where the answers stood when somebody else was faster: who put the note where, and on to the next.
import { useEffect, useRef } from "react"
import { themeOf, type NoteId } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { useBoard } from "../use-board.ts"
import { useWords } from "../words.tsx"
import { useWhoMoved } from "./use-put.ts"
import styles from "./deck.module.css"

type TakenProps = {
  id: NoteId
  isGone: boolean
  /** Whether the focus was in what stood here before: then it goes on here. */
  takesFocus: () => boolean
  onNext: () => void
}

export function Taken({ id, isGone, takesFocus, onNext }: TakenProps) {
  const words = useWords()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus()) next.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <div className={styles.answers}>
      <div role="status">{isGone ? <p className={styles.told}>{words.say("deck.gone")}</p> : <ByWhom id={id} />}</div>
      <Button kind="main" isWide ref={next} onClick={onNext}>
        {words.say("deck.next")}
      </Button>
    </div>
  )
}

function ByWhom({ id }: { id: NoteId }) {
  const words = useWords()
  const name = useWhoMoved(id)
  const theme = useBoard((board) => {
    const note = board.notes.get(id)
    return (note && themeOf(board, note)?.title) || words.say("common.about-us")
  })
  const said = name ? words.say("deck.taken-by", { name, theme }) : words.say("deck.taken", { theme })
  return <p className={styles.told}>{name === undefined ? "" : said}</p>
}
