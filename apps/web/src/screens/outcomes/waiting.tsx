// Notes that nothing was said of yet, folded by theme and page with how many wait in each: a hall's seventy would hide all else. Owns
// which groups stand open; only what is open is drawn.
import { useMemo, useState } from "react"
import type { Board } from "@evenboard/board"
import styles from "../../became/became.module.css"
import { useBecameWords } from "../../became/use-became-words.ts"
import { derive } from "../../board/derive.ts"
import { useGrowing } from "../../list/use-growing.ts"
import { Button } from "../../ui/button.tsx"
import { Fold } from "../../ui/fold.tsx"
import { useBoard } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Section } from "../paper/paper.tsx"
import { FEW, openGroups, type OpenGroup } from "./groups.ts"
import { OpenNote, type ActingProps } from "./open-note.tsx"
import { ReasonForm } from "./reason-form.tsx"

const sameGroups = (a: readonly OpenGroup[], b: readonly OpenGroup[]): boolean =>
  a.length === b.length &&
  a.every((one, n) => {
    const other = b[n]
    const isAlike = (x: readonly unknown[], y: readonly unknown[] | undefined) =>
      x.length === y?.length && x.every((note, i) => note === y[i])
    return one.theme === other?.theme && one.waiting === other.waiting && isAlike(one.open, other.open) && isAlike(one.faces, other.faces)
  })

export function Waiting(props: ActingProps) {
  const became = useBecameWords()
  const held = props.acting?.id ?? null
  const select = useMemo(() => derive((board: Board) => openGroups(board, held), sameGroups), [held])
  const groups = useBoard(select)
  // What opened by itself does so once: nothing unfolds because others have answered.
  const [isShort] = useState(() => groups.reduce((sum, { faces }) => sum + faces.length, 0) <= FEW)
  if (groups.length === 0) return null
  return (
    <Section title={became.say("became.waiting")} hint={isShort ? undefined : became.say("became.waiting-what")}>
      <div className={styles.folds}>
        {groups.map((group) => (
          <Group key={group.key} group={group} beginsOpen={isShort} {...props} />
        ))}
      </div>
    </Section>
  )
}

function Group({ group, beginsOpen, ...props }: { group: OpenGroup; beginsOpen: boolean } & ActingProps) {
  const words = useWords()
  const [isOpen, setOpen] = useState(beginsOpen)
  const became = useBecameWords()
  const { theme, canvas, open, waiting } = group
  const notes = words.say("common.notes", { count: open.length })
  // Only needs are grouped: on the other pages nothing waits for a theme.
  const page = words.say(canvas === "needs" ? "common.not-grouped" : `common.stage-${canvas}`)
  return (
    <Fold
      level={3}
      title={theme ? theme.title || words.say("common.about-us") : page}
      count={waiting > 0 ? became.say("became.count-in", { notes, count: waiting }) : notes}
      isOpen={isOpen}
      onToggle={setOpen}
    >
      {isOpen ? <Notes group={group} {...props} /> : null}
    </Fold>
  )
}

function Notes({ group: { key, theme, open, faces }, ...props }: { group: OpenGroup } & ActingProps) {
  const drawn = useGrowing(key, faces.length)
  return (
    <div className={styles.group}>
      {theme && (open.length > 1 || props.acting?.id === theme.id) ? <WholeTheme open={open} themeId={theme.id} {...props} /> : null}
      <ul className={styles.notes}>
        {faces.slice(0, drawn).map((note) => (
          <li key={note.id}>
            <OpenNote note={note} {...props} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type WholeThemeProps = { open: OpenGroup["open"]; themeId: NonNullable<OpenGroup["theme"]>["id"] } & ActingProps
function WholeTheme({ open, themeId, acting, onAct, onDone }: WholeThemeProps) {
  const became = useBecameWords()
  const run = useRun()
  const say = (reason: string) => {
    if (run({ type: "say-outcome", of: { theme: themeId }, reason }, { say: became.say("became.reason-done") }).ok) onDone()
  }
  return (
    <WhileOpen>
      {acting?.id === themeId ? (
        <ReasonForm covered={open} onSay={say} onBack={() => onAct(null)} />
      ) : (
        <div>
          <Button kind="quiet" onClick={() => onAct({ id: themeId, what: "reason" })}>
            {became.say("became.theme-all", { count: open.length })}
          </Button>
        </div>
      )}
    </WhileOpen>
  )
}
