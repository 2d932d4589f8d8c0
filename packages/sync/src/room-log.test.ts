// A room and its log: what is read back from it, when it is checked, becomes a snapshot, and lets go of words.
import { expect, test } from "vitest"
import * as Y from "yjs"
import { Hall, Phone } from "./testing/index.ts"

const say = (phone: Phone, words: string): void => phone.doc.getText("text").insert(0, words)
const read = (doc: Y.Doc): string => doc.getText("text").toJSON()

test("what is to be forgotten leaves snapshot and log", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  say(rosa, "SECRETWORD")
  await hall.deliver(rosa)
  const gone = hall.room.edit("server", (doc) => doc.getText("text").delete(0, 10)).then(() => hall.room.forget(["n1"]))
  await hall.deliver(rosa)
  await gone
  const { snapshot, log, forgotten } = hall.store.kept("b")
  const all = [snapshot ?? new Uint8Array(), ...log].map((bytes) => new TextDecoder().decode(bytes)).join()
  expect(all).not.toContain("SECRETWORD")
  expect(forgotten).toEqual(["n1"])
  const late = new Phone("late")
  late.join(hall.room)
  await hall.clock.pass(50)
  expect(late.inbox.map((bytes) => new TextDecoder().decode(bytes)).join()).not.toContain("SECRETWORD")
})

test("a long log becomes one snapshot, and the board is the same", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  for (let i = 0; i < 110; i++) {
    say(rosa, "a")
    await hall.clock.pass(20)
  }
  await hall.deliver(rosa)
  expect(hall.store.kept("b").log.length).toBeLessThan(20)
  expect(read(await hall.stored())).toBe("a".repeat(110))
})

test("a live doc that differs from its log is noticed within half a minute of writing, and read again", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  rosa.join(hall.room)
  say(rosa, "true words")
  await hall.deliver(rosa)
  Y.applyUpdate(hall.room.doc, Y.encodeStateAsUpdate(docSaying("a bit that flipped ")))
  await hall.clock.pass(31_000)
  say(rosa, "more ")
  await hall.deliver(rosa)
  expect(hall.faults.some((fault) => fault.startsWith("digest"))).toBe(true)
  sam.join(hall.room)
  await hall.deliver(rosa, sam)
  expect(read(sam.doc)).toBe("more true words")
})

function docSaying(words: string): Y.Doc {
  const doc = new Y.Doc()
  doc.getText("text").insert(0, words)
  return doc
}

test("after a restart the first phone has the board before any Doc is made, and the first words before the phone is asked are kept", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  say(rosa, "kept")
  await hall.deliver(rosa)
  let made = 0
  hall.onDocMade = () => (made += 1)
  await hall.restart()
  const sam = new Phone("sam")
  sam.join(hall.room)
  await hall.clock.pass(20)
  sam.read()
  expect(read(sam.doc)).toBe("kept")
  expect(made).toBe(0)
  say(sam, "also ")
  await hall.deliver(sam)
  expect(made).toBe(1)
  expect(read(await hall.stored())).toBe("also kept")
  expect(sam.acked).toBeGreaterThan(0)
})

test("when a board's Doc cannot be made, phones are told to come back and nobody waits for ever", async () => {
  const hall = await Hall.open()
  hall.onDocMade = () => {
    throw new Error("no Doc")
  }
  await hall.restart()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  const edited = hall.room.edit("ana", (doc) => doc.getText("text").insert(0, "by form")).catch((error: unknown) => String(error))
  await hall.deliver(rosa)
  expect(await edited).toContain("failed")
  expect(rosa.closed).toBe("try-later")
  expect(hall.faults.join()).toContain("no Doc")
})

/** Notes whose log is long enough to be worth a snapshot. */
const sayLong = (phone: Phone, name: string): void => {
  for (let note = 0; note < 7; note++) phone.doc.getMap("notes").set(`${name}${note}`, "a".repeat(10_000))
}
const lengthOf = (doc: Y.Doc): number =>
  [...doc.getMap<string>("notes").values()].reduce((sum, words) => sum + words.length, 0) + read(doc).length

test("when nobody has written for a moment, a long log becomes the snapshot that joiners are sent as it is", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  sayLong(rosa, "n")
  await hall.deliver(rosa)
  expect(hall.store.kept("b").log.length).toBeGreaterThan(0)
  await hall.clock.pass(5000)
  const { log, snapshot } = hall.store.kept("b")
  expect(log.length).toBe(0)
  say(rosa, "after ")
  await hall.deliver(rosa)
  const sam = new Phone("sam")
  sam.join(hall.room)
  await hall.clock.pass(50)
  expect(sam.inbox.some((frame) => Buffer.from(frame).includes(Buffer.from(snapshot ?? [])))).toBe(true)
  sam.read()
  expect(lengthOf(sam.doc)).toBe(70_006)
})

test("a room that closes leaves a snapshot behind, and closes even when it cannot", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  sayLong(rosa, "n")
  await hall.deliver(rosa)
  await hall.room.close()
  expect(hall.store.kept("b").log.length).toBe(0)
  expect(lengthOf(await hall.stored())).toBe(70_000)

  await hall.restart()
  rosa.cut()
  rosa.join(hall.room)
  await hall.deliver(rosa)
  sayLong(rosa, "m")
  await hall.deliver(rosa)
  hall.store.compact = () => Promise.reject(new Error("disk full"))
  await hall.room.close()
  expect(hall.faults).toContain("leave a snapshot: disk full")
  expect(lengthOf(await hall.stored())).toBe(140_000)
})

test("what is written while a snapshot is being stored counts towards the next one", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  const compact = hall.store.compact.bind(hall.store)
  let finish = (): void => undefined
  hall.store.compact = async (...args) => {
    await new Promise<void>((resolve) => (finish = resolve))
    return compact(...args)
  }
  sayLong(rosa, "n")
  await hall.clock.pass(3000)
  sayLong(rosa, "m")
  await hall.clock.pass(100)
  hall.store.compact = compact
  finish()
  await hall.clock.pass(5000)
  expect(hall.store.kept("b").log.length).toBe(0)
  expect((await hall.stored()).getMap("notes").size).toBe(14)
})
