import * as decoding from "lib0/decoding"
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { Hall } from "./testing/hall.ts"
import { Phone } from "./testing/phone.ts"
import { awarenessOf, cursorAt } from "./testing/presence.ts"

const ask = new Uint8Array([3])

async function hallOf(...phones: Phone[]): Promise<Hall> {
  const hall = await Hall.open()
  for (const phone of phones) phone.join(hall.room)
  await hall.deliver(...phones)
  return hall
}

/** What a stock client makes of the awareness frames it got. */
function stockView(phone: Phone): Map<number, unknown> {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  for (const update of phone.awareness) applyAwarenessUpdate(awareness, update, "test")
  const view = new Map(awareness.getStates())
  awareness.destroy()
  return view
}

test("our phones and stock ones see the same people, each in the frames they understand", async () => {
  const [rosa, sam, stock] = [new Phone("rosa"), new Phone("sam"), new Phone("stock", { isEvenboard: false })]
  const hall = await hallOf(rosa, sam, stock)
  sam.sendRaw(cursorAt(7, 3, { x: 1, y: -2.5, on: ["a", null, true] }))
  stock.sendRaw(awarenessOf([{ clientId: 8, clock: 1, json: '{"user":{"name":"Not me"}}' }]))
  await hall.deliver(rosa, sam, stock)
  expect(rosa.others.all()).toEqual([
    { clientId: 7, seat: "sam", clock: 3, cursor: { x: 1, y: -2.5, on: ["a", null, true] } },
    { clientId: 8, seat: "stock", clock: 1, cursor: undefined },
  ])
  expect(stockView(stock)).toEqual(
    new Map<number, unknown>([
      [7, { seat: "sam", cursor: { x: 1, y: -2.5, on: ["a", null, true] } }],
      [8, { seat: "stock" }],
    ]),
  )
  expect([rosa.awareness.length, stock.heard.length]).toEqual([0, 0])
})

test("whoever leaves is gone for both kinds, and their place goes to the next who comes", async () => {
  const [rosa, sam, ines, stock] = [new Phone("rosa"), new Phone("sam"), new Phone("ines"), new Phone("stock", { isEvenboard: false })]
  const hall = await hallOf(rosa, sam, ines, stock)
  sam.sendRaw(cursorAt(7, 1, 1))
  await hall.deliver(rosa, stock)
  sam.cut()
  await hall.deliver(rosa, stock)
  expect(rosa.gone).toEqual([7])
  expect(stockView(stock).size).toBe(0)
  ines.sendRaw(cursorAt(9, 1, 2))
  await hall.deliver(rosa)
  expect(rosa.others.all()).toEqual([{ clientId: 9, seat: "ines", clock: 1, cursor: 2 }])
})

test("a line cut and back at once is here again, with the clock it had", async () => {
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  const hall = await hallOf(rosa, sam)
  sam.sendRaw(cursorAt(7, 5, 1))
  await hall.deliver(rosa)
  sam.cut()
  sam.join(hall.room)
  sam.sendRaw(cursorAt(7, 5, 2))
  await hall.deliver(rosa, sam)
  expect(rosa.others.all()).toEqual([{ clientId: 7, seat: "sam", clock: 5, cursor: 2 }])
})

test("gone, told, and back: the place is named anew even while stock phones wait to hear of it", async () => {
  const [rosa, sam, stock] = [new Phone("rosa"), new Phone("sam"), new Phone("stock", { isEvenboard: false })]
  const hall = await hallOf(rosa, sam, stock)
  // A frame of 2 KB makes the stock phones' next one wait 115 ms; ours wait 100.
  const many = Array.from({ length: 30 }, (_, i) => ({ clientId: 100 + i, clock: 1, json: `{"cursor":"${"a".repeat(40)}"}` }))
  sam.sendRaw(awarenessOf(many))
  await hall.clock.pass(101)
  sam.sendRaw(awarenessOf([{ clientId: 100, clock: 2, json: "null" }]))
  await hall.clock.pass(107)
  sam.sendRaw(cursorAt(100, 3, "back"))
  await hall.deliver(rosa, stock)
  expect(rosa.others.all().find(({ clientId }) => clientId === 100)?.cursor).toBe("back")
  expect(stockView(stock).get(100)).toEqual({ seat: "sam", cursor: "back" })
})

