// What a room owes its phones when the store fails, a line goes or a note is taken out of sight in the middle of something.
import { writeUpdate } from "y-protocols/sync"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { Connection } from "./connection.ts"
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

test("a line that went before its first turn is told nothing, and not kept", async () => {
  const hall = await Hall.open()
  const sent: Uint8Array[] = []
  const wire = { send: (frame: Uint8Array) => void sent.push(frame), close: () => {}, queuedBytes: () => 0 }
  const brief = new Connection("rosa", true, wire)
  hall.room.connect(brief)
  hall.room.leave(brief)
  await hall.clock.pass(1000)
  expect(sent.map((frame) => frame[0])).toEqual([0]) // the step 1, which the socket drops
})

test("once words are let go, no frame holds them that was still waiting for its moment", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  for (const phone of [rosa, sam]) phone.join(hall.room)
  const wire = { send: () => {}, close: () => {}, queuedBytes: () => 0 }
  for (let i = 0; i < 500; i++) hall.room.connect(new Connection(`seat${i}`, true, wire)) // a frame to so many waits 100 ms
  for (let i = 0; i < 20; i++) await hall.deliver(rosa, sam)
  say(rosa, "first ")
  await hall.clock.pass(20)
  say(rosa, "out of sight ")
  await hall.clock.pass(20)
  const gone = hall.room.edit("server", (doc) => doc.getText("text").delete(0, 13)).then(() => hall.room.forget(["n"]))
  await hall.clock.pass(41) // before the next frame to all is due
  await gone
  sam.read()
  await hall.clock.pass(500)
  expect(sam.inbox.filter((frame) => Buffer.from(frame).includes("out of sight"))).toEqual([])
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

test("while the store fails nothing is let go, since the snapshot would hold what was never stored", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  hall.store.failure = new Error("disk gone")
  say(rosa, "never stored")
  await hall.deliver(rosa)
  hall.store.failure = null
  const forgotten = expect(hall.room.forget(["n"])).rejects.toThrow("cannot store")
  await hall.clock.pass(10)
  await forgotten
  expect(read(await hall.stored())).toBe("")
})

test("when the board cannot be made ready for a joiner, that is told as a fault, and the phone is to come back", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  for (let note = 0; note < 7; note++) rosa.doc.getMap("notes").set(`n${note}`, "a".repeat(10_000))
  await hall.clock.pass(100)
  hall.onDocMade = () => {
    throw new Error("no Doc")
  }
  await hall.restart()
  const sam = new Phone("sam")
  sam.join(hall.room)
  await hall.clock.pass(50)
  expect(sam.closed).toBe("try-later")
  expect(hall.faults).toContain("answer: no Doc")
})

test("a broken state vector is the phone's fault alone", async () => {
  const hall = await Hall.open()
  const mallory = new Phone("mallory")
  mallory.join(hall.room)
  await hall.deliver(mallory)
  mallory.sendRaw(encodeStep1(new Uint8Array([9, 200, 3])))
  await hall.clock.pass(50)
  expect(mallory.closed).toBe("malformed")
  expect(hall.faults).toEqual([])
})

test("words that were let go reach no joiner though their log could not be cleared and the Doc was read again from it", async () => {
  const hall = await Hall.open()
  const [rosa, late] = [new Phone("rosa"), new Phone("late")]
  rosa.join(hall.room)
  say(rosa, "SECRETWORD")
  await hall.deliver(rosa)
  const compact = hall.store.compact.bind(hall.store)
  hall.store.compact = () => Promise.reject(new Error("disk full"))
  const gone = hall.room.edit("server", (doc) => doc.getText("text").delete(0, 10)).then(() => hall.room.forget(["n1"]))
  const refused = expect(gone).rejects.toThrow("disk full")
  await hall.deliver(rosa)
  await refused
  failOnce(hall, { kept: false })
  say(rosa, "seen")
  await hall.deliver(rosa)
  late.join(hall.room)
  await hall.clock.pass(50)
  expect(late.inbox.map((bytes) => new TextDecoder().decode(bytes)).join()).not.toContain("SECRETWORD")
  await hall.deliver(rosa, late)
  expect(read(late.doc)).toBe("seen")

  hall.store.compact = compact
  const again = hall.room.forget(["n1"])
  await hall.clock.pass(50)
  await again
  const { snapshot, log } = hall.store.kept("b")
  expect([snapshot ?? new Uint8Array(), ...log].map((bytes) => new TextDecoder().decode(bytes)).join()).not.toContain("SECRETWORD")
})
