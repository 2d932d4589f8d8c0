// Taking a person's words out of the shared doc for good: nothing is kept of them, and nothing can be put back. Owns what each kind of
// thing leaves behind; whose words they are, its caller says. See hide.ts for what comes back.
import type * as Y from "yjs"
import { descriptionOf, entriesOf, entryOf, sheetText } from "./doc.ts"
import { takeOut } from "./hide.ts"
import { SHEET_FIELDS, type ActionId, type AgreementId, type NoteId, type OptionSheet, type PledgeId, type SuggestionId } from "./types.ts"

export type Erased = {
  /** Each with its sheet and what was suggested for it. */
  notes: readonly NoteId[]
  suggestions: readonly SuggestionId[]
  agreements: readonly AgreementId[]
  actions: readonly ActionId[]
  pledges: readonly PledgeId[]
  /** Parts of options' sheets, which stay empty. */
  sheets: readonly { noteId: NoteId; field: keyof OptionSheet }[]
  /** What stays set aside, and no longer says why. */
  reasons: readonly { root: "notes" | "agreements" | "actions" | "pledges"; id: string }[]
  /** What stays not in the plan this time, and no longer says why. */
  outcomes: readonly { root: "notes" | "themes"; id: string }[]
}

/** What is not there is passed over, so that repeating it does no harm. */
export function eraseWords(doc: Y.Doc, { notes, suggestions, agreements, actions, pledges, sheets, reasons, outcomes }: Erased): void {
  doc.transact(() => {
    for (const id of notes) takeOut(doc, id)
    for (const id of suggestions) entriesOf(doc, "suggestions").delete(id)
    for (const id of agreements) entriesOf(doc, "agreements").delete(id)
    for (const id of actions) entriesOf(doc, "actions").delete(id)
    for (const id of pledges) entriesOf(doc, "pledges").delete(id)
    for (const { noteId, field } of sheets) emptySheet(doc, noteId, field)
    for (const { root, id } of reasons) {
      const entry = entryOf(doc, root, id)
      if (entry?.has("aside")) entry.set("aside", { reason: "" })
    }
    for (const { root, id } of outcomes) {
      const entry = entryOf(doc, root, id)
      if (entry?.has("notThisTime")) entry.set("notThisTime", { reason: "" })
    }
  }, "erase")
}

/** Root types cannot be removed; what they hold can. */
function emptySheet(doc: Y.Doc, noteId: NoteId, field: keyof OptionSheet): void {
  const short = SHEET_FIELDS.find((one) => one === field)
  const part = short === undefined ? descriptionOf(doc, noteId) : sheetText(doc, short, noteId)
  part?.delete(0, part.length)
}
