import { createWords, LOCALES } from "@evenboard/words"
import { describe, expect, test } from "vitest"
import { EFFECTS, LIKELY, placeInWords } from "./place-words.ts"

const load = async (locale: (typeof LOCALES)[number]) =>
  createWords(locale, ((await import(`@evenboard/words/catalogs/${locale}`)) as { messages: Record<string, string> }).messages)

describe("a place in words", () => {
  test("says both axes in English", async () => {
    const words = await load("en")
    expect(placeInWords(words, { likely: 4, effect: -2 })).toBe("quite likely · could go very wrong")
    expect(placeInWords(words, { likely: 1, effect: 2 })).toBe("hardly likely · could go very well")
    expect(placeInWords(words, null)).toBe("Not placed yet")
  })
  test.each(LOCALES)("has 25 different wordings in %s, none of them an id", async (locale) => {
    const words = await load(locale)
    const said = LIKELY.flatMap((likely) => EFFECTS.map((effect) => placeInWords(words, { likely, effect })))
    expect(new Set(said).size).toBe(25)
    expect(said.filter((one) => one.includes("matrix."))).toEqual([])
  })
})
