// One act in words, with the words before and after, and what anyone may do about it now.
import { useRun } from "../../use-run.ts"
import { Button } from "../../ui/button.tsx"
import { useMayWrite } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import styles from "./happened.module.css"
import type { HistoryLine, Offer } from "./history-lines.ts"

export function LineShown({ line }: { line: HistoryLine }) {
  const words = useWords()
  const mayWrite = useMayWrite()
  const { before, after, offer, number } = line
  return (
    <>
      <p className={styles.sentence}>{line.sentence}</p>
      {before !== null && after !== null ? (
        <dl className={styles.wordings}>
          <dt className={styles.side}>{words.say("happened.before")}</dt>
          <dd className={styles.words} dir="auto">
            {before}
          </dd>
          <dt className={styles.side}>{words.say("happened.after")}</dt>
          <dd className={styles.words} dir="auto">
            {after}
          </dd>
        </dl>
      ) : (before ?? after) === null ? null : (
        <blockquote className={styles.words} dir="auto">
          {before ?? after}
        </blockquote>
      )}
      {offer && mayWrite ? <Offered offer={offer} number={number} /> : null}
    </>
  )
}

function Offered({ offer, number }: { offer: Offer; number: number | null }) {
  const words = useWords()
  const run = useRun()
  const isBack = offer.type === "bring-back"
  const note = number === null ? "" : words.say("common.note-number", { number })
  return (
    <div>
      <Button onClick={() => run(offer.command, { say: words.say(isBack ? "happened.brought-back" : "happened.put-back-done") })}>
        {words.say(isBack ? "happened.bring-back" : "happened.put-back")}
        <span className="unseen">{isBack ? note : `${offer.words}, ${note}`}</span>
      </Button>
    </div>
  )
}