test("a newcomer is told everybody, and the frame of the next sending adds nothing twice", async () => {
  const [sam, late] = [new Phone("sam"), new Phone("late")]
  const hall = await hallOf(sam)
  sam.sendRaw(cursorAt(7, 1, 1))
  await hall.clock.pass(90)
  late.join(hall.room)
  await hall.deliver(late)
  expect(late.others.all()).toEqual([{ clientId: 7, seat: "sam", clock: 1, cursor: 1 }])
})

test("a phone that could not read for a while has lost presence, and gets everything when it reads again", async () => {
  const [rosa, sam, ines] = [new Phone("rosa"), new Phone("sam"), new Phone("ines")]
  const hall = await hallOf(rosa, sam, ines)
  sam.sendRaw(cursorAt(7, 1, "early"))
  await hall.deliver(rosa)
  rosa.queued = 1024 * 1024
  sam.cut()
  ines.sendRaw(cursorAt(9, 1, "missed"))
  await hall.deliver(rosa)
  expect(rosa.others.all().map(({ clientId }) => clientId)).toEqual([7])
  rosa.queued = 0
  await hall.deliver(rosa) // nobody moves meanwhile
  expect(rosa.others.all()).toEqual([{ clientId: 9, seat: "ines", clock: 1, cursor: "missed" }])
  expect(rosa.gone).toEqual([7])
})

test("asking is answered at once, and asking without end no faster than presence is sent", async () => {
  const [rosa, sam] = [new Phone("rosa"), new Phone("sam")]
  const hall = await hallOf(rosa, sam)
  sam.sendRaw(cursorAt(7, 1, 1))
  await hall.deliver(rosa, sam)
  rosa.heard = []
  for (let i = 0; i < 100; i++) rosa.sendRaw(ask)
  rosa.read()
  expect(rosa.heard.length).toBe(1)
  await hall.deliver(rosa)
  expect(rosa.heard.length).toBe(2)
})

test("three hundred who move ten times a second are all shown within half a second, for 20 kB/s a phone", async () => {
  const phones = Array.from({ length: 300 }, (_, i) => new Phone(`seat-${i}`, { isEvenboard: i > 0 }))
  const [stock, witness] = phones as [Phone, Phone]
  const hall = await hallOf(...phones)
  const sentAt = new Map<number, number>()
  let oldest = 0
  for (let tenth = 1; tenth <= 60; tenth++) {
    for (const [i, phone] of phones.entries())
      phone.sendRaw(cursorAt(2 ** 40 + i, tenth, { x: (i * 37 + tenth * 11) % 4000, y: (i * 53 + tenth * 7) % 3000 }))
    sentAt.set(tenth, hall.clock.now())
    if (tenth === 30) stock.presenceBytes = witness.presenceBytes = 0
    for (let ms = 0; ms < 100; ms += 10) {
      await hall.clock.pass(10)
      witness.heard = []
      witness.read()
      const clocks = witness.others.all().map(({ clock }) => clock)
      // Everything older than what is shown now has been shown: what matters is how old the oldest not shown is.
      const unseen = sentAt.get(Math.min(...clocks) + 1)
      if (tenth >= 30 && unseen !== undefined) oldest = Math.max(oldest, hall.clock.now() - unseen)
    }
  }
  stock.read()
  expect(witness.others.all().length).toBe(300)
  expect(oldest).toBeLessThan(400)
  expect(witness.presenceBytes / 3.1).toBeLessThan(20_000 + 300 * 20)
  expect(stock.presenceBytes / 3.1).toBeLessThan(20_000 + 300 * 80) // one frame of theirs is four of ours, and slows nobody else
})

test.each([
  ["a key that would change a reader's objects", '{"cursor":{"__proto__":{"isHost":true}}}'],
  ["nesting without end", `{"cursor":${"[".repeat(400)}${"]".repeat(400)}}`],
  ["more than 1 KB", `{"cursor":"${"a".repeat(1100)}"}`],
  ["short numbers that grow long when they are written again", `{"cursor":[${"1e20,".repeat(100)}1]}`],
])("a cursor with %s is left out; the phone that sends it, and the stock one that sends it back, stay", async (_, json) => {
  const [rosa, mallory, stock] = [new Phone("rosa"), new Phone("mallory"), new Phone("stock", { isEvenboard: false })]
  const hall = await hallOf(rosa, mallory, stock)
  mallory.sendRaw(awarenessOf([{ clientId: 7, clock: 1, json }]))
  await hall.deliver(rosa, mallory, stock)
  expect(rosa.others.all()).toEqual([{ clientId: 7, seat: "mallory", clock: 1, cursor: undefined }])
  expect(stockView(stock).get(7)).toEqual({ seat: "mallory" })
  expect(mallory.closed).toBeNull()
})

