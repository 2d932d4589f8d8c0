// An option's long description (root Y.XmlFragment `description:{noteId}`, edited in Tiptap) as a plain tree, and back again.
// Owns that translation only; which nodes and marks mean something is the reader's business. Knows no Tiptap and no ProseMirror.
import * as Y from "yjs"

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A stretch of text whose marks (`bold`, `link` …) are the same throughout. */
export type DescriptionRun = { readonly text: string; readonly marks?: { readonly [mark: string]: Json } }
export type DescriptionNode =
  | { readonly runs: readonly DescriptionRun[] }
  | { readonly name: string; readonly attrs?: { readonly [attr: string]: Json }; readonly nodes: DescriptionTree }
/** Equal trees make equal descriptions. An empty tree and no description are the same thing. */
export type DescriptionTree = readonly DescriptionNode[]

/** Deeper than any editor nests; what lies below is left out. */
const MAX_DEPTH = 32

export const descriptionRoot = (noteId: string): string => `description:${noteId}`

/** Reading defines the root in this Doc, which sends nothing and changes nothing for anybody else. */
export function descriptionTree(doc: Y.Doc, noteId: string): DescriptionTree {
  return nodesOf(doc.getXmlFragment(descriptionRoot(noteId)), 0)
}

/** Appends to what is there: call it on a new doc, inside the caller's transaction. */
export function fillDescription(doc: Y.Doc, noteId: string, tree: DescriptionTree): void {
  const made = tree.map(xmlOf)
  if (made.length > 0) doc.getXmlFragment(descriptionRoot(noteId)).push(made)
}

function nodesOf(parent: Y.XmlFragment | Y.XmlElement, depth: number): DescriptionTree {
  if (depth >= MAX_DEPTH) return []
  return parent.toArray().flatMap((child): DescriptionNode[] => {
    if (child instanceof Y.XmlText) return [{ runs: runsOf(child) }]
    if (!(child instanceof Y.XmlElement)) return []
    const attrs = plainOf(child.getAttributes())
    return [{ name: child.nodeName, ...(attrs ? { attrs } : {}), nodes: nodesOf(child, depth + 1) }]
  })
}

function runsOf(text: Y.XmlText): DescriptionRun[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== "string") return []
    const marks = plainOf(attributes ?? {})
    return [marks ? { text: insert, marks } : { text: insert }]
  })
}

/** Null when nothing is in it. Keys are sorted, so that equal content is equal JSON. */
function plainOf(values: Record<string, unknown>): { [key: string]: Json } | null {
  const kept = Object.entries(values).filter((entry): entry is [string, Json] => isJson(entry[1], 0) && entry[0] !== "__proto__")
  return kept.length > 0 ? Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))) : null
}

export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true
  if (typeof value === "number") return Number.isFinite(value)
  if (typeof value !== "object" || depth >= MAX_DEPTH) return false
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1))
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every((item) => isJson(item, depth + 1))
}

function xmlOf(node: DescriptionNode): Y.XmlElement | Y.XmlText {
  if ("runs" in node) {
    const text = new Y.XmlText()
    text.applyDelta(node.runs.map(({ text, marks }) => ({ insert: text, ...(marks ? { attributes: { ...marks } } : {}) })))
    return text
  }
  // Tiptap keeps numbers and booleans in attributes (a heading's level); Yjs's types only know strings.
  const element = new Y.XmlElement<Record<string, Json>>(node.name)
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value)
  element.insert(0, node.nodes.map(xmlOf))
  return element as unknown as Y.XmlElement
}
