// What became of each note, for everybody to see and to say: what has neither an outcome nor a reason yet, by theme, and what was said.
// Owns which form stands open; a note that somebody writes about stays where it is, whatever others do meanwhile.
import { useMemo, useRef, useState } from "react"
import { Link } from "wouter"
import type { Board } from "@evenboard/board"
import { openNotes } from "@evenboard/board/path"
import styles from "../../became/became.module.css"
import { useBecameWords } from "../../became/use-became-words.ts"
import { useSaidBy } from "../../became/use-said-by.ts"
import { derive } from "../../board/derive.ts"
import { useGrowing } from "../../list/use-growing.ts"
import { Button } from "../../ui/button.tsx"
import { useBoard } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { useWorkshopId, WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Paper, Section } from "../paper/paper.tsx"
import { AgreedPart } from "./agreed-part.tsx"
import { cut, openGroups, type OpenGroup } from "./groups.ts"
import { OpenNote, type Acting, type ActingProps } from "./open-note.tsx"
import { ReasonForm } from "./reason-form.tsx"
import { SaidOutcomes } from "./said-outcomes.tsx"

const countOpen = (board: Board): number => openNotes(board).length

export default function OutcomesScreen() {
  const became = useBecameWords()
  const workshopId = useWorkshopId()
  const saidBy = useSaidBy()
  const count = useBoard(countOpen)
  const head = useRef<HTMLParagraphElement>(null)
  const [acting, setActing] = useState<Acting>(null)
  const done = () => {
    setActing(null)
    head.current?.focus({ preventScroll: true })
  }
  return (
    <Paper title={became.say("became.title")} intro={became.say("became.intro")}>
      <p className={styles.count} ref={head} tabIndex={-1}>
        {became.say("became.count", { count })}
      </p>
      <Waiting acting={acting} onAct={setActing} onDone={done} />
      <SaidOutcomes saidBy={saidBy} />
      <AgreedPart count={count} />
      <p>
        <Link href={`/w/${workshopId}/mine`} className={styles.link ?? ""}>
          {became.say("became.to-mine")}
        </Link>
      </p>
    </Paper>
  )
}

const sameGroups = (a: readonly OpenGroup[], b: readonly OpenGroup[]): boolean =>
  a.length === b.length &&
  a.every((one, n) => {
    const other = b[n]
    const isAlike = (x: readonly unknown[], y: readonly unknown[] | undefined) =>
      x.length === y?.length && x.every((note, i) => note === y[i])
    return one.theme === other?.theme && isAlike(one.open, other.open) && isAlike(one.faces, other.faces)
  })

function Waiting(props: ActingProps) {
  const became = useBecameWords()
  const held = props.acting?.id ?? null
  const select = useMemo(() => derive((board: Board) => openGroups(board, held), sameGroups), [held])
  const groups = useBoard(select)
  const count = groups.reduce((sum, { faces }) => sum + faces.length, 0)
  const drawn = useGrowing("open", count)
  if (groups.length === 0) return null
  return (
    <Section title={became.say("became.waiting")}>
      {cut(groups, drawn).map((group) => (
        <Group key={group.key} group={group} {...props} />
      ))}
    </Section>
  )
}

function Group({ group, ...props }: { group: OpenGroup } & ActingProps) {
  const words = useWords()
  const { theme, canvas } = group
  const page = words.say(`common.stage-${canvas}`)
  return (
    <section className={styles.group}>
      <div className={styles.themeHead}>
        <h3 className={styles.themeName}>
          <bdi>{theme ? theme.title || words.say("common.about-us") : `${page} · ${words.say("common.not-grouped")}`}</bdi>
        </h3>
        {theme ? <WholeTheme group={group} themeId={theme.id} {...props} /> : null}
      </div>
      <ul className={styles.notes}>
        {group.faces.map((note) => (
          <li key={note.id}>
            <OpenNote note={note} {...props} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WholeTheme({
  group,
  themeId,
  acting,
  onAct,
  onDone,
}: { group: OpenGroup; themeId: NonNullable<OpenGroup["theme"]>["id"] } & ActingProps) {
  const became = useBecameWords()
  const run = useRun()
  const say = (reason: string) => {
    if (run({ type: "say-outcome", of: { theme: themeId }, reason }, { say: became.say("became.reason-done") }).ok) onDone()
  }
  return (
    <WhileOpen>
      {acting?.id === themeId ? (
        <ReasonForm covered={group.open} onSay={say} onBack={() => onAct(null)} />
      ) : (
        <div className={styles.acts}>
          <Button onClick={() => onAct({ id: themeId, what: "reason" })}>
            {became.say("became.theme-all", { count: group.open.length })}
          </Button>
        </div>
      )}
    </WhileOpen>
  )
}
