import { expect, test } from "vitest"
import { readable } from "./readable.ts"

test("a promise that has come says so in the fields that React looks for, and one that failed says nothing", async () => {
  const come = readable(Promise.resolve("words"))
  expect(come).not.toHaveProperty("status")
  await come
  expect(come).toMatchObject({ status: "fulfilled", value: "words" })
  const failed = readable(Promise.reject(new Error("no line")))
  await expect(failed).rejects.toThrow("no line")
  expect(failed).not.toHaveProperty("status")
})
