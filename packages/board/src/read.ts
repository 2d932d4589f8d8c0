// Reads plain values out of the doc. Tolerant: anything missing or of the wrong type becomes something sensible or is left out, and
// nothing throws, since other clients write here too. Knows no transactions and keeps nothing.
import * as Y from "yjs"
import { descriptionOf, entriesOf, isId, plainTextOf, sheetText, wordsOf } from "./doc.ts"
import type { IdOf, RootMap } from "./doc.ts"
import {
  CANVASES,
  LINK_KINDS,
  NOTE_KINDS,
  type Action,
  type ActionId,
  type Agreement,
  type AgreementId,
  type Aside,
  type Board,
  type Canvas,
  type Link,
  type Note,
  type NoteId,
  type NoteKind,
  type OptionSheet,
  type Pledge,
  type PledgeId,
  type Place,
  type StackId,
  type Suggestion,
  type SuggestionId,
  type Theme,
  type ThemeId,
} from "./types.ts"

export type ValueOf = {
  notes: Note
  themes: Theme
  links: Link
  agreements: Agreement
  actions: Action
  suggestions: Suggestion
  pledges: Pledge
}

/** The whole board, read from the start. `boardView` keeps one up to date for less. */
export const readBoard = (doc: Y.Doc): Board => ({
  notes: readAll(doc, "notes"),
  themes: readAll(doc, "themes"),
  links: readAll(doc, "links"),
  agreements: readAll(doc, "agreements"),
  actions: readAll(doc, "actions"),
  suggestions: readAll(doc, "suggestions"),
  pledges: readAll(doc, "pledges"),
})

function readAll<R extends RootMap>(doc: Y.Doc, root: R): Map<IdOf[R], ValueOf[R]> {
  const all = new Map<IdOf[R], ValueOf[R]>()
  for (const key of entriesOf(doc, root).keys()) {
    const value = readOne(doc, root, key)
    if (value !== null) all.set(key as IdOf[R], value)
  }
  return all
}

/** One thing; null when there is nothing to show under this key. */
export function readOne<R extends RootMap>(doc: Y.Doc, root: R, key: string): ValueOf[R] | null {
  const entry: unknown = entriesOf(doc, root).get(key)
  return READERS[root](doc, key, entry)
}

type Reader<T> = (doc: Y.Doc, key: string, entry: unknown) => T | null
const READERS: { [R in RootMap]: Reader<ValueOf[R]> } = {
  notes: (doc, key, entry) => (isId(key) && entry instanceof Y.Map ? readNote(doc, key as NoteId, entry) : null),
  themes: (_doc, key, entry) => (isId(key) && entry instanceof Y.Map ? readTheme(key as ThemeId, entry) : null),
  links: (_doc, key, entry) => readLink(key, entry),
  agreements: (_doc, key, entry) => (isId(key) && entry instanceof Y.Map ? readSentence(key as AgreementId, entry) : null),
  actions: (_doc, key, entry) => (isId(key) && entry instanceof Y.Map ? readAction(key as ActionId, entry) : null),
  suggestions: (_doc, key, entry) => (isId(key) && entry instanceof Y.Map ? readSuggestion(key as SuggestionId, entry) : null),
  pledges: (_doc, key, entry) => (isId(key) && entry instanceof Y.Map ? readSentence(key as PledgeId, entry) : null),
}

function readNote(doc: Y.Doc, id: NoteId, note: Y.Map<unknown>): Note {
  const { kind, canvas } = kindAndCanvas(note)
  return {
    id,
    kind,
    canvas,
    themeId: readThemeId(note),
    rank: readRank(note),
    stack: readStack(note),
    text: words(note.get("text")),
    place: readPlace(note.get("place")),
    aside: readAside(note.get("aside")),
    notThisTime: readAside(note.get("notThisTime")),
    answer: words(note.get("answer")),
    lang: readLang(note.get("lang")),
    forWhom: words(note.get("forWhom")),
    sheet: kind === "option" ? readSheet(doc, id) : null,
  }
}

/** Where notes of a kind belong when nobody said. */
export const HOME: Record<NoteKind, Canvas> = { need: "needs", offer: "needs", option: "options", risk: "matrix", opportunity: "matrix" }
const USUAL: Record<Canvas, NoteKind> = { needs: "need", options: "option", matrix: "risk" }

export function kindAndCanvas(note: Y.Map<unknown>): { kind: NoteKind; canvas: Canvas } {
  const kind = oneOf(NOTE_KINDS, note.get("kind"))
  const canvas = oneOf(CANVASES, note.get("canvas"))
  return { kind: kind ?? USUAL[canvas ?? "needs"], canvas: canvas ?? HOME[kind ?? "need"] }
}

