// Frames altered in their bytes and in their structure, against the guard alone: what it lets through applies whole, with nothing left
// pending, and none takes over 50 ms. FUZZ_RUNS and FUZZ_SEED scale and repeat; a failure prints the seed.
import { expect, test } from "vitest"
import * as Y from "yjs"
import { honestEdit, mutateBytes, mutateStructure, PLAIN_SCHEMA, randomFrom, sizeOf, type Random } from "../testing/index.ts"
import { bestTime, FRAME_MS, msOf } from "../testing/timing.ts"
import { checkUpdate, type Verdict } from "./guard.ts"

const RUNS = sizeOf("FUZZ_RUNS")
const SEED = sizeOf("FUZZ_SEED")
const owners = { ownerOf: () => undefined }

type Sent = { base: Uint8Array; update: Uint8Array }

/** Honest frames of three phones that all hear the server, as it stood when each was sent. */
function corpus(random: Random): Sent[] {
  const server = new Y.Doc()
  const phones = [0, 1, 2].map(() => new Y.Doc())
  const frames: Sent[] = []
  for (const [index, phone] of phones.entries()) {
    phone.clientID = 1000 + index
    phone.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "server") return
      frames.push({ base: Y.encodeStateAsUpdate(server), update })
      Y.applyUpdate(server, update)
    })
  }
  for (let i = 0; i < 200; i++) {
    const phone = random.pick(phones)
    if (random.chance(0.3)) Y.applyUpdate(phone, Y.encodeStateAsUpdate(server), "server")
    honestEdit(phone, random)
  }
  return frames
}

function docOf(base: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  doc.getText("text")
  doc.getMap("notes")
  Y.applyUpdate(doc, base)
  return doc
}

function take(doc: Y.Doc, frame: Uint8Array): { verdict: Verdict; ms: number } {
  let verdict: Verdict = { type: "gap" }
  const ms = msOf(() => {
    verdict = checkUpdate(doc, frame, "rosa", owners, PLAIN_SCHEMA)
    if (verdict.type === "ok") Y.applyUpdate(doc, verdict.update)
  })
  return { verdict, ms }
}

test("honest frames are never refused", () => {
  const random = randomFrom(SEED)
  for (const { base, update } of [...corpus(random), ...corpus(random), ...corpus(random)])
    expect(take(docOf(base), update).verdict.type, `FUZZ_SEED=${SEED}`).toBe("ok")
})

test(`${RUNS} altered frames: what the guard lets through applies whole, none takes over ${FRAME_MS} ms`, () => {
  const random = randomFrom(SEED)
  let frames: Sent[] = []
  const counts = new Map<string, number>()
  let slowest = 0
  for (let run = 0; run < RUNS; run++) {
    if (run % 20_000 === 0) frames = corpus(random)
    const { base, update } = random.pick(frames)
    const ids = [1000, 1001, 1002]
    const altered = random.chance(0.3) ? mutateBytes(update, random) : mutateStructure(update, random, ids)
    const doc = docOf(base)
    const message = (): string => `FUZZ_SEED=${SEED} run ${run}: ${Buffer.from(altered.subarray(0, 2000)).toString("hex")}`
    let taken: ReturnType<typeof take>
    try {
      taken = take(doc, altered)
    } catch (error) {
      throw new Error(message(), { cause: error })
    }
    const best = bestTime(taken.ms, () => take(docOf(base), altered).ms)
    slowest = Math.max(slowest, best)
    if (best > FRAME_MS) expect.fail(`${best} ms, ${message()}`)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) expect.fail(`pending, ${message()}`)
    counts.set(taken.verdict.type, (counts.get(taken.verdict.type) ?? 0) + 1)
  }
  expect(counts.get("ok") ?? 0).toBeGreaterThan(RUNS / 50)
  const told = [...counts].map(([type, count]) => `${count} ${type}`).join(", ")
  process.stdout.write(
    `= guard: seed ${SEED}, ${RUNS} altered frames (${told}), 0 threw, 0 half applied, 0 pending, slowest ${slowest.toFixed(1)} ms\n`,
  )
})
