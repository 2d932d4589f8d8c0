// Long, since it holds one entry for each command of the registry.
import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import * as Y from "yjs"
import {
  agreementsInOrder,
  COMMAND_TYPES,
  facesInTheme,
  linkKey,
  needsAnsweredBy,
  notesInTheme,
  readBoard,
  run,
  TAKEN_BACK,
  themeOf,
  themesOn,
  type ActionId,
  type AgreementId,
  type Board,
  type Command,
  type Link,
  type NoteId,
  type PledgeId,
  type StackId,
  type SuggestionId,
  type ThemeId,
} from "./index.ts"
import { FIRST_ACTS } from "./run-first.ts"
import { command, fuzz, rubbish } from "./testing/commands.ts"
import { Phones } from "./testing/phones.ts"

const [n1, n2, n3, option, worry] = ["n1", "n2", "n3", "option", "worry"] as NoteId[] as [NoteId, NoteId, NoteId, NoteId, NoteId]
const [t1, t2] = ["t1", "t2"] as [ThemeId, ThemeId]
const a1 = "a1" as AgreementId
const act = "act" as ActionId
const pledge = "pledge" as PledgeId
const fresh = "fresh" as StackId
const s1 = "s1" as SuggestionId
const answers: Link = { from: option, to: n1, kind: "answers" }

const addPledge: Command = { type: "add-pledge", id: pledge, text: "We listen to the end" }

/** As a new note gets it where nothing stands. */
const firstRank = (id: NoteId): string => {
  const alone = new Y.Doc()
  run(alone, { type: "add-note", id, kind: "option", canvas: "options", text: "x" })
  return readBoard(alone).notes.get(id)?.rank ?? ""
}

let doc: Y.Doc
const board = (): Board => readBoard(doc)
const ok = (command: Command): Command | null => {
  const outcome = run(doc, command)
  expect(outcome, JSON.stringify(command)).toMatchObject({ ok: true })
  return outcome.ok ? outcome.inverse : null
}

beforeEach(() => {
  doc = new Y.Doc()
  for (const [id, text] of [
    [n1, "A bus home"],
    [n2, "Somebody who listens"],
    [n3, "Light in the park"],
  ] as const)
    ok({ type: "add-note", id, kind: "need", canvas: "needs", text })
  ok({ type: "add-note", id: option, kind: "option", canvas: "options", text: "A night bus" })
  ok({ type: "add-note", id: worry, kind: "risk", canvas: "matrix", text: "Nobody pays" })
  ok({ type: "put-together", themeId: t1, canvas: "needs", title: "Getting there", notes: [n1, n2] })
  ok({ type: "add-agreement", id: a1, text: "We agree to try", sources: [n1] })
  ok({ type: "add-action", id: act, agreementId: a1, text: "Ask the council", who: "Ana", by: "" })
})

