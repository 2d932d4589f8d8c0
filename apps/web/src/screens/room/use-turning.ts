// Where the room screen stands and how it turns: by clicker, key or button, and by nothing else. The place stands in the address behind
// `#`, so that a projector's laptop that starts again comes back to it.
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { cardsOf, type Card } from "./cards.ts"
import { newsOf, NOTHING_HELD, START, stopsOf, taken, turned, type At, type Held, type Stop, type Turn } from "./pages.ts"
import type { Live } from "./use-live.ts"

export type Turning = {
  /** Undefined: what stood here is no longer on the board. */
  stop: Stop | undefined
  at: At
  /** The page's cards as they were taken, each in its words of now; those that are gone are gone. */
  cards: readonly Card[]
  held: Held
  /** How many came since; they wait for Next. */
  news: number
  parts: number
  setParts: (parts: number) => void
  turn: (turn: Turn) => void
}

const idsOf = (cards: readonly Card[]): readonly string[] => cards.map((card) => card.id)

function firstPlace(live: Live): At {
  const stops = stopsOf(live.board, live.session.stage)
  const key = decodeURIComponent(location.hash.slice(1))
  const index = stops.findIndex((stop) => stop.key === key)
  return index < 0 ? START : { key, part: 0, index }
}

/** `live` is what the screen shows: while it is frozen, what it showed then. */
export function useTurning(live: Live): Turning {
  const { board, session, counted, numberOf } = live
  const stops = useMemo(() => stopsOf(board, session.stage), [board, session.stage])
  const [at, setAt] = useState<At>(() => firstPlace(live))
  const cardsAt = (key: string) =>
    cardsOf(
      stops.find((one) => one.key === key),
      { board, session, counted, numberOf },
    )
  const [held, setHeld] = useState<Held>(() => taken(NOTHING_HELD, at.key, idsOf(cardsAt(at.key))))
  const [parts, setParts] = useState(1)

  const stop = stops.find((one) => one.key === at.key)
  const there = cardsAt(at.key)
  const byId = new Map(there.map((card) => [card.id, card]))
  const cards = held.ids.map((id) => byId.get(id)).filter((card) => card !== undefined)
  const news = newsOf(held.known, at.key, idsOf(there)).length

  useEffect(() => {
    history.replaceState(history.state, "", `${location.pathname}${location.search}#${encodeURIComponent(at.key)}`)
  }, [at.key])

  const latest = useRef({ at, stops, parts, news, cardsAt })
  useEffect(() => {
    latest.current = { at, stops, parts, news, cardsAt }
  })
  const turn = useCallback((way: Turn) => {
    const now = latest.current
    const isOnLast = Math.min(now.at.part, now.parts - 1) === now.parts - 1
    const next = way === "next" && now.news > 0 && isOnLast ? now.at : turned(now.at, way, now)
    if (next.key !== now.at.key) setParts(1)
    setAt(next)
    setHeld((old) => taken(old, next.key, idsOf(now.cardsAt(next.key))))
  }, [])
  return { stop, at, cards, held, news, parts, setParts, turn }
}
