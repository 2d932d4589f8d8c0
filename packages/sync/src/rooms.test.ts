// Rooms come, close and fail to open, and nobody waits for what another room does.
import { expect, test } from "vitest"
import { Rooms } from "./rooms.ts"
import { Hall, Phone, settle } from "./testing/index.ts"

test("phones are told to come back as soon as their words are kept, not when the snapshot is made", async () => {
  const hall = await Hall.open()
  const rooms = new Rooms(() => hall.deps(), hall.clock.later)
  const rosa = new Phone("rosa")
  const room = await rooms.open("b")
  rosa.join(room)
  await hall.deliver(rosa)
  hall.store.compact = () => new Promise(() => {})
  for (let note = 0; note < 7; note++) rosa.doc.getMap("notes").set(`n${note}`, "a".repeat(10_000))
  void rooms.closeAll("restarting")
  for (let i = 0; i < 5; i++) await settle()
  expect(rosa.closed).toBe("restarting")
  expect((await hall.stored()).getMap("notes").size).toBe(7)
})

test("a board that cannot be loaded keeps no other room from closing", async () => {
  const hall = await Hall.open()
  const rooms = new Rooms((board) => ({ ...hall.deps(), board }), hall.clock.later)
  await rooms.open("b")
  const load = hall.store.loadDoc.bind(hall.store)
  hall.store.loadDoc = (board) => (board === "lost" ? Promise.reject(new Error("no such board")) : load(board))
  const opening = expect(rooms.open("lost")).rejects.toThrow("no such board")
  await rooms.closeAll()
  await opening
  expect([rooms.peek("b"), rooms.peek("lost")]).toEqual([null, null])
})
