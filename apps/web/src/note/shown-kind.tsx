// What people are told a note is: its kind, or that it is words about ourselves.
import { shownKind, type Note, type ShownKind } from "@evenboard/board"
import { KindMark } from "../ui/kind-mark.tsx"
import { useBoard } from "../use-board.ts"

export const useShownKind = (note: Note): ShownKind => useBoard((board) => shownKind(board, note))

/** Where only the mark is wanted, and not the colour of its paper. */
export const MarkOf = ({ note }: { note: Note }) => <KindMark kind={useShownKind(note)} />
