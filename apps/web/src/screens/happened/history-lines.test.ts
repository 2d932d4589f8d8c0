import {
  CHANGE_KINDS,
  TAKEN_BACK,
  readBoard,
  run,
  type AgreementId,
  type Board,
  type ChangeKind,
  type Command,
  type NoteId,
  type PledgeId,
  type ThemeId,
} from "@evenboard/board"
import type { HistoryRow } from "@evenboard/api"
import { createWords, LOCALES, type Locale } from "@evenboard/words"
import { messages as ar } from "@evenboard/words/catalogs/ar"
import { messages as en } from "@evenboard/words/catalogs/en"
import { messages as es } from "@evenboard/words/catalogs/es"
import { messages as pt } from "@evenboard/words/catalogs/pt"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { historyLine, type Reader } from "./history-lines.ts"

const CATALOGS: Record<Locale, Record<string, string>> = { en, es, pt, ar }
const NOTE = "noteNoteNote0012" as NoteId
const OPTION = "optionOption0020" as NoteId
const THEME = "themeTheme000001" as ThemeId
const PLEDGE = "pledgePledge0001" as PledgeId
const AGREEMENT = "agreementAgree01" as AgreementId

/** A board with one need in a theme and one option. */
function boardAfter(...more: Command[]): Board {
  const doc = new Y.Doc()
  const commands: Command[] = [
    { type: "add-note", id: NOTE, kind: "need", canvas: "needs", text: "The bus stops at six" },
    { type: "put-together", themeId: THEME, canvas: "needs", title: "Getting there", notes: [NOTE] },
    { type: "add-note", id: OPTION, kind: "option", canvas: "options", text: "A later bus" },
    { type: "add-agreement", id: AGREEMENT, text: "We agree to ask for a later bus", sources: [NOTE] },
    { type: "add-pledge", id: PLEDGE, text: "We listen to the end" },
  ]
  for (const command of [...commands, ...more]) expect(run(doc, command).ok).toBe(true)
  return readBoard(doc)
}
const readerIn = (locale: Locale, board = boardAfter()): Reader => ({
  words: createWords(locale, CATALOGS[locale]),
  board,
  nameOf: () => "Rosa",
  numberOf: (id) => ({ [NOTE]: 12, [OPTION]: 20 })[id] ?? null,
})
const row = (kind: string, target: string, before: unknown, after: unknown): HistoryRow => {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  return { id: 1, at: 0, seat: "s1", kind, target, before: json(before), after: json(after) }
}