export const readThemeId = (note: Y.Map<unknown>): ThemeId | null => {
  const id = note.get("themeId")
  return isId(id) ? (id as ThemeId) : null
}
export const readStack = (note: Y.Map<unknown>): StackId | null => {
  const id = note.get("stack")
  return isId(id) ? (id as StackId) : null
}
export const readRank = (entry: Y.Map<unknown>): string => words(entry.get("rank"))
export const readCanvas = (theme: Y.Map<unknown>): Canvas => oneOf(CANVASES, theme.get("canvas")) ?? "needs"
const isTrue = (value: unknown): boolean => value === true

function readSheet(doc: Y.Doc, id: NoteId): OptionSheet {
  const description = descriptionOf(doc, id)
  return {
    description: description === null ? "" : plainTextOf(description),
    who: words(sheetText(doc, "who", id)),
    pays: words(sheetText(doc, "pays", id)),
    leftOut: words(sheetText(doc, "leftOut", id)),
  }
}

function readTheme(id: ThemeId, theme: Y.Map<unknown>): Theme {
  return {
    id,
    canvas: readCanvas(theme),
    title: words(theme.get("title")),
    rank: readRank(theme),
    gone: isTrue(theme.get("gone")),
    aboutUs: isTrue(theme.get("aboutUs")),
    notThisTime: readAside(theme.get("notThisTime")),
  }
}

export const linkKey = ({ from, to, kind }: Link): string => `${from}>${to}>${kind}`

function readLink(key: string, entry: unknown): Link | null {
  const [from, to, kindWord, ...more] = key.split(">")
  const kind = oneOf(LINK_KINDS, kindWord)
  if (!isId(from) || !isId(to) || kind === null || more.length > 0) return null
  return entry === undefined || entry === null || entry === false || isTrue(field(entry, "off")) ? null : { from, to, kind }
}

type Sentence<Id> = Omit<Agreement, "id"> & { readonly id: Id }
function readSentence<Id extends AgreementId | PledgeId>(id: Id, entry: Y.Map<unknown>): Sentence<Id> {
  return { id, text: words(entry.get("text")), rank: readRank(entry), aside: readAside(entry.get("aside")) }
}

function readAction(id: ActionId, entry: Y.Map<unknown>): Action {
  const agreementId = entry.get("agreementId")
  return {
    id,
    agreementId: isId(agreementId) ? (agreementId as AgreementId) : null,
    text: words(entry.get("text")),
    who: words(entry.get("who")),
    by: isDate(entry.get("by")) ? words(entry.get("by")) : "",
    rank: readRank(entry),
    aside: readAside(entry.get("aside")),
  }
}

function readSuggestion(id: SuggestionId, entry: Y.Map<unknown>): Suggestion | null {
  const noteId = entry.get("noteId")
  const state = oneOf(["open", "taken", "declined"] as const, entry.get("state")) ?? "open"
  return isId(noteId) ? { id, noteId: noteId as NoteId, text: words(entry.get("text")), state } : null
}

/** A day that exists, as YYYY-MM-DD. */
export function isDate(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

const words = (value: unknown): string => (typeof value === "string" ? value : value instanceof Y.Text ? wordsOf(value) : "")

export const oneOf = <T extends string>(all: readonly T[], value: unknown): T | null => all.find((one) => one === value) ?? null

/** A field of a plain object or a Y.Map; never something it inherits. */
function field(from: unknown, name: string): unknown {
  if (from instanceof Y.Map) return from.get(name)
  return typeof from === "object" && from !== null && Object.hasOwn(from, name) ? (from as Record<string, unknown>)[name] : undefined
}

export function readPlace(value: unknown): Place | null {
  const [likely, effect] = [field(value, "likely"), field(value, "effect")]
  const isWhole = (n: unknown, least: number, most: number): boolean => Number.isInteger(n) && Number(n) >= least && Number(n) <= most
  // + 0 makes a negative zero a plain one.
  return isWhole(likely, 1, 5) && isWhole(effect, -2, 2) ? ({ likely, effect: Number(effect) + 0 } as Place) : null
}

/** Anything there that does not say no means set aside: better a reason missing than a note that somebody took away. */
export function readAside(value: unknown): Aside | null {
  if (value === undefined || value === null || value === false) return null
  return { reason: words(typeof value === "string" ? value : field(value, "reason")) }
}

const readLang = (value: unknown): string | null => (typeof value === "string" && /^[A-Za-z0-9-]{1,35}$/u.test(value) ? value : null)
