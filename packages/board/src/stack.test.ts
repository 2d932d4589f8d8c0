import { beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import {
  boardView,
  facesInTheme,
  notesInTheme,
  putBack,
  readBoard,
  run,
  stackOf,
  takeOut,
  type Board,
  type Command,
  type NoteId,
  type Rank,
  type StackId,
  type ThemeId,
} from "./index.ts"
import { rankFor } from "./rank.ts"
import { Phones } from "./testing/phones.ts"

const ids = <T extends string>(...names: string[]): T[] => names as T[]
const [bus, tram, late, ear] = ids<NoteId>("bus", "tram", "late", "ear") as [NoteId, NoteId, NoteId, NoteId]
const [road, safe] = ids<ThemeId>("road", "safe") as [ThemeId, ThemeId]
const fresh = (n: number): StackId => `fresh${n}` as StackId

let doc: Y.Doc
const ok = (command: Command): Command => {
  const outcome = run(doc, command)
  if (!outcome.ok || outcome.inverse === null) throw new Error(`${command.type}: ${JSON.stringify(outcome)}`)
  return outcome.inverse
}
/** "bus+tram late": each face with what lies under it. */
const shown = (theme: ThemeId | null, board: Board = readBoard(doc)): string =>
  facesInTheme(board, theme, "needs")
    .map(({ members }) => members.map(({ id }) => id).join("+"))
    .join(" ")

beforeEach(() => {
  doc = new Y.Doc()
  for (const id of [bus, tram, late, ear]) ok({ type: "add-note", id, kind: "need", canvas: "needs", text: id })
})

test("notes stacked on one lie under it in the order chosen, wherever they stood, and all come back where they were", () => {
  ok({ type: "put-together", themeId: road, canvas: "needs", title: "Road", notes: [late] })
  const before = readBoard(doc)
  const undo = ok({ type: "stack", stack: fresh(1), on: bus, notes: [late, tram] })
  expect([shown(null), shown(road)]).toEqual(["bus+late+tram ear", ""])
  ok(undo)
  expect(readBoard(doc)).toEqual(before)
})

test("the face takes its stack along, and one undo brings all of it back; any other note goes alone", () => {
  ok({ type: "put-together", themeId: road, canvas: "needs", title: "Road", notes: [ear] })
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram, late] })
  const before = readBoard(doc)
  const undo = ok({ type: "move", id: bus, spot: { themeId: road, before: ear } })
  expect([shown(null), shown(road)]).toEqual(["", "bus+tram+late ear"])
  ok(undo)
  expect(readBoard(doc)).toEqual(before)
  ok({ type: "move", id: tram, spot: { themeId: road } })
  expect([shown(null), shown(road)]).toEqual(["bus+late", "ear tram"])
})

test("before or after a note of a stack is before or after all of it, and beside its own stack the face stays", () => {
  ok({ type: "stack", stack: fresh(1), on: tram, notes: [late] })
  ok({ type: "move", id: bus, spot: { themeId: null, after: tram } })
  expect(shown(null)).toBe("tram+late bus ear")
  ok({ type: "move", id: ear, spot: { themeId: null, before: late } })
  expect(shown(null)).toBe("ear tram+late bus")
  expect(run(doc, { type: "move", id: tram, spot: { themeId: null, after: late } })).toEqual({ ok: true, inverse: null })
})

test("a stack put on another note brings all its notes, and what leaves stands right after", () => {
  ok({ type: "stack", stack: fresh(1), on: tram, notes: [late] })
  ok({ type: "stack", stack: fresh(2), on: bus, notes: [tram] })
  expect(shown(null)).toBe("bus+tram+late ear")
  ok({ type: "leave-stack", id: bus })
  expect(shown(null)).toBe("tram+late bus ear")
  ok({ type: "take-stack-apart", id: late })
  expect(shown(null)).toBe("tram late bus ear")
})

test("a stack begun on a note that left one is another stack", () => {
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram, late] })
  ok({ type: "leave-stack", id: bus })
  ok({ type: "stack", stack: fresh(2), on: bus, notes: [ear] })
  expect(shown(null)).toBe("tram+late bus+ear")
})

test("two people who stack on one note at once make one stack", () => {
  const phones = new Phones(2)
  for (const phone of phones.docs) Y.applyUpdate(phone, Y.encodeStateAsUpdate(doc), "network")
  run(phones.doc(0), { type: "stack", stack: fresh(1), on: bus, notes: [tram] })
  run(phones.doc(1), { type: "stack", stack: fresh(2), on: bus, notes: [late] })
  phones.settle()
  for (const phone of phones.docs) expect(new Set(stackOf(readBoard(phone), bus).map(({ id }) => id))).toEqual(new Set([bus, tram, late]))
})

test("of two stacks at once that want the same note, it lies in one", () => {
  const phones = new Phones(2)
  for (const phone of phones.docs) Y.applyUpdate(phone, Y.encodeStateAsUpdate(doc), "network")
  run(phones.doc(0), { type: "stack", stack: fresh(1), on: bus, notes: [tram] })
  run(phones.doc(1), { type: "stack", stack: fresh(2), on: ear, notes: [tram] })
  phones.settle()
  const [one, other] = phones.docs.map((phone) => shown(null, readBoard(phone)))
  expect(one).toBe(other)
  expect(["bus+tram late ear", "bus late ear+tram"]).toContain(one)
})

