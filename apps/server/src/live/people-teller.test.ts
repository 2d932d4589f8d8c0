// What the phones are told of people, and when: nothing that only its person may know, and not that it changed either.
import * as decoding from "lib0/decoding"
import { expect, test } from "vitest"
import type { PeopleFrame } from "@evenboard/api"
import type { SeatRow } from "@evenboard/storage"
import { PeopleTeller } from "./people-teller.ts"

function hall(credits: SeatRow["credit"][] = ["name", "none"]) {
  const seat = (id: string, at: number, credit: SeatRow["credit"]): SeatRow =>
    ({
      id,
      guest: at + 1,
      name: `Rosa ${id}`,
      credit,
      quotable: true,
      group: "Carers",
      table: "2",
      language: "en",
      device: true,
    }) as SeatRow
  const seats = new Map(credits.map((credit, at) => [`s${at}`, seat(`s${at}`, at, credit)]))
  const frames: PeopleFrame[] = []
  const work: (() => void)[] = []
  const teller = new PeopleTeller({
    seats: () => seats,
    facts: () => new Map(),
    here: () => [],
    isHidden: () => false,
    later: (_, then) => {
      work.push(then)
      return () => {}
    },
    broadcast: (bytes) => {
      const decoder = decoding.createDecoder(bytes)
      decoding.readVarUint(decoder)
      frames.push(JSON.parse(decoding.readVarString(decoder)) as PeopleFrame)
    },
  })
  teller.loaded()
  const change = (id: string, what: Partial<SeatRow>): PeopleFrame[] => {
    const before = seats.get(id) ?? seat(id, seats.size, "none")
    seats.set(id, { ...before, ...what })
    teller.seat(id)
    for (const one of work.splice(0)) one()
    return frames.splice(0)
  }
  return { change }
}

test("nobody hears that somebody changed what only they may know: their group, language, words back, or whether they may be quoted", () => {
  const { change } = hall()
  for (const what of [{ group: "Staff" }, { language: "es" }, { returnHash: "x" }, { quotable: false }, {}])
    expect(change("s0", what)).toEqual([])
  expect(change("s1", { name: "Salma" })).toEqual([]) // who shows no name has none to change
})

test("everybody hears a name that changes, somebody who comes, and nothing twice", () => {
  const { change } = hall()
  expect(change("s0", { name: "Ana" })).toMatchObject([{ seats: [{ id: "s0", name: "Ana" }] }])
  expect(change("s0", {})).toEqual([])
  expect(change("s7", { credit: "none" })).toMatchObject([{ seats: [{ id: "s7", name: null }] }])
})

test("three who are credited by a group are told of together when it may be named, and nobody when somebody of that group comes in silence", () => {
  const { change } = hall(["group", "group", "none"])
  expect(change("s3", { credit: "none" })).toMatchObject([{ seats: [{ id: "s3" }] }])
  expect(
    change("s2", { credit: "group" })[0]
      ?.seats.map(({ id, name }) => [id, name])
      .toSorted(),
  ).toEqual(["s0", "s1", "s2"].map((id) => [id, "Carers"]))
  expect(change("s4", { credit: "none", group: "Carers" })).toMatchObject([{ seats: [{ id: "s4", name: null }] }])
})
