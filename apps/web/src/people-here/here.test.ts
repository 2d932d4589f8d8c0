import { expect, test } from "vitest"
import type { NoteFact, PublicSeat } from "@evenboard/api"
import { draftKey, hereOf, namesLeftTo, turnAfter, whomOf, type PersonHere } from "./here.ts"

const fact = (change: Partial<NoteFact>): NoteFact => ({
  id: "n",
  number: 1,
  author: "rosa",
  scribe: null,
  firstWording: "first",
  changes: 0,
  changedBy: null,
  ...change,
})
const rosa: PersonHere = { id: "a", name: "Rosa", for: { seatId: "seat-of-rosa" } }
const tom: PersonHere = { id: "b", name: "Old Tom", for: { name: "Old Tom" } }

test("somebody with a place is written for by it, whatever their name", () => {
  expect(whomOf(rosa, new Map())).toEqual({ seatId: "seat-of-rosa" })
})

test("somebody added without a line is a name, until their first note leads to the place the server gave them", () => {
  expect(whomOf(tom, new Map())).toEqual({ name: "Old Tom" })
  const noted = { ...tom, noteId: "n" }
  expect(whomOf(noted, new Map([["n", fact({ author: "me" })]]))).toEqual({ name: "Old Tom" })
  expect(whomOf(noted, new Map([["n", fact({ author: "seat-of-tom", scribe: "me" })]]))).toEqual({ seatId: "seat-of-tom" })
})

test("where one other person is written for it is my turn again after a note; where several share the phone it stays theirs", () => {
  expect(turnAfter({ people: [rosa], chosen: "a" })).toBeNull()
  expect(turnAfter({ people: [rosa, tom], chosen: "a" })).toBe("a")
  expect(turnAfter({ people: [rosa, tom], chosen: null })).toBeNull()
})

test("each person's half-written words have a key of their own, and no key of mine ends as one of theirs", () => {
  const keys = [null, "a", "b"].map((person) => draftKey("draft", person))
  expect(new Set(keys).size).toBe(3)
  expect(draftKey("draft", null)).toBe("draft")
})

test("one workshop's people are not another's, and a page begins with my own turn", () => {
  hereOf("w1").set({ people: [rosa], chosen: "a" })
  expect(hereOf("w2").get()).toEqual({ people: [], chosen: null })
  expect(hereOf("w1").get().people).toEqual([rosa])
})

test("of somebody who has a phone of their own no name stays here, and of everybody else it does", () => {
  const seat = (id: string, device: boolean): [string, PublicSeat] => [id, { id, guest: 1, name: null, table: null, device }]
  const people: PersonHere[] = [
    { id: "1", name: "Rosa", for: { seatId: "rosa" } },
    { id: "2", name: "Tom", for: { seatId: "tom" } },
    { id: "3", name: "Mo", for: { name: "Mo" } },
  ]
  const left = namesLeftTo(people, new Map([seat("rosa", true), seat("tom", false)]))
  expect(left.map(({ name }) => name)).toEqual(["", "Tom", "Mo"])
  expect(namesLeftTo(left, new Map([seat("rosa", true)]))).toBe(left)
})
