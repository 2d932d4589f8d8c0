// Fills a doc with content that exists already: an import, or a note coming back into sight. Writes what it is given, ids and ranks
// included; checking belongs to whoever read the file. Knows no file format.
import type * as Y from "yjs"
import { writeAction, writeAgreement } from "./agreement.ts"
import { fillDescription } from "./description.ts"
import type { DescriptionTree } from "./description.ts"
import { entriesOf, sheetText } from "./doc.ts"
import type { RootMap } from "./doc.ts"
import { setLink } from "./link.ts"
import { writeNote } from "./note.ts"
import { writePledge } from "./pledge.ts"
import { writeSuggestion } from "./suggestion.ts"
import { writeTheme } from "./theme.ts"
import {
  SHEET_FIELDS,
  type Action,
  type Agreement,
  type Aside,
  type Link,
  type Note,
  type NotThisTime,
  type Pledge,
  type SheetField,
  type Suggestion,
  type Theme,
} from "./types.ts"

/** A note with its sheet's short texts; the long one is a tree, since plain words would lose its form. */
export type PlannedNote = Omit<Note, "sheet"> & {
  readonly sheet?: { readonly [F in SheetField]?: string } | null
  readonly description?: DescriptionTree
}
export type Plan = {
  readonly notes?: readonly PlannedNote[]
  readonly themes?: readonly Theme[]
  readonly links?: readonly Link[]
  readonly agreements?: readonly Agreement[]
  readonly actions?: readonly Action[]
  readonly suggestions?: readonly Suggestion[]
  readonly pledges?: readonly Pledge[]
}

/** One transaction. What has an id that is in the doc already is left as it stands there. */
export function fillBoard(doc: Y.Doc, plan: Plan): void {
  doc.transact(() => {
    for (const theme of missing(doc, "themes", plan.themes)) {
      const entry = writeTheme(doc, theme)
      if (theme.gone) entry.set("gone", true)
      putNotThisTime(entry, theme.notThisTime)
    }
    for (const note of missing(doc, "notes", plan.notes)) fillNote(doc, note)
    for (const link of plan.links ?? []) setLink(doc, link)
    for (const agreement of missing(doc, "agreements", plan.agreements)) putAside(writeAgreement(doc, agreement), agreement.aside)
    for (const action of missing(doc, "actions", plan.actions)) putAside(writeAction(doc, action), action.aside)
    for (const suggestion of missing(doc, "suggestions", plan.suggestions)) writeSuggestion(doc, suggestion)
    for (const pledge of missing(doc, "pledges", plan.pledges)) putAside(writePledge(doc, pledge), pledge.aside)
  }, "fill-board")
}

const missing = <T extends { readonly id: string }>(doc: Y.Doc, root: RootMap, all: readonly T[] = []): T[] =>
  all.filter(({ id }) => !entriesOf(doc, root).has(id))

const putAside = (entry: Y.Map<unknown>, aside: Aside | null): void => void (aside && entry.set("aside", { reason: aside.reason }))

const putNotThisTime = (entry: Y.Map<unknown>, said: NotThisTime | null): void =>
  void (said && entry.set("notThisTime", { reason: said.reason }))

/** Writes a note whole. The texts of its sheet are added to what their roots hold: nothing, unless somebody wrote there meanwhile. */
export function fillNote(doc: Y.Doc, note: PlannedNote): Y.Map<unknown> {
  const entry = writeNote(doc, note)
  putAside(entry, note.aside)
  putNotThisTime(entry, note.notThisTime)
  if (note.answer !== "") entry.set("answer", note.answer)
  for (const field of SHEET_FIELDS) {
    const words = note.sheet?.[field] ?? ""
    if (words !== "") sheetText(doc, field, note.id)?.insert(0, words)
  }
  fillDescription(doc, note.id, note.description ?? [])
  return entry
}
