// A picture that was paused, as it may still be shown. Pure.
import type { Session } from "@evenboard/session"
import type { Live } from "./use-live.ts"

/** Words taken out of sight leave a paused picture too: a hall must not go on reading them. */
export function withoutHidden(kept: Live, hidden: Session["hidden"]): Live {
  const notes = new Map([...kept.board.notes].filter(([id]) => !hidden.has(id)))
  return notes.size === kept.board.notes.size ? kept : { ...kept, board: { ...kept.board, notes } }
}
