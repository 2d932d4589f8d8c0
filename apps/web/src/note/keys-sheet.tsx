// Every key, in words. All of it can be done by touch and by name too.
import { NOTE_COMMANDS, SHEET_ANSWERS, THEME_COMMANDS, WAYS } from "../commands/registry.ts"
import { Sheet } from "../ui/sheet.tsx"
import { useMayWrite } from "../use-session.ts"
import { useWords } from "../words.tsx"
import styles from "./note-sheet.module.css"

export default function KeysSheet({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const mayWrite = useMayWrite()
  const changing: [key: string, what: string][] = [
    ...(["add-note", ...NOTE_COMMANDS, ...SHEET_ANSWERS, ...THEME_COMMANDS] as const).map((command): [string, string] => [
      WAYS[command].key,
      words.say(WAYS[command].name),
    ]),
    ["Ctrl + Z", words.say("commands.undo")],
  ]
  const rows: [key: string, what: string][] = [
    ["↓", words.say("board.keys-next")],
    ["↑", words.say("board.keys-before")],
    ["Enter", words.say("board.keys-open")],
    ...(mayWrite ? changing : []),
    ["?", words.say("board.keys-help")],
  ]
  return (
    <Sheet title={words.say("board.keys-title")} onClose={onClose}>
      <p>{words.say("board.keys-what")}</p>
      <dl className={styles.keys}>
        {rows.map(([key, what]) => (
          <div key={key} className={styles.keyRow}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
