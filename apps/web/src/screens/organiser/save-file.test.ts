import { expect, test } from "vitest"
import { fileNameOf } from "./save-file.ts"

test("the name in people's own script wins over the plain one", () => {
  expect(fileNameOf(`attachment; filename="workshop.html"; filename*=UTF-8''%D9%88%D8%B1%D8%B4%D8%A9.html`)).toBe("ورشة.html")
  expect(fileNameOf(`attachment; filename="better-mornings.csv"`)).toBe("better-mornings.csv")
})

test("a name that cannot be read falls back, and none is none", () => {
  expect(fileNameOf(`attachment; filename*=UTF-8''%E0%A4%A; filename="a.md"`)).toBe("a.md")
  expect(fileNameOf("attachment")).toBeNull()
  expect(fileNameOf(null)).toBeNull()
})
