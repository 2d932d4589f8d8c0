// What a drop or an arrow key does with a note of the wide board: one command, and both in words. Owns no gesture and draws nothing.
import { useMemo } from "react"
import { newId, type NoteId, type Spot, type StackId, stackOf, type ThemeId } from "@evenboard/board"
import { useCreditOf } from "../credit.ts"
import { useAnnounce } from "../ui/announcer.tsx"
import { useBoardNow, useRetell } from "../use-board.ts"
import { useRun } from "../use-run.ts"
import { useWords } from "../words.tsx"
import { columnsOf, inOrder, NEW_THEME } from "./columns.ts"
import { type Drop, sameDrop, spotOf, standingOf } from "./drop-target.ts"

export type PlaceNote = {
  nameOf: (target: Drop | null) => string
  drop: (id: string, target: Drop) => void
  stays: () => void
  move: (id: NoteId, target: Drop) => boolean
}

/** Always on the board as it is now, not as it was drawn. `setNaming`: a drop has made a theme that wants a name. */
export function usePlaceNote(setNaming: (theme: ThemeId) => void): PlaceNote {
  const words = useWords()
  const run = useRun()
  const retell = useRetell()
  const creditOf = useCreditOf()
  const boardNow = useBoardNow()
  const announce = useAnnounce()
  return useMemo(() => {
    const titleOf = (key: string) => boardNow().themes.get(key as ThemeId)?.title ?? words.say("common.not-grouped")
    const stays = () => announce(words.say("wide.stays"))
    const move = (id: NoteId, target: Drop) => {
      const column = inOrder(columnsOf(boardNow())).find((one) => one.key === target.key)
      if (!column) return false
      const others = column.ids.filter((one) => one !== id).length
      const place = Math.min(target.index, others) + 1
      const spot: Spot = spotOf(column, target.index, id)
      return run({ type: "move", id, spot }, { say: words.say("wide.moved", { theme: titleOf(target.key), place, count: others + 1 }) }).ok
    }
    const begin = (id: NoteId) => {
      const themeId = newId<ThemeId>()
      const title = words.say("wide.unnamed")
      const say = words.say("wide.made-theme", { theme: title, count: 1 })
      if (run({ type: "put-together", themeId, canvas: "needs", title, notes: [id] }, { say }).ok) setNaming(themeId)
    }
    const stackOn = (id: NoteId, on: NoteId) => {
      if (!run({ type: "stack", stack: newId<StackId>(), on, notes: [id] }, { say: "" }).ok) return
      retell(words.say("stack.done", { count: stackOf(boardNow(), on).length }))
    }
    const onTop = (on: NoteId) => {
      const text = boardNow().notes.get(on)?.text ?? ""
      const { number } = creditOf(on)
      return number === null ? words.say("stack.on-top-new", { words: text }) : words.say("stack.on-top", { number, words: text })
    }
    return {
      move,
      stays,
      drop: (id, target) => {
        if (target.on !== undefined) stackOn(id as NoteId, target.on as NoteId)
        else if (target.key === NEW_THEME) begin(id as NoteId)
        else if (sameDrop(standingOf(columnsOf(boardNow()), id as NoteId), target)) stays()
        else move(id as NoteId, target)
      },
      nameOf: (target) => {
        if (!target) return words.say("wide.into-nothing")
        if (target.on !== undefined) return onTop(target.on as NoteId)
        return target.key === NEW_THEME
          ? words.say("wide.into-new")
          : words.say("wide.into", { theme: titleOf(target.key), place: target.index + 1 })
      },
    }
  }, [words, run, retell, creditOf, boardNow, announce, setNaming])
}
