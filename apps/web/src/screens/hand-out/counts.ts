// What a hand-out holds, counted from the board as the exports would. Pure.
import { themeOf, type Board, type NoteKind } from "@evenboard/board"

type Counts = Record<NoteKind | "themes" | "agreements" | "actions" | "aside", number>

/** Words about ourselves are no needs. */
export function countsOf(board: Board): Counts {
  const { notes, themes, agreements, actions } = board
  const counts: Counts = { need: 0, offer: 0, option: 0, risk: 0, opportunity: 0, themes: 0, agreements: 0, actions: 0, aside: 0 }
  for (const note of notes.values()) if (note.aside || !themeOf(board, note)?.aboutUs) counts[note.aside ? "aside" : note.kind] += 1
  for (const theme of themes.values()) if (!theme.gone) counts.themes += 1
  for (const agreement of agreements.values()) counts[agreement.aside ? "aside" : "agreements"] += 1
  for (const action of actions.values()) counts[action.aside ? "aside" : "actions"] += 1
  return counts
}
