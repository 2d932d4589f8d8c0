// Other words that somebody proposes for a note, and what becomes of them. Every function runs inside one transaction of `run`.
import * as Y from "yjs"
import { entriesOf, entryOf, wordsOf } from "./doc.ts"
import type { Entry } from "./doc.ts"
import { textOf } from "./note.ts"
import { checked, done, no, nothingChanged } from "./outcome.ts"
import type { Act } from "./outcome.ts"
import { readOne } from "./read.ts"
import { TEXT_LIMITS, type NoteId, type Suggestion, type SuggestionId } from "./types.ts"
import { cleaned, rewrite } from "./words.ts"

/** Undone, it counts as declined. */
export const suggestWords: Act<"suggest-words"> = (doc, { suggestionId, noteId, text }) => {
  const words = checked(text, TEXT_LIMITS.note)
  if (!words.ok) return words
  const note = readOne(doc, "notes", noteId)
  if (note === null) return no("gone")
  if (note.text === words.text || entriesOf(doc, "suggestions").has(suggestionId)) return no("same")
  writeSuggestion(doc, { id: suggestionId, noteId, text: words.text, state: "open" })
  return done({ type: "keep-words", suggestionId })
}

export function writeSuggestion(doc: Y.Doc, { id, noteId, text, state }: Suggestion): Entry {
  const entry: Entry = new Y.Map()
  entriesOf(doc, "suggestions").set(id, entry)
  entry.set("noteId", noteId)
  entry.set("text", new Y.Text(text))
  entry.set("state", state)
  return entry
}

type Found = { entry: Entry; suggestion: Suggestion; note: Entry }

function find(doc: Y.Doc, id: SuggestionId): Found | null {
  const [entry, suggestion] = [entryOf(doc, "suggestions", id), readOne(doc, "suggestions", id)]
  const note = suggestion === null ? null : noteEntry(doc, suggestion.noteId)
  return entry === null || suggestion === null || note === null ? null : { entry, suggestion, note }
}
const noteEntry = (doc: Y.Doc, id: NoteId): Entry | null => entryOf(doc, "notes", id)

export const takeWords: Act<"take-words"> = (doc, { suggestionId, text, from }) => {
  const found = find(doc, suggestionId)
  if (found === null) return no("gone")
  if (found.suggestion.state !== "open") return no("not-open")
  const words = cleaned(text ?? found.suggestion.text)
  if (words === "") return no("empty")
  const { before, after } = rewrite(textOf(found.note, "text"), words, from)
  found.entry.set("state", "taken")
  return done({ type: "reopen-suggestion", suggestionId, text: before, from: after })
}

export const keepWords: Act<"keep-words"> = (doc, { suggestionId }) => {
  const found = find(doc, suggestionId)
  if (found === null) return no("gone")
  if (found.suggestion.state !== "open") return no("not-open")
  found.entry.set("state", "declined")
  return done({ type: "reopen-suggestion", suggestionId, text: null })
}

/** What taking the suggestion changed is changed back; later changes stay. Of one declined, no words are changed back. */
export const reopenSuggestion: Act<"reopen-suggestion"> = (doc, { suggestionId, text, from }) => {
  const found = find(doc, suggestionId)
  if (found === null) return no("gone")
  const { state, text: suggested } = found.suggestion
  if (state === "open") return nothingChanged
  found.entry.set("state", "open")
  if (state === "declined") return done({ type: "keep-words", suggestionId })
  const words = textOf(found.note, "text")
  const { before, after } = text === null ? rewrite(words, wordsOf(words)) : rewrite(words, cleaned(text), from ?? suggested)
  return done({ type: "take-words", suggestionId, text: before, from: after })
}
