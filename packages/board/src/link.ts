// Changing links. A link is the presence of its key; taken away, it stays with `off`, so that two people at once agree on one of both.
// Every function runs inside one transaction of `run`.
import * as Y from "yjs"
import type { Refusal } from "./command.ts"
import { entriesOf, entryOf, isId } from "./doc.ts"
import { done, no, nothingChanged } from "./outcome.ts"
import type { Act } from "./outcome.ts"
import { kindAndCanvas, linkKey, oneOf, readOne } from "./read.ts"
import { DOING_NOTHING, LINK_KINDS, type Link, type LinkKind, type NoteKind } from "./types.ts"

export const addLink: Act<"link"> = (doc, { link }) => {
  const refusal = refusalOf(doc, link)
  if (refusal !== null) return no(refusal)
  return setLink(doc, link) ? done({ type: "unlink", link }) : nothingChanged
}

export const removeLink: Act<"unlink"> = (doc, { link }) => {
  const key = linkKey(link)
  if (readOne(doc, "links", key) === null) return nothingChanged
  const links = entriesOf(doc, "links")
  const entry = entryOf(doc, "links", key) ?? links.set(key, new Y.Map())
  entry.set("off", true)
  return done({ type: "link", link })
}

/** False when it was there already. */
export function setLink(doc: Y.Doc, link: Link): boolean {
  const key = linkKey(link)
  if (readOne(doc, "links", key) !== null) return false
  const entry = entryOf(doc, "links", key)
  if (entry === null) entriesOf(doc, "links").set(key, new Y.Map())
  else entry.delete("off")
  return true
}

/** What kinds of notes each kind of link may go from and to. */
export const LINK_ENDS: Record<LinkKind, { from: readonly NoteKind[] | "any" | "agreement"; to: readonly NoteKind[] | "any" }> = {
  answers: { from: ["option"], to: ["need"] },
  about: { from: ["risk", "opportunity"], to: ["option"] },
  piece: { from: "any", to: ["option"] },
  source: { from: "agreement", to: "any" },
}

function refusalOf(doc: Y.Doc, { from, to, kind }: Link): Refusal | null {
  if (oneOf(LINK_KINDS, kind) === null) return "wrong-kind"
  if (!isId(from) || !isId(to)) return "gone"
  if (from === to) return "same"
  const ends = LINK_ENDS[kind]
  const fromRefusal =
    ends.from === "agreement" ? (entryOf(doc, "agreements", from) === null ? "gone" : null) : noteRefusal(doc, from, ends.from)
  if (fromRefusal !== null) return fromRefusal
  return kind === "about" && to === DOING_NOTHING ? null : noteRefusal(doc, to, ends.to)
}

function noteRefusal(doc: Y.Doc, id: string, kinds: readonly NoteKind[] | "any"): Refusal | null {
  const note = entryOf(doc, "notes", id)
  if (note === null) return "gone"
  return kinds === "any" || kinds.includes(kindAndCanvas(note).kind) ? null : "wrong-kind"
}
