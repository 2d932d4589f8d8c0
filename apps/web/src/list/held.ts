// Which notes of others wait behind "3 new notes. Show". What I have seen stays where it is; only I let new ones in.
import type { NoteId } from "@evenboard/board"

export type Shown = ReadonlySet<NoteId>

/**
 * After a change of the board: my own new notes stand at once. So does everything while I have nothing to read, since nothing can
 * move then. `came` are the ids that were not there before.
 */
export function showMine(shown: Shown, came: readonly NoteId[], isMine: boolean, isEmpty: boolean): Shown {
  return came.length > 0 && (isMine || isEmpty) ? new Set([...shown, ...came]) : shown
}

export const heldBack = (all: readonly { id: NoteId }[], shown: Shown): NoteId[] =>
  all.filter(({ id }) => !shown.has(id)).map(({ id }) => id)