/** One row of every kind, and what its line must hold in any language. A new kind of change is a type error here. */
const EACH: Record<ChangeKind, [row: HistoryRow, holds: string[]]> = {
  "note-added": [row("note-added", NOTE, null, { text: "The bus stops at six" }), ["12", "The bus stops at six"]],
  "words-changed": [row("words-changed", NOTE, "No bus", "The bus stops at six"), ["12", "No bus", "The bus stops at six"]],
  "kind-changed": [row("kind-changed", NOTE, "offer", "need"), ["12"]],
  moved: [
    row("moved", NOTE, { themeId: null, canvas: "needs", rank: "a0" }, { themeId: THEME, canvas: "needs", rank: "a1" }),
    ["12", "Getting there"],
  ],
  stacked: [row("stacked", NOTE, { stack: null, rank: "a0" }, { stack: OPTION, rank: "a1" }), ["12", "20"]],
  unstacked: [row("unstacked", NOTE, { stack: OPTION, rank: "a1" }, { stack: null, rank: "a1" }), ["12"]],
  placed: [row("placed", NOTE, null, { likely: 4, effect: -2 }), ["12"]],
  "set-aside": [row("set-aside", NOTE, null, { reason: "said twice" }), ["12", "said twice"]],
  "brought-back": [row("brought-back", NOTE, { reason: "said twice" }, null), ["12"]],
  "outcome-said": [row("outcome-said", NOTE, null, { reason: "no money" }), ["12", "no money"]],
  "outcome-taken-back": [row("outcome-taken-back", NOTE, { reason: "no money" }, null), ["12"]],
  "outcome-answered": [row("outcome-answered", NOTE, "", "I meant the night bus"), ["12", "I meant the night bus"]],
  "theme-outcome-said": [row("theme-outcome-said", THEME, null, { reason: "next year" }), ["Getting there", "next year"]],
  "theme-outcome-taken-back": [row("theme-outcome-taken-back", THEME, { reason: "next year" }, null), ["Getting there"]],
  "note-gone": [row("note-gone", NOTE, null, null), ["12"]],
  "theme-added": [row("theme-added", THEME, null, { title: "Getting there" }), ["Getting there"]],
  "theme-named": [row("theme-named", THEME, "Buses", "Getting there"), ["Getting there", "Buses"]],
  "theme-moved": [row("theme-moved", THEME, { canvas: "needs", rank: "a0" }, { canvas: "needs", rank: "a1" }), ["Getting there"]],
  "taken-apart": [row("taken-apart", THEME, { title: "Buses" }, { title: "Buses" }), ["Buses"]],
  "stood-again": [row("stood-again", THEME, { title: "Buses" }, { title: "Buses" }), ["Buses"]],
  linked: [row("linked", `${OPTION}>${NOTE}>answers`, null, {}), ["20", "12"]],
  unlinked: [row("unlinked", `${OPTION}>${NOTE}>answers`, {}, null), ["20", "12"]],
  "sheet-filled": [row("sheet-filled", OPTION, { field: "pays", text: "" }, { field: "pays", text: "The council" }), ["20", "The council"]],
  "for-whom-said": [row("for-whom-said", NOTE, "", "families"), ["12", "families"]],
  "agreement-added": [row("agreement-added", AGREEMENT, null, { text: "We agree to ask" }), ["We agree to ask"]],
  "agreement-changed": [row("agreement-changed", AGREEMENT, { text: "We agree" }, { text: "We agree to ask" }), ["We agree to ask"]],
  "agreement-aside": [row("agreement-aside", AGREEMENT, null, { reason: "too soon" }), ["too soon"]],
  "pledge-added": [row("pledge-added", PLEDGE, null, { text: "We listen" }), ["We listen"]],
  "pledge-changed": [row("pledge-changed", PLEDGE, { text: "We hear" }, { text: "We listen" }), ["We hear", "We listen"]],
  "pledge-aside": [row("pledge-aside", PLEDGE, null, { reason: "said twice" }), ["said twice"]],
  "pledge-back": [row("pledge-back", PLEDGE, { reason: "said twice" }, null), ["We listen to the end"]],
  "agreement-back": [row("agreement-back", AGREEMENT, { reason: "too soon" }, null), ["We agree to ask for a later bus"]],
  "action-added": [
    row("action-added", "actionAction0001", null, { text: "Write", who: "Sam", by: "2026-12-01" }),
    ["Write", "Sam", "2026"],
  ],
  "action-changed": [row("action-changed", "actionAction0001", { text: "Write" }, { text: "Write again" }), ["Write again"]],
  "action-aside": [row("action-aside", "actionAction0001", null, { reason: "done already" }), ["done already"]],
  "action-back": [row("action-back", "actionAction0001", { reason: "x" }, null), []],
  "words-suggested": [
    row("words-suggested", NOTE, null, { suggestionId: "s", text: "Buses end early", state: "open" }),
    ["12", "Buses end early"],
  ],
  "suggestion-closed": [
    row("suggestion-closed", NOTE, { state: "open" }, { text: "Buses end early", state: "taken" }),
    ["12", "Buses end early"],
  ],
  "suggestion-reopened": [row("suggestion-reopened", NOTE, { state: "taken" }, { text: "Buses end early", state: "open" }), ["12"]],
}
const latin = (text: string) => text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))

