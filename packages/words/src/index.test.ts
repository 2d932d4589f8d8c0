import { afterEach, describe, expect, test, vi } from "vitest"
import { messages } from "./catalogs/ar.ts"
import { createWords } from "./index.ts"

afterEach(() => {
  vi.restoreAllMocks()
})

describe("in a browser that writes Arabic with the digits of the east", () => {
  const { NumberFormat, DateTimeFormat } = Intl
  const eastern = (tags: Intl.LocalesArgument) => (String(tags) === "ar" ? "ar-u-nu-arab" : tags)
  const older = () => {
    vi.spyOn(Intl, "NumberFormat").mockImplementation(function (tags, options) {
      return new NumberFormat(eastern(tags), options)
    })
    vi.spyOn(Intl, "DateTimeFormat").mockImplementation(function (tags, options) {
      return new DateTimeFormat(eastern(tags), options)
    })
  }

  test("numbers stand in the digits that are on paper and in every other browser", () => {
    older()
    expect(new Intl.NumberFormat("ar").format(12)).toBe("١٢")
    const words = createWords("ar", messages)
    expect(words.number(12)).toBe("12")
    expect(words.say("board.letters-left", { count: 12 })).toContain("12")
    expect(words.day(0, "UTC")).toContain("1970")
    expect(words.time(0, "UTC")).toMatch(/12:00/)
  })
})
