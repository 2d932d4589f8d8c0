// One row a note, a sentence we agree, a thing to do, a worry about a sentence, a note taken out of sight. Columns are stable and in
// English, cells are safe to open in a spreadsheet (csv-cell.ts), quoted as RFC 4180 says, UTF-8 with a byte order mark.
import { stringify } from "csv-stringify/sync"
import { type Note, shownKind, stackOf } from "@evenboard/board"
import { type Covering, pathOf } from "@evenboard/board/path"
import { creditsOf } from "./credit.ts"
import { guardCell } from "./csv-cell.ts"
import type { Handout } from "./handout.ts"
import { byRank, noteReader } from "./note-line.ts"

/** Their order and names never change; new ones go to the end. Relations are note numbers, with spaces between. */
const CSV_COLUMNS = [
  "id",
  "number",
  "kind",
  "canvas",
  "theme",
  "words",
  "first_wording",
  "author",
  "scribe",
  "likely",
  "effect",
  "for_whom",
  "about",
  "answers",
  "piece_of",
  "set_aside_because",
  "changes",
  "what_changes",
  "who",
  "pays",
  "left_out",
  "by",
  "agreement",
  "sources",
  "hands_for",
  "hands_worried",
  "counted_for",
  "counted_worried",
  "stack",
  "outcome",
  "not_this_time_because",
  "not_this_time_by",
  "answer",
] as const
type Column = (typeof CSV_COLUMNS)[number]
type Row = { readonly [C in Column]?: string | number | null }

export function toCsv(handout: Handout): string {
  const rows = [...noteRows(handout), ...agreementRows(handout), ...actionRows(handout), ...stubRows(handout)]
  const cells = rows.map((row) => CSV_COLUMNS.map((column) => cellOf(row[column])))
  return stringify([[...CSV_COLUMNS], ...cells], { bom: true, quoted: true, record_delimiter: "\r\n" })
}

const cellOf = (value: string | number | null | undefined): string =>
  value == null ? "" : typeof value === "number" ? String(value) : guardCell(value)

function noteRows(handout: Handout): Row[] {
  const { board, facts } = handout
  const credits = creditsOf(handout, false)
  const reader = noteReader(handout, credits)
  const links = linkNumbers(handout, reader.number)
  const inOrder = [...board.notes.values()].toSorted(
    (a, b) => (reader.number(a.id) ?? Infinity) - (reader.number(b.id) ?? Infinity) || byRank(a, b),
  )
  /** Those that say the same all bear the number of the one on top. */
  const stackNumber = ([face, ...others]: readonly Note[]) => (face && others.length > 0 ? reader.number(face.id) : null)
  return inOrder.map((note: Note): Row => {
    const outcome = pathOf(board, note.id)?.outcome
    const said = outcome?.type === "not-this-time" ? handout.outcomesBy?.get(saidOf(note, outcome.of)) : undefined
    const fact = facts.get(note.id)
    const theme = note.themeId === null ? undefined : board.themes.get(note.themeId)
    return {
      id: note.id,
      number: fact?.number ?? null,
      kind: shownKind(board, note),
      canvas: note.canvas,
      theme: theme && !theme.gone ? theme.title || (theme.aboutUs ? handout.words.say("common.about-us") : "") : null,
      words: note.text,
      first_wording: fact?.firstWording ?? null,
      author: fact ? credits.seat(fact.author) : null,
      scribe: fact?.scribe == null ? null : credits.seat(fact.scribe),
      likely: note.place?.likely ?? null,
      effect: note.place?.effect ?? null,
      for_whom: note.forWhom,
      about: links(note.id, "about"),
      answers: links(note.id, "answers"),
      piece_of: links(note.id, "piece"),
      set_aside_because: note.aside?.reason ?? null,
      changes: fact?.changes ?? null,
      what_changes: note.sheet?.description ?? null,
      who: note.sheet?.who ?? null,
      pays: note.sheet?.pays ?? null,
      left_out: note.sheet?.leftOut ?? null,
      stack: stackNumber(stackOf(board, note.id)),
      outcome: outcome?.type ?? null,
      not_this_time_because: outcome?.type === "not-this-time" ? outcome.reason : null,
      not_this_time_by: said === undefined ? null : credits.seat(said),
      answer: note.answer,
    }
  })
}

/** The id of what the outcome was said of. */
const saidOf = (note: Note, of: Covering): string => (of === null ? note.id : "note" in of ? of.note.id : of.theme.id)

/** The far ends of a thing's links of one kind: "12 15"; about doing nothing says `nothing`. */
function linkNumbers({ board }: Handout, number: (id: string) => number | null): (from: string, kind: string) => string {
  const ends = new Map<string, string[]>()
  for (const { from, to, kind } of board.links.values()) {
    const key = `${kind} ${from}`
    const end = number(to)?.toString() ?? (to === "nothing" ? to : null)
    if (end !== null) ends.set(key, [...(ends.get(key) ?? []), end])
  }
  return (from, kind) => (ends.get(`${kind} ${from}`) ?? []).toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })).join(" ")
}

function agreementRows(handout: Handout): Row[] {
  const { board, session } = handout
  const credits = creditsOf(handout, false)
  const links = linkNumbers(handout, (id) => handout.facts.get(id)?.number ?? null)
  return [...board.agreements.values()].toSorted(byRank).flatMap((agreement): Row[] => {
    const hands = session.hands.get(agreement.id)
    const stances = [...(hands?.raised.values() ?? [])]
    const row: Row = {
      id: agreement.id,
      kind: "agreement",
      words: agreement.text,
      set_aside_because: agreement.aside?.reason ?? null,
      sources: links(agreement.id, "source"),
      hands_for: stances.filter((stance) => stance === "for").length,
      hands_worried: stances.filter((stance) => stance === "worried").length,
      counted_for: hands?.counted?.for ?? null,
      counted_worried: hands?.counted?.worried ?? null,
    }
    const worries = session.worries.filter((worry) => worry.agreementId === agreement.id)
    return [
      row,
      ...worries.map((worry): Row => ({
        id: worry.id,
        kind: "agreement-worry",
        words: worry.words,
        author: credits.seat(worry.seat),
        scribe: worry.scribe === null ? null : credits.seat(worry.scribe),
        agreement: agreement.id,
      })),
    ]
  })
}

const actionRows = ({ board }: Handout): Row[] =>
  [...board.actions.values()].toSorted(byRank).map((action) => ({
    id: action.id,
    kind: "action",
    words: action.text,
    who: action.who,
    by: action.by,
    agreement: action.agreementId,
    set_aside_because: action.aside?.reason ?? null,
  }))

const stubRows = ({ session }: Handout): Row[] =>
  [...session.hidden.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ noteId, number, canvas, reason }) => ({ id: noteId, number, kind: "out-of-sight", canvas, set_aside_because: reason }))