/** One of each, in a world where it changes something, and what must have come of it. */
const EACH: {
  [T in Command["type"]]: { first?: Command[]; command: Extract<Command, { type: T }>; shows: (board: Board) => unknown; is: unknown }
} = {
  "add-note": {
    command: {
      type: "add-note",
      id: "new" as NoteId,
      kind: "offer",
      canvas: "needs",
      text: "  My van\r\n",
      spot: { themeId: t1, before: n2 },
    },
    shows: (b) => notesInTheme(b, t1, "needs").map(({ text }) => text),
    is: ["A bus home", "My van", "Somebody who listens"],
  },
  "change-words": {
    command: { type: "change-words", id: n1, text: "A bus home at night" },
    shows: (b) => b.notes.get(n1)?.text,
    is: "A bus home at night",
  },
  "change-kind": { command: { type: "change-kind", id: n1, kind: "offer" }, shows: (b) => b.notes.get(n1)?.kind, is: "offer" },
  move: {
    command: { type: "move", id: n3, spot: { themeId: t1, after: n1 } },
    shows: (b) => notesInTheme(b, t1, "needs").map(({ id }) => id),
    is: [n1, n3, n2],
  },
  "move-canvas": {
    command: { type: "move-canvas", id: n1, canvas: "options", spot: { themeId: null } },
    shows: (b) => [b.notes.get(n1)?.canvas, b.notes.get(n1)?.themeId],
    is: ["options", null],
  },
  "undo-move": {
    command: {
      type: "undo-move",
      notes: [
        {
          id: option,
          was: { themeId: null, canvas: "options", rank: "b00", stack: null },
          is: { themeId: null, canvas: "options", rank: firstRank(option), stack: null },
        },
      ],
    },
    shows: (b) => b.notes.get(option)?.rank,
    is: "b00",
  },
  stack: {
    command: { type: "stack", stack: fresh, on: n1, notes: [n3, n2] },
    shows: (b) => facesInTheme(b, t1, "needs").map(({ members }) => members.map(({ id }) => id)),
    is: [[n1, n3, n2]],
  },
  "leave-stack": {
    first: [{ type: "stack", stack: fresh, on: n1, notes: [n2, n3] }],
    command: { type: "leave-stack", id: n1 },
    shows: (b) => facesInTheme(b, t1, "needs").map(({ members }) => members.map(({ id }) => id)),
    is: [[n2, n3], [n1]],
  },
  "take-stack-apart": {
    first: [{ type: "stack", stack: fresh, on: n1, notes: [n2, n3] }],
    command: { type: "take-stack-apart", id: n3 },
    shows: (b) => facesInTheme(b, t1, "needs").map(({ members }) => members.map(({ id }) => id)),
    is: [[n1], [n2], [n3]],
  },
  "put-together": {
    command: { type: "put-together", themeId: t2, canvas: "needs", title: "Safe", notes: [n3, n1], aboutUs: true },
    shows: (b) => [notesInTheme(b, t2, "needs").map(({ id }) => id), b.themes.get(t2)?.aboutUs],
    is: [[n3, n1], true],
  },
  "take-apart": {
    command: { type: "take-apart", themeId: t1 },
    shows: (b) => [themesOn(b, "needs").length, notesInTheme(b, null, "needs").map(({ id }) => id)],
    is: [0, [n3, n1, n2]],
  },
  "stand-again": {
    first: [{ type: "take-apart", themeId: t1 }],
    command: {
      type: "stand-again",
      themeId: t1,
      standings: [
        { id: n2, rank: "a0" },
        { id: n1, rank: "a5" },
      ],
    },
    shows: (b) => notesInTheme(b, t1, "needs").map(({ id }) => id),
    is: [n2, n1],
  },
  "join-themes": {
    first: [{ type: "put-together", themeId: t2, canvas: "needs", title: "Safe", notes: [n3] }],
    command: { type: "join-themes", themeId: t1, into: t2 },
    shows: (b) => [themesOn(b, "needs").map(({ id }) => id), notesInTheme(b, t2, "needs").map(({ id }) => id)],
    is: [[t2], [n3, n1, n2]],
  },
  "name-theme": {
    command: { type: "name-theme", themeId: t1, title: "On the road" },
    shows: (b) => b.themes.get(t1)?.title,
    is: "On the road",
  },
  "move-theme": {
    first: [{ type: "put-together", themeId: t2, canvas: "needs", title: "Safe", notes: [] }],
    command: { type: "move-theme", themeId: t2, before: t1 },
    shows: (b) => themesOn(b, "needs").map(({ id }) => id),
    is: [t2, t1],
  },
  "make-option": {
    command: { type: "make-option", id: "made" as NoteId, themeId: t1 },
    shows: (b) => [b.notes.get("made" as NoteId)?.text, needsAnsweredBy(b, "made" as NoteId).map(({ id }) => id)],
    is: ["Getting there", [n1, n2]],
  },
  link: { command: { type: "link", link: answers }, shows: (b) => b.links.has(linkKey(answers)), is: true },
  unlink: {
    first: [{ type: "link", link: answers }],
    command: { type: "unlink", link: answers },
    shows: (b) => b.links.has(linkKey(answers)),
    is: false,
  },
  place: {
    command: { type: "place", id: worry, place: { likely: 4, effect: -2 } },
    shows: (b) => b.notes.get(worry)?.place,
    is: { likely: 4, effect: -2 },
  },
  "say-for-whom": {
    command: { type: "say-for-whom", id: worry, forWhom: "night staff" },
    shows: (b) => b.notes.get(worry)?.forWhom,
    is: "night staff",
  },
  "fill-sheet": {
    command: { type: "fill-sheet", id: option, field: "pays", text: "the council" },
    shows: (b) => b.notes.get(option)?.sheet?.pays,
    is: "the council",
  },
  "set-aside": {
    command: { type: "set-aside", id: n1, reason: "said twice" },
    shows: (b) => b.notes.get(n1)?.aside,
    is: { reason: "said twice" },
  },
  "say-outcome": {
    command: { type: "say-outcome", of: { note: n1 }, reason: "no money this year" },
    shows: (b) => b.notes.get(n1)?.notThisTime,
    is: { reason: "no money this year" },
  },
  "take-back-outcome": {
    first: [{ type: "say-outcome", of: { note: n1 }, reason: "no money this year" }],
    command: { type: "take-back-outcome", of: { note: n1 } },
    shows: (b) => b.notes.get(n1)?.notThisTime,
    is: null,
  },
  "answer-outcome": {
    command: { type: "answer-outcome", id: n1, text: "I meant something else" },
    shows: (b) => b.notes.get(n1)?.answer,
    is: "I meant something else",
  },
  "bring-back": {
    first: [{ type: "set-aside", id: n1, reason: "said twice" }],
    command: { type: "bring-back", id: n1 },
    shows: (b) => b.notes.get(n1)?.aside,
    is: null,
  },
  "suggest-words": {
    command: { type: "suggest-words", suggestionId: s1, noteId: n1, text: "A late bus" },
    shows: (b) => b.suggestions.get(s1),
    is: { id: s1, noteId: n1, text: "A late bus", state: "open" },
  },
  "take-words": {
    first: [{ type: "suggest-words", suggestionId: s1, noteId: n1, text: "A late bus" }],
    command: { type: "take-words", suggestionId: s1 },
    shows: (b) => [b.notes.get(n1)?.text, b.suggestions.get(s1)?.state],
    is: ["A late bus", "taken"],
  },
  "keep-words": {
    first: [{ type: "suggest-words", suggestionId: s1, noteId: n1, text: "A late bus" }],
    command: { type: "keep-words", suggestionId: s1 },
    shows: (b) => [b.notes.get(n1)?.text, b.suggestions.get(s1)?.state],
    is: ["A bus home", "declined"],
  },
  "reopen-suggestion": {
    first: [
      { type: "suggest-words", suggestionId: s1, noteId: n1, text: "A late bus" },
      { type: "take-words", suggestionId: s1 },
    ],
    command: { type: "reopen-suggestion", suggestionId: s1, text: "A bus home" },
    shows: (b) => [b.notes.get(n1)?.text, b.suggestions.get(s1)?.state],
    is: ["A bus home", "open"],
  },
  "add-agreement": {
    command: { type: "add-agreement", id: "a2" as AgreementId, text: "We agree to meet", sources: [n2, "nobody" as NoteId] },
    shows: (b) => [agreementsInOrder(b).map(({ id }) => id), [...b.links.keys()].filter((key) => key.startsWith("a2>"))],
    is: [[a1, "a2"], ["a2>n2>source"]],
  },
  "change-agreement": {
    command: { type: "change-agreement", id: a1, text: "We agree to try it" },
    shows: (b) => b.agreements.get(a1)?.text,
    is: "We agree to try it",
  },
  "set-aside-agreement": {
    command: { type: "set-aside-agreement", id: a1, reason: "later" },
    shows: (b) => b.agreements.get(a1)?.aside,
    is: { reason: "later" },
  },
  "bring-back-agreement": {
    first: [{ type: "set-aside-agreement", id: a1, reason: "later" }],
    command: { type: "bring-back-agreement", id: a1 },
    shows: (b) => b.agreements.get(a1)?.aside,
    is: null,
  },
  "add-action": {
    command: { type: "add-action", id: "act2" as ActionId, agreementId: null, text: "Print it", who: "", by: "2026-03-01" },
    shows: (b) => b.actions.get("act2" as ActionId)?.by,
    is: "2026-03-01",
  },
  "change-action": {
    command: { type: "change-action", id: act, text: "Ask the mayor", who: "Ben", by: "2026-03-01" },
    shows: (b) => {
      const { text, who, by } = b.actions.get(act) ?? {}
      return [text, who, by]
    },
    is: ["Ask the mayor", "Ben", "2026-03-01"],
  },
  "set-aside-action": {
    command: { type: "set-aside-action", id: act, reason: "later" },
    shows: (b) => b.actions.get(act)?.aside,
    is: { reason: "later" },
  },
  "bring-back-action": {
    first: [{ type: "set-aside-action", id: act, reason: "later" }],
    command: { type: "bring-back-action", id: act },
    shows: (b) => b.actions.get(act)?.aside,
    is: null,
  },
  "add-pledge": {
    command: addPledge,
    shows: (b) => [...b.pledges.values()].filter(({ aside }) => aside === null).map(({ text }) => text),
    is: ["We listen to the end"],
  },
  "change-pledge": {
    first: [addPledge],
    command: { type: "change-pledge", id: pledge, text: "We listen" },
    shows: (b) => b.pledges.get(pledge)?.text,
    is: "We listen",
  },
  "set-aside-pledge": {
    first: [addPledge],
    command: { type: "set-aside-pledge", id: pledge, reason: "later" },
    shows: (b) => b.pledges.get(pledge)?.aside,
    is: { reason: "later" },
  },
  "bring-back-pledge": {
    first: [addPledge, { type: "set-aside-pledge", id: pledge, reason: "later" }],
    command: { type: "bring-back-pledge", id: pledge },
    shows: (b) => b.pledges.get(pledge)?.aside,
    is: null,
  },
}

