// Forged frames of every class, against a room with an honest victim. FUZZ_FORGED and FUZZ_SEED scale and repeat.
//   append, squat, GC, overlap, mixed     structs under the victim's ids, alone or beside honest ones
//   bomb, deep, proto, root, circle       frames that cost, poison or hang
//   presence                              the victim's id claimed by awareness
import * as encoding from "lib0/encoding"
import { writeUpdate } from "y-protocols/sync"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { Hall, Phone, randomFrom, sizeOf, type Random } from "./testing/index.ts"

const FORGED = sizeOf("FUZZ_FORGED")
const SEED = sizeOf("FUZZ_SEED")

type Forger = (server: Y.Doc, victim: number, random: Random) => Uint8Array

const bytes = (...numbers: number[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const n of numbers) encoding.writeVarUint(encoder, n)
  })

/** The server's board with words added under `clientId`, as an update since `since`. */
function writtenAs(server: Y.Doc, clientId: number, since = Y.encodeStateVector(server)): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  doc.clientID = clientId
  doc.getText("text").insert(0, "FORGED")
  return Y.encodeStateAsUpdate(doc, since)
}

const CLASSES: Record<string, Forger> = {
  append: (server, victim) => writtenAs(server, victim),
  "squat far ahead": (server, victim, random) =>
    bytes(1, 1, victim, Y.getState(server.store, victim) + random.below(50), 0, 1 + random.below(1000), 0),
  "gc in the next place": (server, victim, random) =>
    bytes(1, 1, victim, Y.getState(server.store, victim), 0, 1 + random.below(100_000), 0),
  "gc that begins in what is known": (server, victim) => bytes(1, 1, victim, 0, 0, Y.getState(server.store, victim) + 10, 0),
  "skip, then gc": (server, victim) => bytes(1, 2, victim, Y.getState(server.store, victim), 10, 3, 0, 5, 0),
  "beside honest words": (server, victim, random) => {
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(server))
    own.clientID = 9_000_000 + random.below(1_000_000)
    own.getText("text").insert(0, "honest")
    return Y.mergeUpdates([Y.encodeStateAsUpdate(own, Y.encodeStateVector(server)), writtenAs(server, victim)])
  },
  "the whole board, rewritten": (_server, victim) => writtenAs(new Y.Doc(), victim, new Uint8Array([0])),
  bomb: (_server, _victim, random) => bytes(1, 1_000_000 + random.below(30_000_000), 1 + random.below(9), 0),
  "clients without end": () => bytes(90_000_000, 1, 1),
  deep: () => {
    const doc = new Y.Doc()
    doc.getMap("notes").set("n", JSON.parse("[".repeat(200) + "]".repeat(200)))
    return Y.encodeStateAsUpdate(doc)
  },
  proto: () => {
    const doc = new Y.Doc()
    doc.getMap("notes").set("n", JSON.parse('{"__proto__":{"isHost":true}}'))
    return Y.encodeStateAsUpdate(doc)
  },
  root: () => {
    const doc = new Y.Doc()
    doc.getMap("elsewhere").set("n", 1)
    return Y.encodeStateAsUpdate(doc)
  },
  circle: (_server, _victim, random) => {
    const id = 50_000_000 + random.below(1_000_000)
    return bytes(1, 1, id, 0, 128 | 4, id, 0, 1, 120, 0)
  },
}

test(`${FORGED} forged frames: not one foreign struct, nothing hanging, the victim goes on writing`, async () => {
  const random = randomFrom(SEED)
  const hall = await Hall.open(() => random.next())
  const victim = new Phone("victim", { clientId: 424_242 })
  victim.leased = [424_242, 424_243]
  victim.join(hall.room)
  await hall.deliver(victim)
  const names = Object.keys(CLASSES)
  let written = ""
  for (let run = 0; run < FORGED; run++) {
    const name = names[run % names.length] ?? ""
    if (run % 50 === 0) {
      victim.doc.getText("text").insert(0, "v")
      written = `v${written}`
      await hall.deliver(victim)
    }
    const before = Y.getState(hall.room.doc.store, 424_242)
    const target = random.chance(0.9) ? 424_242 : 424_243
    const mallory = new Phone("mallory")
    mallory.join(hall.room)
    const forged = CLASSES[name]?.(hall.room.doc, target, random) ?? new Uint8Array()
    mallory.send((encoder) => writeUpdate(encoder, forged))
    await hall.clock.pass(10)
    mallory.cut()
    const message = `FUZZ_SEED=${SEED} run ${run} ${name}`
    expect(Y.getState(hall.room.doc.store, 424_242), message).toBe(before)
    expect(Y.getState(hall.room.doc.store, 424_243), message).toBe(0)
    expect(hall.room.doc.store.pendingStructs, message).toBeNull()
  }
  victim.doc.getText("text").insert(0, "still heard ")
  await hall.deliver(victim)
  const stored = (await hall.stored()).getText("text").toJSON()
  expect(stored).not.toContain("FORGED")
  expect(stored).toContain("still heard ")
  expect(stored.replaceAll(/[^v]/g, "")).toBe(written)
  expect(({} as { isHost?: boolean }).isHost).toBeUndefined()
  process.stdout.write(
    `= forged: seed ${SEED}, ${FORGED} forged frames of ${names.length} classes, 0 foreign structs accepted, 0 pending\n`,
  )
})
