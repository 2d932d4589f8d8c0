// All that the room screen shows, in one value: so that freezing it is keeping that value. Holds nobody's name.
import { useCallback, useEffect, useState } from "react"
import type { Door } from "@evenboard/api"
import type { Board } from "@evenboard/board"
import type { Counted, Session, SessionEvent } from "@evenboard/session"
import type { People } from "../../connect/open-workshop.ts"
import { useBoard } from "../../use-board.ts"
import { useMinutesLeft } from "../../use-minutes.ts"
import { useQuietAsked } from "../../safe/use-quiet-asked.ts"
import { useCountHere, useEvents, useSession, useWorkshopId } from "../../use-session.ts"
import { useValue } from "../../use-value.ts"
import { useWorkshop } from "../../workshop-context.ts"
import { useWritten } from "../../round/use-written.ts"
import { useAnswer } from "../paper/use-answer.ts"

export type Live = {
  board: Board
  session: Session
  /** How many people have written in the round that runs. */
  written: number
  /** How many go along with how we want to work together. */
  counted: readonly Counted[]
  here: number
  /** The room is asked whether there is anyone it has not heard. */
  isQuietAsked: boolean
  /** As `useMinutesLeft`. */
  minutes: number | null
  /** Null until the server has answered. */
  door: Door | null
  numberOf: (id: string) => number | null
}

const all = (board: Board): Board => board
const whole = (session: Session): Session => session
const countedOf = ({ counted }: { counted: readonly Counted[] }) => counted
const factsOf = ({ facts }: People): People["facts"] => facts

export function useLive(): Live {
  const { people, session: sessionNow } = useWorkshop()
  const session = useSession(whole)
  const facts = useValue(people, factsOf)
  return {
    board: useBoard(all),
    session,
    written: useWritten(),
    counted: useValue(sessionNow, countedOf),
    here: useCountHere(),
    isQuietAsked: useQuietAsked() !== null,
    minutes: useMinutesLeft(session.timer),
    door: useDoor(),
    numberOf: useCallback((id) => facts.get(id)?.number ?? null, [facts]),
  }
}

const ASK_AGAIN_MS = 60_000
const changesTheWayIn = ({ type }: SessionEvent) => type === "door-opened" || type === "door-shut" || type === "link-rotated"

/** Asked anew when the log says that the way in has changed; and each minute, since guessing has every code drawn anew. */
function useDoor(): Door | null {
  const changes = useEvents().filter(changesTheWayIn).length
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const tick = setInterval(() => setMinute((count) => count + 1), ASK_AGAIN_MS)
    return () => clearInterval(tick)
  }, [])
  const { answer } = useAnswer<Door>({ path: `/api/workshops/${useWorkshopId()}/door`, when: `${changes} ${minute}` })
  return answer?.ok ? answer.value : null
}