describe("each command does its work in one transaction, is undone by its inverse, and done again by the inverse of that", () => {
  test.each(COMMAND_TYPES)("%s", (type) => {
    const { first = [], command, shows, is } = EACH[type]
    first.forEach(ok)
    const before = board()
    const origins: unknown[] = []
    doc.on("update", (_update: Uint8Array, origin: unknown) => origins.push(origin))
    const inverse = ok(command)
    expect(origins).toEqual([type])
    expect(shows(board())).toEqual(is)
    const after = board()
    if (inverse === null) throw new Error("nothing changed")
    const redo = ok(inverse)
    expectUndone(before, board())
    if (redo === null) throw new Error("nothing undone")
    ok(redo)
    expect(standingBoard(board())).toEqual(standingBoard(after))
  })
})

/** Theme ids as they count. */
const standingBoard = (board: Board): Board => ({
  ...board,
  notes: new Map([...board.notes].map(([id, note]) => [id, { ...note, themeId: themeOf(board, note)?.id ?? null }])),
})

/** As before, but for what an undone addition leaves behind: set aside, gone or declined, with its links. */
function expectUndone(before: Board, after: Board): void {
  const [was, is] = [standingBoard(before), standingBoard(after)]
  const restOf = <K, V>(old: ReadonlyMap<K, V>, now: ReadonlyMap<K, V>): V[] => {
    for (const [key, value] of old) expect(now.get(key)).toEqual(value)
    return [...now].filter(([key]) => !old.has(key)).map(([, value]) => value)
  }
  const added = [...restOf(was.notes, is.notes), ...restOf(was.agreements, is.agreements), ...restOf(was.actions, is.actions)]
  for (const one of added) expect(one.aside).toEqual({ reason: TAKEN_BACK })
  for (const theme of restOf(was.themes, is.themes)) expect(theme.gone).toBe(true)
  for (const suggestion of restOf(was.suggestions, is.suggestions)) expect(suggestion.state).toBe("declined")
  for (const link of restOf(was.links, is.links)) expect(added.map(({ id }) => id as string)).toContain(link.from)
}

