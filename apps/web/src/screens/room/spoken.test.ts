import { expect, test } from "vitest"
import { createWords } from "@evenboard/words"
import { questionIn, spokenIn } from "./spoken.ts"

test("an address may ask for one language or two; the same one twice is one", () => {
  expect(spokenIn("", "pt")).toEqual({ first: "pt", second: null })
  expect(spokenIn("?and=ar", "en")).toEqual({ first: "en", second: "ar" })
  expect(spokenIn("?lang=es&and=ar", "en")).toEqual({ first: "es", second: "ar" })
  expect(spokenIn("?lang=es&and=es", "en")).toEqual({ first: "es", second: null })
  expect(spokenIn("?lang=klingon&and=xx", "en")).toEqual({ first: "en", second: null })
})

test("a recipe's own question is asked in each language, a host's in the host's words", () => {
  const english = createWords("en", { "recipes.prompt-needs": "What matters?" })
  const spanish = createWords("es", { "recipes.prompt-needs": "¿Qué importa?" })
  expect(questionIn(spanish, english, "What matters?")).toBe("¿Qué importa?")
  expect(questionIn(spanish, english, "What do we ask the mayor?")).toBe(null)
})
