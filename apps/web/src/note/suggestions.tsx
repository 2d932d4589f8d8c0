// Other words that somebody proposes for a note: anybody may take them or keep what stands.
import { openSuggestions, type Note } from "@evenboard/board"
import { WAYS } from "../commands/registry.ts"
import { Button } from "../ui/button.tsx"
import { useBoard } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./note-sheet.module.css"

export function Suggestions({ note, onDone }: { note: Note; onDone: () => void }) {
  const words = useWords()
  const run = useRun()
  const open = useBoard((board) => openSuggestions(board, note.id))
  return open.map(({ id, text }) => (
    <div key={id} className={styles.suggestion}>
      <p>{words.say("board.suggestion")}:</p>
      <p dir="auto" className={styles.words}>
        {text}
      </p>
      <WhileOpen>
        <div className={styles.suggestionAnswers}>
          {(["take-words", "keep-words"] as const).map((type) => (
            <Button
              key={type}
              keyName={WAYS[type].key}
              onClick={() =>
                run({ type, suggestionId: id }, { say: words.say(type === "take-words" ? "board.taken" : "board.kept") }).ok && onDone()
              }
            >
              {words.say(WAYS[type].name)}
            </Button>
          ))}
        </div>
      </WhileOpen>
    </div>
  ))
}
