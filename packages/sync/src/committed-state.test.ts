// What a phone that joins is told of a board while snapshots of it come late.
import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { CommittedState } from "./committed-state.ts"
import { Room } from "./room.ts"
import { Hall, Phone } from "./testing/index.ts"
import { decodeFrame } from "./wire.ts"

const NOTHING = new Uint8Array([0])

/** A board whose rows are committed one by one. */
function board() {
  const doc = new Y.Doc()
  const state = new CommittedState({ snapshot: null, updates: [], seq: 0 })
  let seq = 0
  doc.on("update", (update: Uint8Array) => state.add(update, ++seq))
  const told = (): Y.Doc => {
    const phone = new Y.Doc()
    for (const bytes of state.answer(NOTHING, () => doc)) {
      const frame = decodeFrame(bytes)
      if (frame.type === "update") Y.applyUpdate(phone, frame.update)
    }
    return phone
  }
  return { doc, state, told, seq: () => seq }
}

describe("what a joiner is told", () => {
  test("lacks nothing when a snapshot comes that was begun before the state was made anew", () => {
    const { doc, state, told, seq } = board()
    doc.getText("text").insert(0, "first ")
    const [old, oldSeq] = [Y.encodeStateAsUpdate(doc), seq()]
    doc.getText("text").insert(6, "second ")
    state.renew(doc)
    state.rebase(old, oldSeq)
    doc.getText("text").insert(13, "third")
    expect(told().getText("text").toJSON()).toBe("first second third")
  })

  test("never holds words again that were let go while a snapshot of them was being made", async () => {
    const hall = await Hall.open()
    let finish = (): void => {}
    const gate = new Promise<void>((resolve) => (finish = resolve))
    const deps = hall.deps()
    hall.room = await Room.load({ ...deps, longRows: 1, replay: (stored) => gate.then(() => deps.replay(stored)) })
    const rosa = new Phone("rosa")
    rosa.join(hall.room)
    rosa.doc.getText("text").insert(0, "out of sight")
    await hall.deliver(rosa) // the snapshot is being made
    const gone = hall.room.edit("server", (doc) => doc.getText("text").delete(0, 12))
    await hall.deliver(rosa)
    await gone
    const forgotten = hall.room.forget(["n"])
    await hall.deliver(rosa)
    await forgotten
    finish()
    await hall.deliver(rosa)
    const sam = new Phone("sam")
    sam.join(hall.room)
    await hall.clock.pass(50)
    expect(sam.inbox.filter((frame) => Buffer.from(frame).includes("out of sight"))).toEqual([])
    sam.read()
    expect(sam.doc.getText("text").toJSON()).toBe("")
  })
})
