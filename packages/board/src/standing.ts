// Where notes and themes stand in the doc, as the action files need it: the standing of one, the neighbours of a spot.
// A note whose theme is gone, unknown or of another canvas counts as not grouped yet; select.ts says the same of a Board.
import * as Y from "yjs"
import { entriesOf, entryOf, isId } from "./doc.ts"
import type { Entry } from "./doc.ts"
import { kindAndCanvas, readCanvas, readRank, readThemeId } from "./read.ts"
import { inOrder, rankFor } from "./rank.ts"
import type { Ranked } from "./rank.ts"
import type { Refusal, Spot } from "./command.ts"
import type { Canvas, NoteId, Standing, ThemeId } from "./types.ts"

/** Every whole entry of a map with its id. */
export function* entries(doc: Y.Doc, root: "notes" | "themes" | "agreements" | "actions" | "suggestions"): Generator<[string, Entry]> {
  for (const [id, entry] of entriesOf(doc, root).entries()) {
    if (isId(id) && entry instanceof Y.Map) yield [id, entry]
  }
}

/** The theme if it stands. */
export function themeEntry(doc: Y.Doc, id: ThemeId): Entry | null {
  const theme = entryOf(doc, "themes", id)
  return theme === null || theme.get("gone") === true ? null : theme
}

export function standingOf(doc: Y.Doc, note: Entry): Standing & { canvas: Canvas } {
  const { canvas } = kindAndCanvas(note)
  const themeId = readThemeId(note)
  const theme = themeId === null ? null : themeEntry(doc, themeId)
  return { themeId: theme !== null && readCanvas(theme) === canvas ? themeId : null, rank: readRank(note), canvas }
}

/** Every note of a theme (null: not grouped yet) on a canvas, those set aside too, in order. */
export function neighbours(doc: Y.Doc, canvas: Canvas, themeId: ThemeId | null): (Ranked & { id: NoteId })[] {
  const there: (Ranked & { id: NoteId })[] = []
  for (const [id, note] of entries(doc, "notes")) {
    const standing = standingOf(doc, note)
    if (standing.canvas === canvas && standing.themeId === themeId) there.push({ id: id as NoteId, rank: standing.rank })
  }
  return there.sort(inOrder)
}

/** Where a note would stand at this spot; refused when the theme does not stand or belongs to another canvas. */
export function standingAt(doc: Y.Doc, id: NoteId, canvas: Canvas, spot: Spot): Standing | Refusal {
  if (spot.themeId !== null) {
    const theme = themeEntry(doc, spot.themeId)
    if (theme === null) return "gone"
    if (readCanvas(theme) !== canvas) return "wrong-canvas"
  }
  const others = spot.rank === undefined ? neighbours(doc, canvas, spot.themeId).filter((other) => other.id !== id) : []
  return { themeId: spot.themeId, rank: rankFor(id, others, spot) }
}

/** Theme and rank are always set together, so that of two moves at once one whole standing wins. */
export function stand(note: Entry, { themeId, rank }: Standing): void {
  note.set("themeId", themeId)
  note.set("rank", rank)
}
