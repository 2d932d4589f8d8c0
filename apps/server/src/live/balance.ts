// From what is durable to what may be told of groups, and to a person's own counts. Decides nothing: packages/export/src/balance.ts does.
import type { OwnCounts } from "@evenboard/api"
import type { Board, ThemeId } from "@evenboard/board"
import { type Act, balanceOf, countedUntil } from "@evenboard/export"
import { type BalanceKind, type BalanceTold, balanceTold, type SessionEvent } from "@evenboard/session"
import type { SeatRow } from "@evenboard/storage"
import type { Fact, LedgerRow } from "@evenboard/sync"

const KIND_OF: Readonly<Record<string, BalanceKind>> = {
  "note-added": "notes",
  "words-changed": "changes",
  "words-suggested": "changes",
  "kind-changed": "changes",
  "for-whom-said": "changes",
  "sheet-filled": "changes",
  "agreement-changed": "changes",
  "action-changed": "changes",
  stacked: "groupings",
  moved: "groupings",
  "theme-added": "groupings",
  "theme-named": "groupings",
  placed: "placings",
}

/** Every row there is of a workshop. */
export const WHOLE = { limit: Number.MAX_SAFE_INTEGER } as const

type Row = Pick<LedgerRow, "at" | "seat" | "kind" | "target" | "after">
type Themes = Board["themes"]

/** A note is its author's act, whoever typed it; a note's own first words are no change. Practising on words about oneself is no act. */
function actOf(row: Row, facts: ReadonlyMap<string, Fact>, themes: Themes): Act | null {
  const { seat, kind, target } = row
  const what = KIND_OF[kind]
  if (what === undefined || isPractice(row, themes)) return null
  const fact = facts.get(target)
  if (what === "notes") return { person: fact?.author ?? seat, kind: what }
  return what === "changes" && (fact?.author === seat || fact?.scribe === seat) ? null : { person: seat, kind: what }
}

/** A note written straight into the words about ourselves, or the theme made for them. What is put there later was said as a need. */
function isPractice({ kind, after }: Row, themes: Themes): boolean {
  if ((kind !== "note-added" && kind !== "theme-added") || after === null) return false
  const { aboutUs, themeId } = JSON.parse(after) as { aboutUs?: boolean; themeId?: ThemeId | null }
  return kind === "theme-added" ? aboutUs === true : themes.get(themeId ?? ("" as ThemeId))?.aboutUs === true
}

export type Ended = {
  /** The log, up to the event that ended the step. */
  readonly events: readonly SessionEvent[]
  readonly seats: Iterable<SeatRow>
  readonly facts: ReadonlyMap<string, Fact>
  readonly ledger: readonly Row[]
  readonly themes: Themes
}

/** What is told of the step that the last event ended; null where nothing can be. */
export function balanceAfter({ events, seats, facts, ledger, themes }: Ended): BalanceTold | null {
  const turns = events.filter(({ type }) => type === "opened" || type === "imported" || type === "stage-moved" || type === "ended")
  const [start, end] = [turns.at(-2), turns.at(-1)]
  const stage = stageBefore(events)
  if (!start || !end || stage === null || start.type === "ended") return null
  const people = [...seats].map(({ id, group, createdAt }) => ({ id, group, since: createdAt }))
  const counted = countedUntil(people, balanceTold(ownLog(events)).at(-1)?.counted ?? 0, end.at)
  const acts = ledger.flatMap((row) => (row.at >= start.at && row.at < end.at ? (actOf(row, facts, themes) ?? []) : []))
  const rows = balanceOf({ people, counted, acts })
  const isSaying = rows.some(({ notes, changes, groupings, placings }) => notes ?? changes ?? groupings ?? placings)
  return isSaying ? { type: "balance-told", stage, from: start.at, counted, rows } : null
}

/** What a file says of when people were counted is not about the people here. */
const ownLog = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  events.slice(events.findLastIndex(({ type }) => type === "imported") + 1)

/** The step that the last event left. */
function stageBefore(events: readonly SessionEvent[]): BalanceTold["stage"] | null {
  const last = events.findLastIndex(({ type }) => type === "stage-moved" || type === "ended")
  const before = events.slice(0, last).findLast((event) => event.type === "stage-moved" || event.type === "opened")
  if (before?.type === "stage-moved") return before.to
  return before?.type === "opened" ? (before.stages[0]?.kind ?? null) : null
}

/** One seat's own. */
export function countsOf(seat: string, ledger: readonly Row[], facts: ReadonlyMap<string, Fact>, themes: Themes): OwnCounts {
  const counts = { notes: [...facts.values()].filter(({ author }) => author === seat).length, changes: 0, groupings: 0, placings: 0 }
  for (const row of ledger) {
    const act = actOf(row, facts, themes)
    if (act?.person === seat && act.kind !== "notes") counts[act.kind] += 1
  }
  return counts
}
