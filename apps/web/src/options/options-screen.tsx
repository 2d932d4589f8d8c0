// The options, each one sheet: side by side on wide screens, one at a time on phones; above them the needs that nothing answers yet.
import { useCallback, useState } from "react"
import type { NoteId } from "@evenboard/board"
import { AddWords } from "../board/add-words.tsx"
import { AsideFold } from "../board/aside-fold.tsx"
import { BoardNote } from "../board/board-note.tsx"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { useCreditOf } from "../credit.ts"
import { AloneDuringRound } from "../round/alone-during-round.tsx"
import { Button } from "../ui/button.tsx"
import { Fold } from "../ui/fold.tsx"
import { useIsWide } from "../ui/use-is-wide.ts"
import { useBoard, useBoardNow } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { AnswerSheet, FromThemeSheet } from "./option-choices.tsx"
import { OptionSheet } from "./option-sheet.tsx"
import styles from "./options.module.css"
import { optionsSelector } from "./sheets.ts"
import { UnansweredStrip } from "./unanswered-strip.tsx"

/** `need`: the option is added because of this need, and answers it from the first. */
type Open = { type: "add"; need: NoteId | null } | { type: "theme" } | { type: "answer"; need: NoteId } | null

export default function OptionsScreen() {
  const words = useWords()
  const run = useRun()
  const boardNow = useBoardNow()
  const creditOf = useCreditOf()
  const [select] = useState(optionsSelector)
  const page = useBoard(select)
  const [open, setOpen] = useState<Open>(null)
  const [shown, setShown] = useState<NoteId | null>(null)
  const add = useCallback(() => setOpen({ type: "add", need: null }), [])
  const noteKeys = useNoteKeys({ add })
  const close = () => setOpen(null)
  const added = (need: NoteId | null) => (id: NoteId) => {
    setShown(id)
    if (!need) return
    const say = words.say("options.answered", { name: boardNow().notes.get(id)?.text ?? "", number: creditOf(need).number ?? "–" })
    run({ type: "link", link: { from: id, to: need, kind: "answers" } }, { say })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the notes inside
    <div className={styles.options} onKeyDown={noteKeys}>
      <WhileOpen>
        <div className={styles.bar}>
          <Button kind="main" onClick={add}>
            {words.say("options.add")}
          </Button>
          <Button onClick={() => setOpen({ type: "theme" })}>{words.say("options.from-theme")}</Button>
        </div>
      </WhileOpen>
      <UnansweredStrip ids={page.unanswered} needs={page.needs} onAnswer={(need) => setOpen({ type: "answer", need })} />
      {page.options.length === 0 ? (
        <p className={styles.empty}>{words.say("options.first-run")}</p>
      ) : (
        <Sheets ids={page.options} shown={shown} onShow={setShown} />
      )}
      <Loose ids={page.loose} />
      <AsideFold title={words.say("options.aside")} ids={page.aside} canvas="options" />
      <WhileOpen>
        {open?.type === "add" ? (
          <AloneDuringRound canvas={open.need === null ? "options" : null} onClose={close}>
            <AddWords
              draftOf="option"
              title={words.say("options.add-title")}
              label={words.say("options.name-label")}
              hint={words.say("options.name-hint")}
              button={words.say("options.add-button")}
              say={(text) => words.say("options.added", { name: text })}
              stage="options"
              note={{ kind: "option", canvas: "options" }}
              onAdded={added(open.need)}
              onClose={close}
            />
          </AloneDuringRound>
        ) : null}
        {open?.type === "theme" ? <FromThemeSheet onMade={setShown} onClose={close} /> : null}
        {open?.type === "answer" ? (
          <AnswerSheet
            need={open.need}
            options={page.options}
            onNew={() => setOpen({ type: "add", need: open.need })}
            onAnswered={setShown}
            onClose={close}
          />
        ) : null}
      </WhileOpen>
    </div>
  )
}

type SheetsProps = { ids: readonly NoteId[]; shown: NoteId | null; onShow: (id: NoteId) => void }

function Sheets({ ids, shown, onShow }: SheetsProps) {
  const words = useWords()
  const isWide = useIsWide()
  if (isWide)
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      <div className={styles.sheets} role="region" aria-label={words.say("options.sheets")} tabIndex={0}>
        {ids.map((id) => (
          <OptionSheet key={id} id={id} />
        ))}
      </div>
    )
  const found = shown === null ? -1 : ids.indexOf(shown)
  const at = found === -1 ? 0 : found
  const id = ids[at]
  const go = (to: number) => {
    const next = ids[to]
    if (next) onShow(next)
  }
  return (
    <div className={styles.one}>
      <p className={styles.which} role="status">
        {words.say("options.which", { place: at + 1, count: ids.length })}
      </p>
      <div className={styles.ways}>
        <Button onClick={() => go(at - 1)} disabled={at === 0}>
          {words.say("options.previous")}
        </Button>
        <Button onClick={() => go(at + 1)} disabled={at === ids.length - 1}>
          {words.say("options.next")}
        </Button>
      </div>
      {id ? <OptionSheet key={id} id={id} /> : null}
    </div>
  )
}

function Loose({ ids }: { ids: readonly NoteId[] }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(true)
  if (ids.length === 0) return null
  return (
    <Fold title={words.say("options.loose")} count={words.say("common.notes", { count: ids.length })} isOpen={isOpen} onToggle={setOpen}>
      <ul className={styles.loose}>
        {ids.map((id) => (
          <li key={id}>
            <BoardNote id={id} isDraggable={false} />
          </li>
        ))}
      </ul>
    </Fold>
  )
}
