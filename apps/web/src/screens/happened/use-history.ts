// The ledger page by page, newest first: for one note or for all, from now or from an earlier time back. Asks only when somebody looks;
// what is new is fetched on asking, so that nothing moves under a reader's eyes; only what left for good leaves here at once.
import { useCallback, useEffect, useState } from "react"
import type { HistoryPage, HistoryRow } from "@evenboard/api"
import { ask } from "../paper/ask.ts"
import { useWiped } from "./use-wiped.ts"

export type History = {
  rows: readonly HistoryRow[]
  state: "loading" | "failed" | "more" | "all"
  /** The next older page; after a failure the same again. */
  older(): void
  /** From the newest again. */
  again(): void
}

export type Wanted = {
  target?: string | null
  /** Only what was done by then (ms). */ until?: number | null
  /** Rows a page; the server says how many when nobody does. */ limit?: number | null
}
/** One question to the server; a new object asks anew. */
type Asking = Required<Wanted> & { before: number | null; /** What was fetched before this is not shown any more. */ wiped: number }
type Heard = { asking: Asking; rows: readonly HistoryRow[]; next: number | null; hasFailed: boolean }
const NONE: readonly HistoryRow[] = []

export function useHistory(workshopId: string, { target = null, until = null, limit = null }: Wanted): History {
  const wiped = useWiped()
  const [asked, setAsking] = useState<Asking>({ target, until, limit, before: null, wiped })
  const [heard, setHeard] = useState<Heard | null>(null)
  const isAsked = (asking: Asking | undefined) => asking?.target === target && asking.until === until && asking.wiped === wiped
  if (!isAsked(asked)) setAsking({ target, until, limit, before: null, wiped })
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
  const from = useCallback((before: number | null) => setAsking({ target, until, limit, before, wiped }), [target, until, limit, wiped])
  const older = useCallback(() => from(heard?.next ?? null), [from, heard])
  const again = useCallback(() => from(null), [from])
  const state = heard?.asking !== asked ? "loading" : heard.hasFailed ? "failed" : heard.next === null ? "all" : "more"
  return { rows: heard && isAsked(heard.asking) ? heard.rows : NONE, state, older, again }
}

function pathOf(workshopId: string, { target, until, limit, before }: Asking): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ target, until, limit, before })) if (value !== null) query.set(name, String(value))
  return `/api/workshops/${workshopId}/history?${query}`
}
