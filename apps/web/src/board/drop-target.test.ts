import type { NoteId, ThemeId } from "@evenboard/board"
import { describe, expect, test } from "vitest"
import type { Column, Columns } from "./columns.ts"
import { besideIn, dropIn, type Lane, laneAt, neighbourOf, sameDrop, spotOf, standingOf, stepFrom } from "./drop-target.ts"

const id = (text: string) => text as NoteId
const column = (key: string, ...ids: string[]): Column => ({ key, themeId: key === "tray" ? null : (key as ThemeId), ids: ids.map(id) })
const columns: Columns = {
  tray: column("tray", "a", "b"),
  themes: [column("transport", "c", "d", "e"), column("empty")],
  aboutUs: [column("us", "f")],
  aside: [],
}

/** Notes of 100 px, one under another with 10 px between. */
const lane = (key: string, left: number, ...ids: string[]): Lane => ({
  key,
  box: { left, right: left + 300, top: 0, bottom: 500 },
  notes: ids.map((note, i) => ({ id: note, box: { left, right: left + 300, top: i * 110, bottom: i * 110 + 100 } })),
})

describe("where a dragged note would go", () => {
  test("goes before the first note whose middle lies below the pointer", () => {
    expect(dropIn({ x: 10, y: 5 }, lane("t", 0, "a", "b"), "z")).toEqual({ key: "t", index: 0 })
    expect(dropIn({ x: 10, y: 80 }, lane("t", 0, "a", "b"), "z")).toEqual({ key: "t", index: 1 })
    expect(dropIn({ x: 10, y: 900 }, lane("t", 0, "a", "b"), "z")).toEqual({ key: "t", index: 2 })
  })
  test("goes on top of a note whose middle is under the pointer, and never of itself or from beside it", () => {
    const two = lane("t", 20, "a", "b")
    expect(dropIn({ x: 30, y: 160 }, two, "z")).toEqual({ key: "t", index: 1, on: "b" })
    expect(dropIn({ x: 30, y: 131 }, two, "z").on).toBeUndefined()
    expect(dropIn({ x: 30, y: 190 }, two, "z").on).toBeUndefined()
    expect(dropIn({ x: 30, y: 160 }, two, "b").on).toBeUndefined()
    expect(dropIn({ x: 10, y: 160 }, two, "z").on).toBeUndefined()
    expect(sameDrop({ key: "t", index: 1, on: "b" }, { key: "t", index: 1 })).toBe(false)
  })
  test("does not count the dragged note itself", () => {
    expect(dropIn({ x: 10, y: 900 }, lane("t", 0, "a", "b", "c"), "a")).toEqual({ key: "t", index: 2 })
  })
  test("an empty column takes it first", () => {
    expect(dropIn({ x: 10, y: 900 }, lane("t", 0), "a")).toEqual({ key: "t", index: 0 })
  })
  test("a column is a stripe: below its last note is still its own, and the gap is halved", () => {
    const lanes = [lane("one", 0), lane("two", 320)]
    expect(laneAt({ x: 100, y: 4000 }, lanes, 20)?.key).toBe("one")
    expect(laneAt({ x: 309, y: 0 }, lanes, 20)?.key).toBe("one")
    expect(laneAt({ x: 311, y: 0 }, lanes, 20)?.key).toBe("two")
    expect(laneAt({ x: 700, y: 0 }, lanes, 20)).toBeNull()
  })
})

