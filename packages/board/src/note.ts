// Changing a note: the only code that writes to one. Every function runs inside one transaction of `run`.
import * as Y from "yjs"
import { TAKEN_BACK } from "./command.ts"
import type { Command, CommandType } from "./command.ts"
import { entriesOf, entryOf } from "./doc.ts"
import type { Entry } from "./doc.ts"
import { checked, done, no, nothingChanged } from "./outcome.ts"
import type { Act } from "./outcome.ts"
import { oneOf, readOne, readPlace } from "./read.ts"
import { stand, standingAt } from "./standing.ts"
import {
  CANVASES,
  NOTE_KINDS,
  TEXT_LIMITS,
  type Canvas,
  type Note,
  type NoteId,
  type NoteKind,
  type Place,
  type Standing,
} from "./types.ts"
import { cleaned, rewrite } from "./words.ts"

/** Undone, a new note is set aside with `TAKEN_BACK`, never deleted. */
export const addNote: Act<"add-note"> = (doc, command) => {
  const words = checked(command.text, TEXT_LIMITS.note)
  if (!words.ok) return words
  if (entriesOf(doc, "notes").has(command.id)) return no("same")
  if (oneOf(NOTE_KINDS, command.kind) === null) return no("wrong-kind")
  if (oneOf(CANVASES, command.canvas) === null) return no("wrong-canvas")
  const forWhom = checked(command.forWhom ?? "", TEXT_LIMITS.short, 0)
  if (!forWhom.ok) return forWhom
  const standing = standingAt(doc, command.id, command.canvas, command.spot ?? { themeId: null })
  if (typeof standing === "string") return no(standing)
  const { id, kind, canvas, lang, place } = command
  writeNote(doc, { id, kind, canvas, ...standing, text: words.text, place: place ?? null, lang: lang ?? null, forWhom: forWhom.text })
  return done({ type: "set-aside", id, reason: TAKEN_BACK })
}

/** What a new note is made of; all of it set in one transaction, or the note would not be whole. */
type NewNote = Standing & {
  id: NoteId
  kind: NoteKind
  canvas: Canvas
  text: string
  place: Place | null
  lang: string | null
  forWhom: string
}

export function writeNote(doc: Y.Doc, note: NewNote): Entry {
  const entry: Entry = new Y.Map()
  entriesOf(doc, "notes").set(note.id, entry)
  entry.set("kind", note.kind)
  entry.set("canvas", note.canvas)
  stand(entry, note)
  entry.set("text", new Y.Text(note.text))
  if (note.place !== null) entry.set("place", { likely: note.place.likely, effect: note.place.effect })
  if (note.lang !== null) entry.set("lang", note.lang)
  if (note.forWhom !== "") entry.set("forWhom", note.forWhom)
  return entry
}

/** The Y.Text of a thing; makes one where another client left none, so its words can be changed. */
export function textOf(entry: Entry, field: "text" | "title"): Y.Text {
  const there = entry.get(field)
  if (there instanceof Y.Text) return there
  const text = new Y.Text(typeof there === "string" ? there : "")
  entry.set(field, text)
  return text
}

export const changeWords: Act<"change-words"> = (doc, { id, text, from }) => {
  const words = checked(text, TEXT_LIMITS.note)
  if (!words.ok) return words
  const note = entryOf(doc, "notes", id)
  if (note === null) return no("gone")
  const { before, after } = rewrite(textOf(note, "text"), words.text, from)
  return before === after ? nothingChanged : done({ type: "change-words", id, text: before, from: after })
}

/** Sets one plain field when it differs; the inverse is made from what stood there. */
function setting<T extends CommandType, V>(
  change: (
    note: Note,
    command: Extract<Command, { type: T }>,
    entry: Entry,
  ) => { was: V; is: V; field: string; value: unknown; inverse: Command } | ReturnType<typeof no>,
): Act<T> {
  return (doc, command) => {
    const id = (command as { id: NoteId }).id
    const [entry, note] = [entryOf(doc, "notes", id), readOne(doc, "notes", id)]
    if (entry === null || note === null) return no("gone")
    const made = change(note, command, entry)
    if ("ok" in made) return made
    if (JSON.stringify(made.was) === JSON.stringify(made.is)) return nothingChanged
    if (made.value === undefined) entry.delete(made.field)
    else entry.set(made.field, made.value)
    return done(made.inverse)
  }
}

export const changeKind: Act<"change-kind"> = setting(({ id, kind }, command) =>
  oneOf(NOTE_KINDS, command.kind) === null
    ? no("wrong-kind")
    : { was: kind, is: command.kind, field: "kind", value: command.kind, inverse: { type: "change-kind", id, kind } },
)

/** Only worries and hopes have a place on the matrix. */
export const placeNote: Act<"place"> = setting(({ id, kind, place }, command) => {
  if (kind !== "risk" && kind !== "opportunity") return no("wrong-kind")
  const is = command.place === null ? null : readPlace(command.place)
  return { was: place, is, field: "place", value: is === null ? undefined : { ...is }, inverse: { type: "place", id, place } }
})

export const sayForWhom: Act<"say-for-whom"> = setting(({ id, kind, forWhom }, command) => {
  if (kind !== "risk" && kind !== "opportunity") return no("wrong-kind")
  const words = checked(command.forWhom, TEXT_LIMITS.short, 0)
  if (!words.ok) return words
  const inverse: Command = { type: "say-for-whom", id, forWhom }
  return { was: forWhom, is: words.text, field: "forWhom", value: words.text === "" ? undefined : words.text, inverse }
})

export const setAside: Act<"set-aside"> = setting(({ id, aside }, command) => {
  const reason = checked(command.reason, TEXT_LIMITS.reason)
  if (!reason.ok) return reason
  const inverse: Command = aside === null ? { type: "bring-back", id } : { type: "set-aside", id, reason: aside.reason || TAKEN_BACK }
  return { was: aside?.reason ?? null, is: reason.text, field: "aside", value: { reason: reason.text }, inverse }
})

export const bringBack: Act<"bring-back"> = setting(({ id, aside }) => ({
  was: aside !== null,
  is: false,
  field: "aside",
  value: undefined,
  inverse: { type: "set-aside", id, reason: cleaned(aside?.reason ?? "") || TAKEN_BACK },
}))
