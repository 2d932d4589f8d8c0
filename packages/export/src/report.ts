// The handed-out document before it has a format: what stands in which section, in which order, in words. Both the page (html.ts) and
// the text (md.ts) lay out this one value, so that neither can say more or less than the other. Every note of the board stands in
// exactly one of: needs, aboutUs, options, pieces, loosePieces, matrix, setAside.
import {
  agreementsInOrder,
  type DescriptionTree,
  linksFrom,
  linksTo,
  facesInTheme,
  needsAnsweredBy,
  type Note,
  notesAbout,
  type OptionSheet,
  optionsAnsweringStack,
  type Theme,
  themeOf,
  themesOn,
} from "@evenboard/board"
import { type LogLine, logLines } from "@evenboard/log"
import { type BalanceTold, balanceTold } from "@evenboard/session"
import { pledgesInOrder } from "@evenboard/board/arrive"
import { openNotes } from "@evenboard/board/path"
import { type Credits, creditsOf, isolate, typedBy } from "./credit.ts"
import type { Handout } from "./handout.ts"
import { matrixRows, type MatrixRow } from "./matrix-rows.ts"
import { becauseWords, byRank, type NoteLine, type NoteReader, noteReader, type NoteRef } from "./note-line.ts"
import { saidBy } from "./said-by.ts"

/** `ended`: a draft for good; nobody called it agreed while they could. */
type Status = "draft" | "agreed" | "worries" | "open" | "ended"

export type NeedLine = NoteLine & {
  /** Options that answer it, or a note that says the same; null where that is no question (offers, About us, a note that is no need). */
  readonly answeredBy: readonly NoteRef[] | null
}
export type ThemeBlock<N extends NoteLine = NoteLine> = {
  readonly title: string
  readonly ungrouped: boolean
  readonly notes: readonly N[]
  /** The same notes, those that say the same together: `said` is how many people did, null for a note alone. */
  readonly stacks: readonly { readonly said: string | null; readonly notes: readonly N[] }[]
}
export type RefsByTheme = { readonly title: string; readonly notes: readonly NoteRef[] }
export type OptionBlock = {
  readonly note: NoteLine
  readonly sheet: OptionSheet
  readonly description: DescriptionTree
  readonly answers: readonly RefsByTheme[]
  readonly pieces: readonly NoteLine[]
  /** Pieces that stand as themselves elsewhere (with the needs, or under another option). */
  readonly piecesElsewhere: readonly NoteRef[]
  readonly about: readonly NoteRef[]
}
type WorryLine = { readonly words: string; readonly by: string }
export type AgreementBlock = {
  readonly label: string
  readonly words: string
  readonly sources: readonly NoteRef[]
  readonly raised: { readonly for: number; readonly worried: number }
  readonly counted: { readonly for: number; readonly worried: number } | null
  readonly worries: readonly WorryLine[]
}
/** How people want to work together. `goAlong`: how many do, in words; null where nobody said so. */
export type PledgeLine = { readonly words: string; readonly goAlong: string | null }
export type ActionRow = { readonly words: string; readonly who: string; readonly by: string; readonly agreement: string | null }
export type AsideLine = { readonly words: string; readonly because: string }
type StubLine = { readonly number: number; readonly because: string }

export type Report = {
  readonly title: string
  readonly purpose: string
  readonly status: Status
  readonly agreedAt: number | null
  readonly openedAt: number
  readonly people: number
  readonly noteCount: number
  readonly pledges: readonly PledgeLine[]
  readonly needs: readonly ThemeBlock<NeedLine>[]
  readonly aboutUs: readonly ThemeBlock<NeedLine>[]
  readonly options: readonly OptionBlock[]
  readonly loosePieces: readonly NoteLine[]
  readonly unanswered: readonly RefsByTheme[]
  readonly matrix: readonly MatrixRow[]
  readonly agreements: readonly AgreementBlock[]
  readonly actions: readonly ActionRow[]
  readonly setAside: {
    readonly notes: readonly (NoteLine & { readonly sheet: OptionSheet | null })[]
    readonly agreements: readonly AsideLine[]
    readonly pledges: readonly AsideLine[]
    readonly actions: readonly AsideLine[]
  }
  readonly stubs: readonly StubLine[]
  /** As it was told, and never more: nothing here is counted anew. */
  readonly balance: readonly BalanceTold[]
  readonly firstWordings: readonly NoteLine[]
  readonly log: readonly LogLine[]
}

