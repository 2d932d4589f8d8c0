// What the overview holds: at most twelve tiles in the board's own order, each with a name, a count and one voice. Pure: the same board
// gives the same tiles on every screen, however large.
import { notesInTheme, themesOn, type Board, type Note, type ThemeId } from "@evenboard/board"

/** `title` null: not grouped yet. */
type ThemeTile = {
  readonly themeId: ThemeId | null
  readonly title: string | null
  readonly aboutUs: boolean
  readonly notes: number
}
type Tiles<T> = { readonly shown: readonly T[]; readonly more: readonly T[] }

const MOST_TILES = 12

/** Themes by rank, words about us after them, what is not grouped yet last, where there is any. */
export function themeTiles(board: Board): readonly ThemeTile[] {
  const themes = themesOn(board, "needs").map(({ id, title, aboutUs }) => ({
    themeId: id,
    title,
    aboutUs,
    notes: notesInTheme(board, id, "needs").length,
  }))
  const loose = notesInTheme(board, null, "needs").length
  const tray: ThemeTile[] = loose > 0 ? [{ themeId: null, title: null, aboutUs: false, notes: loose }] : []
  return [...themes.filter((theme) => !theme.aboutUs), ...themes.filter((theme) => theme.aboutUs), ...tray]
}

/**
 * Where there are more than fit, the smallest are gathered behind the last tile; of two as small the later one. What is not grouped
 * yet keeps its tile.
 */
export function gathered<T extends { readonly notes: number }>(
  tiles: readonly T[],
  stays: (tile: T) => boolean = () => false,
  most: number = MOST_TILES,
): Tiles<T> {
  if (tiles.length <= most) return { shown: tiles, more: [] }
  const bySize = [...tiles.entries()].sort(([i, a], [j, b]) => Number(stays(b)) - Number(stays(a)) || b.notes - a.notes || i - j)
  const kept = new Set(bySize.slice(0, most - 1).map(([, tile]) => tile))
  return { shown: tiles.filter((tile) => kept.has(tile)), more: tiles.filter((tile) => !kept.has(tile)) }
}

/** How long a voice may be, by how many tiles share the screen (UTF-16 units). */
export const voiceLength = (tiles: number): number => (tiles <= 2 ? 160 : tiles <= 4 ? 120 : tiles <= 6 ? 80 : tiles <= 9 ? 56 : 24)

/**
 * One voice of a theme: of the notes that are short enough, the one with the lowest id, which is a lot drawn once and for all (ids
 * are random), so that no place in the theme is preferred. Where none is short enough: the beginning of one, up to a whole word.
 */
export function voiceOf(notes: readonly Note[], longest: number): { words: string; isWhole: boolean; lang: string | null } | null {
  const said = notes.filter((note) => note.text.trim() !== "")
  const short = said.filter((note) => tidy(note.text).length <= longest)
  const drawn = (short.length > 0 ? short : said).reduce<Note | null>((low, note) => (low === null || note.id < low.id ? note : low), null)
  if (drawn === null) return null
  const words = tidy(drawn.text)
  if (words.length <= longest) return { words, isWhole: true, lang: drawn.lang }
  const cut = words.slice(0, longest)
  const end = cut.lastIndexOf(" ")
  return { words: cut.slice(0, end > longest / 2 ? end : longest).replace(/[\s,;:.–-]+$/u, ""), isWhole: false, lang: drawn.lang }
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, " ")
