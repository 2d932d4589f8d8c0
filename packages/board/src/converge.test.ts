import fc from "fast-check"
import { expect, test } from "vitest"
import * as Y from "yjs"
import {
  boardView,
  readBoard,
  readChanges,
  run,
  themesOn,
  notesInTheme,
  notesOn,
  asideNotes,
  CANVASES,
  facesInTheme,
  stackOf,
  type Board,
} from "./index.ts"
import { command, fuzz, rubbish } from "./testing/commands.ts"
import { Phones } from "./testing/phones.ts"

type Step = (phones: Phones) => void
const phone = fc.nat({ max: 2 })
const write: fc.Arbitrary<Step> = fc.tuple(phone, command).map(
  ([n, command]) =>
    (phones) =>
      void run(phones.doc(n), command),
)
const deliver: fc.Arbitrary<Step> = fc.tuple(phone, fc.nat({ max: 5 })).map(
  ([n, which]) =>
    (phones) =>
      phones.deliver(n, which),
)
const spoil: fc.Arbitrary<Step> = fc.tuple(phone, rubbish).map(([n, write]) => (phones) => {
  // From outside, as an update, since within one process Yjs itself refuses a root of two types.
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(phones.doc(n)))
  write(other)
  Y.applyUpdate(phones.doc(n), Y.encodeStateAsUpdate(other, Y.encodeStateVector(phones.doc(n))), "spoilt")
})

test("phones that have heard everything show the same board", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 2, arbitrary: write }, deliver), { minLength: 1, maxLength: 80, size: "max" }), (steps) => {
      const phones = new Phones(3)
      for (const take of steps) take(phones)
      phones.settle()
      const [first, ...others] = phones.docs.map(readBoard)
      for (const board of others) expect(board).toEqual(first)
    }),
    fuzz(150),
  )
})

const steps = fc.array(fc.oneof({ weight: 4, arbitrary: write }, { weight: 2, arbitrary: deliver }, spoil), {
  minLength: 1,
  maxLength: 80,
  size: "max",
})

test("the kept view equals the board read from the start, whatever was written and in which order", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const phones = new Phones(3)
      const views = phones.docs.map(boardView)
      const check = (): void => views.forEach((view, n) => expect(view.get()).toEqual(readBoard(phones.doc(n))))
      for (const take of steps) {
        take(phones)
        check()
      }
      phones.settle()
      check()
    }),
    fuzz(100),
  )
})

test("values that did not change keep their identity, maps with a change are new, and each transaction is told once", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const phones = new Phones(3)
      const view = boardView(phones.doc(0))
      let last = view.get()
      view.onChange((before, after) => {
        expect(before).toBe(last)
        last = after
        expectMinimal(before, after)
      })
      for (const take of steps) take(phones)
      expect(view.get()).toBe(last)
    }),
    fuzz(100),
  )
})

function expectMinimal(before: Board, after: Board): void {
  const roots = ["notes", "themes", "links", "agreements", "actions", "suggestions", "pledges"] as const
  if (before !== after) expect(roots.some((root) => before[root] !== after[root])).toBe(true)
  for (const root of roots) {
    const [old, now] = [before[root] as ReadonlyMap<string, unknown>, after[root] as ReadonlyMap<string, unknown>]
    if (old === now) continue
    const differing = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key))
    expect(differing.length).toBeGreaterThan(0)
    for (const key of differing) expect(old.get(key)).not.toEqual(now.get(key))
  }
}

test("nothing told means nothing changed, and something told that something did", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const phones = new Phones(3)
      const view = boardView(phones.doc(0))
      view.onChange((before, after) => {
        const changes = readChanges(before, after)
        if (before === after) expect(changes).toEqual([])
        for (const change of changes) expect([change.before, change.after]).not.toEqual([null, null])
      })
      for (const take of steps) take(phones)
    }),
    fuzz(60),
  )
})

test("every note is found in exactly one place, spoilt or not, and the answers do not depend on what was asked before", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const phones = new Phones(3)
      const view = boardView(phones.doc(0))
      for (const take of steps) {
        take(phones)
        const [kept, fresh] = [view.get(), readBoard(phones.doc(0))]
        const found = CANVASES.flatMap((canvas) =>
          [null, ...themesOn(kept, canvas).map(({ id }) => id)].flatMap((theme) => notesInTheme(kept, theme, canvas)),
        )
        const stacked = CANVASES.flatMap((canvas) =>
          [null, ...themesOn(kept, canvas).map(({ id }) => id)].flatMap((theme) => facesInTheme(kept, theme, canvas)),
        )
        expect(stacked.flatMap(({ members }) => members)).toEqual(found)
        for (const { face, members } of stacked) expect(stackOf(kept, face.id)).toEqual(members)
        expect([...found, ...asideNotes(kept)].map(({ id }) => id).sort()).toEqual([...kept.notes.keys()].sort())
        for (const canvas of CANVASES) expect(notesOn(kept, canvas)).toEqual(notesOn(fresh, canvas))
      }
    }),
    fuzz(60),
  )
})
