import { expect, test } from "vitest"
import * as Y from "yjs"
import { aboutUsOn, ABOUT_US, notesAboutUs, pledgesInOrder } from "./arrive.ts"
import {
  guardSchema,
  needsNobodyAnswers,
  readBoard,
  readChanges,
  run,
  TAKEN_BACK,
  type Command,
  type NoteId,
  type PledgeId,
} from "./index.ts"
import { openNotes, pathOf } from "./path.ts"

const [p1, p2] = ["p1", "p2"] as [PledgeId, PledgeId]
const add = (id: PledgeId, text: string): Command => ({ type: "add-pledge", id, text })
const texts = (doc: Y.Doc): string[] => pledgesInOrder(readBoard(doc)).map(({ text }) => text)
const exchange = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
}

test("sentences stand in the order in which they were added, and each step can be undone", () => {
  const doc = new Y.Doc()
  const added = run(doc, add(p1, "Everyone's words count the same"))
  run(doc, add(p2, "One person speaks at a time"))
  expect(texts(doc)).toEqual(["Everyone's words count the same", "One person speaks at a time"])
  const changed = run(doc, { type: "change-pledge", id: p2, text: "One person speaks at a time, and slowly" })
  expect(texts(doc)[1]).toBe("One person speaks at a time, and slowly")
  if (changed.ok && changed.inverse) run(doc, changed.inverse)
  expect(texts(doc)[1]).toBe("One person speaks at a time")
  if (added.ok && added.inverse) run(doc, added.inverse)
  expect(texts(doc)).toEqual(["One person speaks at a time"])
  expect(readBoard(doc).pledges.get(p1)?.aside).toEqual({ reason: TAKEN_BACK })
  run(doc, { type: "bring-back-pledge", id: p1 })
  expect(texts(doc)).toHaveLength(2)
})

test("a sentence set aside keeps why, and another reason can be undone", () => {
  const doc = new Y.Doc()
  run(doc, add(p1, "No phones"))
  run(doc, { type: "set-aside-pledge", id: p1, reason: "We need them to write" })
  const again = run(doc, { type: "set-aside-pledge", id: p1, reason: "Twice" })
  expect(again).toEqual({ ok: true, inverse: { type: "set-aside-pledge", id: p1, reason: "We need them to write" } })
  expect(texts(doc)).toEqual([])
})

test("two phones that change one sentence at once keep both people's words", () => {
  const [rosa, sam] = [new Y.Doc(), new Y.Doc()]
  run(rosa, add(p1, "We listen"))
  exchange(rosa, sam)
  run(rosa, { type: "change-pledge", id: p1, text: "We listen to the end", from: "We listen" })
  run(sam, { type: "change-pledge", id: p1, text: "All of us, we listen", from: "We listen" })
  exchange(rosa, sam)
  expect(texts(rosa)).toEqual(["All of us, we listen to the end"])
  expect(texts(sam)).toEqual(texts(rosa))
})

test("nothing is added that is empty, too long or there already, and what is not there is not changed", () => {
  const doc = new Y.Doc()
  const reasons = [
    add(p1, " "),
    add(p1, "x".repeat(301)),
    { type: "change-pledge", id: p1, text: "We listen" },
    { type: "set-aside-pledge", id: p1, reason: "why" },
    { type: "bring-back-pledge", id: p1 },
  ] satisfies Command[]
  expect(reasons.map((command) => run(doc, command))).toEqual(
    ["empty", "too-long", "gone", "gone", "gone"].map((reason) => ({ ok: false, reason })),
  )
  run(doc, add(p1, "We listen"))
  expect(run(doc, add(p1, "We listen"))).toEqual({ ok: false, reason: "same" })
})

test("what another client writes among the sentences is read as far as it makes sense", () => {
  expect([guardSchema.isAllowedRoot("pledges"), guardSchema.isAllowedRoot("pledge")]).toEqual([true, false])
  const doc = new Y.Doc()
  const map = doc.getMap<unknown>("pledges")
  map.set("a", "no map")
  map.set("x".repeat(65), new Y.Map([["text", "too long an id"]]))
  map.set("b", new Y.Map<unknown>([["text", 7]]))
  map.set("c", new Y.Map<unknown>([["text", "a plain string"]]))
  expect([...readBoard(doc).pledges.values()]).toEqual([
    { id: "b", text: "", rank: "", aside: null },
    { id: "c", text: "a plain string", rank: "", aside: null },
  ])
})

test("the ledger is told of a sentence as of every other word, and never who goes along", () => {
  const doc = new Y.Doc()
  const before = readBoard(doc)
  run(doc, add(p1, "We listen"))
  const added = readBoard(doc)
  expect(readChanges(before, added)).toMatchObject([{ kind: "pledge-added", target: p1, chars: 9 }])
  run(doc, { type: "change-pledge", id: p1, text: "We listen well" })
  const changed = readBoard(doc)
  expect(readChanges(added, changed)).toMatchObject([{ kind: "pledge-changed", target: p1, chars: 5 }])
  run(doc, { type: "set-aside-pledge", id: p1, reason: "twice" })
  expect(readChanges(changed, readBoard(doc))).toMatchObject([{ kind: "pledge-aside", target: p1 }])
})

const first = (id: string, text: string): Command[] => [
  { type: "put-together", themeId: ABOUT_US, canvas: "needs", title: "", notes: [], aboutUs: true },
  { type: "add-note", id: id as NoteId, kind: "need", canvas: "needs", text, spot: { themeId: ABOUT_US } },
]

test("two phones that write their first note at once find both in one theme about us", () => {
  const [rosa, sam] = [new Y.Doc(), new Y.Doc()]
  for (const command of first("n1", "By bus")) expect(run(rosa, command).ok).toBe(true)
  for (const command of first("n2", "My neighbour drove me")) expect(run(sam, command).ok).toBe(true)
  exchange(rosa, sam)
  for (const doc of [rosa, sam]) {
    const board = readBoard(doc)
    expect(notesAboutUs(board).map(({ text }) => text)).toEqual(["By bus", "My neighbour drove me"])
    expect(aboutUsOn(board)).toMatchObject({ title: "", aboutUs: true })
  }
})

test("a first note is no need, and waits for no outcome", () => {
  const doc = new Y.Doc()
  for (const command of first("n1", "By bus")) run(doc, command)
  const board = readBoard(doc)
  expect([needsNobodyAnswers(board), openNotes(board)]).toEqual([[], []])
  expect(pathOf(board, "n1" as NoteId)?.outcome).toEqual({ type: "about-us" })
})

test("a theme of needs still wants a name", () => {
  expect(run(new Y.Doc(), { type: "put-together", themeId: ABOUT_US, canvas: "needs", title: "", notes: [] })).toEqual({
    ok: false,
    reason: "empty",
  })
})