test("when the face is set aside or out of sight the next one shows, and it comes back as the face", () => {
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram, late] })
  ok({ type: "set-aside", id: bus, reason: "later" })
  expect(shown(null)).toBe("tram+late ear")
  ok({ type: "bring-back", id: bus })
  const content = takeOut(doc, bus) ?? ""
  expect(shown(null)).toBe("tram+late ear")
  putBack(doc, content)
  expect(shown(null)).toBe("bus+tram+late ear")
})

test("themes made, joined and taken apart keep their stacks", () => {
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram] })
  ok({ type: "put-together", themeId: road, canvas: "needs", title: "Road", notes: [ear, bus] })
  ok({ type: "put-together", themeId: safe, canvas: "needs", title: "Safe", notes: [late] })
  const before = readBoard(doc)
  const undo = ok({ type: "join-themes", themeId: road, into: safe })
  expect(shown(safe)).toBe("late ear bus+tram")
  ok(undo)
  expect(readBoard(doc)).toEqual(before)
  ok({ type: "take-apart", themeId: road })
  expect(shown(null)).toBe("ear bus+tram")
})

test("a note put into a new theme without its face leaves the stack; named before its face it comes with it", () => {
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram, late] })
  ok({ type: "put-together", themeId: road, canvas: "needs", title: "Road", notes: [late, ear] })
  expect([shown(null), shown(road)]).toEqual(["bus+tram", "late ear"])
  ok({ type: "put-together", themeId: safe, canvas: "needs", title: "Safe", notes: [tram, bus] })
  expect([shown(null), shown(safe)]).toEqual(["", "bus+tram"])
})

test("undo takes back only what nobody has moved since, and says so when nothing is left", () => {
  const undo = ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram, late] })
  ok({ type: "leave-stack", id: late })
  ok({ type: "move", id: late, spot: { themeId: null } })
  ok(undo)
  expect(shown(null)).toBe("bus tram ear late")
  const moved = ok({ type: "move", id: bus, spot: { themeId: null } })
  ok({ type: "move", id: bus, spot: { themeId: null, before: tram } })
  expect(run(doc, moved)).toEqual({ ok: false, reason: "moved" })
})

test("undoing a join leaves alone what somebody has stacked elsewhere since", () => {
  ok({ type: "put-together", themeId: road, canvas: "needs", title: "Road", notes: [bus, tram] })
  ok({ type: "put-together", themeId: safe, canvas: "needs", title: "Safe", notes: [late] })
  const undo = ok({ type: "join-themes", themeId: road, into: safe })
  ok({ type: "stack", stack: fresh(1), on: late, notes: [tram] })
  ok(undo)
  expect([shown(road), shown(safe)]).toEqual(["bus", "late+tram"])
})

test("a note of another client that keeps its label in another theme stands there alone", () => {
  ok({ type: "put-together", themeId: road, canvas: "needs", title: "Road", notes: [ear] })
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram] })
  ;(doc.getMap("notes").get(tram) as Y.Map<unknown>).set("themeId", road)
  expect([shown(null), stackOf(readBoard(doc), tram).map(({ id }) => id)]).toEqual(["bus late", [tram]])
})

test("what stands between the notes of a stack by rank is read after the whole of it", () => {
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [late] })
  const between = readBoard(doc).notes.get(bus)?.rank ?? ""
  ;(doc.getMap("notes").get(ear) as Y.Map<unknown>).set("rank", `${between}0`)
  expect(shown(null)).toBe("bus+late ear tram")
  expect(notesInTheme(readBoard(doc), null, "needs").map(({ id }) => id)).toEqual([bus, late, ear, tram])
})

test("a stack that did not change is the same value as before", () => {
  const view = boardView(doc)
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [tram] })
  const [before] = facesInTheme(view.get(), null, "needs")
  ok({ type: "change-words", id: ear, text: "Somebody who listens" })
  expect(facesInTheme(view.get(), null, "needs")[0]).toBe(before)
  ok({ type: "change-words", id: tram, text: "A tram" })
  expect(facesInTheme(view.get(), null, "needs")[0]).not.toBe(before)
})

test("a stack stays where it stands when its first leaves it or is set aside, though somebody's note has a rank between", () => {
  const rankOf = (id: NoteId) => readBoard(doc).notes.get(id)?.rank as Rank
  ok({ type: "stack", stack: fresh(1), on: bus, notes: [late] })
  // As two phones at once make it: this one has a rank between those of the stack.
  ok({
    type: "move",
    id: ear,
    spot: {
      themeId: null,
      rank: rankFor(
        ear,
        [bus, late].map((id) => ({ id, rank: rankOf(id) })),
        { after: bus },
      ),
    },
  })
  expect([rankOf(bus), rankOf(ear), rankOf(late)].toSorted()).toEqual([rankOf(bus), rankOf(ear), rankOf(late)])
  expect(shown(null)).toBe("bus+late ear tram")
  const back = ok({ type: "set-aside", id: bus, reason: "later" })
  expect(shown(null)).toBe("late ear tram")
  ok(back)
  const stackedAgain = ok({ type: "leave-stack", id: bus })
  expect(shown(null)).toBe("late bus ear tram")
  ok(stackedAgain)
  expect(shown(null)).toBe("bus+late ear tram")
})
