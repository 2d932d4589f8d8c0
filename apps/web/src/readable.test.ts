import { expect, test } from "vitest"
import { onceEach, readable } from "./readable.ts"

test("a promise that has come says so in the fields that React looks for, and one that failed says nothing", async () => {
  const come = readable(Promise.resolve("words"))
  expect(come).not.toHaveProperty("status")
  await come
  expect(come).toMatchObject({ status: "fulfilled", value: "words" })
  const failed = readable(Promise.reject(new Error("no line")))
  await expect(failed).rejects.toThrow("no line")
  expect(failed).not.toHaveProperty("status")
})

test("each is loaded once, and again only when it did not come", async () => {
  const asked: string[] = []
  let isLineGone = true
  const load = onceEach(async (key: string) => {
    asked.push(key)
    if (isLineGone) throw new Error("no line")
    return key
  })
  await expect(load("ar")).rejects.toThrow("no line")
  isLineGone = false
  await expect(load("ar")).resolves.toBe("ar")
  await Promise.all([load("ar"), load("en")])
  expect(asked).toEqual(["ar", "ar", "en"])
})
