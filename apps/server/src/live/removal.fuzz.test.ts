// People write as fast as they can, by socket and by HTTP, while they are removed one after the other: nothing of theirs is stored after
// their removal is (X7), their line is closed within a second, and everybody else's words go on. FUZZ_REMOVALS and FUZZ_SEED scale and repeat.
import * as encoding from "lib0/encoding"
import { writeUpdate } from "y-protocols/sync"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { openSqlite, type Store } from "@evenboard/storage"
import { randomFrom, sizeOf, type Random } from "@evenboard/sync/testing"
import { wordsOf } from "../words.ts"
import type { Live, Visit } from "../deps.ts"
import { createLive } from "./live.ts"

const REMOVALS = sizeOf("FUZZ_REMOVALS")
const SEED = sizeOf("FUZZ_SEED")
/** Of one workshop. Two more stay. */
const LEAVING = 10
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** The order in which the store finished: what was kept of somebody after they were removed is late. */
class Watch {
  readonly removed = new Set<string>()
  late = 0
  rows = 0
  ofOthers = 0
  readonly store: Store

  constructor(store: Store) {
    const seen = {
      commit: async (...args: Parameters<Store["commit"]>) => {
        const committed = await store.commit(...args)
        const seats = [...args[1].heads, ...args[1].ledger].map(({ seat }) => seat)
        this.rows += 1
        if (seats.some((seat) => this.removed.has(seat))) this.late += 1
        else if (this.removed.size > 0) this.ofOthers += 1
        return committed
      },
      putDraft: async (...args: Parameters<Store["putDraft"]>) => {
        await store.putDraft(...args)
        if (this.removed.has(args[1].seat) && !args[1].keptBack) this.late += 1
      },
      removeSeat: async (...args: Parameters<Store["removeSeat"]>) => {
        await store.removeSeat(...args)
        this.removed.add(args[1])
      },
    }
    this.store = new Proxy(store, {
      get: (target, name) => (name in seen ? seen[name as keyof typeof seen] : (Reflect.get(target, name) as unknown)),
    })
  }
}

class Flooding {
  readonly doc = new Y.Doc()
  readonly seat: string
  closedAt = 0
  #visit: Visit | null = null

  constructor(seat: string) {
    this.seat = seat
  }

  async come(live: Live, id: string): Promise<void> {
    this.doc.on("update", (update: Uint8Array) => {
      this.#visit?.receive(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, 0)
          writeUpdate(encoder, update)
        }),
      )
    })
    // A hostile phone: it hears that it is closed and sends on; the socket would not let it, so the room must not either.
    const wire = { send: () => undefined, close: () => void (this.closedAt ||= performance.now()), queuedBytes: () => 0 }
    this.#visit = await live.visit(id, this.seat, true, wire)
  }

  write(n: number): void {
    const note = { kind: "need", canvas: "needs", themeId: null, rank: "a0", text: new Y.Text("words") }
    this.doc.getMap("notes").set(`n${this.seat}${n}`, new Y.Map<unknown>(Object.entries(note)))
  }
}

async function workshop(store: Store, id: string, seats: readonly string[]): Promise<void> {
  const row = { id, joinHash: `j${id}`, joinGeneration: 1, joinCode: null, organiserHash: `o${id}`, language: "en", createdAt: 1 }
  const stages = [{ kind: "needs", prompt: "", minutes: 20 }] as const
  await store.createWorkshop({ ...row, endedAt: null, keepUntil: 9e15, rehearsalOf: null }, [
    { seq: 1, at: 1, by: "server", type: "opened", title: "T", purpose: "", language: "en", groups: [], stages: [...stages] },
    { seq: 2, at: 1, by: "server", type: "round-started", roundId: "round001", kind: "alone", stage: "needs", question: "" },
  ])
  for (const seat of seats) {
    const more = {
      credit: "name" as const,
      quotable: true,
      group: null,
      table: null,
      language: "en",
      device: true,
      createdAt: 1,
      returnHash: null,
    }
    await store.createSeat({ id: seat, workshopId: id, name: seat, ...more }, null, 0)
  }
}

type Told = { rows: number; late: number; ofOthers: number; slowest: number }

async function removeAll(inner: Store, id: string, random: Random): Promise<Told> {
  const watch = new Watch(inner)
  const seats = Array.from({ length: LEAVING + 2 }, (_, i) => `${id}s${i}`)
  await workshop(watch.store, id, seats)
  const live = createLive({ store: watch.store, log: silent, now: Date.now, words: wordsOf })
  const phones = seats.map((seat) => new Flooding(seat))
  await Promise.all(phones.map((phone) => phone.come(live, id)))
  let n = 0
  const flood = async (rounds: number): Promise<void> => {
    for (let i = 0; i < rounds; i++) {
      for (const phone of phones) if (random.chance(0.5)) phone.write((n += 1))
      const seat = phones[random.below(phones.length)]?.seat ?? ""
      if (random.chance(0.3)) void live.addNote(id, seat, { text: "late", kind: "need", canvas: "needs" }).catch(() => undefined)
      if (random.chance(0.3)) void live.putDraft(id, seat, `draft${(n += 1)}`, { text: "late", kind: "need" }).catch(() => undefined)
      await tick()
    }
  }
  let slowest = 0
  for (const phone of phones.slice(0, LEAVING)) {
    await flood(random.below(4))
    const from = performance.now()
    const removing = live.safe(id).then((safe) => safe.remove(phone.seat))
    await flood(random.below(3))
    expect(await removing).toEqual({ ok: true, value: null })
    slowest = Math.max(slowest, phone.closedAt - from)
    expect(phone.closedAt, "closed when it is done").toBeGreaterThan(0)
  }
  await flood(5)
  await live.close()
  return { rows: watch.rows, late: watch.late, ofOthers: watch.ofOthers, slowest }
}

test(`${REMOVALS} people removed while they write: nothing of theirs is stored after, and the others' words are`, async () => {
  const random = randomFrom(SEED)
  const store = await openSqlite(":memory:")
  const sums = { rows: 0, ofOthers: 0, slowest: 0 }
  for (let run = 0; run * LEAVING < REMOVALS; run++) {
    const told = await removeAll(store, `workshop${run}`, random)
    expect(told.late, `FUZZ_SEED=${SEED} FUZZ_REMOVALS=${(run + 1) * LEAVING} pnpm fuzz removal`).toBe(0)
    sums.rows += told.rows
    sums.ofOthers += told.ofOthers
    sums.slowest = Math.max(sums.slowest, told.slowest)
  }
  expect(sums.ofOthers).toBeGreaterThan(REMOVALS / 10)
  expect(sums.slowest).toBeLessThan(1000)
  await store.close()
  process.stdout.write(
    `= removals: seed ${SEED}, ${REMOVALS} people removed in the middle of ${sums.rows} commits, 0 rows after, all closed within ${sums.slowest.toFixed(0)} ms\n`,
  )
})