test("the longest state that is told can be sent back by a stock client, which no one then disconnects", async () => {
  const [mallory, stock] = [new Phone("mallory"), new Phone("stock", { isEvenboard: false })]
  const hall = await hallOf(mallory, stock)
  mallory.sendRaw(cursorAt(7, 1, "漢".repeat(980)))
  await hall.deliver(stock)
  const [update] = stock.awareness.slice(-1)
  expect(update?.length).toBeGreaterThan(2900)
  stock.sendRaw(awarenessOf([{ clientId: 7, clock: 1, json: new TextDecoder().decode(update?.subarray(5)) }]))
  const states = decoding.createDecoder(update ?? new Uint8Array())
  expect([decoding.readVarUint(states), decoding.readVarUint(states), decoding.readVarUint(states)]).toEqual([1, 7, 1])
  stock.sendRaw(awarenessOf([{ clientId: 7, clock: 1, json: decoding.readVarString(states) }]))
  await hall.deliver(stock)
  expect(stock.closed).toBeNull()
})

test("one who shows thirty-two large states takes no more than a share of a sending, and the others do not wait", async () => {
  const [rosa, sam, mallory] = [new Phone("rosa"), new Phone("sam"), new Phone("mallory")]
  const hall = await hallOf(rosa, sam, mallory)
  let oldest = 0
  let shown = 0
  for (let clock = 1; clock <= 50; clock++) {
    mallory.sendRaw(
      awarenessOf(Array.from({ length: 32 }, (_, i) => ({ clientId: 100 + i, clock, json: `{"cursor":"${"x".repeat(900)}"}` }))),
    )
    sam.sendRaw(cursorAt(7, clock, clock))
    await hall.clock.pass(100)
    rosa.read()
    shown = rosa.others.all().find(({ clientId }) => clientId === 7)?.clock ?? 0
    oldest = Math.max(oldest, clock - shown)
  }
  expect(shown).toBeGreaterThan(40)
  expect(oldest).toBeLessThan(4) // tenths of a second
  await hall.clock.pass(5000)
  rosa.read()
  expect(rosa.others.all().length).toBe(33)
})

test("the claims of a seat that comes again and again end, and its true ids go on", async () => {
  const hall = await Hall.open()
  const rosa = new Phone("rosa")
  rosa.join(hall.room)
  for (let visit = 0; visit < 20; visit++) {
    const mallory = new Phone("mallory")
    mallory.join(hall.room)
    for (let i = 0; i < 40; i++) mallory.sendRaw(cursorAt(10_000 + visit * 100 + i, 1, 1))
    await hall.deliver(rosa, mallory)
    mallory.cut()
    await hall.deliver(rosa)
  }
  expect(new Set(rosa.heard.map(({ clientId }) => clientId)).size).toBe(256)
  expect(rosa.others.all()).toEqual([])
})

test("of a quiet person neither kind hears anything, and what was heard is taken down", async () => {
  const [rosa, sam, stock] = [new Phone("rosa"), new Phone("sam"), new Phone("stock", { isEvenboard: false })]
  const hall = await hallOf(rosa, sam, stock)
  sam.sendRaw(cursorAt(7, 1, 1))
  await hall.deliver(rosa, stock)
  hall.room.setQuiet("sam", true)
  await hall.deliver(rosa, stock)
  expect([rosa.others.all(), stockView(stock).size]).toEqual([[], 0])
  sam.sendRaw(cursorAt(7, 2, 2))
  await hall.deliver(rosa, stock)
  expect([rosa.others.all(), stockView(stock).size]).toEqual([[], 0])
  hall.room.setQuiet("sam", false)
  sam.sendRaw(cursorAt(7, 3, 3))
  await hall.deliver(rosa, stock)
  expect(rosa.others.all()).toEqual([{ clientId: 7, seat: "sam", clock: 3, cursor: 3 }])
})
