// Phones write as fast as they can while their workshop ends, or is deleted: nothing they send is stored after the ending is (X7), and
// each phone is told, or its line closed, within a second. FUZZ_ENDINGS and FUZZ_SEED scale and repeat.
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import { writeUpdate } from "y-protocols/sync"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { openSqlite, type Store } from "@evenboard/storage"
import { randomFrom, sizeOf, type Random } from "@evenboard/sync/testing"
import { wordsOf } from "../words.ts"
import type { Live, Visit } from "../deps.ts"
import { createLive } from "./live.ts"

const ENDINGS = sizeOf("FUZZ_ENDINGS")
const SEED = sizeOf("FUZZ_SEED")
const PHONES = 3
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** The order in which the store finished: what was kept after the end is late. */
class Watch {
  hasEnded = false
  late = 0
  rows = 0
  readonly store: Store

  constructor(store: Store) {
    this.store = new Proxy(store, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as unknown
        if (name === "commit")
          return async (...args: Parameters<Store["commit"]>) => {
            const committed = await target.commit(...args)
            this.rows += 1
            if (this.hasEnded) this.late += 1
            return committed
          }
        if (name === "appendEvents")
          return async (...args: Parameters<Store["appendEvents"]>) => {
            const kept = await target.appendEvents(...args)
            if (args[1].some(({ type }) => type === "ended")) this.hasEnded = true
            return kept
          }
        if (name === "deleteWorkshop")
          return async (id: string) => {
            await target.deleteWorkshop(id)
            this.hasEnded = true
          }
        return method
      },
    })
  }
}

class Flooding {
  readonly doc = new Y.Doc()
  nackedAt = 0
  closedAt = 0
  #visit: Visit | null = null

  async come(live: Live, id: string, seat: string): Promise<void> {
    this.doc.on("update", (update: Uint8Array) => {
      this.#visit?.receive(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, 0)
          writeUpdate(encoder, update)
        }),
      )
    })
    this.#visit = await live.visit(id, seat, true, {
      send: (frame) => {
        if (decoding.readVarUint(decoding.createDecoder(frame)) === 121) this.nackedAt ||= performance.now()
      },
      close: () => {
        this.closedAt ||= performance.now()
        this.leave()
      },
      queuedBytes: () => 0,
    })
  }

  leave(): void {
    const visit = this.#visit
    this.#visit = null
    visit?.leave()
  }

  write(n: number): void {
    this.doc
      .getMap("notes")
      .set(`n${n}`, new Y.Map(Object.entries({ kind: "need", canvas: "needs", rank: "a0", text: new Y.Text("words") })))
  }
}

async function workshop(store: Store, id: string): Promise<void> {
  const row = { id, joinHash: `j${id}`, joinGeneration: 1, joinCode: null, organiserHash: `o${id}`, language: "en", createdAt: 1 }
  const stages = [{ kind: "needs", prompt: "", minutes: 20 }] as const
  await store.createWorkshop({ ...row, endedAt: null, keepUntil: 9e15, rehearsalOf: null }, [
    { seq: 1, at: 1, by: "server", type: "opened", title: "T", purpose: "", language: "en", groups: [], stages: [...stages] },
  ])
  for (let i = 0; i < PHONES; i++) {
    const seat = {
      name: `s${i}`,
      credit: "name" as const,
      quotable: true,
      group: null,
      table: null,
      language: "en",
      device: true,
      createdAt: 1,
      returnHash: null,
    }
    await store.createSeat({ id: `s${i}`, workshopId: id, ...seat }, null, 0)
  }
}

type Told = { rows: number; late: number; slowest: number }

/** One workshop that ends while everybody writes. */
async function endOne(inner: Store, id: string, random: Random, how: "ended" | "deleted"): Promise<Told> {
  const watch = new Watch(inner)
  await workshop(watch.store, id)
  const live = createLive({ store: watch.store, log: silent, now: Date.now, words: wordsOf })
  const phones = Array.from({ length: PHONES }, () => new Flooding())
  await Promise.all(phones.map((phone, i) => phone.come(live, id, `s${i}`)))
  let n = 0
  const flood = async (rounds: number): Promise<void> => {
    for (let i = 0; i < rounds; i++) {
      for (const phone of phones) if (random.chance(0.7)) phone.write((n += 1))
      if (random.chance(0.2)) void live.addNote(id, "s0", { text: "late", kind: "need", canvas: "needs" }).catch(() => undefined)
      await tick()
    }
  }
  await flood(5 + random.below(25))
  const from = performance.now()
  const ending = how === "ended" ? live.record(id, "organiser", { type: "ended" }) : live.drop(id, () => watch.store.deleteWorkshop(id))
  await flood(5)
  await ending
  const back = new Flooding()
  if (how === "deleted") await back.come(live, id, "s1").catch(() => undefined)
  for (let round = 0; round < 50 && phones.some((phone) => !phone.nackedAt && !phone.closedAt); round++) {
    for (const phone of phones) phone.write((n += 1))
    back.write((n += 1))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const told = phones.map(({ nackedAt, closedAt }) => Math.max(0, (nackedAt || closedAt || Infinity) - from))
  await live.close()
  if (how === "deleted") await expect(inner.loadDoc(id), id).rejects.toThrow("no such board")
  return { rows: watch.rows, late: watch.late, slowest: Math.max(...told) }
}

test(`${ENDINGS} workshops that end while phones write: nothing is stored after, and everybody is told`, async () => {
  const random = randomFrom(SEED)
  const store = await openSqlite(":memory:")
  const sums = { rows: 0, late: 0, slowest: 0 }
  for (let run = 0; run < ENDINGS; run++) {
    const how = run % 4 === 3 ? "deleted" : "ended"
    const { rows, late, slowest } = await endOne(store, `workshop${run}`, random, how)
    expect(late, `FUZZ_SEED=${SEED} FUZZ_ENDINGS=${run + 1} pnpm fuzz ending: ${how}`).toBe(0)
    sums.rows += rows
    sums.slowest = Math.max(sums.slowest, slowest)
  }
  expect(sums.rows).toBeGreaterThan(ENDINGS)
  expect(sums.slowest).toBeLessThan(1000)
  await store.close()
  process.stdout.write(
    `= endings: seed ${SEED}, ${ENDINGS} workshops ended or deleted in the middle of ${sums.rows} commits, 0 rows after, all told within ${sums.slowest.toFixed(0)} ms\n`,
  )
})
