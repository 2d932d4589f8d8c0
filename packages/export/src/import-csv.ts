// Rows of words from anywhere: `text` (or `words`, as our own export calls it), and `kind`, `theme`, `author`, `stack` where there are
// such columns. Each author becomes a seat without a device, each theme a theme, and rows of one theme with the same `stack` say the same
// thing; ids are made from the row, so the same file gives the same.
import { parse } from "csv-parse/sync"
import {
  type Canvas,
  NOTE_KINDS,
  TEXT_LIMITS,
  type NoteId,
  type NoteKind,
  type PlannedNote,
  type StackId,
  type Theme,
  type ThemeId,
} from "@evenboard/board"
import type { Words } from "@evenboard/words"
import { unguardCell } from "./csv-cell.ts"
import type { Fact, SeatCredit } from "./handout.ts"
import type { ImportFault } from "./import.ts"
import type { Read } from "./import-json.ts"
import { allWords } from "./locale-words.ts"
import { IMPORT_LIMITS } from "./json-schema.ts"

/** Rows of our own export that are no notes. */
const NOT_NOTES = new Set(["agreement", "action", "agreement-worry", "out-of-sight"])

type Row = { line: number; text: string; kind: string; theme: string; author: string; stack: string; aside: string }

export function readCsv(text: string, words: Words): Read {
  const table = tableOf(text)
  if (table === null) return fault("", words.say("export.import-csv"))
  const [head, ...body] = table
  const columns = new Map((head ?? []).map((name, index) => [name.trim().toLowerCase(), index]))
  const at = columns.get("text") ?? columns.get("words")
  if (at === undefined) return fault("row 1", words.say("export.import-no-text-column"))
  const cell = (row: readonly string[], name: string) => unguardCell(row[columns.get(name) ?? -1] ?? "").trim()
  const all = body.map((row, index): Row => ({
    line: index + 2,
    text: unguardCell(row[at] ?? ""),
    kind: cell(row, "kind").toLowerCase(),
    theme: cell(row, "theme"),
    author: cell(row, "author"),
    stack: cell(row, "stack"),
    aside: cell(row, "set_aside_because"),
  }))
  const rows = all.filter((row) => !NOT_NOTES.has(row.kind) && row.text.trim() !== "")
  const faults = rowFaults(rows, words)
  return faults.length > 0 ? { faults } : contentOf(rows)
}

const fault = (path: string, message: string): Read => ({ faults: [{ path, message }] })

function tableOf(text: string): string[][] | null {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, delimiter: delimiterOf(text) })
  } catch {
    return null // csv-parse throws on a quote that never closes; that is a fault of the file, not of ours
  }
}

/** Spreadsheets of many countries write semicolons, or tabs. The header decides. */
function delimiterOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ""
  const count = (sign: string) => head.split(sign).length
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function rowFaults(rows: readonly Row[], words: Words): ImportFault[] {
  if (rows.length === 0) return [{ path: "", message: words.say("export.import-empty") }]
  if (rows.length > IMPORT_LIMITS.notes)
    return [{ path: "", message: words.say("export.import-too-many", { count: words.number(IMPORT_LIMITS.notes) }) }]
  const tooLong = (limit: number): string => words.say("export.import-too-long", { count: words.number(limit) })
  return rows.flatMap(({ line, text, kind, theme, author }) => [
    ...(text.length > TEXT_LIMITS.note ? [{ path: `row ${line}`, message: tooLong(TEXT_LIMITS.note) }] : []),
    ...([theme, author].some((one) => one.length > TEXT_LIMITS.title)
      ? [{ path: `row ${line}`, message: tooLong(TEXT_LIMITS.title) }]
      : []),
    ...(kindOf(kind) === null ? [{ path: `row ${line}`, message: words.say("export.import-kind") }] : []),
  ])
}

/** What people call a kind, in any of our languages; a note without one is a need. */
const KIND_WORDS: ReadonlyMap<string, NoteKind> = new Map<string, NoteKind>([
  ["", "need"],
  ...NOTE_KINDS.map((kind): [string, NoteKind] => [kind, kind]),
  ...allWords().flatMap((words) => NOTE_KINDS.map((kind): [string, NoteKind] => [words.say(`common.kind-${kind}`).toLowerCase(), kind])),
])
/** Words about ourselves: stored as needs, in a theme that says what they are. */
const ABOUT_US = new Set(["about-us", ...allWords().map((words) => words.say("common.kind-about-us").toLowerCase())])
const kindOf = (word: string): NoteKind | null => (ABOUT_US.has(word) ? "need" : (KIND_WORDS.get(word) ?? null))

const HOME: Record<NoteKind, Canvas> = { need: "needs", offer: "needs", option: "options", risk: "matrix", opportunity: "matrix" }
/** 16 characters that no chance id is ever like: a letter for the sort, then the row. */
const idOf = (sort: string, index: number): string => `${sort}${String(index).padStart(16 - sort.length, "0")}`
/** Fractional-indexing keys in the order of the rows: "a0" … "az" for the first 62, then "b00" …, as the library itself goes on. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
function rankOf(index: number): string {
  for (let width = 1, first = 0; ; width++) {
    const room = DIGITS.length ** width
    if (index - first < room) {
      let rest = index - first
      let digits = ""
      for (let place = 0; place < width; place++, rest = Math.floor(rest / DIGITS.length))
        digits = (DIGITS[rest % DIGITS.length] ?? "0") + digits
      return `${String.fromCharCode(96 + width)}${digits}`
    }
    first += room
  }
}

function contentOf(rows: readonly Row[]): Read {
  const themes = new Map<string, Theme>()
  const aboutUs = new Set(rows.filter(({ kind }) => ABOUT_US.has(kind)).map(({ theme }) => theme))
  const seats = new Map<string, SeatCredit>()
  const stacks = new Map<string, StackId>()
  const notes: PlannedNote[] = []
  const facts: Fact[] = []
  for (const [index, row] of rows.entries()) {
    const kind = kindOf(row.kind) ?? "need"
    const canvas = HOME[kind]
    const noteId = idOf("csvNote", index + 1) as NoteId
    const theme =
      row.theme && canvas === "needs"
        ? named(themes, row.theme, (order) => ({
            id: idOf("csvTheme", order + 1) as ThemeId,
            canvas,
            title: row.theme,
            rank: rankOf(order),
            gone: false,
            aboutUs: aboutUs.has(row.theme),
            notThisTime: null,
          }))
        : null
    const seat = named(seats, row.author, (order) => ({
      id: idOf("csvSeat", order + 1),
      guest: order + 1,
      name: row.author || null,
      table: null,
      device: false,
    }))
    notes.push({
      id: noteId,
      kind,
      canvas,
      themeId: theme?.id ?? null,
      rank: rankOf(index),
      stack: row.stack && canvas === "needs" ? named(stacks, row.stack, () => noteId as string as StackId) : null,
      text: row.text,
      place: null,
      aside: row.aside ? { reason: row.aside } : null,
      lang: null,
      forWhom: "",
      notThisTime: null,
      answer: "",
    })
    facts.push({
      noteId,
      number: index + 1,
      author: seat.id,
      scribe: null,
      firstWording: row.text,
      settled: true,
      changes: 0,
      changedBy: null,
      changedAt: 0,
    })
  }
  return { plan: { notes, themes: [...themes.values()] }, seats: [...seats.values()], facts, events: [], notes: notes.length }
}

/** The one of this name, made the first time it is met. */
function named<V>(all: Map<string, V>, name: string, make: (order: number) => V): V {
  const found = all.get(name) ?? make(all.size)
  all.set(name, found)
  return found
}
