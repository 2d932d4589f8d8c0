// Which pages the room screen has, in the order a clicker turns them, and where it stands. Pure. Others change the board all the time,
// and never turn the page: a place is held by its name, and what is new waits as a mark until somebody turns or presses Next.
import type { StageKind } from "@evenboard/api"
import { agreementsInOrder, notesOn, themesOn, type Board, type NoteId, type ThemeId } from "@evenboard/board"
import { pledgesInOrder } from "@evenboard/board/arrive"
import { themeTiles } from "./tiles.ts"

export type Part = "needs" | "options" | "matrix" | "agree"
export type Stop =
  | { readonly kind: "join" | "prompt" | "together" | "plane" | "legend" | "agreed" | "options" | "themes"; readonly key: string }
  | { readonly kind: "theme"; readonly key: string; readonly themeId: ThemeId | null }
  | { readonly kind: "option"; readonly key: string; readonly id: NoteId }

const PARTS: readonly Part[] = ["needs", "options", "matrix", "agree"]
export const partOf = (stage: StageKind): Part | null => (stage === "after" ? "agree" : (PARTS.find((part) => part === stage) ?? null))

/** Joining, the question, what this stage is about, then whatever else has something on it. */
export function stopsOf(board: Board, stage: StageKind): readonly Stop[] {
  const now = partOf(stage)
  const others = PARTS.filter((part) => part !== now && holdsSomething(board, part))
  return [
    { kind: "join", key: "join" },
    { kind: "prompt", key: "prompt" },
    ...(stage === "arrive" && pledgesInOrder(board).length > 0 ? [{ kind: "together", key: "together" } as const] : []),
    ...(now === null ? [] : stopsIn(board, now)),
    ...others.flatMap((part) => stopsIn(board, part)),
  ]
}

function stopsIn(board: Board, part: Part): Stop[] {
  switch (part) {
    case "needs":
      return [
        { kind: "themes", key: "themes" },
        ...themeTiles(board).map(({ themeId }): Stop => ({ kind: "theme", key: `theme:${themeId ?? ""}`, themeId })),
      ]
    case "options":
      return [{ kind: "options", key: "options" }, ...optionsOn(board).map(({ id }): Stop => ({ kind: "option", key: `option:${id}`, id }))]
    case "matrix":
      return [
        { kind: "plane", key: "plane" },
        { kind: "legend", key: "legend" },
      ]
    case "agree":
      return [{ kind: "agreed", key: "agreed" }]
  }
}

export const optionsOn = (board: Board) => notesOn(board, "options").filter((note) => note.kind === "option")
export const matrixNotes = (board: Board) => notesOn(board, "matrix").filter((note) => note.kind === "risk" || note.kind === "opportunity")

function holdsSomething(board: Board, part: Part): boolean {
  if (part === "needs") return notesOn(board, "needs").length > 0 || themesOn(board, "needs").length > 0
  if (part === "options") return optionsOn(board).length > 0
  return part === "matrix" ? matrixNotes(board).length > 0 : agreementsInOrder(board).length > 0
}

/** `part` counts pages within a stop from 0, `LAST` being its last; `index` is where the stop stood when it was turned to. */
export type At = { readonly key: string; readonly part: number; readonly index: number }
export const LAST = Number.MAX_SAFE_INTEGER
export const START: At = { key: "join", part: 0, index: 0 }

const placeIn = (stops: readonly Stop[], key: string, part = 0): At | null => {
  const index = stops.findIndex((stop) => stop.key === key)
  return index < 0 ? null : { key, part, index }
}
const placeAt = (stops: readonly Stop[], index: number, part: number): At => {
  const at = Math.max(0, Math.min(index, stops.length - 1))
  return { key: stops[at]?.key ?? START.key, part, index: at }
}

export type Turn = "next" | "back" | "join" | "overview"

/** `parts` is how many pages the present stop has. A stop that has gone meanwhile is left towards its neighbours. */
export function turned(at: At, turn: Turn, { stops, parts }: { stops: readonly Stop[]; parts: number }): At {
  if (turn === "join") return START
  if (turn === "overview") return placeAt(stops, Math.min(2, stops.length - 1), 0)
  const here = placeIn(stops, at.key, Math.min(at.part, parts - 1))
  if (!here) return turn === "next" ? placeAt(stops, at.index, 0) : placeAt(stops, at.index - 1, LAST)
  if (turn === "next") {
    if (here.part < parts - 1) return { ...here, part: here.part + 1 }
    return here.index < stops.length - 1 ? placeAt(stops, here.index + 1, 0) : here
  }
  if (here.part > 0) return { ...here, part: here.part - 1 }
  return here.index > 0 ? placeAt(stops, here.index - 1, LAST) : here
}

/** What stands on the page now, what of it is new since this screen last showed the page, and what each page held when last shown. */
export type Held = {
  readonly key: string
  readonly ids: readonly string[]
  readonly fresh: ReadonlySet<string>
  readonly known: ReadonlyMap<string, ReadonlySet<string>>
}
export const NOTHING_HELD: Held = { key: "", ids: [], fresh: new Set(), known: new Map() }

/** Takes what stands there now: on turning to a page, and where Next finds news on it. The first time nothing counts as new. */
export function taken(held: Held, key: string, ids: readonly string[]): Held {
  const before = held.known.get(key)
  const news = before ? ids.filter((id) => !before.has(id)) : []
  const fresh = new Set(held.key === key ? [...held.fresh, ...news] : news)
  const known = new Map(held.known).set(key, new Set([...(before ?? []), ...ids]))
  return { key, ids, fresh, known }
}

/** What came to a page after it was last taken; none for a page this screen never showed. */
export function newsOf(known: Held["known"], key: string, ids: readonly string[]): readonly string[] {
  const seen = known.get(key)
  return seen ? ids.filter((id) => !seen.has(id)) : []
}
