// How a screen runs any command of the board. Apart from use-board.ts, since it brings what all of them do: the first screen has only
// `useRunFirst`.
import { useCallback } from "react"
import { type Command, run } from "@evenboard/board"
import type { Ran } from "./connect/open-workshop.ts"
import { type Say, useRunBy, useTell } from "./use-board.ts"
import { useWorkshop } from "./workshop-context.ts"

export const useRun = (): ((command: Command, opts?: Say) => Ran) => useRunBy(run)

/** Several commands as one step: one result, one Undo. Stops at the first refusal and takes back what came before it. */
export function useRunAll(): (commands: readonly Command[], opts?: Say) => boolean {
  const workshop = useWorkshop()
  const tell = useTell()
  return useCallback(
    (commands, { say } = {}) => {
      const inverses: Command[] = []
      const undo = (): Ran => {
        const ran = inverses.map((inverse) => workshop.run(run, inverse))
        return ran.find((outcome) => !outcome.ok) ?? { ok: true, inverse: null }
      }
      for (const command of commands) {
        const outcome = workshop.run(run, command)
        if (!outcome.ok) {
          undo()
          tell(outcome, null, say)
          return false
        }
        if (outcome.inverse) inverses.unshift(outcome.inverse)
      }
      tell({ ok: true, inverse: null }, inverses.length > 0 ? undo : null, say)
      return true
    },
    [workshop, tell],
  )
}
