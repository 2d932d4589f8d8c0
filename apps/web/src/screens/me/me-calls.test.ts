import type { OwnSeat } from "@evenboard/api"
import { expect, test } from "vitest"
import { changesOf, creditsOf } from "./me-calls.ts"

const me: OwnSeat = {
  id: "s",
  guest: 7,
  name: null,
  group: "Staff",
  table: "2",
  device: true,
  ownName: "Rosa",
  credit: "none",
  quotable: true,
  language: "en",
}
const draft = { name: " Rosa ", group: "Staff", table: "2" }

test("only what differs is sent, and emptying a group or table is a difference", () => {
  expect(changesOf(me, draft)).toEqual({})
  expect(changesOf(me, { ...draft, group: "", table: "online" })).toEqual({ group: "", table: "online" })
})

test("each choice says what notes would say, and nothing where there is no name or group to say", () => {
  expect(creditsOf({ ownName: "Rosa García", group: "Staff" })).toEqual({ name: "Rosa García", initials: "R. G.", group: "Staff" })
  expect(creditsOf({ ownName: "", group: null })).toEqual({ name: null, initials: null, group: null })
})
