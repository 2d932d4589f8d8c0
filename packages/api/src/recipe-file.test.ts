import { describe, expect, test } from "vitest"
import { readRecipeFile, RECIPE_FILE_LIMIT, recipeFile } from "./recipe-file.ts"

const file = recipeFile(
  {
    name: "Two evenings",
    stages: [
      { kind: "arrive", prompt: "", minutes: 0 },
      { kind: "needs", prompt: "ما المهم؟\nWhat matters?", minutes: 45 },
    ],
  },
  "ar",
)
const reasonOf = (text: string) => {
  const read = readRecipeFile(text)
  return read.ok ? "taken" : read.reason
}
const altered = (change: object) => JSON.stringify({ ...file, ...change })

test("a recipe comes back from its file as it went in, with or without a byte order mark", () => {
  expect(readRecipeFile(JSON.stringify(file))).toEqual({ ok: true, recipe: file })
  expect(readRecipeFile(`\uFEFF${JSON.stringify(file, null, 2)}`)).toEqual({ ok: true, recipe: file })
})
test("whatever a recipe does not have is left out, words of people above all", () => {
  const stages = [{ kind: "needs", prompt: "What matters?", minutes: 5, notes: ["The bus stops at six"] }]
  const read = readRecipeFile(altered({ stages, notes: [{ text: "The bus stops at six" }], organiserUrl: "http://hall/o/1#key" }))
  expect(read.ok).toBe(true)
  expect(JSON.stringify(read)).not.toMatch(/bus|organiser/)
})
test("the longest plan there may be fits into a file", () => {
  const kinds = ["arrive", "needs", "options", "matrix", "agree", "after"] as const
  const long = recipeFile({ name: "ع".repeat(140), stages: kinds.map((kind) => ({ kind, prompt: "ع".repeat(300), minutes: 600 })) }, "ar")
  expect(reasonOf(JSON.stringify(long, null, 2))).toBe("taken")
})
test("what an import let in longer or twice is cut, so that what was saved opens again", () => {
  const long = { kind: "needs", prompt: `${"a".repeat(299)} ${"b".repeat(400)}`, minutes: 9000 } as const
  const saved = recipeFile({ name: "n".repeat(200), stages: [long, { ...long, prompt: "again" }] }, "en")
  expect(saved.stages).toEqual([{ kind: "needs", prompt: "a".repeat(299), minutes: 600 }])
  expect(reasonOf(JSON.stringify(saved))).toBe("taken")
})
describe("a file that is none is told apart:", () => {
  test.each([
    ["not JSON", "{oh", "not-json"],
    ["empty", "", "not-json"],
    ["a list", "[]", "not-a-recipe"],
    ["null", "null", "not-a-recipe"],
    ["a whole workshop", JSON.stringify({ format: "evenboard", version: 1 }), "not-a-recipe"],
    ["another version", altered({ version: 2 }), "other-version"],
    ["no version", altered({ version: undefined }), "other-version"],
    ["no name", altered({ name: "  " }), "broken"],
    ["a language we do not have", altered({ language: "fr" }), "broken"],
    ["no steps", altered({ stages: [] }), "broken"],
    ["a step twice", altered({ stages: [file.stages[0], file.stages[0]] }), "broken"],
    ["a step nobody knows", altered({ stages: [{ kind: "vote", prompt: "", minutes: 5 }] }), "broken"],
    ["minutes below none", altered({ stages: [{ kind: "needs", prompt: "", minutes: -1 }] }), "broken"],
    ["half a minute", altered({ stages: [{ kind: "needs", prompt: "", minutes: 0.5 }] }), "broken"],
    ["a question too long", altered({ stages: [{ kind: "needs", prompt: "a".repeat(301), minutes: 5 }] }), "broken"],
    ["too large", altered({ more: "a".repeat(RECIPE_FILE_LIMIT) }), "too-large"],
    ["too large in bytes only", altered({ more: "ع".repeat(RECIPE_FILE_LIMIT / 2) }), "too-large"],
  ])("%s", (_name, text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })
})
