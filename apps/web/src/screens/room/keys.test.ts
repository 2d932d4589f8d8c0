import { expect, test } from "vitest"
import { actOf } from "./keys.ts"

const pressed = (key: string, code = "", held: object = {}) => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...held })

test("a clicker's keys turn the pages and blank the screen", () => {
  expect(["PageDown", "PageUp", " ", "Home", "."].map((key) => actOf(pressed(key), "ltr"))).toEqual([
    "next",
    "back",
    "next",
    "join",
    "blank",
  ])
})

test("arrows follow the direction of reading", () => {
  expect(actOf(pressed("ArrowRight"), "ltr")).toBe("next")
  expect(actOf(pressed("ArrowRight"), "rtl")).toBe("back")
  expect(actOf(pressed("ArrowLeft"), "ltr")).toBe("back")
  expect(actOf(pressed("ArrowLeft"), "rtl")).toBe("next")
})

test("letters work by what stands on the key, and by its place where the letters are not Latin", () => {
  expect(actOf(pressed("z", "KeyZ"), "ltr")).toBe("freeze")
  expect(actOf(pressed("Z", "KeyW"), "ltr")).toBe("freeze")
  expect(actOf(pressed("w", "KeyZ"), "ltr")).toBe(null)
  expect(actOf(pressed("ئ", "KeyZ"), "rtl")).toBe("freeze")
})

test("keys of the browser stay the browser's", () => {
  expect(actOf(pressed("f", "KeyF", { ctrlKey: true }), "ltr")).toBe(null)
  expect(actOf(pressed("Tab"), "ltr")).toBe(null)
})
