import { expect, test } from "vitest"
import * as Y from "yjs"
import { digestOf } from "./digest.ts"
import { randomFrom } from "./testing/index.ts"

test("docs that heard the same in another order, in other pieces, have one digest", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomFrom(seed)
    const author = new Y.Doc()
    const updates: Uint8Array[] = []
    author.on("update", (update: Uint8Array) => updates.push(update))
    for (let i = 0; i < 60; i++) {
      const text = author.getText("text")
      const dice = random.below(5)
      if (dice < 2) text.insert(random.below(text.length + 1), "abc")
      else if (dice === 2 && text.length > 2) text.delete(random.below(text.length - 1), 2)
      else if (dice === 3) author.getMap("notes").set(`n${random.below(4)}`, new Y.Map([["text", new Y.Text("words")]]))
      else author.getMap("notes").delete(`n${random.below(4)}`)
    }
    const whole = new Y.Doc()
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(author))
    const bit = new Y.Doc()
    for (const update of updates.toSorted(() => random.next() - 0.5)) Y.applyUpdate(bit, update)
    expect(digestOf(whole)).toBe(digestOf(author))
    expect(digestOf(bit)).toBe(digestOf(author))
  }
})

test("one character, one deletion, one key or one order that differs is another digest", () => {
  const digests = new Set<string>()
  const doc = new Y.Doc()
  doc.clientID = 1
  const note = (): void => void digests.add(digestOf(doc))
  note()
  doc.getText("text").insert(0, "ab")
  note()
  doc.getText("text").delete(0, 1)
  note()
  doc.getMap("notes").set("n", 1)
  note()
  doc.getMap("notes").delete("n")
  note()
  doc.getMap("notes").set("m", new Y.Text("inside"))
  note()
  expect(digests.size).toBe(6)
})
