import { LIMITS, Recipe } from "@evenboard/api"
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { DEFAULT_RECIPE, isRecipeName, RECIPE_NAMES, recipeOf } from "./recipes.ts"

const minutesOf = (name: (typeof RECIPE_NAMES)[number]) => recipeOf(name, (id) => id).stages.reduce((sum, { minutes }) => sum + minutes, 0)
const catalog = (locale: string) => {
  const file = new URL(`../../words/locales/${locale}/recipes.json`, import.meta.url)
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>
}

describe.each(RECIPE_NAMES)("the recipe %s", (name) => {
  test(name === "long-day" ? "fits a day" : "fits an evening", () => {
    expect(minutesOf(name)).toBeGreaterThanOrEqual(60)
    expect(minutesOf(name)).toBeLessThanOrEqual(name === "long-day" ? 360 : 120)
  })
  test.each(["en", "es", "pt", "ar"])("is a recipe the API takes, with every word in %s", (locale) => {
    const strings = catalog(locale)
    const recipe = recipeOf(name, (id) => strings[id] ?? "")
    expect(Recipe.safeParse(recipe).error).toBeUndefined()
    for (const { prompt } of recipe.stages) expect(prompt).not.toBe("")
    expect(strings[`recipes.${name}-about`]).toBeTruthy()
  })
})

test("the one a workshop gets by default has all six steps", () => {
  expect(recipeOf(DEFAULT_RECIPE, (id) => id).stages.map(({ kind }) => kind)).toEqual([
    "arrive",
    "needs",
    "options",
    "matrix",
    "agree",
    "after",
  ])
})
test("two evenings hold every step between them, and the second begins where the first ended", () => {
  const [first, second] = (["needs-options", "risks-agree"] as const).map((name) => recipeOf(name, (id) => id))
  expect([minutesOf("needs-options"), minutesOf("risks-agree")]).toEqual([120, 120])
  expect(first?.stages.map(({ prompt }) => prompt)).toContain("recipes.prompt-after-first")
  expect(second?.stages.map(({ kind }) => kind)).toEqual(["arrive", "options", "matrix", "agree", "after"])
})
test("prompts say one thing a sentence: at most 15 words each, in the languages that part words by spaces", () => {
  for (const locale of ["en", "es", "pt", "ar"])
    for (const text of Object.values(catalog(locale)))
      for (const sentence of text.split(/[.?!؟]/)) expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(15)
})
test("a prompt leaves a host room to add to it", () => {
  for (const text of Object.values(catalog("en"))) expect(text.length).toBeLessThan(LIMITS.prompt)
})
test("only built-in names are names", () => {
  expect(["evening", "toString", ""].map(isRecipeName)).toEqual([true, false, false])
})
