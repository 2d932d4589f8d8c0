// Changing stacks: notes that say the same lie under one face, and come out again. Every function runs inside one transaction of `run`.
// A stack is nothing but a label that its notes share, so there is no list to keep, to repair or to lose.
import type * as Y from "yjs"
import { entryOf } from "./doc.ts"
import { done, no, nothingChanged } from "./outcome.ts"
import type { Act } from "./outcome.ts"
import { readStack } from "./read.ts"
import {
  entries,
  isStanding,
  movingWith,
  stackAt,
  stand,
  standAll,
  standingOf,
  standingsAt,
  standingsUnder,
  stoodOf,
  themeEntry,
} from "./standing.ts"
import type { Moved } from "./command.ts"
import type { NoteId, StackId } from "./types.ts"

/**
 * The label is the id of the note it is begun on, unless another stack bears that already: so two people who stack on one note at once
 * make one stack, and neither takes the other's apart.
 */
const labelFor = (doc: Y.Doc, on: NoteId, fresh: StackId): StackId =>
  [...entries(doc, "notes")].some(([, note]) => readStack(note) === (on as string)) ? fresh : (on as string as StackId)

export const stackNotes: Act<"stack"> = (doc, { stack: fresh, on, notes }) => {
  const under = stackAt(doc, on)
  const [first] = under
  if (first === undefined) return no("gone")
  const moving = movingWith(doc, notes)
  if (moving.length === 0) return no("gone")
  if (moving.some(({ canvas }) => canvas !== first.canvas)) return no("wrong-canvas")
  const added = moving.filter(({ id }) => !under.some((one) => one.id === id))
  if (added.length === 0) return no("same")
  const stack = first.stack ?? labelFor(doc, on, fresh)
  const ids = added.map(({ id }) => id)
  const places = standingsUnder(doc, ids, under.at(-1) ?? first, stack)
  const begun = standAll(doc, under, first.stack === null ? [{ ...first, stack }] : [])
  const put = standAll(doc, added, places)
  return done({ type: "undo-move", notes: [...begun, ...put] })
}

/** It stands right after the stack. When it was the first, the next takes its place, or the stack would stand where the next one's rank says. */
export const leaveStack: Act<"leave-stack"> = (doc, { id }) => {
  const stack = stackAt(doc, id)
  const note = stack.find((one) => one.id === id)
  if (note === undefined) return no("gone")
  const [next] = stack.filter((one) => one !== note)
  if (next === undefined) return nothingChanged
  const handed = note === stack[0] ? standAll(doc, [next], [{ ...stoodOf(next), rank: note.rank }]) : []
  const places = standingsAt(doc, [id], note.canvas, { themeId: note.themeId, after: next.id })
  if (typeof places === "string") return no(places)
  return done({ type: "undo-move", notes: [...handed, ...standAll(doc, [note], places)] })
}

/** Each stands right after the one before it, as they were read: somebody else's note may have a rank between theirs. */
export const takeStackApart: Act<"take-stack-apart"> = (doc, { id }) => {
  const [first, ...rest] = stackAt(doc, id)
  if (first === undefined) return no("gone")
  if (rest.length === 0) return nothingChanged
  const ids = rest.map((note) => note.id)
  const places = standingsAt(doc, ids, first.canvas, { themeId: first.themeId, after: first.id })
  if (typeof places === "string") return no(places)
  const alone = { ...stoodOf(first), stack: null }
  return done({ type: "undo-move", notes: standAll(doc, [first, ...rest], [alone, ...places]) })
}

/** A note whose theme does not stand any more stays where it is, as does one that somebody has moved since. */
export const undoMove: Act<"undo-move"> = (doc, { notes }) => {
  const back = notes.flatMap(({ id, was, is }): Moved[] => {
    const entry = entryOf(doc, "notes", id)
    if (entry === null) return []
    const now = standingOf(doc, entry)
    if (now.canvas !== is.canvas || !isStanding(now, is)) return []
    if (was.themeId !== null && themeEntry(doc, was.themeId) === null) return []
    if (was.canvas !== is.canvas) entry.set("canvas", was.canvas)
    stand(entry, was)
    return [{ id, was: now, is: standingOf(doc, entry) }]
  })
  return back.length > 0 ? done({ type: "undo-move", notes: back }) : no("moved")
}
