// What was typed in here: the number to write on the last card, large, and the cards before it. Pressing one opens its sheet.
import { useEffect, useRef } from "react"
import { useCredit } from "../../credit.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Button } from "../../ui/button.tsx"
import { KindMark } from "../../ui/kind-mark.tsx"
import { useUi } from "../../ui-store.ts"
import { useLine, WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Section } from "../paper/paper.tsx"
import type { TypedNote } from "./use-typed.ts"
import styles from "./paper-notes.module.css"

type TypedListProps = { typed: readonly TypedNote[]; refused: ReadonlySet<string>; onTakeBack: () => void }

export function TypedList({ typed, refused, onTakeBack }: TypedListProps) {
  const words = useWords()
  const [last] = typed
  return (
    <Section title={words.say("paper.typed", { count: typed.length })} hint={last ? words.say("paper.open-what") : undefined}>
      {last ? (
        <>
          <NumberToWrite card={last} />
          <WhileOpen>
            <div>
              <Button onClick={onTakeBack}>{words.say("paper.take-back")}</Button>
            </div>
          </WhileOpen>
          <ol className={styles.typed}>
            {typed.map((card) => (
              <Line key={card.id} card={card} isRefused={refused.has(card.id)} />
            ))}
          </ol>
        </>
      ) : null}
    </Section>
  )
}

/** Said aloud once it is known. */
function NumberToWrite({ card }: { card: TypedNote }) {
  const words = useWords()
  const announce = useAnnounce()
  const { number } = useCredit(card.id)
  const isWaiting = useLine().at !== "open"
  const said = useRef(number === null ? "" : card.id)
  useEffect(() => {
    if (number === null || said.current === card.id) return
    said.current = card.id
    announce(words.say("paper.write-number", { number }))
  }, [number, card.id, announce, words])
  if (number !== null) return <p className={styles.number}>{words.say("paper.write-number", { number })}</p>
  return <p className={styles.number}>{isWaiting ? words.say("paper.number-later") : "…"}</p>
}

function Line({ card: { id, name, note }, isRefused }: { card: TypedNote; isRefused: boolean }) {
  const words = useWords()
  const open = useUi((ui) => ui.open)
  const credit = useCredit(id)
  // Until the server has heard whose words these are, it names who typed them.
  const who = credit.scribe === null && !isRefused ? name : credit.author
  return (
    <li>
      <Button kind="row" onClick={() => open({ type: "note", id })}>
        <span className={styles.line}>
          <span>
            <b>{credit.number === null ? words.say("paper.new") : words.number(credit.number)}</b> · <KindMark kind={note.kind} /> ·{" "}
            <bdi>{who}</bdi>
          </span>
          <span dir="auto">{note.text}</span>
          {isRefused ? <span className={styles.wrong}>{words.say("paper.refused")}</span> : null}
        </span>
      </Button>
    </li>
  )
}
