// What comes too late: words for a note that is gone, from a phone that was away as it went. Its entry takes none (Yjs drops what is
// written inside what was deleted); suggestions and the texts of its sheet stand in roots of their own, and are taken out here, inside
// the transaction that brought them, so that no update ever holds them. Which notes are gone, its caller says.
import type * as Y from "yjs"
import { descriptionOf, entriesOf, ROOT_MAPS, sheetText, TEXT_ROOTS } from "./doc.ts"
import { readOne } from "./read.ts"
import type { NoteId } from "./types.ts"
import { climb } from "./view.ts"

/** Call within the transaction, after what it brings was applied, on a doc that a `boardView` watches. Costs a look at each type that it changed. */
export function takeOutLate(transaction: Y.Transaction, isGone: (noteId: NoteId) => boolean): void {
  const { doc } = transaction
  const maps = new Set<unknown>(ROOT_MAPS.map((root) => entriesOf(doc, root)))
  const suggestions = entriesOf(doc, "suggestions")
  let names: ReadonlyMap<unknown, string> | null = null
  for (const [type, keys] of transaction.changed) {
    const { top, key } = climb(type)
    if (top === suggestions) for (const id of key === null ? keys : [key]) dropSuggestion(doc, id, isGone)
    else if (!maps.has(top)) empty(doc, (names ??= namesOf(doc)).get(top) ?? "", isGone)
  }
}

function dropSuggestion(doc: Y.Doc, id: string | null, isGone: (noteId: NoteId) => boolean): void {
  const suggestion = id === null ? null : readOne(doc, "suggestions", id)
  if (suggestion && isGone(suggestion.noteId)) entriesOf(doc, "suggestions").delete(suggestion.id)
}

const namesOf = (doc: Y.Doc): Map<unknown, string> => new Map([...doc.share].map(([name, type]) => [type, name]))

function empty(doc: Y.Doc, root: string, isGone: (noteId: NoteId) => boolean): void {
  const [field, noteId = ""] = root.split(":")
  if (!isGone(noteId as NoteId)) return
  const short = TEXT_ROOTS.find((one) => one === field)
  const text = short === undefined ? descriptionOf(doc, noteId as NoteId) : sheetText(doc, short, noteId as NoteId)
  text?.delete(0, text.length)
}
