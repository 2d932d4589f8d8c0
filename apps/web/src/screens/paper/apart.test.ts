import { expect, test } from "vitest"
import { apart } from "./apart.ts"

test("words that run with the sentence are left as they are", () => {
  expect(apart("Rosa", "ltr")).toBe("Rosa")
  expect(apart("أمينة", "rtl")).toBe("أمينة")
})

test("words that run against it, in whole or in part, are set apart", () => {
  expect(apart("أمينة", "ltr")).toBe("\u2068أمينة\u2069")
  expect(apart("Rosa", "rtl")).toBe("\u2068Rosa\u2069")
  expect(apart("The باص", "ltr")).toBe("\u2068The باص\u2069")
})
