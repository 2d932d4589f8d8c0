import { expect, test } from "vitest"
import type { SessionEvent } from "@evenboard/session"
import { EVENT_TEXTS, reworded, wordsIn, type TextsOf } from "./event-words.ts"

const event = (body: object): SessionEvent => ({ seq: 1, at: 0, by: "server", ...body }) as SessionEvent

test("an event, or a field, that may hold words does not compile until somebody has said what it holds", () => {
  type New = {
    type: "thanked"
    to: string
    deep: { card: string; how: "aloud" | "written" }[]
    late?: { word: string | null }
    times: number
  }
  const whole: TextsOf<New> = { to: "id", deep: { card: "words" }, late: { word: "words" } }
  // @ts-expect-error -- what is in a list
  const withoutDeep: TextsOf<New> = { to: "id", late: { word: "words" } }
  // @ts-expect-error -- what may be left out
  const withoutLate: TextsOf<New> = { to: "id", deep: { card: "words" } }
  // @ts-expect-error -- what may be nothing
  const withoutWord: TextsOf<New> = { to: "id", deep: { card: "words" }, late: {} }
  const others: Omit<typeof EVENT_TEXTS, "ended"> = EVENT_TEXTS
  // @ts-expect-error -- a whole event
  const withoutEnded: typeof EVENT_TEXTS = others
  expect([whole, withoutDeep, withoutLate, withoutWord, withoutEnded]).toHaveLength(5)
})

test("words are found and put otherwise where they stand, and nothing else is touched", () => {
  const opened = event({
    type: "opened",
    title: "One",
    purpose: "Two",
    language: "en",
    groups: ["Three"],
    stages: [{ kind: "needs", prompt: "Four", minutes: 5 }],
  })
  expect(wordsIn(opened)).toEqual([
    { part: "title", text: "One" },
    { part: "purpose", text: "Two" },
    { part: "needs", text: "Four" },
  ])
  expect(reworded(opened, (text) => text.toUpperCase())).toEqual({
    ...opened,
    title: "ONE",
    purpose: "TWO",
    stages: [{ kind: "needs", prompt: "FOUR", minutes: 5 }],
  })
  // `from` is a file's name here, and a seat there.
  expect(wordsIn(event({ type: "imported", from: "Rosa.csv", notes: 1 }))).toEqual([{ part: "from", text: "Rosa.csv" }])
  expect(wordsIn(event({ type: "host-changed", from: "Rosa", to: "Sam", how: "passed" }))).toEqual([])
  expect(wordsIn(event({ type: "of-a-newer-server", words: "Rosa" }))).toEqual([])
})
