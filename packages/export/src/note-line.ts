// A note as every readable format shows it: its words, its kind in word and shape, its number, and whose it is. Knows no layout.
import { type Board, type Note, type ShownKind, shownKind, TAKEN_BACK } from "@evenboard/board"
import { type NoteOutcome, pathOf } from "@evenboard/board/path"
import type { Words } from "@evenboard/words"
import { type Credits, isolate } from "./credit.ts"
import type { Handout } from "./handout.ts"

/** Shape beside word, so that kind never hangs on colour alone. */
export const KIND_MARKS: Record<ShownKind, string> = {
  need: "●",
  offer: "✚",
  option: "■",
  risk: "▼",
  opportunity: "▲",
  "about-us": "○",
}

/** Points at the one place where the note stands as itself. */
export type NoteRef = { readonly id: string; readonly label: string }

export type NoteLine = NoteRef & {
  readonly kind: ShownKind
  readonly kindWord: string
  readonly mark: string
  readonly words: string
  /** BCP 47, only when it looks like one. */
  readonly lang: string | null
  /** "Rosa · typed by Sam" */
  readonly by: string
  /** Where the words were changed by somebody else: the author's own first words. */
  readonly firstWording: string | null
  /** Why it was set aside, as a sentence; null while it stands. */
  readonly because: string | null
  /** "Not in the plan this time, because …", with who said so, and what its author answers; as sentences, empty while nothing was said. */
  readonly became: readonly string[]
}

export type NoteReader = { line(note: Note): NoteLine; ref(id: string): NoteRef | null; number(id: string): number | null }

export function noteReader(handout: Handout, credits: Credits): NoteReader {
  const { board, facts, words } = handout
  const number = (id: string) => facts.get(id)?.number ?? null
  const label = (id: string) => number(id)?.toString() ?? "–"
  return {
    number,
    ref: (id) => (has(board, id) ? { id, label: label(id) } : null),
    line: (note) => {
      const fact = facts.get(note.id)
      const kind = shownKind(handout.board, note)
      const changed =
        fact !== undefined &&
        fact.changedBy !== null &&
        fact.changedBy !== fact.author &&
        fact.firstWording !== "" &&
        fact.firstWording !== note.text
      return {
        id: note.id,
        label: label(note.id),
        kind,
        kindWord: words.say(`common.kind-${kind}`),
        mark: KIND_MARKS[kind],
        words: note.text,
        lang: note.lang !== null && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(note.lang) ? note.lang : null,
        by: credits.note(note.id),
        firstWording: changed ? fact.firstWording : null,
        because: note.aside ? becauseWords(note.aside.reason, words) : null,
        became: becameWords(handout, credits, note),
      }
    },
  }
}

/** What was said of the note, or of what covers it; an outcome that its links show already is not told again. */
export function becameWords(handout: Handout, credits: Credits, note: Note): string[] {
  const { board, words } = handout
  const outcome = pathOf(board, note.id)?.outcome
  return [
    ...(outcome?.type === "not-this-time" ? notThisTimeWords(handout, credits, note, outcome) : []),
    ...(note.answer === "" ? [] : [words.say("export.outcome-answered", { words: isolate(note.answer, words) })]),
  ]
}

function notThisTimeWords(
  { outcomesBy, words }: Handout,
  credits: Credits,
  note: Note,
  { reason, of }: Extract<NoteOutcome, { type: "not-this-time" }>,
): string[] {
  const seat = outcomesBy?.get(of === null ? note.id : "note" in of ? of.note.id : of.theme.id)
  const said = reason.trim() === "" || reason === TAKEN_BACK ? words.say("export.no-reason") : isolate(reason.trim(), words)
  const sentence = words.say("outcome.not-this-time", { reason: said })
  const covering =
    of === null
      ? []
      : "theme" in of
        ? [words.say("outcome.of-theme", { theme: isolate(of.theme.title || words.say("common.about-us"), words) })]
        : [words.say(of.note.kind === "option" ? "outcome.of-option" : "outcome.of-same", { words: isolate(of.note.text, words) })]
  return [
    seat === undefined ? sentence : words.say("export.outcome-by", { sentence, name: isolate(credits.seat(seat), words) }),
    ...covering,
  ]
}

/** The reason of setting aside, or of taking out of sight, as people read it. */
export function becauseWords(reason: string, words: Words): string {
  if (reason === TAKEN_BACK) return words.say("export.taken-back")
  return reason.trim() ? words.say("agree.aside-because", { reason: isolate(reason.trim(), words) }) : words.say("export.no-reason")
}

const has = (board: Board, id: string): boolean => (board.notes as ReadonlyMap<string, Note>).has(id)

/** Ranks are compared as plain strings, ties by id. */
export const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
