// What a room owes its phones when the store fails, a line goes or a note is taken out of sight in the middle of something.
import { writeUpdate } from "y-protocols/sync"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { Hall, Phone } from "./testing/index.ts"
import { encodeStep1 } from "./wire.ts"

const say = (phone: Phone, words: string): void => phone.doc.getText("text").insert(0, words)
const read = (doc: Y.Doc): string => doc.getText("text").toJSON()

/** An update whose base nobody has. */
function gap(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText("text").insert(0, "lost")
  const vector = Y.encodeStateVector(doc)
  doc.getText("text").insert(4, "hangs")
  return Y.encodeStateAsUpdate(doc, vector)
}

/** The next commit is refused, or (`kept`) stored and yet called refused, as by a disk that fails in its fsync. */
function failOnce(hall: Hall, { kept }: { kept: boolean }): void {
  const { store } = hall
  const commit = store.commit.bind(store)
  store.commit = async (...args) => {
    store.commit = commit
    if (kept) await commit(...args)
    throw new Error("disk")
  }
}

test("a step 1 in the middle of a turn does not claim words whose commit then fails, and nothing is acked that is not stored", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  say(rosa, "kept") // a commit since the last step 1
  await hall.deliver(rosa)
  const before = rosa.acked
  failOnce(hall, { kept: false })
  rosa.isSlow = true
  say(rosa, "not ")
  rosa.send((encoder) => writeUpdate(encoder, gap()))
  rosa.push()
  await hall.clock.pass(100)
  rosa.read()
  while (rosa.outbox.length > 0) {
    rosa.push(1)
    await hall.clock.pass(100)
    rosa.read()
    if (read(await hall.stored()) === "kept") expect(rosa.acked).toBe(before)
  }
  expect(read(await hall.stored())).toBe("not kept")
  expect(rosa.acked).toBeGreaterThan(before)
})

test("words that were stored though the store said no reach the other phones that are here", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  for (const phone of [rosa, sam]) phone.join(hall.room)
  await hall.deliver(rosa, sam)
  failOnce(hall, { kept: true })
  say(rosa, "stored")
  await hall.deliver(rosa, sam)
  expect(read(await hall.stored())).toBe("stored")
  expect(read(sam.doc)).toBe("stored")
  expect(rosa.acked).toBe(rosa.sent - 1)
})

test("a room that closed while the store failed reads nothing any more", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  hall.store.failure = new Error("disk full")
  say(rosa, "kept on my phone")
  await hall.deliver(rosa)
  await hall.room.close()
  hall.store.failure = null
  let loads = 0
  const load = hall.store.loadDoc.bind(hall.store)
  hall.store.loadDoc = (board) => ((loads += 1), load(board))
  await hall.clock.pass(5000)
  expect(loads).toBe(0)
})

test("while the store cannot be read it is tried about once a second, and writing goes on once it can", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  for (const phone of [rosa, sam]) phone.join(hall.room)
  await hall.deliver(rosa, sam)
  hall.store.failure = new Error("disk full")
  for (const word of ["one ", "two "]) {
    say(rosa, word)
    await hall.clock.pass(50)
  }
  await hall.clock.pass(10_000)
  expect(hall.faults.length).toBeLessThan(15)
  hall.store.failure = null
  await hall.clock.pass(1100)
  await hall.deliver(rosa, sam)
  expect(read(sam.doc)).toBe("two one ")
})

test("a phone that takes nothing and asks for everything again and again is told to come back", async () => {
  const hall = await Hall.open()
  const mallory = new Phone("mallory")
  mallory.join(hall.room)
  await hall.deliver(mallory)
  mallory.queued = 9 * 1024 * 1024
  mallory.sendRaw(encodeStep1(new Uint8Array([0])))
  await hall.clock.pass(100)
  expect(mallory.closed).toBe("try-later")
})

test("somebody who joins while the store can neither write nor read is shown only what is durable", async () => {
  const hall = await Hall.open()
  const [rosa, late] = [new Phone("rosa"), new Phone("late")]
  rosa.join(hall.room)
  await hall.deliver(rosa)
  for (let note = 0; note < 7; note++) rosa.doc.getMap("notes").set(`n${note}`, "a".repeat(10_000))
  await hall.clock.pass(100)
  hall.store.failure = new Error("disk gone")
  say(rosa, "never stored")
  await hall.clock.pass(100)
  late.join(hall.room)
  await hall.deliver(late)
  expect(late.doc.getMap("notes").size).toBe(7)
  expect(read(late.doc)).toBe("")
  expect(late.hasAnswered).toBe(false) // asked only once the Doc holds what is durable
})
