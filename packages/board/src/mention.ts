// Words about a person, found wherever people write and taken out for good: which words are the same ones, and what stands in their
// place. The mark is in the workshop's language, since everybody reads one board. Knows the shapes of the doc; not who may ask.
import * as Y from "yjs"
import { descriptionOf, entriesOf, entryOf, ROOT_MAPS, sheetText } from "./doc.ts"
import { SHEET_FIELDS, type NoteId } from "./types.ts"

type Found = { readonly at: number; readonly length: number }
export type Mention = {
  /** Where the words stand, in UTF-16 units, in order. */
  find(text: string): Found[]
  has(text: string): boolean
  /** The same text where nothing is found. */
  without(text: string): string
  readonly mark: string
}

const LETTER = String.raw`\p{L}\p{N}\p{M}`
/** Scripts that set no spaces between words: there a name stands inside what looks like one. */
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`
const [BEGINS_UNSPACED, ENDS_UNSPACED] = [new RegExp(`^${UNSPACED}`, "u"), new RegExp(`${UNSPACED}$`, "u")]
const ARABIC = /^\p{sc=Arab}/u
/** "And Sami", "to Sami": one letter written on to the name. */
const ARABIC_JOINED = "[وفبلك]"

/** Whole words, whichever case and however the accents are coded; as many spaces as may be, and no new line, between them. */
export function mentionOf(words: string, mark: string): Mention {
  const parts = words.trim().split(/\s+/u)
  const as = (form: "NFC" | "NFD"): string => parts.map((part) => escaped(part.normalize(form))).join(String.raw`[^\S\r\n]+`)
  const first = BEGINS_UNSPACED.test(words.trim()) ? "" : before(words.trim())
  const last = ENDS_UNSPACED.test(words.trim()) ? "" : `(?![${LETTER}])`
  const pattern = new RegExp(`${first}(?:${as("NFC")}|${as("NFD")})${last}`, "giu")
  const find = (text: string): Found[] => [...text.matchAll(pattern)].map((match) => ({ at: match.index, length: match[0].length }))
  return {
    find,
    has: (text) => find(text).length > 0,
    without: (text) => text.replace(pattern, () => mark),
    mark,
  }
}

const before = (words: string): string => (ARABIC.test(words) ? `(?<=(?:^|[^${LETTER}])${ARABIC_JOINED}?)` : `(?<![${LETTER}])`)
const escaped = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`)

/** Fields of people's own words that are plain text in the doc, and those that hold a reason. */
const TEXT_FIELDS = ["text", "title", "answer", "forWhom", "who"] as const
const REASON_FIELDS = ["aside", "notThisTime"] as const

/** What is found in things that `isChosen` (by id; of a suggestion, its note's) makes way for the mark. Repeating it does no harm. */
export function takeMentionOut(doc: Y.Doc, mention: Mention, isChosen: (id: string) => boolean): void {
  doc.transact(() => {
    for (const root of ROOT_MAPS) {
      if (root === "links") continue
      for (const key of entriesOf(doc, root).keys()) {
        const entry = entryOf(doc, root, key)
        if (entry === null) continue
        const of: unknown = root === "suggestions" ? entry.get("noteId") : key
        if (typeof of !== "string" || !isChosen(of)) continue
        outOfEntry(entry, mention)
        if (root === "notes") outOfSheet(doc, key as NoteId, mention)
      }
    }
  }, "take-mention-out")
}

function outOfEntry(entry: Y.Map<unknown>, mention: Mention): void {
  for (const field of TEXT_FIELDS) {
    const value = entry.get(field)
    if (value instanceof Y.Text) outOfText(value, mention)
    else if (typeof value === "string" && mention.has(value)) entry.set(field, mention.without(value))
  }
  for (const field of REASON_FIELDS) {
    const value = entry.get(field) as { reason?: unknown } | undefined
    if (typeof value?.reason === "string" && mention.has(value.reason))
      entry.set(field, { ...value, reason: mention.without(value.reason) })
  }
}

/** Also of a note that is no option any more: its sheet waits. */
function outOfSheet(doc: Y.Doc, id: NoteId, mention: Mention): void {
  for (const field of SHEET_FIELDS) {
    const text = sheetText(doc, field, id)
    if (text !== null) outOfText(text, mention)
  }
  const description = descriptionOf(doc, id)
  for (const text of description === null ? [] : textsIn(description)) outOfText(text, mention)
}

const MAX_DEPTH = 64
function textsIn(parent: Y.XmlFragment, depth = 0): Y.Text[] {
  if (depth > MAX_DEPTH) return []
  return (parent.toArray() as unknown[]).flatMap((child) =>
    child instanceof Y.Text ? [child] : child instanceof Y.XmlElement ? textsIn(child, depth + 1) : [],
  )
}

/** Cut out where they stand, so that what others type around them stays; a name may be half bold, and have a picture before it. */
function outOfText(text: Y.Text, mention: Mention): void {
  const delta = text.toDelta() as { insert: unknown }[]
  const words = delta.map(({ insert }) => (typeof insert === "string" ? insert : "\uFFFC")).join("")
  for (const { at, length } of mention.find(words).toReversed()) {
    text.delete(at, length)
    text.insert(at, mention.mark)
  }
}
