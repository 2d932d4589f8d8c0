import type { PublicSeat } from "@evenboard/api"
import { expect, test } from "vitest"
import { roomOf } from "./room.ts"

const seat = (id: string, table: string | null, more: Partial<PublicSeat> = {}): PublicSeat => ({
  id,
  guest: 1,
  name: id,
  table,
  device: true,
  ...more,
})
const room = (seats: PublicSeat[], here: string[]) => roomOf({ seats, here: new Set(here), nameOf: (id) => id, language: "en" })

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

test("people without a device and people who are not connected have lists of their own", () => {
  const { places, withoutDevice, away } = room([seat("a", "1"), seat("b", "1", { device: false }), seat("c", "1")], ["a", "b"])
  expect(places.flatMap(({ seats }) => seats.map(({ id }) => id))).toEqual(["a"])
  expect(withoutDevice.map(({ id }) => id)).toEqual(["b"])
  expect(away.map(({ id }) => id)).toEqual(["c"])
})
