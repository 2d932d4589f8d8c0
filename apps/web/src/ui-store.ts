// What this one phone knows: the open sheet, the result line, my undo list, what is folded. Board data never enters it.
import { create } from "zustand"
import type { NoteId, ThemeId } from "@evenboard/board"
import type { Ran } from "./connect/open-workshop.ts"
import { recall, remember } from "./note/remember.ts"

/** A sheet over the page. `at` names a command to begin with, or its key. */
type OpenSheet =
  | { type: "composer" }
  /** What I write alone. `roundId` null: no round runs, and I see what I kept back. */
  | { type: "alone"; roundId: string | null }
  | { type: "note"; id: NoteId; at?: string }
  | { type: "theme"; id: ThemeId; at?: string }
  | { type: "keys" }

/** Takes one step of mine back; of what others did since, nothing. The first refusal, if any. */
export type Undo = () => Ran
/** `undo` is null when there is nothing to take back. */
export type Result = { say: string; undo: Undo | null }
/** Enough for a long evening; older changes stand in the history. */
const UNDO_DEPTH = 100

type Ui = {
  sheet: OpenSheet | null
  result: (Result & { key: number }) | null
  /** Newest last. */
  undo: readonly Undo[]
  /** Themes folded away, and the folded lists at the end, on this phone. */
  folded: ReadonlySet<string>
  /** A note to bring into sight. */
  reveal: NoteId | null
  open(sheet: OpenSheet): void
  close(): void
  showResult(result: Result): void
  retell(say: string): void
  hideResult(): void
  takeUndo(): Undo | null
  fold(key: string, isFolded: boolean): void
  revealNote(id: NoteId | null): void
}

/** Kept by workshop: what I folded stays so when the page is loaded again. */
const workshopOfPage = (): string => globalThis.location?.pathname.split("/")[2] ?? ""

export const useUi = create<Ui>()((set, get) => ({
  sheet: null,
  result: null,
  undo: [],
  folded: new Set(recall<string[]>(workshopOfPage(), "folded") ?? ["aside"]),
  reveal: null,
  open: (sheet) => set({ sheet }),
  close: () => set({ sheet: null }),
  showResult: (result) =>
    set(({ undo, result: old }) => ({
      result: { ...result, key: (old?.key ?? 0) + 1 },
      undo: result.undo ? [...undo.slice(1 - UNDO_DEPTH), result.undo] : undo,
    })),
  retell: (say) => set(({ result }) => ({ result: result && { ...result, say } })),
  hideResult: () => set({ result: null }),
  takeUndo: () => {
    const newest = get().undo.at(-1) ?? null
    if (newest) set(({ undo }) => ({ undo: undo.slice(0, -1), result: null }))
    return newest
  },
  fold: (key, isFolded) =>
    set(({ folded }) => {
      const next = new Set(folded)
      if (isFolded) next.add(key)
      else next.delete(key)
      remember(workshopOfPage(), "folded", [...next])
      return { folded: next }
    }),
  revealNote: (reveal) => set({ reveal }),
}))
