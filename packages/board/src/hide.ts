// Taking a note out of the shared doc, and putting it back: the words leave the doc, not only the screen. The server keeps what
// `takeOut` answers. Links stay, since they hold ids only, and so the note comes back linked.
import * as Y from "yjs"
import { descriptionTree, isJson } from "./description.ts"
import type { DescriptionTree, Json } from "./description.ts"
import { descriptionOf, entriesOf, entryOf, sheetText, wordsOf } from "./doc.ts"
import { fillNote } from "./plan.ts"
import { readOne } from "./read.ts"
import { writeSuggestion } from "./suggestion.ts"
import { SHEET_FIELDS, type Note, type NoteId, type OptionSheet, type Suggestion } from "./types.ts"

const KNOWN: ReadonlySet<string> = new Set([
  "kind",
  "canvas",
  "themeId",
  "rank",
  "stack",
  "text",
  "place",
  "aside",
  "notThisTime",
  "answer",
  "lang",
  "forWhom",
])

type Kept = {
  note: Omit<Note, "sheet">
  sheet: Omit<OptionSheet, "description">
  description: DescriptionTree
  /** Fields that this version does not know, so that they are kept. */
  more: [string, Json][]
  suggestions: Suggestion[]
}

/** Null when there is no such note. Every suggestion of words for it goes too: those taken repeat its words. */
export function takeOut(doc: Y.Doc, noteId: NoteId): string | null {
  const [entry, note] = [entryOf(doc, "notes", noteId), readOne(doc, "notes", noteId)]
  if (entry === null || note === null) return null
  const { sheet: _plainWords, ...standing } = note
  return doc.transact(() => {
    const kept: Kept = {
      note: standing,
      sheet: takeSheet(doc, noteId),
      description: takeDescription(doc, noteId),
      more: moreOf(entry),
      suggestions: takeSuggestions(doc, noteId),
    }
    entriesOf(doc, "notes").delete(noteId)
    return JSON.stringify(kept)
  }, "take-out")
}

/** Does nothing when the note is there. `content` is what `takeOut` answered; anything else throws. */
export function putBack(doc: Y.Doc, content: string): void {
  const { note, sheet, description, more, suggestions } = JSON.parse(content) as Kept
  if (entryOf(doc, "notes", note.id) !== null) return
  doc.transact(() => {
    const entry = fillNote(doc, { ...note, sheet, description })
    for (const [field, value] of more) entry.set(field, value)
    for (const suggestion of suggestions) if (!entriesOf(doc, "suggestions").has(suggestion.id)) writeSuggestion(doc, suggestion)
  }, "put-back")
}

/** Root types cannot be removed; what they hold can. */
function takeSheet(doc: Y.Doc, id: NoteId): Omit<OptionSheet, "description"> {
  const sheet = { who: "", pays: "", leftOut: "" }
  for (const field of SHEET_FIELDS) {
    const text = sheetText(doc, field, id)
    if (text === null) continue
    sheet[field] = wordsOf(text)
    text.delete(0, text.length)
  }
  return sheet
}

function takeDescription(doc: Y.Doc, id: NoteId): DescriptionTree {
  const fragment = descriptionOf(doc, id)
  if (fragment === null) return []
  const tree = descriptionTree(doc, id)
  fragment.delete(0, fragment.length)
  return tree
}

function moreOf(entry: Y.Map<unknown>): [string, Json][] {
  const fields = [...entry.entries()].filter(([field]) => !KNOWN.has(field))
  return fields
    .map(([field, value]) => [field, value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value])
    .filter((pair): pair is [string, Json] => isJson(pair[1]))
}

function takeSuggestions(doc: Y.Doc, noteId: NoteId): Suggestion[] {
  const all = [...entriesOf(doc, "suggestions").keys()].map((id) => readOne(doc, "suggestions", id))
  const ours = all.filter((suggestion): suggestion is Suggestion => suggestion?.noteId === noteId)
  for (const { id } of ours) entriesOf(doc, "suggestions").delete(id)
  return ours
}