export function reportOf(handout: Handout): Report {
  const { board, session } = handout
  const credits = creditsOf(handout)
  const reader = noteReader(handout, credits)
  const standing = [...board.notes.values()].filter((note) => note.aside === null)
  const needs = needsOf(handout, reader)
  const agreements = agreementsOf(handout, credits, reader)
  const numbered = (a: Note, b: Note) => (reader.number(a.id) ?? Infinity) - (reader.number(b.id) ?? Infinity) || byRank(a, b)
  return {
    title: session.title,
    purpose: session.purpose,
    status: statusOf(handout, agreements),
    agreedAt: session.agreedAt,
    openedAt: session.openedAt,
    people: handout.seats.length,
    noteCount: board.notes.size,
    pledges: pledgesOf(handout),
    ...needs,
    ...optionsOf(handout, reader, standing),
    matrix: matrixRows(handout, reader, standing.filter(isOnMatrix)),
    agreements,
    actions: actionsOf(handout),
    setAside: setAsideOf(handout, reader, numbered),
    stubs: [...session.hidden.values()]
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, reason }) => ({ number, because: becauseWords(reason, handout.words) })),
    balance: balanceTold(handout.events),
    firstWordings: [...board.notes.values()]
      .toSorted(numbered)
      .map(reader.line)
      .filter((line) => line.firstWording !== null),
    log: logOf(handout, credits),
  }
}

/** On one line each, whatever people wrote. */
const logOf = ({ events, words, timeZone }: Handout, credits: Credits): LogLine[] =>
  logLines(events, { words, timeZone, nameOf: credits.seat, quote: (text) => isolate(text.replace(/\s+/g, " ").trim(), words) })

// Where a note stands as itself: options are sheets wherever they lie; everything else goes by its page.
const isOption = (note: Note) => note.kind === "option"
const isOnNeeds = (note: Note) => !isOption(note) && note.canvas === "needs"
const isPiece = (note: Note) => !isOption(note) && note.canvas === "options"
export const isOnMatrix = (note: Note) => !isOption(note) && note.canvas === "matrix"

/**
 * Agreed once a host has called it so, for as long as no note has come since that nobody answered; worries said, raised or counted
 * against a standing sentence are never left out.
 */
