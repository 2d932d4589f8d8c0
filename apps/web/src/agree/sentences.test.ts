import type { Action, ActionId, Agreement, AgreementId, Board } from "@evenboard/board"
import { describe, expect, test } from "vitest"
import { actionsOf, countIn, dayOf, raisedCount, sentencesOf, tapped } from "./sentences.ts"

const agreement = (id: string, more: Partial<Agreement> = {}): Agreement => ({
  id: id as AgreementId,
  text: id,
  rank: id,
  aside: null,
  ...more,
})
const action = (id: string, agreementId: string | null): Action => ({
  id: id as ActionId,
  agreementId: agreementId as AgreementId | null,
  text: id,
  who: "",
  by: "",
  rank: id,
  aside: null,
})
const boardOf = (agreements: Agreement[], actions: Action[] = []): Board => ({
  notes: new Map(),
  themes: new Map(),
  links: new Map(),
  suggestions: new Map(),
  pledges: new Map(),
  agreements: new Map(agreements.map((one) => [one.id, one])),
  actions: new Map(actions.map((one) => [one.id, one])),
})

test("sentences stand by rank, those set aside apart", () => {
  const { standing, aside } = sentencesOf(boardOf([agreement("b"), agreement("c", { aside: { reason: "not now" } }), agreement("a")]))
  expect([standing.map((one) => one.id), aside.map((one) => one.id)]).toEqual([["a", "b"], ["c"]])
})

test("an action is under its sentence, or under none when that no longer stands", () => {
  const board = boardOf(
    [agreement("a"), agreement("b", { aside: { reason: "no" } })],
    [action("1", "a"), action("2", "b"), action("3", null), action("4", "lost")],
  )
  expect(actionsOf(board, "a" as AgreementId).map((one) => one.id)).toEqual(["1"])
  expect(actionsOf(board, null).map((one) => one.id)).toEqual(["2", "3", "4"])
})

describe("hands", () => {
  test("raised hands are counted apart from what was counted in the room", () => {
    const raised = new Map<string, "for" | "worried">([
      ["s1", "for"],
      ["s2", "worried"],
      ["s3", "for"],
    ])
    expect(raisedCount({ raised, counted: { for: 30, worried: 4 } })).toEqual({ for: 2, worried: 1 })
    expect(raisedCount(undefined)).toEqual({ for: 0, worried: 0 })
  })
  test("one tap raises or changes, the same tap takes down", () => {
    expect([tapped(null, "for"), tapped("worried", "for"), tapped("for", "for")]).toEqual(["for", "for", null])
  })
  test("a typed count is a whole number, in any digits a phone types", () => {
    expect(["12", " 0 ", "١٢", "۱۲", "10000"].map(countIn)).toEqual([12, 0, 12, 12, 10_000])
    expect(["", "-1", "1.5", "ten", "10001", "1e3"].map(countIn)).toEqual([null, null, null, null, null, null])
  })
})

test("a day is the same day in every time zone, and nonsense is none", () => {
  expect(new Date(dayOf("2026-05-01") ?? 0).toISOString()).toBe("2026-05-01T12:00:00.000Z")
  expect(["", "2026-13-01", "1 May"].map(dayOf)).toEqual([null, null, null])
})
