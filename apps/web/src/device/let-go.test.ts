import { expect, test } from "vitest"
import type { PublicSeat } from "@evenboard/api"
import type { SessionEvent } from "@evenboard/session"
import type { PersonHere } from "../people-here/here.ts"
import { lettingGo } from "./let-go.ts"

const seat = (id: string, device: boolean): PublicSeat => ({ id, guest: 1, name: null, table: null, device })
const fact = { id: "n1", number: 1, author: "rosa", scribe: "sam", changes: 0, changedBy: null }

function phone(people: PersonHere[] = []) {
  const events: SessionEvent[] = []
  const gone: string[] = []
  const look = lettingGo({
    events: () => events,
    people: () => people,
    seats: () => new Map([seat("rosa", true), seat("tom", false)].map((one) => [one.id, one])),
    facts: () => new Map([["n1", fact]]),
    forgetUndo: () => gone.push("undo"),
    forgetHalfWritten: (person) => gone.push(person),
    forgetNamesTyped: () => gone.push("names"),
  })
  const happens = (body: object): void => {
    events.push({ seq: events.length + 1, at: 1, by: "server", ...body } as SessionEvent)
    look()
  }
  return { happens, gone }
}

const here: PersonHere[] = [
  { id: "p-rosa", name: "", for: { seatId: "rosa" } },
  { id: "p-named", name: "Rosa", for: { name: "Rosa" }, noteId: "n1" },
  { id: "p-tom", name: "Tom", for: { seatId: "tom" } },
  { id: "p-new", name: "Ali", for: { name: "Ali" } },
]

test("what was begun for somebody who has a phone of their own goes when somebody deletes their words; others' stays", () => {
  const { happens, gone } = phone(here)
  happens({ type: "erased", words: true })
  expect(gone).toEqual(["undo", "names", "p-rosa", "p-named"])
})

test("a name taken out takes my undo with it, once, and nothing begun", () => {
  const { happens, gone } = phone(here)
  happens({ type: "name-taken-out", places: 2 })
  happens({ type: "door-shut" })
  expect(gone).toEqual(["undo"])
})

test("somebody who deletes only their name takes with it what cards typed in here call people", () => {
  const { happens, gone } = phone(here)
  happens({ type: "erased", words: false })
  expect(gone).toEqual(["names"])
})
