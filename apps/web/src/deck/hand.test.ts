import { expect, test } from "vitest"
import type { Board, Note, NoteId, Theme, ThemeId } from "@evenboard/board"
import { back, begun, changed, currentOf, gone, passed, standingOf } from "./hand.ts"

const [a, b, c, d] = ["a", "b", "c", "d"] as NoteId[] as [NoteId, NoteId, NoteId, NoteId]
const theme = { id: "t" as ThemeId, canvas: "needs", title: "Getting there", gone: false } as Theme
/** A board where these notes stand in the theme, these are set aside, and the others are loose. */
function board(grouped: readonly NoteId[] = [], aside: readonly NoteId[] = []): Board {
  const note = (id: NoteId) => ({
    id,
    canvas: "needs",
    themeId: grouped.includes(id) ? theme.id : null,
    aside: aside.includes(id) ? { reason: "twice" } : null,
  })
  return { notes: new Map([a, b, c, d].map((id) => [id, note(id) as Note])), themes: new Map([[theme.id, theme]]) } as unknown as Board
}
const hand = begun([a, b, c, d])

test("an answer of mine leads to the next note, and the last one to the end", () => {
  const one = changed(hand, board(), board([a]), true)
  expect(currentOf(one)).toBe(b)
  const all = [b, c, d].reduce(
    (now, id, n) => changed(now, board([a, b, c].slice(0, n + 1)), board([a, b, c, d].slice(0, n + 2)), true),
    one,
  )
  expect(currentOf(all)).toBeNull()
  expect([...all.answered]).toEqual([a, b, c, d])
})

test("what others group leaves the hand quietly, before and after the note I look at", () => {
  const at = { ...hand, at: 1 }
  const now = changed(at, board(), board([a, c]), false)
  expect(now.ids).toEqual([b, d])
  expect(currentOf(now)).toBe(b)
})

test("the note I look at stays when somebody else groups it, and says so", () => {
  const now = changed(hand, board(), board([a]), false)
  expect(currentOf(now)).toBe(a)
  expect(standingOf(now, board([a]), a)).toBe("taken")
  expect(currentOf(gone(now, board([a])))).toBe(b)
  expect(gone(now, board([a])).ids).toEqual([b, c, d])
})

test("set aside or taken out of sight, the note I look at is gone", () => {
  expect(standingOf(hand, board([], [a]), a)).toBe("gone")
  expect(standingOf(hand, { ...board(), notes: new Map() }, a)).toBe("gone")
})

test("undo brings me back to the note that is loose again", () => {
  const two = changed(changed(hand, board(), board([a]), true), board([a]), board([a, b]), true)
  expect(currentOf(two)).toBe(c)
  const undone = changed(two, board([a, b]), board([a]), true)
  expect(currentOf(undone)).toBe(b)
  expect(standingOf(undone, board([a]), b)).toBe("loose")
})

test("not sure goes on, and is no answer", () => {
  const now = passed(hand, board())
  expect(currentOf(now)).toBe(b)
  expect([...now.unsure]).toEqual([a])
  expect([...now.answered]).toEqual([])
})

test("going back shows a note I answered, and answering it anew goes on", () => {
  const before = back(changed(hand, board(), board([a]), true))
  expect(currentOf(before)).toBe(a)
  expect(standingOf(before, board([a]), a)).toBe("mine")
  expect(back(before)).toBe(before)
})

test("what was left loose comes once more before the end, but not what I was not sure about", () => {
  const skipped = gone({ ...passed(hand, board()), at: 3 }, board())
  expect(currentOf(skipped)).toBe(b)
  const unsure = [0, 1, 2, 3].reduce((now) => passed(now, board()), hand)
  expect(currentOf(unsure)).toBeNull()
})

test("a change that has nothing to do with notes changes nothing", () => {
  const now = board()
  expect(changed(hand, now, { ...now }, false)).toBe(hand)
})
