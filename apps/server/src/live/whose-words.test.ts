import { expect, test } from "vitest"
import { TAKEN_BACK, type Board } from "@evenboard/board"
import type { SessionEvent } from "@evenboard/session"
import type { Fact, LedgerRow } from "@evenboard/sync"
import { eventsWithout, rowsWith, wordsOfSeat } from "./whose-words.ts"

type Told = [seat: string, kind: string, target: string, before: unknown, after: unknown]
const rowsOf = (...told: Told[]): LedgerRow[] =>
  told.map(([seat, kind, target, before, after], index) => ({
    id: index + 1,
    seq: index + 1,
    at: index,
    seat,
    kind,
    target,
    run: null,
    chars: 0,
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  }))
const factOf = (noteId: string, author: string, scribe: string | null = null): Fact => ({ noteId, author, scribe }) as Fact
const asideOf = (reasons: Record<string, string>): Board =>
  ({
    notes: new Map(Object.entries(reasons).map(([id, reason]) => [id, { aside: { reason } }])),
    agreements: new Map(),
    actions: new Map(),
  }) as unknown as Board
const NOTHING_ASIDE = asideOf({})

test("mine are the notes I am the author of, whoever typed them, and not those I typed for others", () => {
  const facts = [factOf("mine", "rosa"), factOf("typed-for-me", "rosa", "sam"), factOf("i-typed", "tom", "rosa")]
  expect(wordsOfSeat("rosa", facts, [], NOTHING_ASIDE).notes).toEqual(["mine", "typed-for-me"])
})

test("a sentence, a thing to do or part of a sheet is mine while nobody else has changed it", () => {
  const rows = rowsOf(
    ["rosa", "agreement-added", "a1", null, { text: "mine" }],
    ["rosa", "agreement-added", "a2", null, { text: "mine at first" }],
    ["sam", "agreement-changed", "a2", { text: "mine at first" }, { text: "ours" }],
    ["sam", "agreement-added", "a3", null, { text: "his" }],
    ["rosa", "agreement-changed", "a3", { text: "his" }, { text: "ours" }],
    ["rosa", "action-added", "x1", null, { text: "mine", who: "" }],
    ["rosa", "sheet-filled", "n1", { field: "who", text: "" }, { field: "who", text: "mine" }],
    ["rosa", "sheet-filled", "n1", { field: "pays", text: "" }, { field: "pays", text: "mine at first" }],
    ["sam", "sheet-filled", "n1", { field: "pays", text: "mine at first" }, { field: "pays", text: "ours" }],
    ["rosa", "words-suggested", "n1", null, { suggestionId: "s1", text: "mine", state: "open" }],
    ["sam", "words-suggested", "n1", null, { suggestionId: "s2", text: "his", state: "open" }],
  )
  const erased = wordsOfSeat("rosa", [], rows, NOTHING_ASIDE)
  expect(erased).toMatchObject({ agreements: ["a1"], actions: ["x1"], sheets: [{ noteId: "n1", field: "who" }], suggestions: ["s1"] })
  expect(rowsWith("rosa", erased, rows)).toEqual([1, 6, 7, 10])
})

test("a reason is mine where it stands now and I gave it; what others said of it meanwhile goes from the history with it", () => {
  const rows = rowsOf(
    ["rosa", "set-aside", "n1", null, { reason: "mine" }],
    ["rosa", "set-aside", "n2", null, { reason: "mine" }],
    ["sam", "set-aside", "n2", { reason: "mine" }, { reason: "his" }],
    ["rosa", "set-aside", "n3", null, { reason: TAKEN_BACK }],
    ["sam", "set-aside", "n4", null, { reason: "his" }],
    ["rosa", "set-aside", "n5", null, { reason: "mine" }],
    ["sam", "brought-back", "n5", { reason: "mine" }, null],
  )
  const erased = wordsOfSeat("rosa", [], rows, asideOf({ n1: "mine", n2: "his", n3: TAKEN_BACK, n4: "his" }))
  expect(erased.reasons).toEqual([{ root: "notes", id: "n1" }])
  expect(rowsWith("rosa", erased, rows)).toEqual([1, 2, 3, 4, 6, 7])
})

