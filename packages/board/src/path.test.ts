import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import {
  agreementsInOrder,
  boardView,
  readBoard,
  run,
  type AgreementId,
  type Board,
  type Command,
  type Note,
  type NoteId,
  type StackId,
  type ThemeId,
} from "./index.ts"
import { openNotes, pathOf } from "./path.ts"

const id = (name: string) => name as NoteId
const THEME = "theme" as ThemeId
const AGREED = "agreed" as AgreementId

const START: Command[] = [
  ...["bus", "night", "ramp"].map((name): Command => ({ type: "add-note", id: id(name), kind: "need", canvas: "needs", text: name })),
  ...["later", "taxi"].map((name): Command => ({ type: "add-note", id: id(name), kind: "option", canvas: "options", text: name })),
  { type: "add-note", id: id("cost"), kind: "risk", canvas: "matrix", text: "cost" },
  { type: "put-together", themeId: THEME, canvas: "needs", title: "Getting there", notes: [id("bus"), id("ramp")] },
  { type: "link", link: { from: "later", to: "bus", kind: "answers" } },
  { type: "link", link: { from: "taxi", to: "bus", kind: "answers" } },
  { type: "link", link: { from: "cost", to: "later", kind: "about" } },
]
function boardAfter(...more: Command[]): Board {
  const doc = new Y.Doc()
  for (const command of [...START, ...more]) expect(run(doc, command), JSON.stringify(command)).toMatchObject({ ok: true })
  return readBoard(doc)
}
const outcome = (board: Board, name: string) => pathOf(board, id(name))?.outcome
const agree = (...sources: string[]): Command => ({ type: "add-agreement", id: AGREED, text: "We agree", sources: sources.map(id) })
const notThisTime = (name: string, reason = "no money"): Command => ({ type: "say-outcome", of: { note: id(name) }, reason })
const texts = (notes: readonly { text: string }[] | undefined) => notes?.map(({ text }) => text)

describe("the path of a note", () => {
  test("goes from its theme over the options that answer it and their worries to what was agreed and who does it", () => {
    const board = boardAfter(agree("later"), {
      type: "add-action",
      id: "act" as never,
      agreementId: AGREED,
      text: "Ask the bus company",
      who: "Ana",
      by: "",
    })
    const path = pathOf(board, id("bus"))
    expect(path?.theme?.title).toBe("Getting there")
    expect(texts(path?.answers)).toEqual(["later", "taxi"])
    expect(texts(path?.voices)).toEqual(["cost"])
    expect(texts(path?.agreements)).toEqual(["We agree"])
    expect(texts(path?.actions)).toEqual(["Ask the bus company"])
    expect(path?.outcome).toEqual({ type: "in-plan" })
  })
  test("of a note that is not there is none, and of one set aside only the reason is told", () => {
    expect(pathOf(boardAfter(), id("nobody"))).toBeNull()
    const board = boardAfter(agree("bus"), { type: "set-aside", id: id("bus"), reason: "said twice" })
    expect(pathOf(board, id("bus"))).toMatchObject({ answers: [], agreements: [], outcome: { type: "set-aside", reason: "said twice" } })
  })
  test("is also that of the notes that say the same", () => {
    const board = boardAfter({ type: "stack", stack: "s" as StackId, on: id("bus"), notes: [id("night")] }, agree("bus"))
    expect(outcome(board, "night")).toEqual({ type: "in-plan" })
    expect(texts(pathOf(board, id("night"))?.same)).toEqual(["bus"])
  })
})

