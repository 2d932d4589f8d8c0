import { expect, test } from "vitest"
import { promptsFor } from "./prompts.ts"
import { wordsOf } from "./words.ts"

test("a built-in question is found in the reader's language, a host's own words are not", () => {
  const prompts = promptsFor(wordsOf("en"), wordsOf("ar"))
  expect(prompts[wordsOf("en").say("recipes.prompt-needs")]).toBe(wordsOf("ar").say("recipes.prompt-needs"))
  expect(prompts[wordsOf("en").say("recipes.prompt-after-first")]).toBe(wordsOf("ar").say("recipes.prompt-after-first"))
  expect(prompts["What would a good day look like?"]).toBeUndefined()
  expect(promptsFor(wordsOf("en"), wordsOf("en"))).toEqual({})
})
