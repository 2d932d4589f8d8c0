import { expect, test } from "vitest"
import type { Agreement, AgreementId, Link, Pledge, PledgeId, StackId } from "@evenboard/board"
import { emptySession, type Session } from "@evenboard/session"
import { cardsOf, type CardFacts } from "./cards.ts"
import { boardOf, note, theme } from "./test-board.ts"

const sheet = { description: "A van comes round", who: "Rosa and Sam", pays: "The council", leftOut: "" }
const link = (from: string, to: string, kind: Link["kind"]): [string, Link] => [`${from}>${to}>${kind}`, { from, to, kind }]
const agreement: Agreement = { id: "agree" as AgreementId, text: "We agree to meet", rank: "a", aside: null }
const board = {
  ...boardOf(
    [
      note("n1", "t1"),
      note("n2", "t1", { kind: "offer" }),
      note("o", null, { kind: "option", canvas: "options", sheet }),
      note("w", null, { kind: "risk", canvas: "matrix" }),
      note("h", null, { kind: "opportunity", canvas: "matrix" }),
    ],
    [theme("t1")],
    [agreement],
  ),
  links: new Map([link("o", "n1", "answers"), link("w", "o", "about")]),
}
const numbers: Record<string, number> = { n1: 4, n2: 5, w: 9, h: 7 }
const hands: Session["hands"] = new Map([["agree", { raised: new Map([["rosa", "for"]]), counted: null }]])
const facts: CardFacts = { board, session: { ...emptySession, hands }, counted: [], numberOf: (id) => numbers[id] ?? null }
const words = (cards: ReturnType<typeof cardsOf>) => cards.map((card) => card.words)

test("a theme shows its notes with their numbers, in order", () => {
  const cards = cardsOf({ kind: "theme", key: "theme:t1", themeId: board.themes.keys().next().value ?? null }, facts)
  expect(cards.map(({ words, number, kind }) => [words, number, kind])).toEqual([
    ["n1", 4, "need"],
    ["n2", 5, "offer"],
  ])
})

test("a stack is one card, which says how many people said it", () => {
  const stack = "s1" as StackId
  const stacked = boardOf([note("n1", "t1", { stack }), note("n2", "t1", { stack }), note("n3", "t1")], [theme("t1")])
  const cards = cardsOf(
    { kind: "theme", key: "theme:t1", themeId: stacked.themes.keys().next().value ?? null },
    { ...facts, board: stacked },
  )
  expect(words(cards)).toEqual(["n1", "n3"])
  expect(cards.map((card) => card.under !== null)).toEqual([true, false])
})

test("an option shows what changes, what it answers, who pays and what people worry about; never who does it", () => {
  const id = [...board.notes.values()].find((one) => one.kind === "option")?.id
  if (!id) throw new Error("no option")
  const cards = cardsOf({ kind: "option", key: `option:${id}`, id }, facts)
  expect(words(cards)).toEqual(["A van comes round", "n1", "The council", "w"])
})

test("the legend runs by number, and sentences carry their hands but nobody's", () => {
  expect(words(cardsOf({ kind: "legend", key: "legend" }, facts))).toEqual(["h", "w"])
  const [card] = cardsOf({ kind: "agreed", key: "agreed" }, facts)
  expect(card?.words).toBe("We agree to meet")
  expect(JSON.stringify(card)).not.toContain("rosa")
})

test("pictures of their own hold no cards", () => {
  expect(cardsOf({ kind: "join", key: "join" }, facts)).toEqual([])
  expect(cardsOf(undefined, facts)).toEqual([])
})

test("how people want to work together carries how many go along with just these words", () => {
  const pledge = (id: string, text: string, aside: Pledge["aside"] = null): [PledgeId, Pledge] => [
    id as PledgeId,
    { id: id as PledgeId, text, rank: id, aside },
  ]
  const pledges = new Map([pledge("p1", "We listen"), pledge("p2", "We ask"), pledge("p3", "No phones", { reason: "We write on them" })])
  const counted = [
    { id: "p1", words: "We listen", count: 4 },
    { id: "p2", words: "We asked", count: 9 }, // said of other words
  ]
  const cards = cardsOf({ kind: "together", key: "together" }, { ...facts, board: { ...board, pledges }, counted })
  expect(cards.map(({ words, under }) => [words, under === null])).toEqual([
    ["We listen", false],
    ["We ask", true],
  ])
})
