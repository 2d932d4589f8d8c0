import { expect, test } from "vitest"
import { emptySession, type Session } from "@evenboard/session"
import { withoutHidden } from "./frozen.ts"
import { boardOf, note } from "./test-board.ts"
import type { Live } from "./use-live.ts"

const kept: Live = {
  board: boardOf([note("a"), note("b")]),
  session: emptySession,
  written: 0,
  counted: [],
  here: 0,
  isQuietAsked: false,
  minutes: null,
  door: null,
  numberOf: () => null,
}
const hidden = (...ids: string[]): Session["hidden"] =>
  new Map(ids.map((noteId) => [noteId, { noteId, number: 1, kind: "need", canvas: "needs", reason: "", at: 0 }]))

test("what was taken out of sight leaves a paused picture, and nothing else does", () => {
  expect([...withoutHidden(kept, hidden("a")).board.notes.keys()]).toEqual(["b"])
  expect(withoutHidden(kept, hidden())).toBe(kept)
  expect(withoutHidden(kept, hidden("c"))).toBe(kept)
})
