import { expect, test } from "vitest"
import { dealt, HAND } from "./deal.ts"

const notes = Array.from({ length: 150 }, (_, n) => `note-${n}`)
const seats = (count: number) => Array.from({ length: count }, (_, n) => `seat-${n}`)
const hands = (here: readonly string[], of: readonly string[] = notes) => here.map((me) => dealt({ notes: of, here, me }))
/** On how many decks each note is. */
const decks = (held: readonly string[][], of: readonly string[]) => of.map((id) => held.filter((hand) => hand.includes(id)).length)

test("a hand holds eight notes, none twice, or all there are", () => {
  for (const hand of hands(seats(5))) {
    expect(hand).toHaveLength(HAND)
    expect(new Set(hand).size).toBe(HAND)
  }
  for (const hand of hands(seats(5), notes.slice(0, 3))) expect(hand.toSorted()).toEqual(["note-0", "note-1", "note-2"])
})

test("no two phones begin with the same note while there are enough", () => {
  for (const count of [2, 3, 12, 24]) {
    const first = hands(seats(count), notes.slice(0, 24)).map(([id]) => id)
    expect(new Set(first).size, `${count} phones`).toBe(count)
  }
})

test("fifteen phones hold all of 120 notes, each once", () => {
  const some = notes.slice(0, 120)
  expect(new Set(decks(hands(seats(15), some), some))).toEqual(new Set([1]))
})

test("every note is on about the same number of decks, however many people and notes there are", () => {
  for (const [people, count] of [
    [40, 24],
    [28, 119],
    [40, 150],
    [3, 9],
    [12, 8],
  ] as const) {
    const some = notes.slice(0, count)
    const on = decks(hands(seats(people), some), some)
    expect(Math.max(...on) - Math.min(...on), `${people} people, ${count} notes`).toBeLessThanOrEqual(2)
  }
})

test("all phones agree, in whatever order they know the people and the notes", () => {
  const [one, other] = [seats(9), seats(9).toReversed()]
  expect(dealt({ notes: notes.toReversed(), here: other, me: "seat-4" })).toEqual(dealt({ notes, here: one, me: "seat-4" }))
})

test("somebody who comes changes little of what I am asked", () => {
  const before = dealt({ notes, here: seats(9), me: "seat-1" })
  const after = dealt({ notes, here: [...seats(9), "late"], me: "seat-1" })
  expect(after.filter((id) => before.includes(id)).length).toBeGreaterThanOrEqual(6)
})

test("what I was not sure about goes to others, and I am asked about other notes", () => {
  const passed = new Set(dealt({ notes, here: seats(3), me: "seat-0" }))
  const next = dealt({ notes, here: seats(3), me: "seat-0", passed })
  expect(next).toHaveLength(HAND)
  expect(next.filter((id) => passed.has(id))).toEqual([])
  expect(dealt({ notes: [...passed], here: seats(3), me: "seat-0", passed })).toEqual([])
})

test("alone, or not yet told who is here, I am asked all the same", () => {
  expect(dealt({ notes, here: [], me: "me" })).toHaveLength(HAND)
  expect(dealt({ notes: [], here: ["me"], me: "me" })).toEqual([])
})