function statusOf({ board, session }: Handout, agreements: readonly AgreementBlock[]): Status {
  if (session.agreedAt === null || openNotes(board).length > 0) {
    if (!session.ended) return "draft"
    return agreements.length === 0 ? "open" : "ended"
  }
  return agreements.some(({ worries, raised, counted }) => worries.length > 0 || raised.worried > 0 || (counted?.worried ?? 0) > 0)
    ? "worries"
    : "agreed"
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const byLabel = (a: NoteRef, b: NoteRef) => a.label.localeCompare(b.label, "en", { numeric: true }) || (a.id < b.id ? -1 : 1)
/** References in the order of their numbers; what is not on the board any more has none. */
const refs = (reader: NoteReader, notes: readonly { readonly id: string }[]): NoteRef[] =>
  notes.flatMap(({ id }) => reader.ref(id) ?? []).toSorted(byLabel)

function needsOf(handout: Handout, reader: NoteReader): Pick<Report, "needs" | "aboutUs" | "unanswered"> {
  const { board } = handout
  const line = (note: Note, apart: boolean): NeedLine => ({
    ...reader.line(note),
    answeredBy: note.kind === "need" && !apart ? refs(reader, optionsAnsweringStack(board, note.id)) : null,
  })
  const blocks = [...themesOn(board, "needs"), null].map((theme) => {
    const apart = theme?.aboutUs ?? false
    const stacks = facesInTheme(board, theme?.id ?? null, "needs").flatMap(({ members }) => {
      const notes = members.filter(isOnNeeds)
      return notes.length === 0
        ? []
        : [{ said: saidBy(notes, handout.facts, handout.words), notes: notes.map((note) => line(note, apart)) }]
    })
    const notes = stacks.flatMap((stack) => stack.notes)
    return { apart, title: themeTitle(theme, handout), ungrouped: theme === null, notes, stacks }
  })
  const filled = blocks.filter(({ notes }) => notes.length > 0)
  const needs = filled.filter(({ apart }) => !apart)
  return {
    needs,
    aboutUs: filled.filter(({ apart }) => apart),
    unanswered: needs.flatMap(({ title, notes }) => {
      const open = notes.filter(({ answeredBy }) => answeredBy?.length === 0)
      return open.length > 0 ? [{ title, notes: refs(reader, open) }] : []
    }),
  }
}

const themeTitle = (theme: Theme | null, { words }: Handout): string =>
  theme === null
    ? words.say("common.not-grouped")
    : theme.title.trim() || words.say(theme.aboutUs ? "common.about-us" : "export.theme-without-name")

const NO_SHEET: OptionSheet = { description: "", who: "", pays: "", leftOut: "" }

function optionsOf(handout: Handout, reader: NoteReader, standing: readonly Note[]): Pick<Report, "options" | "loosePieces"> {
  const { board, descriptions } = handout
  const notes = standing.filter(isOption).toSorted(byRank)
  const pieces = standing.filter(isPiece).toSorted(byRank)
  // A piece of several options stands under the first of them; the others name its number.
  const home = new Map<string, string>()
  for (const piece of pieces) {
    const of = new Set<string>(linksFrom(board, piece.id, "piece").map((link) => link.to))
    const first = notes.find((option) => of.has(option.id))
    if (first) home.set(piece.id, first.id)
  }
  const block = (note: Note): OptionBlock => ({
    note: reader.line(note),
    sheet: note.sheet ?? NO_SHEET,
    description: descriptions.get(note.id) ?? [],
    answers: answersByTheme(handout, reader, needsAnsweredBy(board, note.id)),
    pieces: pieces.filter((piece) => home.get(piece.id) === note.id).map(reader.line),
    piecesElsewhere: refs(
      reader,
      linksTo(board, note.id, "piece")
        .filter((link) => home.get(link.from) !== note.id)
        .map((link) => ({ id: link.from })),
    ),
    about: refs(reader, notesAbout(board, note.id)),
  })
  return { options: notes.map(block), loosePieces: pieces.filter((piece) => !home.has(piece.id)).map(reader.line) }
}

/** Needs by number, under the name of the theme they stand in. */
function answersByTheme(handout: Handout, reader: NoteReader, needs: readonly Note[]): RefsByTheme[] {
  const found = new Map<Theme | null, Note[]>()
  for (const note of needs) push(found, themeOf(handout.board, note), note)
  const inOrder = [...found].toSorted(([a], [b]) => (a && b ? byRank(a, b) : a ? -1 : 1))
  return inOrder.map(([theme, notes]) => ({ title: themeTitle(theme, handout), notes: refs(reader, notes) }))
}

function agreementsOf(handout: Handout, credits: Credits, reader: NoteReader): AgreementBlock[] {
  const { board, session, words } = handout
  return agreementsInOrder(board).map((agreement, index) => {
    const hands = session.hands.get(agreement.id)
    const stances = [...(hands?.raised.values() ?? [])]
    const worries = session.worries.filter((worry) => worry.agreementId === agreement.id)
    return {
      label: words.say("agree.number", { number: index + 1 }),
      words: agreement.text,
      sources: refs(
        reader,
        linksFrom(board, agreement.id, "source").map((link) => ({ id: link.to })),
      ),
      raised: {
        for: stances.filter((stance) => stance === "for").length,
        worried: stances.filter((stance) => stance === "worried").length,
      },
      counted: hands?.counted ?? null,
      worries: worries.map((worry) => ({
        words: worry.words,
        by: typedBy(
          credits.seat(worry.seat),
          worry.scribe === null || worry.scribe === worry.seat ? null : credits.seat(worry.scribe),
          words,
        ),
      })),
    }
  })
}

function pledgesOf({ board, goAlong, words }: Handout): PledgeLine[] {
  return pledgesInOrder(board).map(({ id, text }) => {
    const count = goAlong?.get(id) ?? 0
    return { words: text, goAlong: count === 0 ? null : words.say("pledge.go-along", { count }) }
  })
}

function actionsOf({ board, words }: Handout): ActionRow[] {
  const numbers = new Map<string, number>(agreementsInOrder(board).map((agreement, index) => [agreement.id, index + 1]))
  const actions = [...board.actions.values()].filter((action) => action.aside === null).toSorted(byRank)
  return actions.map(({ text, who, by, agreementId }) => {
    const number = agreementId === null ? undefined : numbers.get(agreementId)
    return { words: text, who, by: dayOf(by, words), agreement: number === undefined ? null : words.say("agree.number", { number }) }
  })
}

/** "1 May 2026" of "2026-05-01"; whatever else stands there as it is. */
export function dayOf(by: string, words: Handout["words"]): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(by) ? Date.parse(`${by}T12:00:00Z`) : Number.NaN
  return Number.isNaN(at) ? by : words.day(at, "UTC")
}

function setAsideOf({ board, words }: Handout, reader: NoteReader, inOrder: (a: Note, b: Note) => number): Report["setAside"] {
  const line = ({ text, aside }: { text: string; aside: { reason: string } | null }): AsideLine => ({
    words: text,
    because: becauseWords(aside?.reason ?? "", words),
  })
  const asides = <T extends { aside: object | null; rank: string; id: string }>(all: Iterable<T>) =>
    [...all].filter((one) => one.aside !== null).toSorted(byRank)
  return {
    notes: asides(board.notes.values())
      .toSorted(inOrder)
      .map((note) => ({ ...reader.line(note), sheet: note.sheet })),
    agreements: asides(board.agreements.values()).map(line),
    pledges: asides(board.pledges.values()).map(line),
    actions: asides(board.actions.values()).map(line),
  }
}
