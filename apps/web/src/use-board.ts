// How React reads and changes the board. Components import no Yjs: they select from the snapshot and run commands.
import { useCallback } from "react"
import { type Board, type Command, type FirstCommand, runFirst } from "@evenboard/board"
import type { Ran, Runs } from "./connect/open-workshop.ts"
import { useAnnounce } from "./ui/announcer.tsx"
import { type Undo, useUi } from "./ui-store.ts"
import { useMayWrite } from "./use-session.ts"
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

export type Say = { say?: string }

/** Runs one of the commands a phone has from the first screen; everything else is `useRun` (use-run.ts), which more screens bring. */
export const useRunFirst = (): ((command: FirstCommand, opts?: Say) => Ran) => useRunBy(runFirst)

/**
 * Runs a command and remembers how to undo it. `say` is the result in words ("Moved to Transport, 4 of 6"): shown for 10 s with
 * Undo, and announced at once; "" leaves the telling to the caller. A refusal changes nothing; its sentence is shown.
 */
export function useRunBy<C extends Command>(runs: Runs<C>): (command: C, opts?: Say) => Ran {
  const workshop = useWorkshop()
  const tell = useTell()
  return useCallback(
    (command, { say } = {}) => {
      const outcome = workshop.run(runs, command)
      // An inverse is run by whatever ran what it takes back.
      const inverse = outcome.ok && outcome.inverse ? (outcome.inverse as C) : null
      tell(outcome, inverse && (() => workshop.run(runs, inverse)), say)
      return outcome
    },
    [workshop, tell, runs],
  )
}

/** Shows a result and says it aloud; remembers the undo even where nothing is said. */
export function useTell(): (outcome: Ran, undo: Undo | null, say: string | undefined) => void {
  const words = useWords()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  return useCallback(
    (outcome, undo, say) => {
      const line = outcome.ok ? (say ?? (undo ? words.say("board.done") : "")) : words.say(`board.refused-${outcome.reason}`)
      if (!line && !undo) return
      showResult({ say: line, undo })
      if (line) announce(line)
    },
    [words, announce, showResult],
  )
}

/** Tells the newest result in better words, its Undo kept: for what can only be said once it is done ("4 of 6"). */
export function useRetell(): (say: string) => void {
  const announce = useAnnounce()
  const retell = useUi((ui) => ui.retell)
  return useCallback(
    (say) => {
      retell(say)
      announce(say)
    },
    [announce, retell],
  )
}

/** Takes back my newest change that still can be; of two people's changes only mine. Null when there is none. */
export function useUndo(): (() => void) | null {
  const words = useWords()
  const announce = useAnnounce()
  const mayWrite = useMayWrite()
  const canUndo = useUi((ui) => ui.undo.length > 0) && mayWrite
  const takeUndo = useUi((ui) => ui.takeUndo)
  const showResult = useUi((ui) => ui.showResult)
  const undo = useCallback(() => {
    const undone = takeUndo()?.()
    if (!undone) return
    const line = words.say(undone.ok ? "board.undone" : `board.refused-${undone.reason}`)
    showResult({ say: line, undo: null })
    announce(line)
  }, [words, announce, takeUndo, showResult])
  return canUndo ? undo : null
}
