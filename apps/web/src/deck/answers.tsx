// The answers to "Where does this belong?": the themes that may fit, any other, a new one, or not sure. What is offered for a note
// stays as it is while I look at it, so that nothing moves under a finger; only the counts go on.
import { useLayoutEffect, useRef, useState, type RefObject } from "react"
import { notesInTheme, themeOf, themesOn, type Board, type Note, type ThemeId } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { useBoard, useBoardNow } from "../use-board.ts"
import { useWords } from "../words.tsx"
import { NewThemeSheet, OtherThemeSheet } from "./other-themes.tsx"
import { suggested } from "./suggest.ts"
import { ThemeButton } from "./theme-button.tsx"
import { usePut } from "./use-put.ts"
import styles from "./deck.module.css"

type AnswersProps = {
  note: Note
  /** The answers go, and whether the focus was in them. */
  onGone: (hadFocus: boolean) => void
  /** The theme it stands in already was chosen again. */
  onKept: () => void
  onUnsure: () => void
}

export function Answers({ note, onGone, onKept, onUnsure }: AnswersProps) {
  const words = useWords()
  const put = usePut()
  const boardNow = useBoardNow()
  const [offered] = useState(() => offeredFor(note, boardNow()))
  const [sheet, setSheet] = useState<"other" | "new" | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useTellOnGoing(place, onGone)
  const stands = useBoard((board) => themeOf(board, note))
  const hasThemes = useBoard((board) => themesOn(board, "needs").length > 0)
  const into = (id: ThemeId) => {
    if (stands?.id === id) return onKept()
    if (put.into(note.id, id)) setSheet(null)
  }
  return (
    <div className={styles.answers} ref={place}>
      {stands ? <p>{words.say("deck.mine", { theme: stands.title || words.say("common.about-us") })}</p> : null}
      {offered.length > 0 ? (
        <ul className={styles.themes} aria-label={words.say("deck.suggested")}>
          {offered.map((id) => (
            <li key={id}>
              <ThemeButton id={id} onChoose={() => into(id)} />
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.others}>
        <Button onClick={() => setSheet("other")} disabled={!hasThemes} aria-haspopup="dialog">
          {words.say("deck.another")}
        </Button>
        <Button onClick={() => setSheet("new")} aria-haspopup="dialog">
          {words.say("deck.new")}
        </Button>
      </div>
      <Button isWide onClick={onUnsure}>
        {words.say("deck.unsure")}
      </Button>
      {sheet === "other" ? <OtherThemeSheet onChoose={into} onClose={() => setSheet(null)} /> : null}
      {sheet === "new" ? <NewThemeSheet onName={(title) => put.intoNew(note.id, title)} onClose={() => setSheet(null)} /> : null}
    </div>
  )
}

/** The themes that may fit, by their words as they stand now. */
function offeredFor(note: Note, board: Board): ThemeId[] {
  const candidates = themesOn(board, "needs").map((theme) => ({
    ...theme,
    notes: notesInTheme(board, theme.id, "needs")
      .filter(({ id }) => id !== note.id)
      .map(({ text }) => text),
  }))
  return suggested(note.text, candidates).map(({ id }) => id)
}

/** Told before the browser drops the focus. */
function useTellOnGoing(place: RefObject<HTMLElement | null>, onGone: (hadFocus: boolean) => void): void {
  useLayoutEffect(() => {
    const element = place.current
    return () => onGone(element?.contains(document.activeElement) ?? false)
  }, [place, onGone])
}
