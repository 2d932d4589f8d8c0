// Changing agreements ("We agree …") and actions (who does what by when). Every function runs inside one transaction of `run`.
import * as Y from "yjs"
import { TAKEN_BACK } from "./command.ts"
import type { Command } from "./command.ts"
import { entriesOf, entryOf } from "./doc.ts"
import type { Entry } from "./doc.ts"
import { setLink } from "./link.ts"
import { textOf } from "./note.ts"
import { checked, done, no, nothingChanged } from "./outcome.ts"
import type { Act } from "./outcome.ts"
import { rankFor } from "./rank.ts"
import type { Ranked } from "./rank.ts"
import { isDate, readOne, readRank } from "./read.ts"
import { entries } from "./standing.ts"
import { TEXT_LIMITS, type ActionId, type AgreementId, type Rank } from "./types.ts"
import { cleaned, rewrite } from "./words.ts"

const ranked = (doc: Y.Doc, root: "agreements" | "actions"): Ranked[] =>
  [...entries(doc, root)].map(([id, entry]) => ({ id, rank: readRank(entry) }))

/** Undone, it is set aside with `TAKEN_BACK`. Sources that are gone are left out rather than losing the sentence. */
export const addAgreement: Act<"add-agreement"> = (doc, { id, text, sources, rank }) => {
  const words = checked(text, TEXT_LIMITS.note)
  if (!words.ok) return words
  if (entriesOf(doc, "agreements").has(id)) return no("same")
  writeAgreement(doc, { id, text: words.text, rank: rankFor(id, ranked(doc, "agreements"), { rank }) })
  for (const to of sources) if (entryOf(doc, "notes", to) !== null) setLink(doc, { from: id, to, kind: "source" })
  return done({ type: "set-aside-agreement", id, reason: TAKEN_BACK })
}

export function writeAgreement(doc: Y.Doc, { id, text, rank }: { id: AgreementId; text: string; rank: Rank }): Entry {
  const entry: Entry = new Y.Map()
  entriesOf(doc, "agreements").set(id, entry)
  entry.set("text", new Y.Text(text))
  entry.set("rank", rank)
  return entry
}

export const changeAgreement: Act<"change-agreement"> = (doc, { id, text, from }) => {
  const words = checked(text, TEXT_LIMITS.note)
  if (!words.ok) return words
  const entry = entryOf(doc, "agreements", id)
  if (entry === null) return no("gone")
  const { before, after } = rewrite(textOf(entry, "text"), words.text, from)
  return before === after ? nothingChanged : done({ type: "change-agreement", id, text: before, from: after })
}

/** Undone, it is set aside with `TAKEN_BACK`. */
export const addAction: Act<"add-action"> = (doc, command) => {
  const { id, agreementId } = command
  const words = checked(command.text, TEXT_LIMITS.note)
  if (!words.ok) return words
  const who = checked(command.who, TEXT_LIMITS.short, 0)
  if (!who.ok) return who
  const by = command.by.trim()
  if (by !== "" && !isDate(by)) return no("not-a-date")
  if (entriesOf(doc, "actions").has(id)) return no("same")
  if (agreementId !== null && entryOf(doc, "agreements", agreementId) === null) return no("gone")
  writeAction(doc, { id, agreementId, text: words.text, who: who.text, by, rank: rankFor(id, ranked(doc, "actions"), command) })
  return done({ type: "set-aside-action", id, reason: TAKEN_BACK })
}

type NewAction = { id: ActionId; agreementId: AgreementId | null; text: string; who: string; by: string; rank: Rank }

export function writeAction(doc: Y.Doc, action: NewAction): Entry {
  const entry: Entry = new Y.Map()
  entriesOf(doc, "actions").set(action.id, entry)
  entry.set("text", new Y.Text(action.text))
  entry.set("who", action.who)
  entry.set("by", action.by)
  entry.set("agreementId", action.agreementId)
  entry.set("rank", action.rank)
  return entry
}

export const changeAction: Act<"change-action"> = (doc, command) => {
  const [entry, was] = [entryOf(doc, "actions", command.id), readOne(doc, "actions", command.id)]
  if (entry === null || was === null) return no("gone")
  const words = command.text === undefined ? null : checked(command.text, TEXT_LIMITS.note)
  if (words?.ok === false) return words
  const who = command.who === undefined ? null : checked(command.who, TEXT_LIMITS.short, 0)
  if (who?.ok === false) return who
  const by = command.by?.trim() ?? was.by
  if (by !== "" && !isDate(by)) return no("not-a-date")
  const back: Extract<Command, { type: "change-action" }> = { type: "change-action", id: command.id }
  if (words !== null) {
    const { before, after } = rewrite(textOf(entry, "text"), words.text, command.from)
    if (before !== after) Object.assign(back, { text: before, from: after })
  }
  if (who !== null && who.text !== was.who) {
    entry.set("who", who.text)
    back.who = was.who
  }
  if (by !== was.by) {
    entry.set("by", by)
    back.by = was.by
  }
  return Object.keys(back).length === 2 ? nothingChanged : done(back)
}

export const setAsideAgreement: Act<"set-aside-agreement"> = (doc, { id, reason }) => setAside(doc, "agreements", id, reason)
export const setAsideAction: Act<"set-aside-action"> = (doc, { id, reason }) => setAside(doc, "actions", id, reason)
export const bringBackAgreement: Act<"bring-back-agreement"> = (doc, { id }) => bringBack(doc, "agreements", id)
export const bringBackAction: Act<"bring-back-action"> = (doc, { id }) => bringBack(doc, "actions", id)

type Kept = "agreements" | "actions"

function setAside(doc: Y.Doc, root: Kept, id: AgreementId | ActionId, reason: string): ReturnType<typeof no> {
  const words = checked(reason, TEXT_LIMITS.reason)
  if (!words.ok) return words
  const [entry, was] = [entryOf(doc, root, id), readOne(doc, root, id)]
  if (entry === null || was === null) return no("gone")
  if (was.aside?.reason === words.text) return nothingChanged
  entry.set("aside", { reason: words.text })
  return done(was.aside === null ? bringBackCommand(root, id) : asideCommand(root, id, was.aside.reason))
}

function bringBack(doc: Y.Doc, root: Kept, id: AgreementId | ActionId): ReturnType<typeof no> {
  const [entry, was] = [entryOf(doc, root, id), readOne(doc, root, id)]
  if (entry === null || was === null) return no("gone")
  if (was.aside === null) return nothingChanged
  entry.delete("aside")
  return done(asideCommand(root, id, was.aside.reason))
}

const bringBackCommand = (root: Kept, id: AgreementId | ActionId): Command =>
  root === "agreements" ? { type: "bring-back-agreement", id: id as AgreementId } : { type: "bring-back-action", id: id as ActionId }

function asideCommand(root: Kept, id: AgreementId | ActionId, was: string): Command {
  const reason = cleaned(was) || TAKEN_BACK
  return root === "agreements"
    ? { type: "set-aside-agreement", id: id as AgreementId, reason }
    : { type: "set-aside-action", id: id as ActionId, reason }
}
