import { expect, test } from "vitest"
import type { NoteId } from "@evenboard/board"
import { heldBack, showMine } from "./held.ts"

const [a, b, c] = ["a", "b", "c"] as NoteId[] as [NoteId, NoteId, NoteId]

test("another's new note waits while I have something to read", () => {
  const shown = showMine(new Set([a]), [b], false, false)
  expect(heldBack([{ id: a }, { id: b }], shown)).toEqual([b])
})

test("my own note stands at once, and others go on waiting", () => {
  const shown = showMine(new Set([a]), [c], true, false)
  expect(heldBack([{ id: a }, { id: b }, { id: c }], shown)).toEqual([b])
})

test("on an empty page the first notes stand at once", () => {
  expect(heldBack([{ id: a }], showMine(new Set(), [a], false, true))).toEqual([])
})

test("a change that brings no note keeps what is shown as it is", () => {
  const shown = new Set([a])
  expect(showMine(shown, [], true, false)).toBe(shown)
})
