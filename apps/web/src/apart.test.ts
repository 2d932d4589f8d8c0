import { expect, test } from "vitest"
import { createWords } from "@evenboard/words"
import { apart, settingApart } from "./apart.ts"

test("words that run with the sentence are left as they are", () => {
  expect(apart("Rosa", "ltr")).toBe("Rosa")
  expect(apart("أمينة", "rtl")).toBe("أمينة")
})

test("words that run against it, in whole or in part, are set apart", () => {
  expect(apart("أمينة", "ltr")).toBe("\u2068أمينة\u2069")
  expect(apart("Rosa", "rtl")).toBe("\u2068Rosa\u2069")
  expect(apart("The باص", "ltr")).toBe("\u2068The باص\u2069")
})

test("what is set apart already stays as it is", () => {
  expect(apart(apart("Rosa", "rtl"), "rtl")).toBe("\u2068Rosa\u2069")
})

test("every sentence sets apart what people wrote, so that a number behind it stays where it is read", () => {
  const words = settingApart(createWords("ar", { "wide.moved": ["الآن في ", ["theme"], "، ", ["place"], " من ", ["count"]] as never }))
  expect(words.say("wide.moved", { theme: "Talking as equals", place: 4, count: 6 })).toBe("الآن في \u2068Talking as equals\u2069، 4 من 6")
})

test("a list of people's words sets each apart, so that none runs into the next", () => {
  const words = settingApart(createWords("ar", {}))
  expect(words.list(["Owners", "Tenants", "أمينة"])).toBe("\u2068Owners\u2069 و\u2068Tenants\u2069 وأمينة")
})
