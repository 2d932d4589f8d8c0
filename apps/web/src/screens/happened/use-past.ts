// The board back in time, for one reader: the ledger as far as it was fetched, a place in it, and the board as it stood there. Begins
// from the board as it is when somebody starts to look; what others do meanwhile moves nothing, but what leaves the board for good or
// out of sight leaves the past at once.
import { useMemo, useState } from "react"
import type { HistoryRow } from "@evenboard/api"
import type { Board } from "@evenboard/board"
import { momentsOf, type Moment } from "@evenboard/board/back-in-time"
import { useBoard, useBoardNow } from "../../use-board.ts"
import { useWorkshopId } from "../../use-session.ts"
import { useHistory, type History } from "./use-history.ts"
import { useWiped } from "./use-wiped.ts"

const PAGE = 500

export type Past = {
  /** Oldest first, as far as fetched. Empty: nothing was done yet, or nothing is here yet. */
  moments: readonly Moment<HistoryRow>[]
  /** Where we are in `moments`; −1 while there are none. */
  index: number
  state: History["state"]
  goTo(index: number): void
  /** Also past what was fetched. */
  earlier(): void
  later(): void
  /** From the board as it is by now. */
  toNow(): void
  /** What the board is rewound from, and by. */
  base: Board
  rows: readonly HistoryRow[]
}

export function usePast(): Past {
  const boardNow = useBoardNow()
  const [begun, setBegun] = useState(boardNow)
  const wiped = useWiped()
  const [seen, setSeen] = useState(wiped)
  const { rows, state, older, again } = useHistory(useWorkshopId(), { limit: PAGE })
  const moments = useMemo(() => momentsOf(rows), [rows])
  /** Null: the newest. `isBefore`: the one before it, once that is here. */
  const [place, setPlace] = useState<{ at: number; isBefore: boolean } | null>(null)
  // What left everything for good leaves what the past is rewound from, too.
  if (seen !== wiped) {
    setSeen(wiped)
    setBegun(boardNow)
    setPlace(null)
  }
  const index = indexOf(moments, place)
  const base = useStanding(begun)
  const goTo = (to: number) => {
    const moment = moments[to]
    if (moment) setPlace(to === moments.length - 1 ? null : { at: moment.at, isBefore: false })
  }
  const earlier = () => {
    if (index > 0) return goTo(index - 1)
    const first = moments[0]
    if (!first || state === "all" || state === "loading") return undefined
    setPlace({ at: first.at, isBefore: true })
    return older()
  }
  const toNow = () => {
    setBegun(boardNow)
    setPlace(null)
    again()
  }
  return { moments, index, state, goTo, earlier, later: () => goTo(index + 1), toNow, base, rows }
}

function indexOf(moments: readonly Moment<HistoryRow>[], place: { at: number; isBefore: boolean } | null): number {
  if (place === null) return moments.length - 1
  const there = moments.findLastIndex(({ at }) => at <= place.at)
  return Math.max(moments.length > 0 ? 0 : -1, place.isBefore ? there - 1 : there)
}

/** Without what is not on the board any more. */
function useStanding(begun: Board): Board {
  const gone = useBoard((live) =>
    live === begun
      ? []
      : [...missing(begun.notes, live.notes), ...missing(begun.agreements, live.agreements), ...missing(begun.actions, live.actions)],
  )
  return useMemo(() => {
    if (gone.length === 0) return begun
    const all = new Set<string>(gone)
    return {
      ...begun,
      notes: without(begun.notes, all),
      agreements: without(begun.agreements, all),
      actions: without(begun.actions, all),
    }
  }, [begun, gone])
}

const missing = <K extends string, V>(all: ReadonlyMap<K, V>, live: ReadonlyMap<K, V>): K[] => [...all.keys()].filter((id) => !live.has(id))
const without = <K extends string, V>(all: ReadonlyMap<K, V>, gone: ReadonlySet<string>): ReadonlyMap<K, V> =>
  new Map([...all].filter(([id]) => !gone.has(id)))
