// What a room promises its phones: order, durability, and that everything arrives.
import { expect, test } from "vitest"
import type * as Y from "yjs"
import { Hall, Phone, settle } from "./testing/index.ts"

const say = (phone: Phone, words: string): void => phone.doc.getText("text").insert(0, words)
const read = (doc: Y.Doc): string => doc.getText("text").toJSON()

test("what one phone writes, another reads", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam", { isEvenboard: false })]
  rosa.join(hall.room)
  sam.join(hall.room)
  await hall.deliver(rosa, sam)
  say(rosa, "The bus stops at six")
  await hall.deliver(rosa, sam)
  expect(read(sam.doc)).toBe("The bus stops at six")
  expect(rosa.acked).toBeGreaterThan(0)
  expect(sam.acked).toBe(0)
})

test("nothing is relayed or acked before it is durable", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  rosa.join(hall.room)
  sam.join(hall.room)
  await hall.deliver(rosa, sam)
  const ackedBefore = rosa.acked
  let open = (): void => {}
  hall.store.gate = new Promise((resolve) => (open = resolve))
  say(rosa, "not yet")
  await hall.deliver(rosa, sam)
  expect(read(sam.doc)).toBe("")
  expect(rosa.acked).toBe(ackedBefore)
  hall.store.gate = null
  open()
  await hall.deliver(rosa, sam)
  expect(read(sam.doc)).toBe("not yet")
  expect(rosa.acked).toBeGreaterThan(ackedBefore)
})

test("somebody who joins during a commit is shown only what is durable", async () => {
  const hall = await Hall.open()
  const [rosa, late] = [new Phone("rosa"), new Phone("late")]
  rosa.join(hall.room)
  await hall.deliver(rosa)
  hall.store.gate = new Promise(() => {})
  say(rosa, "never stored")
  await hall.deliver(rosa)
  late.join(hall.room)
  await hall.deliver(late)
  expect(read(late.doc)).toBe("")
})

test("when the store cannot take it, phones are told, and nothing of it stays; later it goes on without a restart", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  rosa.join(hall.room)
  sam.join(hall.room)
  await hall.deliver(rosa, sam)
  hall.store.failure = new Error("disk full")
  say(rosa, "kept on my phone")
  await hall.deliver(rosa, sam)
  expect(rosa.nacks.at(-1)?.reason).toBe("read-only")
  expect(read(sam.doc)).toBe("")
  hall.store.failure = null
  await hall.clock.pass(1100)
  await hall.deliver(rosa, sam)
  expect(read(sam.doc)).toBe("kept on my phone")
  expect(rosa.acked).toBe(rosa.sent - 1) // every counted frame; the first step 1 is not counted
})

test("an edit by the server is credited to the seat it is made for, and fails whole when it cannot be stored", async () => {
  const hall = await Hall.open()
  const done = hall.room.edit("ana", (doc) => doc.getText("text").insert(0, "by form"))
  await hall.deliver()
  await done
  expect(hall.committed.at(-1)?.ledger[0]?.seat).toBe("ana")
  hall.store.failure = new Error("disk full")
  const failing = expect(hall.room.edit("ana", (doc) => doc.getText("text").insert(0, "lost "))).rejects.toThrow("cannot store")
  await hall.deliver()
  await failing
  hall.store.failure = null
  await hall.clock.pass(1100)
  expect(read(hall.room.doc)).toBe("by form")
})

test("an edit that throws half-way leaves nothing behind", async () => {
  const hall = await Hall.open()
  const failing = expect(
    hall.room.edit("ana", (doc) => {
      doc.getText("text").insert(0, "half")
      throw new Error("a bug")
    }),
  ).rejects.toThrow()
  await hall.deliver()
  await failing
  expect(read(hall.room.doc)).toBe("")
})

test("when a phone has heard the step 2, it has everything", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  say(rosa, "said since the room was opened")
  await hall.deliver(rosa)
  const sam = new Phone("sam")
  sam.join(hall.room)
  await hall.deliver(rosa)
  const kinds = sam.inbox.filter((frame) => frame[0] === 0).map((frame) => frame[1])
  expect(kinds.indexOf(2)).toBeGreaterThanOrEqual(0)
  expect(kinds.lastIndexOf(1)).toBe(kinds.length - 1)
  await hall.deliver(sam)
  expect(read(sam.doc)).toBe("said since the room was opened")
})

test("closing commits and acks what is queued", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  say(rosa, "last words")
  await hall.room.close()
  await settle()
  rosa.read()
  expect(read(await hall.stored())).toBe("last words")
  expect(rosa.acked).toBe(rosa.sent - 1)
})

test("after the end a phone's words are refused, and nothing changes", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  hall.hasEnded = true
  say(rosa, "too late")
  await hall.deliver(rosa)
  expect(rosa.nacks.at(-1)?.reason).toBe("refused")
  expect(rosa.closed).toBeNull()
  expect(read(await hall.stored())).toBe("")
})
