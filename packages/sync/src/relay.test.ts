import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { Connection } from "./connection.ts"
import { Relay } from "./relay.ts"
import { FakeClock } from "./testing/index.ts"
import { decodeFrame } from "./wire.ts"

const MB = 1024 * 1024

function hall(count: number) {
  const clock = new FakeClock()
  const phones = Array.from({ length: count }, () => ({ sent: [] as Uint8Array[], queued: 0, closed: null as string | null }))
  const connections = phones.map(
    (phone) =>
      new Connection("rosa", true, {
        send: (frame) => void phone.sent.push(frame),
        close: (reason) => void (phone.closed = reason),
        queuedBytes: () => phone.queued,
      }),
  )
  const relay = new Relay({ connections: new Set(connections), now: clock.now, later: clock.later })
  const doc = new Y.Doc()
  doc.on("update", (update: Uint8Array) => relay.add(update))
  return { clock, phones, relay, write: (word: string) => doc.getText("text").insert(doc.getText("text").length, word) }
}

function wordsOf(frames: Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const bytes of frames) {
    const frame = decodeFrame(bytes)
    if (frame.type === "update") Y.applyUpdate(doc, frame.update)
  }
  return doc.getText("text").toJSON()
}

describe("the relay", () => {
  test("sends at once after silence, then one frame a tick, the same bytes to all", async () => {
    const { clock, phones, write } = hall(300)
    write("a")
    expect(phones[0]?.sent.length).toBe(1)
    for (const letter of "bcdefgh") write(letter)
    expect(phones[0]?.sent.length).toBe(1)
    await clock.pass(60)
    expect(phones[0]?.sent.length).toBe(2)
    expect(phones.every(({ sent }) => sent[1] === phones[0]?.sent[1])).toBe(true)
    expect(wordsOf(phones[299]?.sent ?? [])).toBe("abcdefgh")
    await clock.pass(1000)
    write("i")
    expect(phones[0]?.sent.length).toBe(3)
  })

  test("what waits goes out when it is told to stop waiting", () => {
    const { phones, relay, write } = hall(2)
    write("a")
    write("b")
    relay.flush()
    expect(wordsOf(phones[1]?.sent ?? [])).toBe("ab")
  })

  test("a phone for which 8 MiB wait is told to come back, and the others hear as before", () => {
    const { phones, write } = hall(3)
    Object.assign(phones[1] ?? {}, { queued: 8 * MB + 1 })
    write("a")
    expect(phones.map(({ sent, closed }) => [sent.length, closed])).toEqual([
      [1, null],
      [0, "try-later"],
      [1, null],
    ])
  })
})
