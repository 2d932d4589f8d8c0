// Where a dragged note would go, and what `move` that is, or on top of which note. Pure arithmetic on boxes in screen pixels; knows neither DOM nor Yjs.
import type { NoteId, Spot, ThemeId } from "@evenboard/board"
import type { Column, Columns } from "./columns.ts"
import { inOrder } from "./columns.ts"

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export type Point = { readonly x: number; readonly y: number }
/** A column as it stands on the screen, its notes from top to bottom. */
export type Lane = { readonly key: string; readonly box: Box; readonly notes: readonly { readonly id: string; readonly box: Box }[] }
/** `index` counts among the column's notes without the dragged one: 0 is first. `on`: the note that it goes on top of, as one stack. */
export type Drop = { readonly key: string; readonly index: number; readonly on?: string | undefined }

/** Columns stand in stripes as tall as the board, so a drop below a short column still goes to its end. */
export function laneAt<L extends { readonly box: Box }>(point: Point, lanes: readonly L[], gap: number): L | null {
  return lanes.find(({ box }) => point.x >= box.left - gap / 2 && point.x < box.right + gap / 2) ?? null
}

/**
 * A note goes before the first one whose middle lies below the pointer, in the stripe of notes under it: the tray flows into several
 * of them, read one after another.
 */
export function dropIn(point: Point, lane: Lane, dragged: string): Drop {
  const others = lane.notes.filter((note) => note.id !== dragged)
  const away = ({ box }: { box: Box }) => Math.max(box.left - point.x, point.x - box.right, 0)
  const nearest = others.reduce<{ box: Box } | null>((best, note) => (best && away(best) <= away(note) ? best : note), null)
  const stripe = others.flatMap(({ box }, index) => (nearest && isBelow(box, nearest.box) ? [{ box, index }] : []))
  const below = stripe.find(({ box }) => point.y < (box.top + box.bottom) / 2)
  const on = others.findIndex(({ box }) => isOver(point, box))
  if (on >= 0) return { key: lane.key, index: on, on: others[on]?.id }
  return { key: lane.key, index: below?.index ?? (stripe.at(-1)?.index ?? -1) + 1 }
}
/** This much of a note's height at its top and at its bottom means before and after it; the middle means on top of it. */
const EDGE = 0.3
function isOver({ x, y }: Point, { left, right, top, bottom }: Box): boolean {
  const edge = (bottom - top) * EDGE
  return x >= left && x < right && y >= top + edge && y < bottom - edge
}
/** In one stripe, to the pixel a browser may round by. */
const isBelow = (a: Box, b: Box): boolean => Math.abs(a.left - b.left) < 2

/** The note of the same lane in the next stripe, at about the same height; null at its edge. `to`: 1 right, -1 left on the screen. */
export function besideIn(lane: Pick<Lane, "notes">, id: string, to: 1 | -1): string | null {
  const here = lane.notes.find((note) => note.id === id)?.box
  if (!here) return null
  const side = lane.notes.filter(({ box }) => (to === 1 ? box.left >= here.right : box.right <= here.left))
  const way = ({ box }: { box: Box }) => Math.abs(box.left - here.left) * 1000 + Math.abs(box.top - here.top)
  return side.toSorted((a, b) => way(a) - way(b))[0]?.id ?? null
}

/** Named by its neighbour, not by a number: what others move meanwhile cannot make it land elsewhere. */
export function spotOf(column: Pick<Column, "themeId" | "ids">, index: number, dragged: NoteId): Spot {
  const others = column.ids.filter((id) => id !== dragged)
  const themeId: ThemeId | null = column.themeId
  const before = others[index - 1]
  if (before) return { themeId, after: before }
  const next = others[0]
  return next ? { themeId, before: next } : { themeId }
}

/** Where a note stands now, as a drop would name it. */
export function standingOf(columns: Columns, id: NoteId): Drop | null {
  for (const column of inOrder(columns)) {
    const index = column.ids.indexOf(id)
    if (index >= 0) return { key: column.key, index }
  }
  return null
}

export const sameDrop = (a: Drop | null, b: Drop | null): boolean =>
  a === b || (a !== null && b !== null && a.key === b.key && a.index === b.index && a.on === b.on)

export type Step = "up" | "down" | "back" | "on"
/** One arrow key: a place up or down, or the theme before or after, keeping the height as far as that theme is long. */
export function stepFrom(columns: Columns, id: NoteId, step: Step): Drop | null {
  const here = standingOf(columns, id)
  if (!here) return null
  const all = inOrder(columns)
  const at = all.findIndex((column) => column.key === here.key)
  if (step === "up" || step === "down") {
    const index = here.index + (step === "up" ? -1 : 1)
    return index >= 0 && index < (all[at]?.ids.length ?? 0) ? { key: here.key, index } : null
  }
  const column = all[at + (step === "back" ? -1 : 1)]
  return column ? { key: column.key, index: Math.min(here.index, column.ids.length) } : null
}

/** The note an arrow key goes to while nothing is being moved; empty columns are passed over. */
export function neighbourOf(columns: Columns, id: NoteId, step: Step): NoteId | null {
  const here = standingOf(columns, id)
  if (!here) return null
  const all = inOrder(columns).filter((column) => column.ids.length > 0)
  const at = all.findIndex((column) => column.key === here.key)
  if (step === "up" || step === "down") return all[at]?.ids[here.index + (step === "up" ? -1 : 1)] ?? null
  const next = all[at + (step === "back" ? -1 : 1)]
  return next?.ids[Math.min(here.index, next.ids.length - 1)] ?? null
}