test("whatever was done last is undone by its inverse, and done again; of what a phone has from the first screen, by one of those", () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 60, size: "max" }), (commands) => {
      const doc = new Y.Doc()
      for (const command of commands) {
        const before = readBoard(doc)
        const outcome = run(doc, command)
        const after = readBoard(doc)
        if (!outcome.ok || outcome.inverse === null) expect(after).toEqual(before)
        if (!outcome.ok || outcome.inverse === null) continue
        if (command.type in FIRST_ACTS) expect(FIRST_ACTS).toHaveProperty(outcome.inverse.type)
        const undone = run(doc, outcome.inverse)
        expect(undone, JSON.stringify([command, outcome.inverse])).toMatchObject({ ok: true })
        expectUndone(before, readBoard(doc))
        if (undone.ok && undone.inverse !== null) run(doc, undone.inverse)
        expect(standingBoard(readBoard(doc)), JSON.stringify([command, outcome.inverse, undone])).toEqual(standingBoard(after))
      }
    }),
    fuzz(150),
  )
})

test("a refusal says why and writes nothing", () => {
  const long = "x".repeat(601)
  const refused: [Command, string][] = [
    [{ type: "add-note", id: "new" as NoteId, kind: "need", canvas: "needs", text: " \n " }, "empty"],
    [{ type: "add-note", id: "new" as NoteId, kind: "need", canvas: "needs", text: long }, "too-long"],
    [{ type: "add-note", id: n1, kind: "need", canvas: "needs", text: "twice" }, "same"],
    [{ type: "add-note", id: "new" as NoteId, kind: "option", canvas: "options", text: "x", spot: { themeId: t1 } }, "wrong-canvas"],
    [{ type: "add-note", id: "new" as NoteId, kind: "need", canvas: "needs", text: "x", spot: { themeId: t2 } }, "gone"],
    [{ type: "add-note", id: "new" as NoteId, kind: "idea" as "need", canvas: "needs", text: "x" }, "wrong-kind"],
    [{ type: "change-words", id: n1, text: "" }, "empty"],
    [{ type: "change-words", id: "nobody" as NoteId, text: "x" }, "gone"],
    [{ type: "put-together", themeId: t2, canvas: "needs", title: "", notes: [n1] }, "empty"],
    [{ type: "put-together", themeId: t2, canvas: "needs", title: "y".repeat(141), notes: [n1] }, "too-long"],
    [{ type: "put-together", themeId: t2, canvas: "needs", title: "Mixed", notes: [n1, option] }, "wrong-canvas"],
    [{ type: "put-together", themeId: t1, canvas: "needs", title: "Again", notes: [n1] }, "same"],
    [{ type: "stack", stack: fresh, on: n1, notes: [option] }, "wrong-canvas"],
    [{ type: "stack", stack: fresh, on: "nobody" as NoteId, notes: [n1] }, "gone"],
    [{ type: "stack", stack: fresh, on: n1, notes: ["nobody" as NoteId] }, "gone"],
    [{ type: "stack", stack: fresh, on: n1, notes: [n1] }, "same"],
    [{ type: "leave-stack", id: "nobody" as NoteId }, "gone"],
    [{ type: "take-stack-apart", id: "nobody" as NoteId }, "gone"],
    [{ type: "join-themes", themeId: t1, into: t1 }, "same"],
    [{ type: "join-themes", themeId: t1, into: t2 }, "gone"],
    [{ type: "undo-move", notes: [] }, "moved"],
    [{ type: "place", id: n1, place: { likely: 1, effect: 0 } }, "wrong-kind"],
    [{ type: "fill-sheet", id: n1, field: "who", text: "x" }, "wrong-kind"],
    [{ type: "link", link: { from: n1, to: n2, kind: "answers" } }, "wrong-kind"],
    [{ type: "link", link: { from: option, to: option, kind: "piece" } }, "same"],
    [{ type: "link", link: { from: option, to: "nobody", kind: "answers" } }, "gone"],
    [{ type: "set-aside", id: n1, reason: " " }, "empty"],
    [{ type: "suggest-words", suggestionId: s1, noteId: n1, text: "A bus home" }, "same"],
    [{ type: "take-words", suggestionId: s1 }, "gone"],
    [{ type: "add-action", id: "act2" as ActionId, agreementId: null, text: "x", who: "", by: "2026-02-30" }, "not-a-date"],
    [{ type: "change-action", id: act, text: "new words", by: "soon" }, "not-a-date"],
  ]
  const updates: unknown[] = []
  doc.on("update", (update) => updates.push(update))
  for (const [command, reason] of refused) expect(run(doc, command), JSON.stringify(command)).toEqual({ ok: false, reason })
  expect(updates).toEqual([])
  ok({ type: "suggest-words", suggestionId: s1, noteId: n1, text: "x" })
  ok({ type: "take-words", suggestionId: s1 })
  expect(run(doc, { type: "keep-words", suggestionId: s1 })).toEqual({ ok: false, reason: "not-open" })
})

