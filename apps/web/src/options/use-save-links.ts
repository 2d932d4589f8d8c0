// Saving which notes something is linked with, as one step with one Undo. Only what I changed: what others link meanwhile stays.
import { useCallback } from "react"
import type { Command, Link } from "@evenboard/board"
import { useRunAll } from "../use-run.ts"
import { linkChanges } from "./sheets.ts"

type LinksToSave = { before: readonly string[]; chosen: readonly string[]; linkTo: (id: string) => Link; say: string }

/** Says nothing where nothing changed. */
export function useSaveLinks(): (links: LinksToSave) => void {
  const runAll = useRunAll()
  return useCallback(
    ({ before, chosen, linkTo, say }) => {
      const { add, remove } = linkChanges(before, chosen, linkTo)
      const commands: Command[] = [
        ...remove.map((link) => ({ type: "unlink", link }) as const),
        ...add.map((link) => ({ type: "link", link }) as const),
      ]
      if (commands.length > 0) runAll(commands, { say })
    },
    [runAll],
  )
}
