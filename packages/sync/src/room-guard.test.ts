// What a room takes from no phone, and whose client ids are whose: a frame that offends ends its own connection and hurts nobody else.
import * as encoding from "lib0/encoding"
import { writeUpdate } from "y-protocols/sync"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { checkUpdate } from "./guard/guard.ts"
import { awarenessOf, Hall, Phone } from "./testing/index.ts"

const say = (phone: Phone, words: string): void => phone.doc.getText("text").insert(0, words)
const read = (doc: Y.Doc): string => doc.getText("text").toJSON()

test("writing under somebody else's client id closes the socket, and nothing of the frame is applied", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa", { clientId: 7 })
  rosa.join(hall.room)
  await hall.deliver(rosa)
  say(rosa, "mine")
  await hall.deliver(rosa)
  const mallory = new Phone("mallory", { clientId: 7 })
  mallory.join(hall.room)
  say(mallory, "forged, and longer than hers")
  await hall.deliver(mallory)
  expect(mallory.closed).toBe("foreign-id")
  expect(read(hall.room.doc)).toBe("mine")
  say(rosa, "still ")
  await hall.deliver(rosa)
  expect(read(await hall.stored())).toBe("still mine")
})

test("an id seen in presence is taken, before its owner has written a word", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa", { isEvenboard: false })
  rosa.join(hall.room)
  rosa.sendRaw(awarenessOf([{ clientId: 77, clock: 0, json: JSON.stringify({ user: { name: "Not me" } }) }]))
  const mallory = new Phone("mallory", { clientId: 77 })
  mallory.join(hall.room)
  say(mallory, "squatting")
  await hall.deliver(rosa, mallory)
  expect(mallory.closed).toBe("foreign-id")
  const relayed = rosa.awareness.map((update) => new TextDecoder().decode(update)).join()
  expect(relayed).toContain('"seat":"rosa"')
  expect(relayed).not.toContain("Not me")
})

const presenceOf = (clientIds: number[], said: unknown): Uint8Array =>
  awarenessOf(clientIds.map((clientId) => ({ clientId, clock: 1, json: JSON.stringify(said) })))
const manyIds = Array.from({ length: 300 }, (_, i) => 5000 + i)

test("an id taken by presence alone stays taken when the Doc is thrown away and read again", async () => {
  const hall = await Hall.open()
  const [rosa, sam, mallory] = [new Phone("rosa"), new Phone("sam"), new Phone("mallory", { clientId: 77 })]
  for (const phone of [rosa, sam]) phone.join(hall.room)
  rosa.sendRaw(presenceOf([77], { cursor: 1 }))
  await hall.deliver(rosa, sam)
  hall.store.failure = new Error("disk full")
  say(sam, "not kept, so the Doc is read again")
  await hall.deliver(sam)
  hall.store.failure = null
  await hall.clock.pass(1100)
  mallory.join(hall.room)
  say(mallory, "squatting")
  await hall.deliver(rosa, sam, mallory)
  expect(mallory.closed).toBe("foreign-id")
})

test("the echo of a full hall is taken, and nobody becomes three hundred people", async () => {
  const hall = await Hall.open()
  const [rosa, mallory, sam] = [new Phone("rosa", { isEvenboard: false }), new Phone("mallory"), new Phone("sam", { clientId: 5299 })]
  for (const phone of [rosa, mallory, sam]) phone.join(hall.room)
  rosa.sendRaw(presenceOf(manyIds, { seat: "somebody" }))
  mallory.sendRaw(presenceOf(manyIds, { cursor: 1 }))
  say(sam, "my id is still mine")
  await hall.deliver(rosa, mallory, sam)
  expect([rosa.closed, mallory.closed, sam.closed]).toEqual([null, null, null])
  expect(Math.max(...rosa.awareness.map((update) => update[0] ?? 0))).toBe(32)
})

test("a stock client that sends back what it hears of others offends nobody, and takes no id", async () => {
  const hall = await Hall.open()
  const state = (clientId: number, clock: number, said: unknown): Uint8Array =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(
        encoder,
        encoding.encode((inner) => {
          encoding.writeVarUint(inner, 1)
          encoding.writeVarUint(inner, clientId)
          encoding.writeVarUint(inner, clock)
          encoding.writeVarString(inner, JSON.stringify(said))
        }),
      )
    })
  const [rosa, sam] = [new Phone("rosa", { clientId: 31 }), new Phone("sam", { clientId: 32 })]
  sam.join(hall.room)
  // As after a restart: the room does not know yet whose 31 is when its echo comes first, with a state and then without.
  sam.sendRaw(state(31, 1, { seat: "rosa" }))
  sam.sendRaw(state(31, 2, null))
  rosa.join(hall.room)
  rosa.sendRaw(state(31, 3, {}))
  await hall.deliver(rosa, sam)
  sam.sendRaw(state(31, 3, { seat: "rosa" }))
  say(rosa, "mine")
  await hall.deliver(rosa, sam)
  expect([rosa.closed, sam.closed]).toEqual([null, null])
  expect(read(hall.room.doc)).toBe("mine")
})