test("words taken, and words put back, are kept as clean as words written", () => {
  ok({ type: "suggest-words", suggestionId: s1, noteId: n1, text: "A train home" })
  ok({ type: "take-words", suggestionId: s1, text: "\n A tram home " })
  expect(readBoard(doc).notes.get(n1)?.text).toBe("A tram home")
  ok({ type: "reopen-suggestion", suggestionId: s1, text: " A bus home\n", from: "A tram home" })
  expect(readBoard(doc).notes.get(n1)?.text).toBe("A bus home")
})

test("doing what is done already changes nothing and gives nothing to undo", () => {
  const idle: Command[] = [
    { type: "change-words", id: n1, text: "A bus home " },
    { type: "bring-back", id: n1 },
    { type: "unlink", link: answers },
    { type: "place", id: worry, place: null },
    { type: "fill-sheet", id: option, field: "who", text: "" },
    { type: "change-action", id: act },
    { type: "leave-stack", id: n1 },
    { type: "take-stack-apart", id: n1 },
  ]
  for (const command of idle) expect(run(doc, command)).toEqual({ ok: true, inverse: null })
})

test("two people who change different words of a note at once both keep theirs", () => {
  const phones = new Phones(2)
  run(phones.doc(0), { type: "add-note", id: n1, kind: "need", canvas: "needs", text: "A bus home on Friday" })
  phones.settle()
  run(phones.doc(0), { type: "change-words", id: n1, text: "A tram home on Friday" })
  run(phones.doc(1), { type: "change-words", id: n1, text: "A bus home on Sunday" })
  phones.settle()
  for (const doc of phones.docs) expect(readBoard(doc).notes.get(n1)?.text).toBe("A tram home on Sunday")
})

