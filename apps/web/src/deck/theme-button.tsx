// A theme as something to press: its words, and how many notes it has.
import { notesInTheme, type Theme, type ThemeId } from "@evenboard/board"
import { useBoard } from "../use-board.ts"
import { useWords } from "../words.tsx"
import styles from "./deck.module.css"

export function ThemeButton({ id, onChoose }: { id: ThemeId; onChoose: () => void }) {
  const words = useWords()
  const theme = useBoard((board): Theme | undefined => board.themes.get(id))
  const count = useBoard((board) => notesInTheme(board, id, "needs").length)
  return (
    <button type="button" className={styles.theme} onClick={onChoose} disabled={theme === undefined || theme.gone}>
      <bdi className={styles.name}>{theme?.title || words.say("common.about-us")}</bdi>{" "}
      <span className={styles.count}>({words.say("common.notes", { count })})</span>
    </button>
  )
}
