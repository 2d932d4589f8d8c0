// The form behind each row of a note's sheet.
import type { ComponentType } from "react"
import type { Note } from "@evenboard/board"
import type { NoteCommand } from "../../commands/registry.ts"
import { ChangeKind, MoveCanvas } from "./change-kind.tsx"
import { ChangeWords, SuggestWords } from "./change-words.tsx"
import { LinkForm } from "./link.tsx"
import { Move } from "./move.tsx"
import { PlaceForm, SayForWhom } from "./place.tsx"
import { PutTogether } from "./put-together.tsx"
import { LeaveStack, StackForm, TakeStackApart } from "./stack.tsx"
import { HideNote, SetAside } from "./set-aside.tsx"
import { WrittenFor } from "./written-for.tsx"

export type NoteFormProps = { note: Note; onDone: () => void; onBack: () => void }

export const NOTE_FORMS: Readonly<Record<Exclude<NoteCommand, "bring-back">, ComponentType<NoteFormProps>>> = {
  "change-words": ChangeWords,
  "suggest-words": SuggestWords,
  move: Move,
  stack: StackForm,
  "leave-stack": LeaveStack,
  "take-stack-apart": TakeStackApart,
  "put-together": PutTogether,
  link: LinkForm,
  place: PlaceForm,
  "say-for-whom": SayForWhom,
  "change-kind": ChangeKind,
  "move-canvas": MoveCanvas,
  "written-for": WrittenFor,
  "set-aside": SetAside,
  "hide-note": HideNote,
}