test("how we want to work together is mine where I wrote it and nobody changed it, and so is why I set it aside", () => {
  const rows = rowsOf(
    ["rosa", "pledge-added", "p1", null, { text: "mine" }],
    ["rosa", "pledge-added", "p2", null, { text: "mine at first" }],
    ["sam", "pledge-changed", "p2", { text: "mine at first" }, { text: "ours" }],
    ["rosa", "pledge-aside", "p3", null, { reason: "mine" }],
  )
  const pledges = new Map([["p3", { aside: { reason: "mine" } }]])
  const erased = wordsOfSeat("rosa", [], rows, { ...NOTHING_ASIDE, pledges } as unknown as Board)
  expect(erased).toMatchObject({ pledges: ["p1"], reasons: [{ root: "pledges", id: "p3" }] })
  expect(rowsWith("rosa", erased, rows)).toEqual([1, 4])
})

test("an erasing that a crash cut short finds the same again, the server's own rows about it included", () => {
  const rows = rowsOf(
    ["rosa", "sheet-filled", "n1", { field: "who", text: "" }, { field: "who", text: "mine" }],
    ["rosa", "set-aside", "n1", null, { reason: "mine" }],
    ["server", "sheet-filled", "n1", { field: "who", text: "mine" }, { field: "who", text: "" }],
    ["server", "set-aside", "n1", { reason: "mine" }, { reason: "" }],
  )
  const erased = wordsOfSeat("rosa", [], rows, asideOf({ n1: "" }))
  expect(rowsWith("rosa", erased, rows)).toEqual([1, 2, 3, 4])
})

test("a worry of mine reads as withdrawn, by whom it was written down; of others' every word stays", () => {
  const worry = (seq: number, seat: string): SessionEvent => ({
    seq,
    at: seq,
    by: { seat: "sam" },
    type: "worry-said",
    worryId: `w${seq}`,
    agreementId: "a",
    seat,
    scribe: null,
    words: "…",
  })
  const events: SessionEvent[] = [worry(1, "rosa"), worry(2, "sam"), { seq: 3, at: 3, by: { seat: "rosa" }, type: "door-shut" }]
  const rest = { notes: [], proposed: [], gone: "[deleted]" }
  expect(eventsWithout("rosa", events, rest)).toEqual([{ seq: 1, at: 1, by: { seat: "sam" }, type: "worry-withdrawn", worryId: "w1" }])
})

test("of a note out of sight no reason is left that I gave, or that tells of a note of mine; others' reasons stay; twice is once", () => {
  const hidden = (
    seq: number,
    by: SessionEvent["by"],
    noteId: string,
    type: "note-hidden" | "hide-proposed" = "note-hidden",
  ): SessionEvent => {
    const said = { seq, at: seq, by, noteId, number: seq, reason: "says where she lives" }
    return type === "note-hidden" ? { ...said, type, kind: "need", canvas: "needs" } : { ...said, type }
  }
  const events = [
    hidden(1, { seat: "rosa" }, "hers-to-say"),
    hidden(2, { seat: "sam" }, "about-her-note"),
    hidden(3, "server", "she-proposed", "hide-proposed"),
    hidden(4, { seat: "sam" }, "others"),
    hidden(5, "server", "others-proposed", "hide-proposed"),
  ]
  const rest = { notes: ["about-her-note"], proposed: ["she-proposed"], gone: "[deleted]" }
  const told = eventsWithout("rosa", events, rest)
  expect(told.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(JSON.stringify(told)).not.toContain("says where she lives")
  expect(eventsWithout("rosa", told, rest)).toEqual([])
})