describe("what became of a note", () => {
  test("begins open, and a word of its own closes it", () => {
    expect(outcome(boardAfter(), "bus")).toEqual({ type: "open" })
    expect(outcome(boardAfter(notThisTime("bus")), "bus")).toEqual({ type: "not-this-time", reason: "no money", of: null })
  })
  test("what was agreed wins over a reason said before it, and the reason stands again once the agreement is set aside", () => {
    expect(outcome(boardAfter(notThisTime("bus"), agree("bus")), "bus")).toEqual({ type: "in-plan" })
    const later = boardAfter(notThisTime("bus"), agree("bus"), { type: "set-aside-agreement", id: AGREED, reason: "too soon" })
    expect(outcome(later, "bus")).toMatchObject({ type: "not-this-time" })
  })
  test("an option covers what it answers only when no other option of it is still open", () => {
    expect(outcome(boardAfter(notThisTime("later")), "bus")).toEqual({ type: "open" })
    expect(outcome(boardAfter(notThisTime("later"), notThisTime("taxi")), "bus")).toMatchObject({
      type: "not-this-time",
      of: { note: { text: "later" } },
    })
    expect(outcome(boardAfter(notThisTime("later")), "cost")).toMatchObject({ type: "not-this-time", of: { note: { text: "later" } } })
  })
  test("a theme covers its notes, but never over a note's own reason", () => {
    const board = boardAfter(notThisTime("ramp", "built already"), { type: "say-outcome", of: { theme: THEME }, reason: "next year" })
    expect(outcome(board, "ramp")).toEqual({ type: "not-this-time", reason: "built already", of: null })
    expect(outcome(board, "bus")).toMatchObject({ reason: "next year", of: { theme: { title: "Getting there" } } })
    expect(outcome(board, "night")).toEqual({ type: "open" })
  })
  test("words about ourselves wait for no outcome", () => {
    const about: Command = {
      type: "put-together",
      themeId: "us" as ThemeId,
      canvas: "needs",
      title: "Us",
      notes: [id("night")],
      aboutUs: true,
    }
    expect(outcome(boardAfter(about), "night")).toEqual({ type: "about-us" })
  })
  test("all that is open is told in order, without what is set aside", () => {
    const board = boardAfter({ type: "set-aside", id: id("night"), reason: "twice" }, notThisTime("ramp"), agree("later"))
    expect(texts(openNotes(board))).toEqual(["taxi"])
  })
})

describe("saying an outcome", () => {
  test("is undone to what stood before, an answer too", () => {
    const doc = new Y.Doc()
    for (const command of START) run(doc, command)
    const does: Command[] = [
      notThisTime("bus"),
      notThisTime("bus", "no bus"),
      { type: "take-back-outcome", of: { note: id("bus") } },
      { type: "say-outcome", of: { theme: THEME }, reason: "next year" },
      { type: "answer-outcome", id: id("bus"), text: "That is not what I meant" },
      { type: "answer-outcome", id: id("bus"), text: "" },
    ]
    for (const command of does) {
      const before = readBoard(doc)
      const done = run(doc, command)
      expect(done.ok && done.inverse !== null).toBe(true)
      if (done.ok && done.inverse) run(doc, done.inverse)
      expect(readBoard(doc)).toEqual(before)
      run(doc, command)
    }
  })
  test("needs a reason of at most 300 characters, and something to say it of", () => {
    const doc = new Y.Doc()
    for (const command of START) run(doc, command)
    expect(run(doc, notThisTime("bus", " "))).toEqual({ ok: false, reason: "empty" })
    expect(run(doc, notThisTime("bus", "x".repeat(301)))).toEqual({ ok: false, reason: "too-long" })
    expect(run(doc, notThisTime("nobody"))).toEqual({ ok: false, reason: "gone" })
    expect(run(doc, { type: "take-back-outcome", of: { theme: "none" as ThemeId } })).toEqual({ ok: false, reason: "gone" })
    expect(run(doc, { type: "take-back-outcome", of: { theme: THEME } })).toEqual({ ok: true, inverse: null })
    expect(run(doc, { type: "answer-outcome", id: id("bus"), text: "x".repeat(301) })).toEqual({ ok: false, reason: "too-long" })
  })
})

