// How React reads and changes the board. Components import no Yjs: they select from the snapshot and run commands.
import { useCallback } from "react"
import type { Board, Command, Outcome } from "@evenboard/board"
import { useAnnounce } from "./ui/announcer.tsx"
import { useUi } from "./ui-store.ts"
import { useValue } from "./use-value.ts"
import { useWords } from "./words.tsx"
import { useWorkshop } from "./workshop-context.ts"

/** `select` reads the snapshot only; it may build a list, which keeps its identity while its entries do. */
export function useBoard<T>(select: (board: Board) => T): T {
  return useValue(useWorkshop().board, select)
}

/** The snapshot now, for handlers; does not render again. */
export function useBoardNow(): () => Board {
  return useWorkshop().board.get
}

/** False until the whole board has come from the server once. */
export const useIsReady = (): boolean => useValue(useWorkshop().isReady)

/**
 * Runs a command and remembers how to undo it. `say` is the result in words ("Moved to Transport, 4 of 6"): shown for 10 s with
 * Undo, and announced at once. A refusal changes nothing; its sentence is shown.
 */
export function useRun(): (command: Command, opts?: { say?: string }) => Outcome {
  const workshop = useWorkshop()
  const words = useWords()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  return useCallback(
    (command, opts = {}) => {
      const outcome = workshop.run(command)
      const say = outcome.ok ? opts.say : outcome.reason === "same" ? undefined : words.say(`board.refused-${outcome.reason}`)
      if (say === undefined && !(outcome.ok && outcome.inverse)) return outcome
      showResult({ say: say ?? words.say("board.done"), inverse: outcome.ok ? outcome.inverse : null })
      if (say) announce(say)
      return outcome
    },
    [workshop, words, announce, showResult],
  )
}

/** Takes back my newest change that still can be; of two people's changes only mine. Null when there is none. */
export function useUndo(): (() => void) | null {
  const workshop = useWorkshop()
  const words = useWords()
  const announce = useAnnounce()
  const canUndo = useUi((ui) => ui.undo.length > 0)
  const takeUndo = useUi((ui) => ui.takeUndo)
  const undo = useCallback(() => {
    const inverse = takeUndo()
    if (!inverse) return
    const outcome = workshop.run(inverse)
    announce(words.say(outcome.ok ? "board.undone" : `board.refused-${outcome.reason}`))
  }, [workshop, words, announce, takeUndo])
  return canUndo ? undo : null
}
