import * as encoding from "lib0/encoding"
import { writeUpdate } from "y-protocols/sync"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { checkUpdate } from "./guard/guard.ts"
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
  const claim = (clientId: number): Uint8Array =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(
        encoder,
        encoding.encode((inner) => {
          encoding.writeVarUint(inner, 1)
          encoding.writeVarUint(inner, clientId)
          encoding.writeVarUint(inner, 0)
          encoding.writeVarString(inner, JSON.stringify({ user: { name: "Not me" } }))
        }),
      )
    })
  rosa.sendRaw(claim(77))
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
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, clientIds.length)
        for (const clientId of clientIds) {
          encoding.writeVarUint(inner, clientId)
          encoding.writeVarUint(inner, 1)
          encoding.writeVarString(inner, JSON.stringify(said))
        }
      }),
    )
  })
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
