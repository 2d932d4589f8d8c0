// Who said that a note or a theme is not in the plan this time: the doc holds the reason only, and the ledger tells whose it is.
// Asked once, and again when a reason changes.
import { useEffect, useState } from "react"
import type { Board, ChangeKind } from "@evenboard/board"
import type { HistoryPage } from "@evenboard/api"
import { ask } from "../screens/paper/ask.ts"
import { useBoard } from "../use-board.ts"
import { useWorkshopId } from "../use-session.ts"
import { useValue } from "../use-value.ts"
import { useWorkshop } from "../workshop-context.ts"

const KINDS = ["outcome-said", "theme-outcome-said"] as const satisfies readonly ChangeKind[]
/** A thousand acts: more than anybody says in an evening. */
const MOST_PAGES = 20

/** From the id of a note or theme to the seat that said its outcome last; empty until the server has answered. */
export type SaidBy = ReadonlyMap<string, string>

/** Every reason that stands, as one text: what changes it makes us ask again. */
const reasonsOf = (board: Board): string =>
  [...board.notes.values(), ...board.themes.values()]
    .flatMap(({ id, notThisTime }) => (notThisTime ? [id, notThisTime.reason] : []))
    .join("\n")

export function useSaidBy(): SaidBy {
  const workshopId = useWorkshopId()
  const reasons = useBoard(reasonsOf)
  // What I just said is in the ledger once it is saved.
  const save = useValue(useWorkshop().save)
  const [saidBy, setSaidBy] = useState<SaidBy>(new Map())
  const isSaving = save === "saving"
  useEffect(() => {
    const stop = new AbortController()
    if (reasons !== "" && !isSaving) void read(workshopId, stop.signal).then((found) => found && setSaidBy(found))
    return () => stop.abort()
  }, [workshopId, reasons, isSaving])
  return saidBy
}

/** Null when the server did not answer, or nobody waits any more. */
async function read(workshopId: string, signal: AbortSignal): Promise<SaidBy | null> {
  const saidBy = new Map<string, string>()
  let before: number | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query: string = `kinds=${KINDS.join(",")}${before === null ? "" : `&before=${before}`}`
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const answer = await ask<HistoryPage>(`/api/workshops/${workshopId}/history?${query}`, { signal })
    if (signal.aborted || !answer.ok) return null
    for (const { target, seat } of answer.value.rows) if (!saidBy.has(target)) saidBy.set(target, seat)
    before = answer.value.next
    if (before === null) break
  }
  return saidBy
}
