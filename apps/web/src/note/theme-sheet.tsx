// A theme, opened: its name, and what can be done with the whole of it.
import { useState } from "react"
import { type Command, newId, type NoteId, notesInTheme, TEXT_LIMITS, type Theme, type ThemeId, themesOn } from "@evenboard/board"
import { THEME_COMMANDS, WAYS, type ThemeCommand } from "../commands/registry.ts"
import { Button } from "../ui/button.tsx"
import { Choices, Field } from "../ui/form.tsx"
import { Sheet } from "../ui/sheet.tsx"
import { useBoard, useBoardNow } from "../use-board.ts"
import { useRun, useRunAll } from "../use-run.ts"
import { useWords } from "../words.tsx"
import { Form } from "./forms/form.tsx"
import { JoinThemes } from "./forms/join-themes.tsx"
import styles from "./note-sheet.module.css"

type ThemeSheetProps = { id: ThemeId; at?: string | undefined; onClose: () => void }

export default function ThemeSheet({ id, at, onClose }: ThemeSheetProps) {
  const words = useWords()
  const theme = useBoard((board) => board.themes.get(id) ?? null)
  const count = useBoard((board) => (theme ? notesInTheme(board, id, theme.canvas).length : 0))
  const [command, setCommand] = useState<ThemeCommand | null>(
    () => THEME_COMMANDS.find((one) => one === at || WAYS[one].key === at) ?? null,
  )
  const atOnce = useAtOnce(onClose)
  const setApart = useSetApart(onClose)
  if (!theme || theme.gone) {
    return (
      <Sheet title={words.say("board.theme", { theme: theme?.title ?? "" })} onClose={onClose}>
        <p>{words.say("board.refused-gone")}</p>
      </Sheet>
    )
  }
  const commands = THEME_COMMANDS.filter((one) => one !== "make-option" || (theme.canvas === "needs" && !theme.aboutUs))
  const back = () => setCommand(null)
  return (
    <Sheet title={words.say("board.theme", { theme: theme.title || words.say("common.about-us") })} onClose={onClose} stage={theme.canvas}>
      {command === "name-theme" ? <Rename theme={theme} onDone={onClose} onBack={back} /> : null}
      {command === "move-theme" ? <MoveTheme theme={theme} onDone={onClose} onBack={back} /> : null}
      {command === "join-themes" ? <JoinThemes theme={theme} onDone={onClose} onBack={back} /> : null}
      {command === null || command === "make-option" || command === "take-apart" ? (
        <>
          <p>{words.say("common.notes", { count })}</p>
          <ul className={styles.rows}>
            {theme.canvas === "needs" ? (
              <li>
                <Button kind="row" onClick={() => setApart(theme)}>
                  {words.say(theme.aboutUs ? "board.theme-not-about-us" : "board.theme-about-us")}
                </Button>
              </li>
            ) : null}
            {commands.map((one) => (
              <li key={one}>
                <Button
                  kind="row"
                  keyName={WAYS[one].key}
                  onClick={() => (one === "make-option" || one === "take-apart" ? atOnce(theme, one) : setCommand(one))}
                >
                  {words.say(WAYS[one].name)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Sheet>
  )
}

function useAtOnce(onDone: () => void) {
  const words = useWords()
  const run = useRun()
  return (theme: Theme, command: "make-option" | "take-apart") => {
    const outcome =
      command === "take-apart"
        ? run({ type: "take-apart", themeId: theme.id }, { say: words.say("board.taken-apart") })
        : run(
            { type: "make-option", id: newId<NoteId>(), themeId: theme.id },
            { say: words.say("board.option-made", { theme: theme.title }) },
          )
    if (outcome.ok) onDone()
  }
}

/** Apart from the needs, or among them: a theme says so when it is made, so its notes move into a new one of the same name. */
function useSetApart(onDone: () => void) {
  const words = useWords()
  const runAll = useRunAll()
  const boardNow = useBoardNow()
  return (theme: Theme) => {
    const notes = notesInTheme(boardNow(), theme.id, theme.canvas).map(({ id }) => id)
    const title = theme.title || words.say("common.about-us")
    const say = words.say(theme.aboutUs ? "board.not-about-us-made" : "board.about-us-made")
    const commands: Command[] = [
      { type: "put-together", themeId: newId<ThemeId>(), canvas: theme.canvas, title, notes, aboutUs: !theme.aboutUs, rank: theme.rank },
      { type: "take-apart", themeId: theme.id },
    ]
    if (runAll(commands, { say })) onDone()
  }
}

export type ThemeFormProps = { theme: Theme; onDone: () => void; onBack: () => void }

function Rename({ theme, onDone, onBack }: ThemeFormProps) {
  const words = useWords()
  const run = useRun()
  const [from] = useState(theme.title)
  const [title, setTitle] = useState(theme.title)
  const [isEmpty, setEmpty] = useState(false)
  const submit = () => {
    if (!title.trim()) return setEmpty(true)
    if (run({ type: "name-theme", themeId: theme.id, title, from }, { say: words.say("board.renamed", { theme: title.trim() }) }).ok)
      onDone()
  }
  return (
    <Form title={words.say("commands.name-theme")} submit={words.say("board.rename-do")} onSubmit={submit} onBack={onBack}>
      <Field
        label={words.say("board.theme-name")}
        hint={words.say("board.theme-name-hint")}
        value={title}
        maxLength={TEXT_LIMITS.title}
        error={isEmpty ? words.say("board.write-first") : null}
        onChange={setTitle}
      />
    </Form>
  )
}

const FIRST = "first"

function MoveTheme({ theme, onDone, onBack }: ThemeFormProps) {
  const words = useWords()
  const run = useRun()
  const others = useBoard((board) => themesOn(board, theme.canvas).filter(({ id }) => id !== theme.id))
  const [after, setAfter] = useState<string>(FIRST)
  const submit = () => {
    const [first] = others
    const where = after === FIRST ? (first ? { before: first.id } : {}) : { after: after as ThemeId }
    if (run({ type: "move-theme", themeId: theme.id, ...where }, { say: words.say("board.theme-moved", { theme: theme.title }) }).ok)
      onDone()
  }
  return (
    <Form title={words.say("commands.move-theme")} submit={words.say("board.move-do")} onSubmit={submit} onBack={onBack}>
      <Choices
        label={words.say("board.move-spot")}
        value={after}
        onChange={setAfter}
        options={[
          { value: FIRST, label: words.say("board.theme-first") },
          ...others.map(({ id, title }) => ({
            value: id as string,
            label: words.say("board.theme-after", { theme: title || words.say("common.about-us") }),
          })),
        ]}
      />
    </Form>
  )
}
