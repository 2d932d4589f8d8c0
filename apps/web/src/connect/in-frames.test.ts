import { boardView } from "@evenboard/board"
import { expect, test, vi } from "vitest"
import * as Y from "yjs"
import { inFrames } from "./in-frames.ts"

function setUp() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  const frames: (() => void)[] = []
  const board = inFrames(boardView(mine), (work) => frames.push(work))
  const told = vi.fn()
  const stop = board.subscribe(told)
  const add = (doc: Y.Doc, id: string) =>
    doc.transact(() => {
      const fields = { kind: "need", canvas: "needs", themeId: null, rank: id, text: new Y.Text(id) }
      doc.getMap("notes").set(id, new Y.Map<unknown>(Object.entries(fields)))
    })
  theirs.on("update", (update: Uint8Array) => Y.applyUpdate(mine, update, "line"))
  return { board, told, stop, frames, addMine: (id: string) => add(mine, id), addTheirs: (id: string) => add(theirs, id) }
}

test("many changes of others are told once, in the next frame, and can be read at once", () => {
  const { board, told, frames, addTheirs } = setUp()
  for (const id of ["a", "b", "c"]) addTheirs(id)
  expect(told).not.toHaveBeenCalled()
  expect(board.get().notes.size).toBe(3)
  expect(frames).toHaveLength(1)
  frames.shift()?.()
  expect(told).toHaveBeenCalledTimes(1)
  addTheirs("d")
  expect(frames).toHaveLength(1)
})

test("a change of mine is told at once, and to nobody who has stopped listening", () => {
  const { told, stop, frames, addMine } = setUp()
  addMine("a")
  expect(told).toHaveBeenCalledTimes(1)
  expect(frames).toEqual([])
  stop()
  addMine("b")
  expect(told).toHaveBeenCalledTimes(1)
})
