import type { PublicSeat } from "@evenboard/api"
import { expect, test } from "vitest"
import { roomOf, tablesOf } from "./room.ts"

const seat = (id: string, table: string | null, more: Partial<PublicSeat> = {}): PublicSeat => ({
  id,
  guest: 1,
  name: id,
  table,
  device: true,
  ...more,
})
const room = (seats: PublicSeat[], here: string[], opened: string[] = []) =>
  roomOf({ seats, here: new Set(here), opened: new Set(opened), nameOf: (id) => id, language: "en" })

test("tables stand in counting order, then online, then those who named none", () => {
  const seats = [seat("a", "10"), seat("b", "2"), seat("c", "online"), seat("d", null), seat("e", " 2 ")]
  const { places } = room(seats, ["a", "b", "c", "d", "e"])
  expect(places.map(({ place, seats }) => [place.kind === "table" ? place.table : place.kind, seats.map(({ id }) => id).join("")])).toEqual(
    [
      ["2", "be"],
      ["10", "a"],
      ["online", "c"],
      ["none", "d"],
    ],
  )
})

test("somebody without a phone sits at their table; those from an import and those not connected have lists of their own", () => {
  const seats = [seat("a", "1"), seat("b", "1", { device: false }), seat("c", "1"), seat("d", "1", { device: false })]
  const { places, withoutDevice, away } = room(seats, ["a"], ["b"])
  expect(places.map(({ seats }) => seats.map(({ id }) => id))).toEqual([["a", "b"]])
  expect(withoutDevice.map(({ id }) => id)).toEqual(["d"])
  expect(away.map(({ id }) => id)).toEqual(["c"])
})

test("somebody who came to their place with a phone and went is away, like everybody else", () => {
  const { places, away } = room([seat("a", "1")], [], ["a"])
  expect(places).toEqual([])
  expect(away.map(({ id }) => id)).toEqual(["a"])
})

test("tables to choose from are those that people named, each once, in counting order", () => {
  const seats = [seat("a", "10"), seat("b", " 2 "), seat("c", "2"), seat("d", "online"), seat("e", null)]
  expect(tablesOf(seats, "en")).toEqual(["2", "10"])
})

test("a name is put into words once for each person, however many there are", () => {
  const seats = Array.from({ length: 400 }, (_, n) => seat(`s${(n * 7919) % 400}`, "1"))
  let asked = 0
  const nameOf = (id: string) => {
    asked += 1
    return id
  }
  const { places } = roomOf({ seats, here: new Set(seats.map(({ id }) => id)), opened: new Set(), nameOf, language: "en" })
  expect(places[0]?.seats.at(-1)?.id).toBe("s399")
  expect(asked).toBe(400)
})
