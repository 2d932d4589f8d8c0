import { expect, test } from "vitest"
import { numberIn, offered, whoseCard, type Choice } from "./whose-card.ts"

const choice = (name: string, change: Partial<Choice> = {}): Choice => ({
  label: name,
  name,
  whom: { seatId: `seat-${name}` },
  phone: null,
  ...change,
})
const words = { someone: "Someone", at: (table: string) => `Someone at table ${table}` }
const rosa = choice("Rosa")
const sam = choice("Sam", { whom: null, phone: "mine" })
const ana = choice("Ana", { whom: null, phone: "theirs" })
const hall = [rosa, sam, ana]
const whose = (text: string, choices: readonly Choice[] = hall) => whoseCard(text, choices, words)

test("a whole name is that person, however it is spaced and capitalised", () => {
  expect(whose(" rosa ")).toEqual({ type: "known", name: "Rosa", whom: { seatId: "seat-Rosa" } })
  expect(whose("Sam")).toEqual({ type: "me", name: "Sam", whom: null })
})

test("the beginning of a name is somebody new, never a guess", () => {
  expect(whose("Ro")).toEqual({ type: "new", name: "Ro", whom: { name: "Ro" } })
  expect(whose("Old   Tom")).toEqual({ type: "new", name: "Old Tom", whom: { name: "Old Tom" } })
})

test("nobody types for a person who has a phone, unless somebody of that name has none", () => {
  expect(whose("ana")).toEqual({ type: "own-phone", name: "Ana", whom: null })
  const other = choice("Ana", { whom: { seatId: "other" } })
  expect(whose("ana", [ana, other])).toEqual({ type: "known", name: "Ana", whom: { seatId: "other" } })
})

test("of two people of one name the name alone chooses neither", () => {
  const two = ["Rosa (Guest 3)", "Rosa (Guest 9)"].map((label) => choice("Rosa", { label, whom: { seatId: label } }))
  expect(whose("rosa", two).type).toBe("twins")
  expect(whose("Rosa (guest 9)", two)).toEqual({ type: "known", name: "Rosa", whom: { seatId: "Rosa (Guest 9)" } })
})

test("a number is a table, in whichever digits, and nothing is someone", () => {
  expect(whose("2")).toEqual({ type: "someone", name: "Someone at table 2", whom: { table: "2" } })
  expect(whose("١٢").whom).toEqual({ table: "12" })
  expect(whose("  ")).toEqual({ type: "someone", name: "Someone", whom: { name: "Someone" } })
  expect([numberIn("۴"), numberIn("2nd"), numberIn("1234")]).toEqual(["4", null, null])
})

test("people are offered by the beginning of any word of their name, accents or none, those with a phone last", () => {
  const people = [choice("Ana", { phone: "theirs", whom: null }), choice("Old Ánton"), choice("Rosa")]
  expect(offered("an", people).map(({ name }) => name)).toEqual(["Old Ánton", "Ana"])
  expect(offered("", people).map(({ name }) => name)).toEqual(["Old Ánton", "Rosa", "Ana"])
  expect(offered("x", people)).toEqual([])
})
