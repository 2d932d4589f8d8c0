// What others change is shown once a frame, however many changes came; what I change, at once. Reading always gives the newest board.
import type { BoardView } from "@evenboard/board"

/** `frame` runs its work soon: in a browser, before the next picture. */
export function inFrames(board: BoardView, frame: (work: () => void) => void): BoardView {
  const listeners = new Set<() => void>()
  let isAsked = false
  const tell = () => {
    isAsked = false
    for (const listener of listeners) listener()
  }
  board.onChange((before, after, transaction) => {
    if (before === after) return
    if (transaction.local) return tell()
    if (!isAsked) frame(tell)
    isAsked = true
  })
  return {
    ...board,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
