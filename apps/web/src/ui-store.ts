// What this one phone knows: the open sheet, the result line, my undo list, what waits to be announced. Board data never enters it.
import { create } from "zustand"
import type { Command, NoteId, ThemeId } from "@evenboard/board"

/** A sheet over the page. `command` opens a note's sheet at one of its commands. */
export type OpenSheet =
  | { type: "composer"; themeId?: ThemeId | null }
  | { type: "note"; id: NoteId; at?: string }
  | { type: "theme"; id: ThemeId }
  | { type: "keys" }
  | { type: "page"; page: string }

export type Result = { say: string; inverse: Command | null }
/** Enough for a long evening; older changes stand in the history. */
const UNDO_DEPTH = 100

export type Ui = {
  sheet: OpenSheet | null
  result: (Result & { key: number }) | null
  undo: readonly Command[]
  /** Notes being chosen to be put together; null while nobody is choosing. */
  open(sheet: OpenSheet): void
  close(): void
  showResult(result: Result): void
  hideResult(): void
  takeUndo(): Command | null
}

export const useUi = create<Ui>()((set, get) => ({
  sheet: null,
  result: null,
  undo: [],
  open: (sheet) => set({ sheet }),
  close: () => set({ sheet: null }),
  showResult: (result) =>
    set(({ undo, result: old }) => ({
      result: { ...result, key: (old?.key ?? 0) + 1 },
      undo: result.inverse ? [...undo.slice(1 - UNDO_DEPTH), result.inverse] : undo,
    })),
  hideResult: () => set({ result: null }),
  takeUndo: () => {
    const inverse = get().undo.at(-1) ?? null
    if (inverse) set(({ undo }) => ({ undo: undo.slice(0, -1), result: null }))
    return inverse
  },
}))
