import { expect, test } from "vitest"
import { filesOf } from "./rich-text.ts"

const chunks = { page: { file: "p.js", imports: ["app"], css: ["p.css"] }, app: { file: "a.js" }, other: { file: "o.js" } }

test("what a chunk imports at once comes with it, each file once", () => {
  expect([...filesOf(chunks, ["page", "app"])]).toEqual(["p.js", "p.css", "a.js"])
})

test("a chunk that the build no longer has is told, not left out", () => {
  expect(() => filesOf(chunks, ["gone"])).toThrow("gone")
})
