// Which column of the Board view holds which notes, in reading order: the tray, the themes by rank, and About us apart at the end.
// Pure. A column that shows the same notes keeps its identity, so that one person's note never redraws everybody's board.
import { type Board, facesInTheme, type NoteId, type Theme, type ThemeId, themesOn } from "@evenboard/board"
import { byRank, derive, sameList } from "./derive.ts"

/** `key` is the theme's id, or TRAY. Of a stack only its face. */
export type Column = { readonly key: string; readonly themeId: ThemeId | null; readonly ids: readonly NoteId[] }
export type Columns = {
  readonly tray: Column
  readonly themes: readonly Column[]
  readonly aboutUs: readonly Column[]
  /** Set aside, by rank. */
  readonly aside: readonly NoteId[]
}

export const TRAY = "tray"
/** The place that makes a new theme of what is dropped on it. */
export const NEW_THEME = "new-theme"

/** Every column in the order people read them. */
export const inOrder = (columns: Columns): readonly Column[] => [columns.tray, ...columns.themes, ...columns.aboutUs]

export function columnsOf(board: Board): Columns {
  const columnOf = (theme: Theme | null): Column => {
    const themeId = theme?.id ?? null
    return { key: themeId ?? TRAY, themeId, ids: facesInTheme(board, themeId, "needs").map(({ face }) => face.id) }
  }
  const themes = themesOn(board, "needs")
  const aside = [...board.notes.values()].filter((note) => note.canvas === "needs" && note.aside)
  return {
    tray: columnOf(null),
    themes: themes.filter((theme) => !theme.aboutUs).map(columnOf),
    aboutUs: themes.filter((theme) => theme.aboutUs).map(columnOf),
    aside: aside.sort(byRank).map((note) => note.id),
  }
}

/** A column shorter than this needs no second one beside it. */
const NOTES_A_COLUMN = 4
/** Beside themes the tray stays one of several. */
const MOST_BESIDE_THEMES = 3
/** How many columns the tray flows into, so that a hall sees its notes at once: as many as `room` has, and as there are notes for. */
export function trayColumns(notes: number, room: number, themes: number): number {
  const most = themes > 0 ? Math.min(MOST_BESIDE_THEMES, room) : room
  return Math.max(1, Math.min(most, Math.ceil(notes / NOTES_A_COLUMN)))
}

/** Notes in stripes of equal count, read one after another: for boards too large to let the browser flow them. */
export function inStripes<T>(ids: readonly T[], stripes: number): readonly (readonly T[])[] {
  if (stripes <= 1) return [ids]
  const each = Math.ceil(ids.length / stripes)
  return Array.from({ length: stripes }, (_, at) => ids.slice(at * each, (at + 1) * each))
}

/** A selector for one board on one screen. */
export function columnsSelector(): (board: Board) => Columns {
  let known = new Map<string, Column>()
  const keep = (column: Column): Column => {
    const before = known.get(column.key)
    return before && sameList(before.ids, column.ids) ? before : column
  }
  const make = (board: Board): Columns => {
    const fresh = columnsOf(board)
    const kept = { tray: keep(fresh.tray), themes: fresh.themes.map(keep), aboutUs: fresh.aboutUs.map(keep), aside: fresh.aside }
    known = new Map(inOrder(kept).map((column) => [column.key, column]))
    return kept
  }
  return derive(make, (a, b) => sameList(inOrder(a), inOrder(b)) && a.aboutUs.length === b.aboutUs.length && sameList(a.aside, b.aside))
}