describe("the move a drop stands for", () => {
  test("is named by its neighbour, so that what others move meanwhile cannot shift it", () => {
    const [transport] = columns.themes
    if (!transport) throw new Error("no column")
    expect(spotOf(transport, 0, id("a"))).toEqual({ themeId: "transport", before: "c" })
    expect(spotOf(transport, 2, id("a"))).toEqual({ themeId: "transport", after: "d" })
    expect(spotOf(transport, 1, id("c"))).toEqual({ themeId: "transport", after: "d" })
    expect(spotOf(column("empty"), 0, id("a"))).toEqual({ themeId: "empty" })
    expect(spotOf(columns.tray, 2, id("c"))).toEqual({ themeId: null, after: "b" })
  })
  test("back where it stood is no move", () => {
    expect(sameDrop(standingOf(columns, id("d")), { key: "transport", index: 1 })).toBe(true)
    expect(sameDrop(standingOf(columns, id("d")), { key: "transport", index: 2 })).toBe(false)
    expect(standingOf(columns, id("gone"))).toBeNull()
  })
})

describe("arrow keys", () => {
  test("up and down stop at the ends of a theme", () => {
    expect(stepFrom(columns, id("d"), "up")).toEqual({ key: "transport", index: 0 })
    expect(stepFrom(columns, id("c"), "up")).toBeNull()
    expect(stepFrom(columns, id("e"), "down")).toBeNull()
  })
  test("sideways keeps the height as far as the next theme is long, and reaches empty themes", () => {
    expect(stepFrom(columns, id("b"), "on")).toEqual({ key: "transport", index: 1 })
    expect(stepFrom(columns, id("e"), "on")).toEqual({ key: "empty", index: 0 })
    expect(stepFrom(columns, id("e"), "back")).toEqual({ key: "tray", index: 2 })
    expect(stepFrom(columns, id("a"), "back")).toBeNull()
    expect(stepFrom(columns, id("f"), "on")).toBeNull()
  })
  test("going to a note passes over empty themes", () => {
    expect(neighbourOf(columns, id("e"), "on")).toBe("f")
    expect(neighbourOf(columns, id("f"), "back")).toBe("c")
    expect(neighbourOf(columns, id("c"), "up")).toBeNull()
  })
})

const at = (id: string, left: number, top: number) => ({ id, box: { left, top, right: left + 100, bottom: top + 40 } })
/** Read a, b, c, then d, e beside them. */
const flowing = { key: "tray", box: { left: 0, top: 0, right: 220, bottom: 140 } }
const rightwards = { ...flowing, notes: [at("a", 0, 0), at("b", 0, 50), at("c", 0, 100), at("d", 120, 0), at("e", 120, 50)] }
const leftwards = { ...flowing, notes: [at("a", 120, 0), at("b", 120, 50), at("c", 120, 100), at("d", 0, 0), at("e", 0, 50)] }

test("in a flowing tray a note goes among those of the stripe under the pointer", () => {
  expect(dropIn({ x: 50, y: 10 }, rightwards, "x").index).toBe(0)
  expect(dropIn({ x: 150, y: 10 }, rightwards, "x").index).toBe(3)
  expect(dropIn({ x: 150, y: 130 }, rightwards, "x").index).toBe(5)
  // Under the last of the first stripe it goes between the two stripes, not to the end.
  expect(dropIn({ x: 50, y: 139 }, rightwards, "x").index).toBe(3)
  expect(dropIn({ x: 50, y: 60 }, rightwards, "a").index).toBe(0)
  expect(dropIn({ x: 50, y: 10 }, { ...flowing, notes: [] }, "x").index).toBe(0)
})

test("in Arabic the first stripe stands on the right", () => {
  expect(dropIn({ x: 150, y: 10 }, leftwards, "x").index).toBe(0)
  expect(dropIn({ x: 50, y: 10 }, leftwards, "x").index).toBe(3)
})

test("an arrow key goes to the stripe beside, at about the same height, and no further than the edge", () => {
  expect([besideIn(rightwards, "b", 1), besideIn(rightwards, "c", 1), besideIn(rightwards, "d", -1)]).toEqual(["e", "e", "a"])
  expect([besideIn(rightwards, "a", -1), besideIn(rightwards, "e", 1), besideIn(rightwards, "unknown", 1)]).toEqual([null, null, null])
  expect(besideIn(leftwards, "a", -1)).toBe("d")
})
