// How we want to work together: sentences that anyone adds, changes and sets aside, and how many go along with each. Nobody is told who.
import { useEffect, useRef, useState } from "react"
import { newId, TAKEN_BACK, type Board, type Pledge, type PledgeId } from "@evenboard/board"
import { pledgesInOrder } from "@evenboard/board/arrive"
import { useTurn } from "../../people-here/use-turn.ts"
import { usePrivate } from "../../safe/private-desk.ts"
import { Button } from "../../ui/button.tsx"
import { Fold } from "../../ui/fold.tsx"
import { useBoard } from "../../use-board.ts"
import { useRun } from "../../use-run.ts"
import { usePeople, WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Count, GoAlong, GoAlongFor } from "./go-along.tsx"
import { AsidePledge, PledgeSheet } from "./pledge-sheets.tsx"
import styles from "./together.module.css"
import { useTogetherWords } from "./use-together-words.ts"

/** In the reader's language: whoever adds one says it in theirs. */
const OFFERS = ["same", "turn", "plain", "stay", "break"] as const

type Open = { at: "add" } | { at: "change" | "aside"; pledge: Pledge } | null

const asideOf = (board: Board): readonly Pledge[] => [...board.pledges.values()].filter(({ aside }) => aside !== null)

export function Pledges() {
  const words = useTogetherWords()
  const pledges = useBoard(pledgesInOrder)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  usePrivate()
  return (
    <section className={styles.part} id="together" aria-labelledby="together-title">
      <Heading title={words.say("together.title")} />
      <p>{words.say("together.what")}</p>
      {pledges.length === 0 ? <p className={styles.quiet}>{words.say("together.empty")}</p> : null}
      <ul className={styles.pledges}>
        {pledges.map((pledge) => (
          <li key={pledge.id}>
            <PledgeView
              pledge={pledge}
              onChange={() => setOpen({ at: "change", pledge })}
              onAside={() => setOpen({ at: "aside", pledge })}
            />
          </li>
        ))}
      </ul>
      <WhileOpen>
        <div>
          <Button onClick={() => setOpen({ at: "add" })}>{words.say("together.add")}</Button>
        </div>
        <Offers pledges={pledges} />
      </WhileOpen>
      <Aside />
      <WhileOpen>
        {open?.at === "add" ? <PledgeSheet pledge={null} onClose={close} /> : null}
        {open?.at === "change" ? <PledgeSheet pledge={open.pledge} onClose={close} /> : null}
        {open?.at === "aside" ? <AsidePledge pledge={open.pledge} onClose={close} /> : null}
      </WhileOpen>
    </section>
  )
}

/** Who came by "How we want to work together" in the menu begins here. */
function Heading({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (location.hash !== "#together") return undefined
    // After the page has begun at its top.
    const turn = requestAnimationFrame(() => {
      heading.current?.scrollIntoView()
      heading.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(turn)
  }, [])
  return (
    <h2 ref={heading} id="together-title" className={styles.heading} tabIndex={-1}>
      {title}
    </h2>
  )
}

function PledgeView({ pledge, onChange, onAside }: { pledge: Pledge; onChange: () => void; onAside: () => void }) {
  const words = useTogetherWords()
  const { me } = usePeople()
  const { people } = useTurn()
  const id = `pledge-${pledge.id}`
  return (
    <article className={styles.pledge} aria-labelledby={id}>
      <h3 id={id} className={styles.sentence}>
        <bdi>{pledge.text}</bdi>
      </h3>
      <WhileOpen>
        <GoAlong pledge={pledge} seat={me.id} name={null} />
        {people.map((person) => (
          <GoAlongFor key={person.id} pledge={pledge} person={person} />
        ))}
      </WhileOpen>
      <Count pledge={pledge} />
      <WhileOpen>
        <div className={styles.acts}>
          <Button kind="quiet" onClick={onChange}>
            {words.say("together.change")}
          </Button>
          <Button kind="quiet" onClick={onAside}>
            {words.say("together.set-aside")}
          </Button>
        </div>
      </WhileOpen>
    </article>
  )
}

/** Those that nobody has added or set aside; in other words or another language they may stand twice, and anyone sets one aside. */
function Offers({ pledges }: { pledges: readonly Pledge[] }) {
  const words = useTogetherWords()
  const run = useRun()
  const aside = useBoard(asideOf)
  const list = useRef<HTMLHeadingElement>(null)
  const there = new Set([...pledges, ...aside].map(({ text }) => text))
  const offers = OFFERS.map((what) => words.say(`together.offer-${what}`)).filter((text) => !there.has(text))
  if (offers.length === 0) return null
  const add = (text: string) => {
    if (run({ type: "add-pledge", id: newId<PledgeId>(), text }, { say: words.say("together.added") }).ok) list.current?.focus()
  }
  return (
    <div className={styles.offers}>
      <h3 ref={list} tabIndex={-1} className={styles.small}>
        {words.say("together.offers")}
      </h3>
      <p className={styles.quiet}>{words.say("together.offers-what")}</p>
      <ul className={styles.offerList}>
        {offers.map((text) => (
          <li key={text}>
            <Button kind="row" onClick={() => add(text)}>
              <span>
                <span aria-hidden="true">+ </span>
                {text}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Aside() {
  const words = useTogetherWords()
  const run = useRun()
  const { number } = useWords()
  const aside = useBoard(asideOf)
  const [isOpen, setOpen] = useState(false)
  if (aside.length === 0) return null
  return (
    <Fold title={words.say("together.aside")} count={number(aside.length)} isOpen={isOpen} onToggle={setOpen}>
      <ul className={styles.pledges}>
        {aside.map(({ id, text, aside: why }) => (
          <li key={id} className={styles.pledge}>
            <p>
              <bdi>{text}</bdi>
            </p>
            <p className={styles.quiet}>
              {why?.reason === TAKEN_BACK
                ? words.say("together.taken-back")
                : words.say("together.aside-because", { reason: why?.reason ?? "" })}
            </p>
            <WhileOpen>
              <Button onClick={() => void run({ type: "bring-back-pledge", id }, { say: words.say("together.brought-back") })}>
                {words.say("together.bring-back")}
              </Button>
            </WhileOpen>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
