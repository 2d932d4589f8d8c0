import type { OwnSeat } from "@evenboard/api"
import { expect, test } from "vitest"
import { changesOf, creditOfDraft } from "./me-calls.ts"

const me: OwnSeat = {
  id: "s",
  guest: 7,
  name: null,
  group: "Staff",
  table: "2",
  device: true,
  ownName: "Rosa",
  showName: false,
  language: "en",
}
const draft = { name: " Rosa ", showName: false, group: "Staff", table: "2" }

test("only what differs is sent, and emptying a group or table is a difference", () => {
  expect(changesOf(me, draft)).toEqual({})
  expect(changesOf(me, { ...draft, showName: true, group: "", table: "online" })).toEqual({ showName: true, group: "", table: "online" })
})

test("notes say the name only when it is there and is to be shown", () => {
  expect(creditOfDraft({ ...draft, showName: true })).toBe("Rosa")
  expect(creditOfDraft(draft)).toBeNull()
  expect(creditOfDraft({ ...draft, name: " ", showName: true })).toBeNull()
})
