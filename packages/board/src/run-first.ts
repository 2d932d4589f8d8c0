// The commands that a phone can run before anything else has come: adding a note, its words, and setting it aside. A list of its own,
// so that a screen which names only `runFirst` does not load the others. The inverse of each is one of them again.
import type * as Y from "yjs"
import type { Command, CommandType, Outcome } from "./command.ts"
import { addNote, bringBack, changeKind, changeWords, placeNote, sayForWhom, setAside } from "./note.ts"
import type { Act } from "./outcome.ts"

type Acts<T extends CommandType> = { readonly [K in T]: Act<K> }

export const FIRST_ACTS = {
  "add-note": addNote,
  "change-words": changeWords,
  "change-kind": changeKind,
  place: placeNote,
  "say-for-whom": sayForWhom,
  "set-aside": setAside,
  "bring-back": bringBack,
} satisfies Partial<Acts<CommandType>>

export type FirstCommand = Extract<Command, { type: keyof typeof FIRST_ACTS }>

/** As `run`, for these commands alone. */
export const runFirst = (doc: Y.Doc, command: FirstCommand): Outcome => runBy(FIRST_ACTS, doc, command)

/** The act must do for each command what it says: TypeScript cannot follow a table from a command's type to its act. */
export function runBy<T extends CommandType>(acts: Acts<T>, doc: Y.Doc, command: Extract<Command, { type: T }>): Outcome {
  const act: (doc: Y.Doc, command: never) => Outcome = acts[command.type]
  return doc.transact(() => act(doc, command as never), command.type)
}
