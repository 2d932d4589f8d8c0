// When a log becomes a snapshot, and what still counts as its tail then.
import { expect, test } from "vitest"
import { Hall, Phone } from "./testing/index.ts"

/** Notes whose log is long enough to be worth a snapshot. */
const sayLong = (phone: Phone, name: string): void => {
  for (let note = 0; note < 7; note++) phone.doc.getMap("notes").set(`${name}${note}`, "a".repeat(10_000))
}

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
