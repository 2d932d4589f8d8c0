import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { boardAt, momentsOf, type PastRow } from "./back-in-time.ts"
import { CHANGE_KINDS } from "./changes.ts"
import type { Command } from "./command.ts"
import { eraseWords } from "./erase.ts"
import { putBack, takeOut } from "./hide.ts"
import { notesInTheme } from "./select.ts"
import { command, fuzz, noteId, text } from "./testing/commands.ts"
import { Kept } from "./testing/past.ts"
import type { AgreementId, Board, NoteId, StackId, ThemeId } from "./types.ts"

const outcome: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant("say-outcome" as const), of: fc.record({ note: noteId }), reason: text }),
  fc.record({ type: fc.constant("say-outcome" as const), of: fc.record({ theme: fc.constant("theme1" as ThemeId) }), reason: text }),
  fc.record({ type: fc.constant("take-back-outcome" as const), of: fc.record({ note: noteId }) }),
  fc.record({ type: fc.constant("take-back-outcome" as const), of: fc.record({ theme: fc.constant("theme1" as ThemeId) }) }),
  fc.record({ type: fc.constant("answer-outcome" as const), id: noteId, text: fc.oneof(text, fc.constant("")) }),
)
const commands = fc.array(fc.oneof({ weight: 8, arbitrary: command }, outcome), { maxLength: 60, size: "max" })

/** What the ledger carries: all but the sheets of notes that are no options any more. */
const carried = (board: Board, now: Board) => ({
  ...Object.fromEntries(
    (["themes", "links", "agreements", "actions", "suggestions"] as const).map((root) => [root, Object.fromEntries(board[root])]),
  ),
  notes: Object.fromEntries(
    [...board.notes].map(([id, note]) => [id, now.notes.get(id)?.sheet ? note : { ...note, sheet: note.sheet && "not carried" }]),
  ),
})

test("whatever people did, the board at any time is the board that stood then", () => {
  fc.assert(
    fc.property(commands, (commands) => {
      const kept = new Kept().run(...commands)
      for (const [at, stood] of kept.stood.entries())
        expect(carried(boardAt(kept.now, kept.rows, at), kept.now)).toEqual(carried(stood, kept.now))
    }),
    fuzz(150),
  )
})

test("what did not change since is the same value, so that a screen draws only what did", () => {
  const kept = board().run({ type: "change-words", id: n1, text: "A night bus" })
  const then = boardAt(kept.now, kept.rows, kept.at - 1)
  expect(then.notes.get(n2)).toBe(kept.now.notes.get(n2))
  expect(then.notes.get(n1)?.text).toBe("A bus home")
})

const [n1, n2] = ["note1", "note2"] as NoteId[] as [NoteId, NoteId]
const t1 = "theme1" as ThemeId
const board = (): Kept =>
  new Kept().run(
    { type: "add-note", id: n1, kind: "need", canvas: "needs", text: "A bus home" },
    { type: "add-note", id: n2, kind: "need", canvas: "needs", text: "Somebody who listens" },
    { type: "put-together", themeId: t1, canvas: "needs", title: "Getting there", notes: [n1] },
  )

describe("nothing comes back to be seen that is not on the board", () => {
  test("a note out of sight stands at no time, also before its words are cleared from the ledger", () => {
    const kept = board()
    kept.act((doc) => void takeOut(doc, n1))
    for (let at = 0; at <= kept.at; at++) expect(boardAt(kept.now, kept.rows, at).notes.has(n1)).toBe(false)
    kept.clear(n1)
    for (let at = 0; at <= kept.at; at++) expect(boardAt(kept.now, kept.rows, at).notes.has(n1)).toBe(false)
  })

  test("a note that came back into sight stands before and after, and not while it was out", () => {
    const kept = board()
    let content = ""
    kept.act((doc) => void (content = takeOut(doc, n1) ?? ""))
    kept.clear(n1)
    kept.act((doc) => putBack(doc, content))
    const [after, out, before, begin] = [0, 1, 2, 5].map((back) => boardAt(kept.now, kept.rows, kept.at - back))
    expect(after?.notes.get(n1)?.text).toBe("A bus home")
    expect(out?.notes.has(n1)).toBe(false)
    expect(before?.notes.get(n1)).toMatchObject({ text: "A bus home", themeId: t1 })
    expect(begin?.notes.has(n1)).toBe(false)
  })

  test("what somebody erased stands at no time, whatever the ledger still says", () => {
    const kept = board().run({ type: "add-agreement", id: "a" as AgreementId, text: "We agree", sources: [n1] })
    const erased = { suggestions: [], actions: [], pledges: [], sheets: [], reasons: [], outcomes: [] }
    kept.act((doc) => eraseWords(doc, { ...erased, notes: [n1], agreements: ["a" as AgreementId] }))
    for (let at = 0; at <= kept.at; at++) {
      const then = boardAt(kept.now, kept.rows, at)
      expect([then.notes.has(n1), then.agreements.size]).toEqual([false, 0])
    }
  })

  test("where an erased person's wording was cleared from a row, the words after it stand before it too", () => {
    const kept = board().run({ type: "change-words", id: n1, text: "A night bus" }, { type: "change-words", id: n1, text: "A tram" })
    kept.rows = kept.rows.map((row, n) => (n === 0 ? { ...row, before: null, after: null } : row))
    expect([0, 1, 2].map((back) => boardAt(kept.now, kept.rows, kept.at - back).notes.get(n1)?.text)).toEqual([
      "A tram",
      "A tram",
      "A bus home",
    ])
  })
})

test("a note that lay in a stack, and the rank it had before, come back", () => {
  const kept = board().run(
    { type: "move", id: n2, spot: { themeId: t1, before: n1 } },
    { type: "stack", stack: "s" as StackId, on: n1, notes: [n2] },
  )
  const order = (back: number) => notesInTheme(boardAt(kept.now, kept.rows, kept.at - back), t1, "needs").map(({ id }) => id)
  expect([order(0), order(1)]).toEqual([
    [n1, n2],
    [n2, n1],
  ])
  // As older servers wrote it: the label alone.
  const old = kept.rows.map((row) => (row.kind === "stacked" ? { ...row, before: null, after: '"note1"' } : row))
  expect(boardAt(kept.now, old, kept.at - 1).notes.get(n2)?.stack).toBeNull()
})

test("the moments are each time anything changed, oldest first; typing that went on later counts to the act after it", () => {
  const at = (...times: number[]): PastRow[] => times.map((at) => ({ at, kind: "moved", target: "n", before: null, after: null }))
  expect(momentsOf(at(9, 9, 7, 8, 3)).map((moment) => [moment.at, moment.rows.map((row) => row.at)])).toEqual([
    [3, [3]],
    [7, [8, 7]],
    [9, [9, 9]],
  ])
  expect(momentsOf([])).toEqual([])
})

test("rows that hold anything at all never fail, and a kind of a newer server changes nothing", () => {
  const { now } = board()
  const row = fc.record({
    at: fc.constant(5),
    kind: fc.oneof(fc.constantFrom(...CHANGE_KINDS), fc.constantFrom("later-kind", "constructor")),
    target: fc.oneof(fc.string(), fc.constantFrom<string>(n1, t1)),
    before: fc.option(fc.oneof(fc.json(), fc.string())),
    after: fc.option(fc.json()),
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(boardAt(now, rows, 0).notes.size).toBeLessThanOrEqual(2)
    }),
  )
})
