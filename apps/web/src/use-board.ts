// How React reads and changes the board. Components import no Yjs: they select from the snapshot and run commands.
import { useCallback } from "react"
import type { Board, Command } from "@evenboard/board"
import type { Ran } from "./connect/open-workshop.ts"
import { useAnnounce } from "./ui/announcer.tsx"
import { useUi } from "./ui-store.ts"
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

type Say = { say?: string }

/**
 * Runs a command and remembers how to undo it. `say` is the result in words ("Moved to Transport, 4 of 6"): shown for 10 s with
 * Undo, and announced at once; "" leaves the telling to the caller. A refusal changes nothing; its sentence is shown.
 */
export function useRun(): (command: Command, opts?: Say) => Ran {
  const workshop = useWorkshop()
  const tell = useTell()
  return useCallback(
    (command, { say } = {}) => {
      const outcome = workshop.run(command)
      tell(outcome, outcome.ok && outcome.inverse ? [outcome.inverse] : [], say)
      return outcome
    },
    [workshop, tell],
  )
}

/** Several commands as one step: one result, one Undo. Stops at the first refusal and takes back what came before it. */
export function useRunAll(): (commands: readonly Command[], opts?: Say) => boolean {
  const workshop = useWorkshop()
  const tell = useTell()
  return useCallback(
    (commands, { say } = {}) => {
      const inverses: Command[] = []
      for (const command of commands) {
        const outcome = workshop.run(command)
        if (!outcome.ok) {
          for (const inverse of inverses) workshop.run(inverse)
          tell(outcome, [], say)
          return false
        }
        if (outcome.inverse) inverses.unshift(outcome.inverse)
      }
      tell({ ok: true, inverse: null }, inverses, say)
      return true
    },
    [workshop, tell],
  )
}

/** Shows a result and says it aloud; remembers the undo even where nothing is said. */
function useTell(): (outcome: Ran, inverse: readonly Command[], say: string | undefined) => void {
  const words = useWords()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  return useCallback(
    (outcome, inverse, say) => {
      const line = outcome.ok ? (say ?? (inverse.length > 0 ? words.say("board.done") : "")) : words.say(`board.refused-${outcome.reason}`)
      if (!line && inverse.length === 0) return
      showResult({ say: line, inverse: inverse.length > 0 ? inverse : null })
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
  const workshop = useWorkshop()
  const words = useWords()
  const announce = useAnnounce()
  const mayWrite = useMayWrite()
  const canUndo = useUi((ui) => ui.undo.length > 0) && mayWrite
  const takeUndo = useUi((ui) => ui.takeUndo)
  const showResult = useUi((ui) => ui.showResult)
  const undo = useCallback(() => {
    const inverse = takeUndo()
    if (!inverse) return
    const refused = inverse.map((command) => workshop.run(command)).find((outcome) => !outcome.ok)
    const line = words.say(refused && !refused.ok ? `board.refused-${refused.reason}` : "board.undone")
    showResult({ say: line, inverse: null })
    announce(line)
  }, [workshop, words, announce, takeUndo, showResult])
  return canUndo ? undo : null
}
