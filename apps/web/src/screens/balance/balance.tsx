// Who has been heard: what was told of each step by group, in words, and under it what I did, for me alone. Groups stand in the order
// of their names, never of how much. Decides nothing of what may be told: it shows what the server wrote down.
import type { OwnCounts } from "@evenboard/api"
import type { BalanceKind, BalanceTold, Heard } from "@evenboard/session"
import { useSession, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Paper, Section, Told } from "../paper/paper.tsx"
import { useAnswer } from "../paper/use-answer.ts"
import styles from "./balance.module.css"

const KINDS: readonly BalanceKind[] = ["notes", "changes", "groupings", "placings"]
/** How far the bar is filled: it says what the words say, and no more. */
const FILLED: Readonly<Record<Heard, string>> = { few: "17%", some: "50%", most: "83%", "under-half": "25%", "half-or-more": "75%" }

export default function BalanceScreen() {
  const words = useWords()
  return (
    <Paper title={words.say("balance.title")} intro={words.say("balance.intro")}>
      <Steps />
      <p className={styles.quiet}>
        {words.say("balance.how")} {words.say("balance.small")}
      </p>
      <Mine />
    </Paper>
  )
}

function Steps() {
  const words = useWords()
  const stage = useSession((session) => session.stage)
  const isOver = useSession((session) => session.ended)
  const path = `/api/workshops/${useWorkshopId()}/balance`
  const { answer } = useAnswer<{ told: BalanceTold[] }>({ path, when: `${stage} ${isOver}` })
  if (!answer) return null
  if (!answer.ok) return <Told isWrong>{answer.title ?? words.say("save.no-answer")}</Told>
  const { told } = answer.value
  if (told.length === 0) return <p>{words.say("balance.none")}</p>
  return told.toReversed().map((step) => <Step key={step.from} step={step} />)
}

function Step({ step: { stage, rows } }: { step: BalanceTold }) {
  const words = useWords()
  const groups = rows.toSorted((a, b) => a.group.localeCompare(b.group, words.tag))
  // What hardly anybody did in this step says nothing of any group.
  const kinds = KINDS.filter((kind) => rows.some((row) => row[kind] !== null && row[kind] !== "few"))
  const little = kinds.includes("notes") ? groups.filter(({ notes }) => notes === "few").map(({ group }) => group) : []
  if (kinds.length === 0) return <AllFew stage={stage} rows={rows} />
  return (
    <Section title={words.say(`common.stage-${stage}`)}>
      {little.length > 0 ? <p className={styles.little}>{words.say("balance.little", { group: words.list(little) })}</p> : null}
      {kinds.map((kind) => (
        <div key={kind} className={styles.kind}>
          <h3 className={styles.heading}>{words.say(`balance.kind-${kind}`)}</h3>
          <ul className={styles.groups}>
            {groups.map((row) => (
              <Group key={row.group} group={row.group} heard={row[kind]} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

/** A step in which no group did much of anything is told in one sentence: silence would read as if nobody had been counted. */
function AllFew({ stage, rows }: Pick<BalanceTold, "stage" | "rows">) {
  const words = useWords()
  const few = KINDS.filter((kind) => rows.some((row) => row[kind] === "few"))
  if (few.length === 0) return null
  return (
    <Section title={words.say(`common.stage-${stage}`)}>
      <p>{words.say("balance.all-few")}</p>
      <p className={styles.quiet}>{few.map((kind) => words.say(`balance.kind-${kind}`)).join(" · ")}</p>
    </Section>
  )
}

function Group({ group, heard }: { group: string; heard: Heard | null }) {
  const words = useWords()
  return (
    <li className={styles.group}>
      <span className={styles.name}>
        <bdi>{group}</bdi>
      </span>{" "}
      <span>{words.say(heard === null ? "balance.unsaid" : `balance.heard-${heard}`)}</span>
      <span className={styles.bar} aria-hidden="true">
        {heard === null ? null : <span className={styles.filled} style={{ inlineSize: FILLED[heard] }} />}
      </span>
    </li>
  )
}

function Mine() {
  const words = useWords()
  const { answer } = useAnswer<OwnCounts>({ path: `/api/workshops/${useWorkshopId()}/me/counts` })
  if (!answer?.ok) return null
  const counts = answer.value
  return (
    <Section title={words.say("balance.mine")} hint={words.say("balance.mine-what")}>
      <dl className={styles.mine}>
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{words.say(`balance.mine-${kind}`)}</dt>
            <dd>{words.number(counts[kind])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
