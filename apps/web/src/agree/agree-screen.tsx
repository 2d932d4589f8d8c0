// What we agree: sentences with where they come from, a show of hands, worries in people's own words, and who does what by when.
// Works by voice: one person can type everything that is said, in everybody's name.
import { useState } from "react"
import { type Board, TAKEN_BACK } from "@evenboard/board"
import { useNoteKeys } from "../commands/use-note-keys.ts"
import { Button } from "../ui/button.tsx"
import { Fold } from "../ui/fold.tsx"
import { useBoard } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { WhileOpen } from "../use-session.ts"
import { useWords } from "../words.tsx"
import { ActionList } from "./action-list.tsx"
import styles from "./agree.module.css"
import { AgreementView } from "./agreement.tsx"
import { AgreementSheet } from "./agreement-sheets.tsx"
import { actionsSelector, sentencesSelector } from "./sentences.ts"

const actionsAside = (board: Board) => [...board.actions.values()].filter((action) => action.aside)

export default function AgreeScreen() {
  const words = useWords()
  const noteKeys = useNoteKeys()
  const [select] = useState(sentencesSelector)
  const [selectLoose] = useState(() => actionsSelector(null))
  const { standing, aside } = useBoard(select)
  const loose = useBoard(selectLoose).filter((action) => !action.aside)
  const [isAdding, setAdding] = useState(false)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the notes inside
    <div className={styles.agree} onKeyDown={noteKeys}>
      <WhileOpen>
        <div className={styles.bar}>
          <Button kind="main" onClick={() => setAdding(true)}>
            {words.say("agree.add")}
          </Button>
        </div>
      </WhileOpen>
      {standing.length === 0 ? <p className={styles.empty}>{words.say("agree.first-run")}</p> : null}
      <ol className={styles.sentences}>
        {standing.map((agreement, i) => (
          <li key={agreement.id}>
            <AgreementView agreement={agreement} number={i + 1} />
          </li>
        ))}
      </ol>
      <section className={styles.other} aria-labelledby="other-actions">
        <h2 id="other-actions" className={styles.heading}>
          {words.say(standing.length > 0 ? "agree.actions-other" : "agree.actions")}
        </h2>
        <ActionList actions={loose} agreementId={null} />
      </section>
      <Aside agreements={aside} />
      <WhileOpen>{isAdding ? <AgreementSheet agreement={null} onClose={() => setAdding(false)} /> : null}</WhileOpen>
    </div>
  )
}

function Aside({ agreements }: { agreements: ReturnType<ReturnType<typeof sentencesSelector>>["aside"] }) {
  const words = useWords()
  const run = useRun()
  const actions = useBoard(actionsAside)
  const [isOpen, setOpen] = useState(false)
  const say = words.say("agree.brought-back")
  const rows = [
    ...agreements.map(({ id, text, aside }) => ({ id, text, aside, back: () => void run({ type: "bring-back-agreement", id }, { say }) })),
    ...actions.map(({ id, text, aside }) => ({ id, text, aside, back: () => void run({ type: "bring-back-action", id }, { say }) })),
  ]
  if (rows.length === 0) return null
  return (
    <Fold title={words.say("agree.aside")} count={words.number(rows.length)} isOpen={isOpen} onToggle={setOpen}>
      <ul className={styles.asideList}>
        {rows.map(({ id, text, aside, back }) => (
          <li key={id} className={styles.asideRow}>
            <p>
              <bdi>{text}</bdi>
            </p>
            <p className={styles.quiet}>
              {aside?.reason === TAKEN_BACK
                ? words.say("board.taken-back")
                : words.say("agree.aside-because", { reason: aside?.reason ?? "" })}
            </p>
            <WhileOpen>
              <Button onClick={back}>{words.say("agree.bring-back")}</Button>
            </WhileOpen>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
