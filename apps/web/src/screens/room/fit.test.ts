import { expect, test } from "vitest"
import { packColumns, packRows, pieces } from "./fit.ts"

const into = { columns: 2, height: 100, gap: 10 }

test("cards fill one column, then the next, then the next page", () => {
  expect(packColumns([40, 50, 60, 30, 100, 20], into)).toEqual([
    [
      [0, 1],
      [2, 3],
    ],
    [[4], [5]],
  ])
})

test("a gap counts only between two cards", () => {
  expect(packColumns([45, 45], into)).toEqual([[[0, 1]]])
  expect(packColumns([45, 46], into)).toEqual([[[0], [1]]])
})

test("a card taller than the page has a column of its own, and nothing is lost", () => {
  const heights = [20, 300, 20]
  expect(packColumns(heights, into)).toEqual([[[0], [1]], [[2]]])
  expect(packColumns(heights, into).flat(2)).toEqual([0, 1, 2])
})

test("nothing needs no page", () => {
  expect(packColumns([], into)).toEqual([])
  expect(packRows([], into)).toEqual([])
})

test("a row is as tall as its tallest, and a page holds as many rows as fit", () => {
  expect(packRows([40, 20, 50, 50, 10, 10], into)).toEqual([
    [0, 1, 2, 3],
    [4, 5],
  ])
})

test("words in pieces end where a word does, and together are the words again", () => {
  const words = "one two three four five six"
  expect(pieces(words, 9)).toEqual(["one two", "three", "four five", "six"])
  expect(pieces(words, 9).join(" ")).toBe(words)
  expect(pieces(words, 100)).toEqual([words])
})

test("one word that is too long is parted, never inside a character", () => {
  expect(pieces("aaaaaaaaaa", 4)).toEqual(["aaaa", "aaaa", "aa"])
  expect(pieces("😀😀😀", 3)).toEqual(["😀", "😀", "😀"])
  expect(pieces("", 4)).toEqual([""])
})