test("a gap is no offence: the missing base is asked for, and all arrives", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  await hall.deliver(rosa)
  const quiet = rosa.connection
  rosa.connection = null
  say(rosa, "never sent by itself ")
  rosa.connection = quiet
  say(rosa, "second ")
  await hall.deliver(rosa)
  expect(rosa.nacks.at(-1)?.reason).toBe("gap")
  expect(rosa.closed).toBeNull()
  expect(read(await hall.stored())).toBe("second never sent by itself ")
  expect(rosa.acked).toBe(rosa.sent - 1)
})

test("random bytes end only their own connection", async () => {
  const hall = await Hall.open()
  const [rosa, mallory] = [new Phone("rosa"), new Phone("mallory")]
  rosa.join(hall.room)
  mallory.join(hall.room)
  mallory.sendRaw(new Uint8Array([9, 200, 3, 1]))
  say(rosa, "fine")
  await hall.deliver(rosa, mallory)
  expect(mallory.closed).toBe("malformed")
  expect(read(await hall.stored())).toBe("fine")
})

test("a frame that Yjs would leave pending spoils nothing", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  say(rosa, "good")
  await hall.deliver(rosa)
  const other = new Y.Doc()
  other.getText("text").insert(0, "x")
  const afterX = Y.encodeStateVector(other)
  other.getText("text").insert(1, "y")
  rosa.send((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(other, afterX)))
  await hall.deliver(rosa)
  expect(hall.room.doc.store.pendingStructs).toBeNull()
  expect(read(await hall.stored())).toContain("good")
})

test("words that hang on something lost do not silence the rest of what that person writes, and nothing goes round for ever", async () => {
  const hall = await Hall.open()
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  const lost = new Y.Doc()
  lost.getText("text").insert(0, "lost")
  const afterLost = Y.encodeStateVector(lost)
  lost.getText("text").insert(4, " hangs on it")
  Y.applyUpdate(rosa.doc, Y.encodeStateAsUpdate(lost, afterLost))
  rosa.join(hall.room)
  sam.join(hall.room)
  say(rosa, "still heard")
  await hall.deliver(rosa, sam)
  expect(read(sam.doc)).toBe("still heard")
  expect(rosa.nacks.length).toBeLessThan(5)
})

test("an id leased to somebody is theirs before they have used it", async () => {
  const hall = await Hall.open()
  const [rosa, mallory] = [new Phone("rosa", { clientId: 50 }), new Phone("mallory", { clientId: 51 })]
  rosa.leased = [50, 51, 52]
  rosa.join(hall.room)
  mallory.join(hall.room)
  say(mallory, "guessed the next one")
  await hall.deliver(rosa, mallory)
  expect(mallory.closed).toBe("foreign-id")
})

test("a frame the guard fails on ends its own connection, and nobody else's words wait for it", async () => {
  const hall = await Hall.open()
  hall.check = (doc, update, seat, ...rest) => {
    if (seat === "mallory") throw new Error("unforeseen")
    return checkUpdate(doc, update, seat, ...rest)
  }
  await hall.restart()
  const [rosa, mallory] = [new Phone("rosa"), new Phone("mallory")]
  for (const phone of [rosa, mallory]) phone.join(hall.room)
  await hall.deliver(rosa)
  say(mallory, "unforeseen")
  say(rosa, "still kept")
  await hall.deliver(mallory, rosa)
  expect(mallory.closed).toBe("malformed")
  expect(rosa.closed).toBeNull()
  expect(read(await hall.stored())).toBe("still kept")
})

test("a seat that takes ids without end is stopped, and its first words stay", async () => {
  const hall = await Hall.open()
  const mallory = new Phone("mallory")
  mallory.join(hall.room)
  await hall.deliver(mallory)
  for (let page = 0; page < 1100; page++) {
    const doc = new Y.Doc()
    doc.clientID = 1_000_000 + page
    doc.getMap("notes").set(`n${page}`, "words")
    mallory.send((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc)))
    await hall.clock.pass(10)
  }
  await hall.deliver(mallory)
  expect(mallory.closed).toBe("refused")
  expect((await hall.stored()).getMap("notes").size).toBe(1024)
})
