// Changing pledges: sentences of how people want to work together. Every function runs inside one transaction of `run`. Who goes along
// with one is no part of the doc: the server counts it, for the words as they stood (apps/server/src/live/pledges.ts).
import * as Y from "yjs"
import { TAKEN_BACK } from "./command.ts"
import { entriesOf, entryOf, type Entry } from "./doc.ts"
import { textOf } from "./note.ts"
import { checked, done, no, nothingChanged, type Act } from "./outcome.ts"
import { rankFor } from "./rank.ts"
import { readAside, readRank } from "./read.ts"
import { entries } from "./standing.ts"
import { TEXT_LIMITS, type Pledge } from "./types.ts"
import { rewrite } from "./words.ts"

/** Undone, it is set aside with `TAKEN_BACK`. */
export const addPledge: Act<"add-pledge"> = (doc, { id, text, rank }) => {
  const words = checked(text, TEXT_LIMITS.short)
  if (!words.ok) return words
  const all = [...entries(doc, "pledges")].map(([other, entry]) => ({ id: other, rank: readRank(entry) }))
  if (all.some((other) => other.id === id)) return no("same")
  writePledge(doc, { id, text: words.text, rank: rankFor(id, all, { rank }) })
  return done({ type: "set-aside-pledge", id, reason: TAKEN_BACK })
}

export function writePledge(doc: Y.Doc, { id, text, rank }: Omit<Pledge, "aside">): Entry {
  const entry: Entry = new Y.Map()
  entriesOf(doc, "pledges").set(id, entry)
  entry.set("text", new Y.Text(text))
  entry.set("rank", rank)
  return entry
}

export const changePledge: Act<"change-pledge"> = (doc, { id, text, from }) => {
  const words = checked(text, TEXT_LIMITS.short)
  if (!words.ok) return words
  const entry = entryOf(doc, "pledges", id)
  if (entry === null) return no("gone")
  const { before, after } = rewrite(textOf(entry, "text"), words.text, from)
  return before === after ? nothingChanged : done({ type: "change-pledge", id, text: before, from: after })
}

export const setAsidePledge: Act<"set-aside-pledge"> = (doc, { id, reason }) => {
  const words = checked(reason, TEXT_LIMITS.reason)
  if (!words.ok) return words
  const entry = entryOf(doc, "pledges", id)
  if (entry === null) return no("gone")
  const was = readAside(entry.get("aside"))
  if (was?.reason === words.text) return nothingChanged
  entry.set("aside", { reason: words.text })
  return done(was === null ? { type: "bring-back-pledge", id } : { type: "set-aside-pledge", id, reason: was.reason || TAKEN_BACK })
}

export const bringBackPledge: Act<"bring-back-pledge"> = (doc, { id }) => {
  const entry = entryOf(doc, "pledges", id)
  if (entry === null) return no("gone")
  const was = readAside(entry.get("aside"))
  if (was === null) return nothingChanged
  entry.delete("aside")
  return done({ type: "set-aside-pledge", id, reason: was.reason || TAKEN_BACK })
}
