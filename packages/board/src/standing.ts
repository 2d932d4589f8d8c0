// Where notes and themes stand in the doc, as the action files need it: the standing of one, the neighbours of a spot, what moves along.
// A note whose theme is gone, unknown or of another canvas counts as not grouped yet; select.ts says the same of a Board.
import * as Y from "yjs"
import { entriesOf, entryOf, isId } from "./doc.ts"
import type { Entry } from "./doc.ts"
import { kindAndCanvas, readAside, readCanvas, readRank, readStack, readThemeId } from "./read.ts"
import { inOrder, ranksAt, stacked } from "./rank.ts"
import type { Moved, Refusal, Spot } from "./command.ts"
import type { Canvas, NoteId, StackId, Standing, Stood, ThemeId } from "./types.ts"

/** Every whole entry of a map with its id. */
export function* entries(
  doc: Y.Doc,
  root: "notes" | "themes" | "agreements" | "actions" | "suggestions" | "pledges",
): Generator<[string, Entry]> {
  for (const [id, entry] of entriesOf(doc, root).entries()) {
    if (isId(id) && entry instanceof Y.Map) yield [id, entry]
  }
}

/** The theme if it stands. */
export function themeEntry(doc: Y.Doc, id: ThemeId): Entry | null {
  const theme = entryOf(doc, "themes", id)
  return theme === null || theme.get("gone") === true ? null : theme
}

export function standingOf(doc: Y.Doc, note: Entry): Stood {
  const { canvas } = kindAndCanvas(note)
  const themeId = readThemeId(note)
  const theme = themeId === null ? null : themeEntry(doc, themeId)
  const stands = theme !== null && readCanvas(theme) === canvas
  return { themeId: stands ? themeId : null, rank: readRank(note), stack: readStack(note), canvas }
}

/** A note as it stands in the doc. */
export type There = Stood & { id: NoteId; entry: Entry }

/** Every note of a theme (null: not grouped yet) on a canvas, those set aside too, as they are read: a stack's after its first. */
export function neighbours(doc: Y.Doc, canvas: Canvas, themeId: ThemeId | null): There[] {
  const there: There[] = []
  for (const [id, entry] of entries(doc, "notes")) {
    const standing = standingOf(doc, entry)
    if (standing.canvas === canvas && standing.themeId === themeId) there.push({ id: id as NoteId, entry, ...standing })
  }
  return stacked(there.sort(inOrder)).flat()
}

/** The notes of the stack that a note lies in, those set aside too; itself alone when in none. Empty: no such note. */
export function stackAt(doc: Y.Doc, id: NoteId): There[] {
  const entry = entryOf(doc, "notes", id)
  if (entry === null) return []
  const { canvas, themeId, stack, ...rest } = standingOf(doc, entry)
  if (stack === null) return [{ id, entry, canvas, themeId, stack, ...rest }]
  return neighbours(doc, canvas, themeId).filter((other) => other.stack === stack)
}

/** What moves when these do: under a face its whole stack, which keeps together; any other note leaves its stack. */
export function movingWith(doc: Y.Doc, ids: readonly NoteId[]): (There & { keeps: There["stack"] })[] {
  const moving = new Map<NoteId, There & { keeps: There["stack"] }>()
  for (const id of ids) {
    const stack = stackAt(doc, id)
    const face = stack.find(({ entry }) => readAside(entry.get("aside")) === null)
    const along = face?.id === id && stack.length > 1
    for (const note of along ? stack : stack.filter((one) => one.id === id)) {
      // Named before its face, it moves with the face all the same.
      if (along) moving.delete(note.id)
      if (!moving.has(note.id)) moving.set(note.id, { ...note, keeps: along ? note.stack : null })
    }
  }
  return [...moving.values()]
}

/** Where these would stand at this spot, one after another; refused when the theme does not stand or belongs to another canvas. */
export function standingsAt(doc: Y.Doc, ids: readonly NoteId[], canvas: Canvas, spot: Spot): Standing[] | Refusal {
  const { themeId } = spot
  if (themeId !== null) {
    const theme = themeEntry(doc, themeId)
    if (theme === null) return "gone"
    if (readCanvas(theme) !== canvas) return "wrong-canvas"
  }
  const others = neighbours(doc, canvas, themeId).filter((other) => !ids.includes(other.id))
  return ranksAt(ids, others, aroundStacks(others, spot)).map((rank) => ({ themeId, rank, stack: null }))
}

/** Before or after a note of a stack is before or after all of it: a stack stands where its first does, whatever ranks the rest have. */
function aroundStacks(others: readonly There[], spot: Spot): Spot {
  const firstOf = (id: NoteId | undefined): NoteId | undefined => {
    const note = others.find((other) => other.id === id)
    return note === undefined || note.stack === null ? note?.id : others.find((other) => other.stack === note.stack)?.id
  }
  const [before, after] = [firstOf(spot.before), firstOf(spot.after)]
  return { ...spot, ...(before && { before }), ...(after && { after }) }
}

/** Where these would lie at the end of the stack that ends with `last`. */
export function standingsUnder(doc: Y.Doc, ids: readonly NoteId[], last: There, stack: StackId): Standing[] {
  const others = neighbours(doc, last.canvas, last.themeId).filter((other) => !ids.includes(other.id))
  return ranksAt(ids, others, { after: last.id }).map((rank) => ({ themeId: last.themeId, rank, stack }))
}

/** As `standingsAt`, of one note in no stack. */
export function standingAt(doc: Y.Doc, id: NoteId, canvas: Canvas, spot: Spot): Standing | Refusal {
  const standings = standingsAt(doc, [id], canvas, spot)
  return typeof standings === "string" ? standings : (standings[0] ?? "gone")
}

/** Theme, rank and stack are always set together, so that of two moves at once one whole standing wins. */
export function stand(note: Entry, { themeId, rank, stack }: Standing): void {
  note.set("themeId", themeId)
  note.set("rank", rank)
  note.set("stack", stack)
}

export const stoodOf = ({ themeId, rank, stack, canvas }: Stood): Stood => ({ themeId, rank, stack, canvas })

/** Stands each where it is told; answers what changed, for the undo. */
export function standAll(doc: Y.Doc, notes: readonly There[], places: readonly Standing[]): Moved[] {
  return notes.flatMap((note, n) => {
    const place = places[n]
    const was = stoodOf(note)
    if (place === undefined || isStanding(was, place)) return []
    stand(note.entry, place)
    return [{ id: note.id, was, is: standingOf(doc, note.entry) }]
  })
}

export const isStanding = (a: Standing, b: Standing): boolean => a.themeId === b.themeId && a.rank === b.rank && a.stack === b.stack
