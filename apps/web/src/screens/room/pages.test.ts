import type { PledgeId } from "@evenboard/board"
import { describe, expect, test } from "vitest"
import { LAST, newsOf, NOTHING_HELD, START, stopsOf, taken, turned, type At } from "./pages.ts"
import { boardOf, note, theme } from "./test-board.ts"

const board = boardOf([note("a", "t1"), note("b"), note("o", null, { kind: "option", canvas: "options" })], [theme("t1"), theme("t2")])
const keys = (stage: Parameters<typeof stopsOf>[1], of = board) => stopsOf(of, stage).map((stop) => stop.key)

describe("the pages", () => {
  test("begin with joining and the question, then what the stage is about, then whatever else holds something", () => {
    expect(keys("needs")).toEqual(["join", "prompt", "themes", "theme:t1", "theme:t2", "theme:", "options", "option:o"])
    expect(keys("options").slice(0, 4)).toEqual(["join", "prompt", "options", "option:o"])
    expect(keys("arrive").slice(0, 3)).toEqual(["join", "prompt", "themes"])
  })

  test("of Arrive have how we want to work together, once a sentence stands there", () => {
    const id = "p1" as PledgeId
    const pledged = { ...board, pledges: new Map([[id, { id, text: "We listen", rank: "a", aside: null }]]) }
    expect(keys("arrive", pledged).slice(0, 4)).toEqual(["join", "prompt", "together", "themes"])
    expect(keys("needs", pledged)).not.toContain("together")
  })

  test("of a stage that is still empty are there too", () => {
    expect(keys("matrix", boardOf([]))).toEqual(["join", "prompt", "plane", "legend"])
    expect(keys("after", boardOf([]))).toEqual(["join", "prompt", "agreed"])
  })
})

describe("turning", () => {
  const stops = stopsOf(board, "needs")
  const at = (key: string, part = 0): At => ({ key, part, index: stops.findIndex((stop) => stop.key === key) })
  const go = (from: At, turn: "next" | "back" | "join" | "overview", parts = 1) => turned(from, turn, { stops, parts })

  test("goes through the parts of a page, then to the next page", () => {
    expect(go(at("theme:t1"), "next", 2)).toMatchObject({ key: "theme:t1", part: 1 })
    expect(go(at("theme:t1", 1), "next", 2)).toMatchObject({ key: "theme:t2", part: 0 })
  })

  test("back comes to the last part of the page before", () => {
    expect(go(at("theme:t2"), "back")).toMatchObject({ key: "theme:t1", part: LAST })
    expect(go({ ...at("theme:t1"), part: LAST }, "back", 3)).toMatchObject({ key: "theme:t1", part: 1 })
  })

  test("stops at both ends", () => {
    expect(go(START, "back")).toMatchObject({ key: "join" })
    expect(go(at("option:o"), "next")).toMatchObject({ key: "option:o" })
  })

  test("Home comes to joining, the overview to the stage's own", () => {
    expect(go(at("option:o"), "join")).toEqual(START)
    expect(go(at("option:o"), "overview")).toMatchObject({ key: "themes" })
  })

  test("a page that was taken off the board is left towards what stood beside it", () => {
    const gone: At = { key: "theme:gone", part: 0, index: 4 }
    expect(go(gone, "next")).toMatchObject({ key: "theme:t2" })
    expect(go(gone, "back")).toMatchObject({ key: "theme:t1", part: LAST })
  })

  test("a page keeps its place by name, wherever others move it", () => {
    const moved: At = { key: "theme:t2", part: 0, index: 3 }
    expect(go(moved, "next")).toMatchObject({ key: "theme:", index: 5 })
  })
})

describe("what is new", () => {
  test("nothing is, the first time a page is shown", () => {
    const held = taken(NOTHING_HELD, "theme:t1", ["a", "b"])
    expect([held.ids, [...held.fresh]]).toEqual([["a", "b"], []])
    expect(newsOf(held.known, "theme:t1", ["a", "b"])).toEqual([])
  })

  test("what came since waits until it is taken, and is marked then", () => {
    const first = taken(NOTHING_HELD, "theme:t1", ["a"])
    expect(newsOf(first.known, "theme:t1", ["a", "c"])).toEqual(["c"])
    const again = taken(first, "theme:t1", ["a", "c"])
    expect([again.ids, [...again.fresh]]).toEqual([["a", "c"], ["c"]])
    const more = taken(again, "theme:t1", ["a", "c", "d"])
    expect([...more.fresh]).toEqual(["c", "d"])
  })

  test("marks are of one showing: the next time only what came since is new", () => {
    const away = taken(taken(NOTHING_HELD, "theme:t1", ["a"]), "themes", [])
    const back = taken(away, "theme:t1", ["a", "c"])
    expect([...back.fresh]).toEqual(["c"])
    expect([...taken(taken(back, "themes", []), "theme:t1", ["a", "c"]).fresh]).toEqual([])
  })

  test("a page that was never shown has no news", () => {
    expect(newsOf(NOTHING_HELD.known, "theme:t2", ["a"])).toEqual([])
  })
})