describe.each(LOCALES)("what happened, in %s", (locale) => {
  const reader = readerIn(locale)
  test.each(CHANGE_KINDS)("tells %s with who did it, the number and the words", (kind) => {
    const [row, holds] = EACH[kind]
    const line = historyLine(row, reader)
    const whole = latin(`${line?.sentence} ${line?.before} ${line?.after}`)
    expect(line?.sentence).toContain("Rosa")
    expect(whole).not.toMatch(/\{|happened\.|undefined/)
    for (const part of holds) expect(whole).toContain(part)
  })
  test("says different acts differently", () => {
    const said = CHANGE_KINDS.map((kind) => historyLine(EACH[kind][0], reader)?.sentence)
    expect(new Set(said).size).toBe(said.length)
  })
})

const english = readerIn("en")
const sentence = (one: HistoryRow, reader = english) => historyLine(one, reader)?.sentence

test("in English it reads as somebody would say it", () => {
  expect(CHANGE_KINDS.map((kind) => sentence(EACH[kind][0]))).toMatchInlineSnapshot(`
    [
      "Rosa added note 12",
      "Rosa changed the words of note 12",
      "Rosa changed note 12 to: Need",
      "Rosa moved note 12 into “Getting there”",
      "Rosa put note 12 in a stack with note 20",
      "Rosa took note 12 out of its stack",
      "Rosa placed note 12: quite likely · could go very wrong",
      "Rosa set note 12 aside, because: said twice",
      "Rosa brought back note 12",
      "Rosa took note 12 out of sight",
      "Rosa made the theme “Getting there”",
      "Rosa named a theme “Getting there”",
      "Rosa moved the theme “Getting there”",
      "Rosa took the theme “Buses” apart",
      "Rosa put the theme “Buses” together again",
      "Rosa linked: note 20 answers note 12",
      "Rosa took the link between note 20 and note 12 away",
      "Rosa wrote under “who pays” in note 20",
      "Rosa said whom note 12 is about: families",
      "Rosa wrote an agreement",
      "Rosa changed the words of an agreement",
      "Rosa set an agreement aside, because: too soon",
      "Rosa brought back an agreement",
      "Rosa wrote a thing to do",
      "Rosa changed a thing to do",
      "Rosa set a thing to do aside, because: done already",
      "Rosa brought back a thing to do",
      "Rosa wrote how we want to work together",
      "Rosa changed how we want to work together",
      "Rosa set aside a sentence on working together, because: said twice",
      "Rosa brought back a sentence on working together",
      "Rosa said of note 12: not this time, because: no money",
      "Rosa took back that note 12 is not in the plan",
      "Rosa answered about note 12",
      "Rosa said of “Getting there”: not this time, because: next year",
      "Rosa took back that “Getting there” is not in the plan",
      "Rosa suggested other words for note 12",
      "Rosa took the suggested words for note 12",
      "Rosa opened a suggestion for note 12 again",
    ]
  `)
})

test("a move says whether the theme, the page or only the order changed", () => {
  const at = (themeId: string | null, canvas = "needs", rank = "a0") => ({ themeId, canvas, rank })
  expect(sentence(row("moved", NOTE, at(THEME), at(null)))).toBe("Rosa took note 12 out of its theme")
  expect(sentence(row("moved", NOTE, at(THEME), at(THEME, "needs", "a5")))).toBe("Rosa moved note 12 up or down")
  expect(sentence(row("moved", NOTE, at(THEME), at(null, "options")))).toBe("Rosa moved note 12 to the page “Options”")
})

test("the note that a stack was begun on, and a stack of a label that is no note here, are told without another note", () => {
  expect(sentence(row("stacked", NOTE, null, NOTE))).toBe("Rosa put note 12 in a stack")
  expect(sentence(row("stacked", NOTE, null, "someFreshLabel00"))).toBe("Rosa put note 12 in a stack")
})

test("a row that holds a stack's label alone, as older servers wrote it, names the other note too", () => {
  expect(sentence(row("stacked", NOTE, null, OPTION))).toBe("Rosa put note 12 in a stack with note 20")
})

test("an undone addition is told as taken back, not as a reason of signs", () => {
  expect(sentence(row("set-aside", NOTE, null, { reason: TAKEN_BACK }))).toBe("Rosa took note 12 back")
})

test("a note taken out of sight and brought back is told as a host's act, since the server did it for one", () => {
  const byServer = (one: HistoryRow) => ({ ...one, seat: "server" })
  expect(sentence(byServer(row("note-gone", NOTE, null, null)))).toBe("A host took note 12 out of sight")
  expect(sentence(byServer(row("note-added", NOTE, null, { text: "The bus" })))).toBe("A host brought note 12 back into sight")
})

test("a note that is still set aside can be brought back, one that stands cannot", () => {
  const aside = row("set-aside", NOTE, null, { reason: "said twice" })
  expect(historyLine(aside, english)?.offer).toBeNull()
  const still = readerIn("en", boardAfter({ type: "set-aside", id: NOTE, reason: "said twice" }))
  expect(historyLine(aside, still)?.offer).toEqual({ type: "bring-back", command: { type: "bring-back", id: NOTE } })
})

test("earlier words can be put back while they are not what stands", () => {
  const changed = row("words-changed", NOTE, "No bus", "The bus stops at six")
  expect(historyLine(changed, english)?.offer).toEqual({
    type: "put-back",
    words: "No bus",
    command: { type: "change-words", id: NOTE, text: "No bus" },
  })
  const back = readerIn("en", boardAfter({ type: "change-words", id: NOTE, text: "No bus" }))
  expect(historyLine(changed, back)?.offer).toBeNull()
})

test("rows whose words were cleared, or that hold anything at all, never fail", () => {
  expect(historyLine(row("words-changed", NOTE, null, null), english)).toMatchObject({ before: null, after: null, offer: null })
  expect(historyLine(row("what-is-this", NOTE, null, null), english)).toBeNull()
  fc.assert(
    fc.property(
      fc.constantFrom(...CHANGE_KINDS),
      fc.string(),
      fc.option(fc.json()),
      fc.option(fc.string()),
      (kind, target, before, after) => {
        expect(typeof historyLine({ id: 1, at: 0, seat: "s", kind, target, before, after }, english)?.sentence).toBe("string")
      },
    ),
  )
})
