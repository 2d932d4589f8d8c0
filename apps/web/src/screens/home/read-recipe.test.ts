import { expect, test } from "vitest"
import { readRecipe } from "./read-recipe.ts"

const recipe = { format: "evenboard-recipe", version: 1, name: "Ours", language: "en", stages: [{ kind: "needs", prompt: "", minutes: 5 }] }

test("a chosen file is a recipe, or says why it is none", async () => {
  expect(await readRecipe(new File([JSON.stringify(recipe)], "ours.recipe.json"))).toEqual({ ok: true, recipe })
  expect(await readRecipe(new File(["text,kind"], "notes.csv"))).toEqual({ ok: false, reason: "not-json" })
})

test("a far too large file is not read, and one that cannot be read is none", async () => {
  const text = () => Promise.reject(new Error("taken out of the machine"))
  expect(await readRecipe({ size: 10_000_000, text })).toEqual({ ok: false, reason: "too-large" })
  expect(await readRecipe({ size: 100, text })).toEqual({ ok: false, reason: "not-json" })
})
