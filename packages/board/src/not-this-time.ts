// "Not in the plan this time, because …", of a note or a whole theme, and what a note's author answers. Every function runs inside one
// transaction of `run`. The doc holds the reason and the answer, never whose they are: the ledger tells that.
import type * as Y from "yjs"
import { TAKEN_BACK, type Outcome, type OutcomeOf } from "./command.ts"
import { entryOf } from "./doc.ts"
import { checked, done, no, nothingChanged, type Act } from "./outcome.ts"
import { readAside, readOne } from "./read.ts"
import { themeEntry } from "./standing.ts"
import { TEXT_LIMITS } from "./types.ts"

/** `reason` null takes back what was said. */
function setReason(doc: Y.Doc, of: OutcomeOf, reason: string | null): Outcome {
  const entry = "note" in of ? entryOf(doc, "notes", of.note) : themeEntry(doc, of.theme)
  if (entry === null) return no("gone")
  const was = readAside(entry.get("notThisTime"))?.reason ?? null
  if (was === reason) return nothingChanged
  if (reason === null) entry.delete("notThisTime")
  else entry.set("notThisTime", { reason })
  return done(was === null ? { type: "take-back-outcome", of } : { type: "say-outcome", of, reason: was || TAKEN_BACK })
}

export const sayOutcome: Act<"say-outcome"> = (doc, { of, reason }) => {
  const words = checked(reason, TEXT_LIMITS.reason)
  return words.ok ? setReason(doc, of, words.text) : words
}
export const takeBackOutcome: Act<"take-back-outcome"> = (doc, { of }) => setReason(doc, of, null)

export const answerOutcome: Act<"answer-outcome"> = (doc, { id, text }) => {
  const words = checked(text, TEXT_LIMITS.short, 0)
  if (!words.ok) return words
  const [entry, was] = [entryOf(doc, "notes", id), readOne(doc, "notes", id)?.answer ?? ""]
  if (entry === null) return no("gone")
  if (was === words.text) return nothingChanged
  entry.set("answer", words.text)
  return done({ type: "answer-outcome", id, text: was })
}
