// The ledger page by page, newest first, for one note or for all. Asks only when somebody looks; what is new is fetched on asking, so
// that nothing moves under a reader's eyes.
import { useCallback, useEffect, useState } from "react"
import type { HistoryPage, HistoryRow } from "@evenboard/api"
import { ask } from "../paper/ask.ts"

export type History = {
  rows: readonly HistoryRow[]
  state: "loading" | "failed" | "more" | "all"
  /** The next older page; after a failure the same again. */
  older(): void
  /** From the newest again. */
  again(): void
}

/** One question to the server; a new object asks anew. */
type Asking = { target: string | null; before: number | null }
type Heard = { asking: Asking; rows: readonly HistoryRow[]; next: number | null; hasFailed: boolean }
const NONE: readonly HistoryRow[] = []

export function useHistory(workshopId: string, target: string | null): History {
  const [asked, setAsking] = useState<Asking>({ target, before: null })
  const [heard, setHeard] = useState<Heard | null>(null)
  if (asked.target !== target) setAsking({ target, before: null })
  useEffect(() => {
    const stop = new AbortController()
    void ask<HistoryPage>(pathOf(workshopId, asked), { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return
      setHeard((old) => {
        const before = asked.before === null ? NONE : (old?.rows ?? NONE)
        if (!answer.ok) return { asking: asked, rows: before, next: asked.before, hasFailed: true }
        return { asking: asked, rows: [...before, ...answer.value.rows], next: answer.value.next, hasFailed: false }
      })
    })
    return () => stop.abort()
  }, [workshopId, asked])
  const older = useCallback(() => setAsking({ target, before: heard?.next ?? null }), [target, heard])
  const again = useCallback(() => setAsking({ target, before: null }), [target])
  const state = heard?.asking !== asked ? "loading" : heard.hasFailed ? "failed" : heard.next === null ? "all" : "more"
  return { rows: heard?.asking.target === target ? heard.rows : NONE, state, older, again }
}

function pathOf(workshopId: string, { target, before }: Asking): string {
  const query = new URLSearchParams({ ...(before === null ? {} : { before: String(before) }), ...(target === null ? {} : { target }) })
  return `/api/workshops/${workshopId}/history?${query}`
}
