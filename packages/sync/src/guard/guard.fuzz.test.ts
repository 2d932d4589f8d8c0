// Mutated and honest frames against the guard. FUZZ_RUNS and FUZZ_SEED scale and repeat; a failure prints the seed.
import { expect, test } from "vitest"
import * as Y from "yjs"
import { checkUpdate } from "./guard.ts"

const RUNS = Number(process.env.FUZZ_RUNS ?? 20_000)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
const schema = { isAllowedRoot: (name: string) => name === "notes" || name === "text", textLimit: 20_000 }

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function edit(doc: Y.Doc, random: () => number): void {
  const text = doc.getText("text")
  const notes = doc.getMap<unknown>("notes")
  const pick = Math.floor(random() * 6)
  if (pick === 0) text.insert(Math.floor(random() * (text.length + 1)), "word ".repeat(1 + Math.floor(random() * 3)))
  else if (pick === 1 && text.length > 2) text.delete(Math.floor(random() * (text.length - 1)), 1)
  else if (pick === 2)
    notes.set(`n${Math.floor(random() * 5)}`, new Y.Map(Object.entries({ kind: "need", text: new Y.Text("hello"), rank: "a0" })))
  else if (pick === 3) notes.set(`v${Math.floor(random() * 5)}`, { likely: 3, effect: -1 })
  else if (pick === 4) notes.delete(`n${Math.floor(random() * 5)}`)
  else doc.transact(() => text.format(0, Math.min(2, text.length), { bold: random() > 0.5 ? true : null }))
}

/** Honest frames of three phones that all hear the server, as it stood when each was sent. */
function corpus(random: () => number): { base: Uint8Array; update: Uint8Array }[] {
  const server = new Y.Doc()
  const phones = [0, 1, 2].map(() => new Y.Doc())
  const frames: { base: Uint8Array; update: Uint8Array }[] = []
  for (const phone of phones)
    phone.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "server") return
      frames.push({ base: Y.encodeStateAsUpdate(server), update })
      Y.applyUpdate(server, update)
    })
  for (let i = 0; i < 200; i++) {
    const phone = phones[Math.floor(random() * phones.length)] as Y.Doc
    if (random() < 0.3) Y.applyUpdate(phone, Y.encodeStateAsUpdate(server), "server")
    edit(phone, random)
  }
  return frames
}

const owners = { ownerOf: () => undefined }

test("honest frames are never refused", () => {
  const random = randomFrom(SEED)
  for (const { base, update } of [...corpus(random), ...corpus(random), ...corpus(random)]) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, base)
    expect(checkUpdate(doc, update, "rosa", owners, schema).type, `FUZZ_SEED=${SEED}`).toBe("ok")
  }
})

test(`${RUNS} mutated frames: what the guard lets through applies whole`, () => {
  const random = randomFrom(SEED)
  const frames = corpus(random)
  let passed = 0
  for (let run = 0; run < RUNS; run++) {
    const { base, update } = frames[run % frames.length] as (typeof frames)[number]
    const mutated = mutate(update, random)
    const doc = new Y.Doc()
    doc.getText("text")
    doc.getMap("notes")
    Y.applyUpdate(doc, base)
    const verdict = checkUpdate(doc, mutated, "rosa", owners, schema)
    if (verdict.type !== "ok") continue
    passed += 1
    expect(() => Y.applyUpdate(doc, verdict.update), `FUZZ_SEED=${SEED} run ${run}: ${Buffer.from(mutated).toString("hex")}`).not.toThrow()
    expect(doc.store.pendingStructs, `FUZZ_SEED=${SEED} run ${run}: ${Buffer.from(mutated).toString("hex")}`).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
  }
  expect(passed).toBeGreaterThan(0)
})

function mutate(update: Uint8Array, random: () => number): Uint8Array {
  const bytes = [...update]
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
    const at = Math.floor(random() * bytes.length)
    const pick = random()
    if (pick < 0.5) bytes[at] = Math.floor(random() * 256)
    else if (pick < 0.7) bytes.splice(at, 1)
    else if (pick < 0.9) bytes.splice(at, 0, Math.floor(random() * 256))
    else bytes.length = at
  }
  return Uint8Array.from(bytes)
}
