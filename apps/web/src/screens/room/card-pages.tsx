// Cards of people's words over as many pages as they need, the words as large as they fit. Words too long for a page go on on the next.
import { useMemo, useState } from "react"
import type { ShownKind } from "@evenboard/board"
import { SHAPES } from "../../ui/kind-mark.tsx"
import type { Card } from "./cards.ts"
import { pieces } from "./fit.ts"
import { Fitted, type Layout } from "./fitted.tsx"
import styles from "./room.module.css"
import { Both, useSpeech } from "./speech.tsx"

const LAYOUTS: readonly Layout[] = [
  { em: 2, columns: 1 },
  { em: 1.6, columns: 1 },
  { em: 1.6, columns: 2 },
  { em: 1.3, columns: 2 },
  { em: 1, columns: 2 },
]
/** A card of so many letters takes most of a column at the smallest size. */
const LONGEST = 380
const SHORTEST = 40

type CardPagesProps = {
  cards: readonly Card[]
  fresh: ReadonlySet<string>
  part: number
  onParts: (parts: number) => void
}

export function CardPages({ cards, fresh, part, onParts }: CardPagesProps) {
  const { first, second } = useSpeech()
  const [longest, setLongest] = useState(LONGEST)
  const items = useMemo(
    () =>
      cards.flatMap((card) =>
        pieces(card.words, longest).map((words, i) => ({
          key: `${card.id} ${i}`,
          node: <CardShown card={card} words={words} isNew={fresh.has(card.id)} isMore={i > 0} />,
        })),
      ),
    [cards, fresh, longest],
  )
  const content = [first.locale, second?.locale, longest, ...cards.map((card) => `${contentOf(card)} ${fresh.has(card.id)}`)].join("\n")
  return (
    <Fitted
      flow="columns"
      layouts={LAYOUTS}
      items={items}
      content={content}
      part={part}
      onParts={onParts}
      onTooTall={longest > SHORTEST ? () => setLongest(Math.floor(longest / 2)) : undefined}
    />
  )

  function contentOf({ id, words, number, lead, under }: Card): string {
    return [id, words, number, lead?.(first), under?.(first)].join(" ")
  }
}

/** Kinds that are not plain from the page they stand on. */
const SAID: ReadonlySet<ShownKind> = new Set(["offer", "risk", "opportunity"])

function CardShown({ card, words, isNew, isMore }: { card: Card; words: string; isNew: boolean; isMore: boolean }) {
  const { kind, number, lead, under, lang } = card
  const saysKind = kind !== null && SAID.has(kind) && under === null
  const hasTop = isNew || isMore || lead !== null || saysKind
  return (
    <div className={styles.card} data-kind={kind ?? undefined}>
      {number === null ? null : (
        <span className={styles.number}>
          {kind ? <Shape kind={kind} /> : null}
          {number}
        </span>
      )}
      <div className={styles.said}>
        {hasTop ? (
          <p className={styles.top}>
            {isNew ? (
              <strong className={styles.new}>
                <Both isLine say={(words) => words.say("room.new")} />
              </strong>
            ) : null}
            {saysKind ? <Both isLine say={(words) => words.say(`common.kind-${kind}`)} /> : null}
            {lead ? <Both isLine say={lead} /> : null}
            {isMore ? <Both isLine say={(words) => words.say("room.continued")} /> : null}
          </p>
        ) : null}
        <p className={styles.words} dir="auto" lang={lang ?? undefined}>
          {words}
        </p>
        {under ? (
          <p className={styles.under}>
            <Both say={under} />
          </p>
        ) : null}
      </div>
    </div>
  )
}

export function Shape({ kind }: { kind: ShownKind }) {
  return (
    <svg className={styles.shape} viewBox="0 0 10 10" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
  )
}
