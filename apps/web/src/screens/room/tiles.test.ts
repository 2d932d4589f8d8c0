import { expect, test } from "vitest"
import { boardOf, note, theme } from "./test-board.ts"
import { gathered, themeTiles, voiceLength, voiceOf } from "./tiles.ts"

const sized = (...counts: number[]) => counts.map((notes, i) => ({ name: `t${i}`, notes }))
const names = (tiles: readonly { name: string }[]) => tiles.map((tile) => tile.name)

test("themes stand by rank, words about us after them, what is not grouped yet last", () => {
  const board = boardOf(
    [note("a"), note("b", "t1"), note("c", "us")],
    [theme("us", { aboutUs: true, rank: "0" }), theme("t2"), theme("t1")],
  )
  expect(themeTiles(board).map(({ title, notes }) => [title, notes])).toEqual([
    ["t1", 1],
    ["t2", 0],
    ["us", 1],
    [null, 1],
  ])
  expect(themeTiles(boardOf([], [theme("t1")])).map((tile) => tile.title)).toEqual(["t1"])
})

test("twelve tiles stand as they are", () => {
  const tiles = sized(...Array.from({ length: 12 }, (_, i) => i))
  expect(gathered(tiles)).toEqual({ shown: tiles, more: [] })
})

test("of more than twelve the smallest are gathered, and the others keep their order", () => {
  const tiles = sized(5, 1, 9, 2, 8, 8, 8, 8, 8, 8, 8, 8, 1)
  const { shown, more } = gathered(tiles)
  expect(shown.length + 1).toBe(12)
  expect(names(more)).toEqual(["t1", "t12"])
  expect(names(shown)).toEqual(names(tiles.filter((tile) => !more.includes(tile))))
})

test("of two as small the later one is gathered, and what must stay stays however small", () => {
  const tiles = sized(3, 3, 3, 0)
  expect(names(gathered(tiles, undefined, 3).shown)).toEqual(["t0", "t1"])
  expect(names(gathered(tiles, (tile) => tile.notes === 0, 3).shown)).toEqual(["t0", "t3"])
})

test("the voice of a theme is one whole note, the same whatever the order", () => {
  const notes = [
    note("n3", "t", { text: "A very long sentence indeed" }),
    note("n2", "t", { text: "Short" }),
    note("n1", "t", { text: "Brief" }),
  ]
  expect(voiceOf(notes, 10)).toEqual({ words: "Brief", isWhole: true, lang: null })
  expect(voiceOf(notes.toReversed(), 10)).toEqual(voiceOf(notes, 10))
})

test("where every note is longer, its voice ends after a whole word", () => {
  expect(voiceOf([note("n", "t", { text: "The bus stops at six, and then?" })], 22)).toEqual({
    words: "The bus stops at six",
    isWhole: false,
    lang: null,
  })
  expect(voiceOf([note("n", "t", { text: "x".repeat(50) })], 10)?.words).toBe("x".repeat(10))
  expect(voiceOf([note("n", "t", { text: "  " })], 10)).toBe(null)
  expect(voiceOf([], 10)).toBe(null)
})

test("the more tiles share the screen, the shorter a voice", () => {
  const lengths = [1, 4, 6, 9, 12].map(voiceLength)
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
})
