import { expect, test } from "vitest"
import { excerptOf } from "./excerpt.ts"

test("a short text stands whole, and its words are found in any case", () =>
  expect(excerptOf("Ask SAM today", " sam ")).toEqual({ before: "Ask ", found: "SAM", after: " today" }))

test("of a long one only the words around it stand, and none is cut", () => {
  const text = `${"before ".repeat(60)}Sam${" after".repeat(60)}`
  const { before, found, after } = excerptOf(text, "Sam")
  expect(found).toBe("Sam")
  expect(before).toMatch(/^… (before )+$/)
  expect(after).toMatch(/^( after)+ …$/)
  expect(before.length + after.length).toBeLessThan(200)
})

test("words that stand otherwise coded leave the text as it begins", () =>
  expect(excerptOf("Jose\u0301 came", "José")).toEqual({ before: "", found: "", after: "Jose\u0301 came" }))