/** The same question, asked of the plain maps by looking at everything each time. */
function slowly(board: Board, note: Note): string {
  if (note.aside) return "set-aside"
  const themeOf = (one: Note) => {
    const theme = one.themeId === null ? undefined : board.themes.get(one.themeId)
    return theme && !theme.gone && theme.canvas === one.canvas ? theme : undefined
  }
  const all = [...board.notes.values()].filter((one) => !one.aside)
  const same = all.filter(
    (one) =>
      one === note ||
      (note.stack !== null && one.stack === note.stack && one.canvas === note.canvas && themeOf(one)?.id === themeOf(note)?.id),
  )
  const links = [...board.links.values()]
  const has = (from: Note, to: Note, kind: string) => links.some((l) => l.from === from.id && l.to === to.id && l.kind === kind)
  const options = all.filter(
    (one) => same.some((s) => has(one, s, "answers")) || has(note, one, "piece") || (one.kind === "option" && has(note, one, "about")),
  )
  const cited = [...same, ...options].some((one) =>
    agreementsInOrder(board).some((a) => links.some((l) => l.from === a.id && l.to === one.id && l.kind === "source")),
  )
  if (cited) return "in-plan"
  const nothing = links.some((l) => l.from === note.id && l.to === "nothing" && l.kind === "about")
  const isSaid = (one: Note) => one.notThisTime !== null || themeOf(one)?.notThisTime != null
  if (same.some((one) => one.notThisTime) || (options.length > 0 && options.every(isSaid) && !nothing)) return "not-this-time"
  const theme = themeOf(note)
  return theme?.notThisTime ? "not-this-time" : theme?.aboutUs ? "about-us" : "open"
}

test("says the same as a slow look at everything, over any evening", () => {
  const NOTES = ["n1", "n2", "n3", "o1", "o2", "w1"]
  const any = fc.constantFrom(...NOTES.map(id))
  const theme = fc.constantFrom("t1" as ThemeId, "t2" as ThemeId)
  const kind = fc.constantFrom("answers" as const, "about" as const, "piece" as const)
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ from: any, to: fc.oneof(any, fc.constant("nothing")), kind }).map((link): Command => ({ type: "link", link })),
    any.map((note): Command => ({ type: "say-outcome", of: { note }, reason: "r" })),
    theme.map((one): Command => ({ type: "say-outcome", of: { theme: one }, reason: "r" })),
    fc.record({ id: any, themeId: fc.option(theme) }).map(({ id, themeId }): Command => ({ type: "move", id, spot: { themeId } })),
    any.map((note): Command => ({ type: "set-aside", id: note, reason: "r" })),
    fc.tuple(any, any).map(([on, note]): Command => ({ type: "stack", stack: "s" as StackId, on, notes: [note] })),
    fc.tuple(fc.constantFrom("a1", "a2"), any).map(([name, source]): Command => ({
      type: "add-agreement",
      id: name as AgreementId,
      text: "We agree",
      sources: [source],
    })),
    fc.constantFrom("a1", "a2").map((name): Command => ({ type: "set-aside-agreement", id: name as AgreementId, reason: "r" })),
    theme.map((themeId): Command => ({ type: "take-apart", themeId })),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const doc = new Y.Doc()
      const add = (name: string, kind: Note["kind"], canvas: Note["canvas"]) =>
        run(doc, { type: "add-note", id: id(name), kind, canvas, text: name })
      for (const name of ["n1", "n2", "n3"]) add(name, "need", "needs")
      for (const name of ["o1", "o2"]) add(name, "option", "options")
      add("w1", "risk", "matrix")
      run(doc, { type: "put-together", themeId: "t1" as ThemeId, canvas: "needs", title: "One", notes: [] })
      run(doc, { type: "put-together", themeId: "t2" as ThemeId, canvas: "needs", title: "Us", notes: [], aboutUs: true })
      for (const one of commands) run(doc, one)
      const board = readBoard(doc)
      for (const note of board.notes.values()) expect(pathOf(board, note.id)?.outcome.type, note.id).toBe(slowly(board, note))
      expect(
        openNotes(board)
          .map((note) => note.id)
          .sort(),
      ).toEqual(
        [...board.notes.values()]
          .filter((note) => slowly(board, note) === "open")
          .map((note) => note.id)
          .sort(),
      )
    }),
    { numRuns: 200 },
  )
})

test("a path in which nothing changed is the same value for the next board", () => {
  const doc = new Y.Doc()
  for (const command of START) run(doc, command)
  const view = boardView(doc)
  const before = pathOf(view.get(), id("bus"))
  run(doc, { type: "add-note", id: id("more"), kind: "need", canvas: "needs", text: "more" })
  expect(pathOf(view.get(), id("bus"))).toBe(before)
  run(doc, notThisTime("bus"))
  expect(pathOf(view.get(), id("bus"))).not.toBe(before)
  view.destroy()
})