test("undo takes back my words only, after somebody else has changed others", () => {
  const mine = ok({ type: "change-words", id: n1, text: "A tram home" })
  ok({ type: "change-words", id: n1, text: "A tram home, please" })
  if (mine === null) throw new Error("nothing changed")
  ok(mine)
  expect(board().notes.get(n1)?.text).toBe("A bus home, please")
})

test("words made out of an older wording leave alone what changed meanwhile", () => {
  ok({ type: "change-words", id: n1, text: "A late bus home" })
  ok({ type: "change-words", id: n1, text: "A bus home for all", from: "A bus home" })
  expect(board().notes.get(n1)?.text).toBe("A late bus home for all")
})

test("of two moves at once one whole standing wins", () => {
  const phones = new Phones(2)
  Y.applyUpdate(phones.doc(0), Y.encodeStateAsUpdate(doc))
  run(phones.doc(0), { type: "put-together", themeId: t2, canvas: "needs", title: "Safe", notes: [n3] })
  Y.applyUpdate(phones.doc(1), Y.encodeStateAsUpdate(phones.doc(0)))
  run(phones.doc(0), { type: "move", id: n1, spot: { themeId: t2, rank: "b00" } })
  run(phones.doc(1), { type: "move", id: n1, spot: { themeId: null, rank: "c000" } })
  phones.settle()
  const standings = phones.docs.map((doc) => readBoard(doc).notes.get(n1)).map((note) => `${note?.themeId} ${note?.rank}`)
  expect(standings[0]).toBe(standings[1])
  expect([`${t2} b00`, "null c000"]).toContain(standings[0])
})

test("undoing a theme takes back the grouping only of notes that nobody has moved since", () => {
  const undo = ok({ type: "put-together", themeId: t2, canvas: "needs", title: "Safe", notes: [n1, n3] })
  ok({ type: "move", id: n3, spot: { themeId: t1 } })
  if (undo === null) throw new Error("nothing changed")
  ok(undo)
  expect(notesInTheme(board(), t1, "needs").map(({ id }) => id)).toEqual([n1, n2, n3])
})

test("a note put into a theme while somebody takes it apart counts as not grouped", () => {
  const phones = new Phones(2)
  Y.applyUpdate(phones.doc(0), Y.encodeStateAsUpdate(doc), "network")
  Y.applyUpdate(phones.doc(1), Y.encodeStateAsUpdate(doc), "network")
  run(phones.doc(0), { type: "take-apart", themeId: t1 })
  run(phones.doc(1), { type: "move", id: n3, spot: { themeId: t1 } })
  phones.settle()
  for (const doc of phones.docs)
    expect(
      notesInTheme(readBoard(doc), null, "needs")
        .map(({ id }) => id)
        .sort(),
    ).toEqual([n1, n2, n3])
})

test("no command throws on a doc that other clients have filled with rubbish", () => {
  fc.assert(
    fc.property(
      fc.array(rubbish, { minLength: 5, maxLength: 30, size: "max" }),
      fc.array(command, { minLength: 20, maxLength: 40, size: "max" }),
      (writes, commands) => {
        const doc = new Y.Doc()
        for (const write of writes) {
          const other = new Y.Doc()
          write(other)
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
        }
        for (const command of commands) {
          const outcome = run(doc, command)
          if (outcome.ok && outcome.inverse) run(doc, outcome.inverse)
        }
        readBoard(doc)
      },
    ),
    fuzz(200),
  )
})
