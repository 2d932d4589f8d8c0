// Where things stand in the Y.Doc: the names of its roots and typed ways to them, new ids, and long text as plain words.
// Knows the shape of docs/PROTOCOL.md and nothing of what the values mean (read.ts does) or of how they change.
import * as Y from "yjs"
import type { ActionId, AgreementId, NoteId, PledgeId, SheetField, SuggestionId, ThemeId } from "./types.ts"

export const ROOT_MAPS = ["notes", "themes", "links", "agreements", "actions", "suggestions", "pledges"] as const
export type RootMap = (typeof ROOT_MAPS)[number]
/** Roots of one option, named `{field}:{noteId}`. */
export const TEXT_ROOTS = ["who", "pays", "leftOut"] as const satisfies readonly SheetField[]
export const FRAGMENT_ROOT = "description"

export type Entry = Y.Map<unknown>
type Entries = Y.Map<unknown>
/** Kind of id that each map is keyed by. */
export type IdOf = {
  notes: NoteId
  themes: ThemeId
  links: string
  agreements: AgreementId
  actions: ActionId
  suggestions: SuggestionId
  pledges: PledgeId
}

export const entriesOf = (doc: Y.Doc, root: RootMap): Entries => doc.getMap(root)

/** The Y.Map of one thing; null when it is not there or is no Y.Map. */
export function entryOf(doc: Y.Doc, root: RootMap, id: string): Entry | null {
  const entry = entriesOf(doc, root).get(id)
  return entry instanceof Y.Map ? entry : null
}

/**
 * An option's short text. Asking defines the root: until somebody does, Yjs keeps what arrived in a placeholder that tells nobody of
 * changes. Null when this process has defined the name as something else.
 */
export const sheetText = (doc: Y.Doc, field: SheetField, id: NoteId): Y.Text | null => rootAs(doc, `${field}:${id}`, Y.Text)

/** An option's long text, which Tiptap edits. */
export const descriptionOf = (doc: Y.Doc, id: NoteId): Y.XmlFragment | null => rootAs(doc, `${FRAGMENT_ROOT}:${id}`, Y.XmlFragment)

function rootAs<T extends typeof Y.Text | typeof Y.XmlFragment>(doc: Y.Doc, name: string, type: T): InstanceType<T> | null {
  const there = doc.share.get(name)?.constructor
  return there === undefined || there === Y.AbstractType || there === type ? doc.get<T>(name, type) : null
}

/** Readers take any id of 1 to 64 characters; `>` parts the ids in a link's key. */
export const isId = (id: unknown): id is string => typeof id === "string" && id.length > 0 && id.length <= 64 && !id.includes(">")

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/** 16 characters of [0-9A-Za-z], 95 bits. Works on plain http too. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says of what: newId<NoteId>()
export function newId<Id extends string = string>(): Id {
  let id = ""
  while (id.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24))) {
      // 248 is the last multiple of 62 in a byte: above it, some characters would come more often.
      if (byte < 248 && id.length < 16) id += BASE62[byte % 62]
    }
  }
  return id as Id
}

/** Deeper than any document of ours; the guard refuses such depth, this keeps a hostile one from filling the stack. */
const MAX_DEPTH = 64

/** The words of a long text, one line a paragraph, heading or list entry. */
export function plainTextOf(fragment: Y.XmlFragment): string {
  const lines: string[] = [""]
  const add = (words: string): void => void (lines[lines.length - 1] += words)
  const breakLine = (): void => void (lines.at(-1) !== "" && lines.push(""))
  const walk = (parent: Y.XmlFragment, depth: number): void => {
    for (const child of parent.toArray() as unknown[]) {
      // An XmlText's own toString writes markup; a Text's writes only the words.
      if (child instanceof Y.Text) add(wordsOf(child))
      else if (child instanceof Y.XmlElement && child.nodeName === "hardBreak") add("\n")
      else if (child instanceof Y.XmlElement && depth < MAX_DEPTH) {
        breakLine()
        walk(child, depth + 1)
        breakLine()
      }
    }
  }
  walk(fragment, 0)
  return lines.join("\n").trimEnd()
}

/** The words of a Y.Text, without formatting or embedded things, for a Y.XmlText too. */
export const wordsOf = (text: Y.Text): string => Y.Text.prototype.toString.call(text)
