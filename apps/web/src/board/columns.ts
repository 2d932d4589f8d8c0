// Which column of the Board view holds which notes, in reading order: the tray, the themes by rank, and About us apart at the end.
// Pure. A column that shows the same notes keeps its identity, so that one person's note never redraws everybody's board.
import type { Board, Note, NoteId, Theme, ThemeId } from "@evenboard/board"
import { byRank, derive, sameList } from "./derive.ts"

/** `key` is the theme's id, or TRAY. */
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
  const themes = [...board.themes.values()].filter((theme) => theme.canvas === "needs" && !theme.gone).sort(byRank)
  const standing = new Map<string, Note[]>([[TRAY, []], ...themes.map((theme): [string, Note[]] => [theme.id, []])])
  const aside: Note[] = []
  for (const note of board.notes.values()) {
    if (note.canvas !== "needs") continue
    if (note.aside) aside.push(note)
    // A note whose theme is gone, or not here yet, is not lost: it lies in the tray.
    else (standing.get(note.themeId ?? TRAY) ?? standing.get(TRAY))?.push(note)
  }
  const columnOf = (theme: Theme | null): Column => {
    const key = theme?.id ?? TRAY
    return { key, themeId: theme?.id ?? null, ids: (standing.get(key) ?? []).sort(byRank).map((note) => note.id) }
  }
  return {
    tray: columnOf(null),
    themes: themes.filter((theme) => !theme.aboutUs).map(columnOf),
    aboutUs: themes.filter((theme) => theme.aboutUs).map(columnOf),
    aside: aside.sort(byRank).map((note) => note.id),
  }
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
