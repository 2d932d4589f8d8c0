// What every store must do, as tests: SQLite runs them, and any later store runs the same.
import { describe, expect, test } from "vitest"
import type { Commit, Fact, LedgerRow } from "@evenboard/sync"
import type { SessionEvent } from "@evenboard/session"
import type { AccessNeedRow, DraftRow, SeatRow, Store, WorkshopRow } from "../store.ts"

const workshop = (id: string, change: Partial<WorkshopRow> = {}): WorkshopRow => ({
  id,
  joinHash: `join-${id}`,
  joinGeneration: 1,
  joinCode: null,
  organiserHash: `organiser-${id}`,
  language: "en",
  createdAt: 1000,
  endedAt: null,
  keepUntil: 5000,
  rehearsalOf: null,
  ...change,
})
const seat = (id: string, workshopId = "w1"): Omit<SeatRow, "guest"> => ({
  id,
  workshopId,
  name: "Rosa",
  credit: "name",
  quotable: true,
  group: null,
  table: "2",
  language: "en",
  device: true,
  createdAt: 1000,
  returnHash: null,
})
const fact = (noteId: string, number: number, change: Partial<Fact> = {}): Fact => ({
  noteId,
  number,
  author: "rosa",
  scribe: null,
  firstWording: "first",
  settled: false,
  changes: 0,
  changedBy: null,
  changedAt: 1,
  ...change,
})
const commit = (afterSeq: number, change: Partial<Commit> = {}): Commit => ({
  afterSeq,
  update: new Uint8Array([afterSeq, 1, 2]),
  heads: [],
  ledger: [],
  facts: [],
  at: 2000,
  ...change,
})
const row = (change: Partial<LedgerRow> = {}): Omit<LedgerRow, "id" | "seq"> => ({
  seat: "rosa",
  at: 2000,
  kind: "words-changed",
  run: "words-changed",
  target: "n1",
  chars: 3,
  before: '"a"',
  after: '"b"',
  ...change,
})
const draft = (id: string, change: Partial<DraftRow> = {}): DraftRow => ({
  id,
  seat: "rosa",
  roundId: "r1",
  kind: "need",
  text: "for nobody yet",
  forWhom: null,
  keptBack: false,
  writtenAt: 3,
  ...change,
})
const event = (seq: number): SessionEvent => ({ seq, at: 1000 + seq, by: "server", type: "door-opened" })

/** `open` gives an empty store; `reopen` closes it and gives what another process would find, or null where that makes no sense. */
export function storeContract(name: string, open: () => Promise<{ store: Store; reopen: (() => Promise<Store>) | null }>): void {
  describe(`the store contract: ${name}`, () => {
    async function opened(): Promise<Store> {
      const { store } = await open()
      await store.createWorkshop(workshop("w1"), [event(1)])
      return store
    }

    test("a workshop is found by id, join hash and door code, and changed", async () => {
      const store = await opened()
      expect(await store.workshop("w1")).toEqual(workshop("w1"))
      expect((await store.workshopByJoinHash("join-w1"))?.id).toBe("w1")
      await store.updateWorkshop("w1", { joinCode: "123456", endedAt: 7 })
      expect((await store.workshopByJoinCode("123456"))?.endedAt).toBe(7)
      await store.updateWorkshop("w1", { joinCode: null })
      expect(await store.workshopByJoinCode("123456")).toBeNull()
      expect(await store.workshop("nobody")).toBeNull()
    })

    test("a workshop's rehearsals are found by it, and by nothing else, until they are deleted", async () => {
      const store = await opened()
      await store.createWorkshop(workshop("w2", { rehearsalOf: "w1" }), [event(1)])
      await store.createWorkshop(workshop("w3"), [event(1)])
      expect((await store.rehearsalsOf("w1")).map(({ id }) => id)).toEqual(["w2"])
      expect([await store.rehearsalsOf("w2"), await store.rehearsalsOf("w3")]).toEqual([[], []])
      await store.deleteWorkshop("w2")
      expect(await store.rehearsalsOf("w1")).toEqual([])
      expect((await store.workshop("w1"))?.rehearsalOf).toBeNull()
    })

    test("two open doors never share a code, and the refused one changes nothing", async () => {
      const store = await opened()
      await store.createWorkshop(workshop("w2", { joinCode: "111111" }), [event(1)])
      await expect(store.updateWorkshop("w1", { joinCode: "111111" })).rejects.toThrow()
      expect((await store.workshop("w1"))?.joinCode).toBeNull()
    })

    test("deleting a workshop leaves nothing of it, and others alone", async () => {
      const store = await opened()
      await store.createWorkshop(workshop("w2"), [event(1)])
      await store.createSeat(seat("rosa"), "hash", 2)
      await store.commit("w1", commit(0, { facts: [fact("n1", 1)], ledger: [row()] }))
      await store.deleteWorkshop("w1")
      expect(await store.workshop("w1")).toBeNull()
      expect(await store.seats("w1")).toEqual([])
      expect(await store.facts("w1")).toEqual([])
      expect(await store.ledger("w1")).toEqual([])
      expect(await store.events("w1")).toEqual([])
      expect((await store.workshop("w2"))?.id).toBe("w2")
    })

    test("workshops whose time has come are listed for the purge", async () => {
      const store = await opened()
      await store.createWorkshop(workshop("w2", { keepUntil: 9000 }), [event(1)])
      expect(await store.workshopsToPurge(5000)).toEqual(["w1"])
    })

    test("seats are numbered as they come, found by any of their keys, and changed by part", async () => {
      const store = await opened()
      const first = await store.createSeat(seat("rosa"), "k1", 16)
      const second = await store.createSeat(seat("sam"), null, 0)
      expect([first.seat.guest, second.seat.guest]).toEqual([1, 2])
      expect(first.clientIds?.count).toBe(16)
      expect(second.clientIds).toBeNull()
      const words = first.seat.returnHash
      expect(await store.addSeatKey("w1", "rosa", "k0", "other words")).toBe(false)
      expect(await store.seatByKeyHash("w1", "k0")).toBeNull()
      expect(await store.addSeatKey("w1", "rosa", "k2", words)).toBe(true)
      expect((await store.seatByKeyHash("w1", "k2"))?.id).toBe("rosa")
      expect(await store.seatByKeyHash("w2", "k2")).toBeNull()
      await store.updateSeat("w1", "rosa", { credit: "initials", quotable: false, table: null, group: "staff" })
      expect(await store.seat("w1", "rosa")).toEqual({ ...first.seat, credit: "initials", quotable: false, table: null, group: "staff" })
    })

    test("leased client ids belong to their seat and never meet", async () => {
      const store = await opened()
      await store.createSeat(seat("rosa"), null, 0)
      const leases = await Promise.all(Array.from({ length: 20 }, () => store.leaseClientIds("w1", "rosa", 16)))
      const ids = leases.flatMap(({ from, count }) => Array.from({ length: count }, (_, i) => from + i))
      expect(new Set(ids).size).toBe(320)
      const heads = await store.clientHeads("w1")
      expect(heads.every((head) => head.seat === "rosa" && head.clock === 0)).toBe(true)
      expect(heads.length).toBe(320)
    })

    test("each seat has its own client ids, leased or bound by use", async () => {
      const store = await opened()
      await store.createSeat(seat("rosa"), null, 2)
      await store.createSeat(seat("sam"), null, 3)
      await store.commit("w1", commit(0, { heads: [{ clientId: 7, seat: "sam", from: 0, to: 5 }] }))
      const [rosa, sam] = [await store.clientHeads("w1", "rosa"), await store.clientHeads("w1", "sam")]
      expect([rosa.length, sam.length, (await store.clientHeads("w1")).length]).toEqual([2, 4, 6])
      expect(sam.every((head) => head.seat === "sam")).toBe(true)
      expect(sam.find((head) => head.clientId === 7)?.clock).toBe(5)
    })

    test("commits follow each other; one that was overtaken changes nothing", async () => {
      const store = await opened()
      expect(await store.commit("w1", commit(0, { facts: [fact("n1", 1)] }))).toEqual({ seq: 1 })
      await expect(store.commit("w1", commit(0, { facts: [fact("n2", 2)] }))).rejects.toThrow("another commit")
      const doc = await store.loadDoc("w1")
      expect(doc.seq).toBe(1)
      expect(doc.updates.map((update) => [...update])).toEqual([[0, 1, 2]])
      expect((await store.facts("w1")).map((one) => one.noteId)).toEqual(["n1"])
    })

    test("commits that arrive together stand or fall each by itself", async () => {
      const store = await opened()
      await store.createWorkshop(workshop("w2"), [event(1)])
      const outcomes = await Promise.allSettled([
        store.commit("w1", commit(0, { facts: [fact("n1", 1)] })),
        store.commit("w2", commit(7, { facts: [fact("n1", 1)] })),
        store.commit("w2", commit(0, { facts: [fact("n2", 1)] })),
        store.commit("w1", commit(1, { facts: [fact("n3", 2)] })),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"])
      expect((await store.facts("w1")).map((one) => one.noteId)).toEqual(["n1", "n3"])
      expect((await store.facts("w2")).map((one) => one.noteId)).toEqual(["n2"])
      expect((await store.loadDoc("w1")).seq).toBe(2)
    })

    test("a client id moves only from where it stands and only for its seat", async () => {
      const store = await opened()
      await store.commit("w1", commit(0, { heads: [{ clientId: 7, seat: "rosa", from: 0, to: 5 }] }))
      await expect(store.commit("w1", commit(1, { heads: [{ clientId: 7, seat: "sam", from: 5, to: 6 }] }))).rejects.toThrow()
      await expect(store.commit("w1", commit(1, { heads: [{ clientId: 7, seat: "rosa", from: 4, to: 6 }] }))).rejects.toThrow()
      await store.commit("w1", commit(1, { heads: [{ clientId: 7, seat: "rosa", from: 5, to: 6 }] }))
      expect(await store.clientHeads("w1")).toEqual([{ clientId: 7, seat: "rosa", clock: 6 }])
    })

    test("a note keeps its number whatever is written later, and no two share one", async () => {
      const store = await opened()
      await store.commit("w1", commit(0, { facts: [fact("n1", 1)] }))
      await store.commit("w1", commit(1, { facts: [fact("n1", 9, { changes: 3 })] }))
      expect(await store.facts("w1")).toEqual([fact("n1", 1, { changes: 3 })])
      await expect(store.commit("w1", commit(2, { facts: [fact("n2", 1)] }))).rejects.toThrow()
    })

    test("typing is one row of the ledger until somebody rests or somebody else begins", async () => {
      const store = await opened()
      await store.commit("w1", commit(0, { ledger: [row({ before: '"a"', after: '"ab"', at: 1000 })] }))
      await store.commit("w1", commit(1, { ledger: [row({ before: '"ab"', after: '"abc"', at: 2000 })] }))
      await store.commit("w1", commit(2, { ledger: [row({ before: '"abc"', after: '"abcd"', at: 40_000 })] }))
      await store.commit("w1", commit(3, { ledger: [row({ seat: "sam", before: '"abcd"', after: '"x"', at: 41_000 })] }))
      const rows = await store.ledger("w1", { target: "n1" })
      expect(rows.map(({ seat, before, after, chars }) => [seat, before, after, chars])).toEqual([
        ["sam", '"abcd"', '"x"', 3],
        ["rosa", '"abc"', '"abcd"', 3],
        ["rosa", '"a"', '"abc"', 6],
      ])
    })

    test("the ledger comes in pages, newest first", async () => {
      const store = await opened()
      await store.commit("w1", commit(0, { ledger: Array.from({ length: 5 }, (_, i) => row({ run: null, target: `n${i}` })) }))
      const first = await store.ledger("w1", { limit: 2 })
      expect(first.map((one) => one.target)).toEqual(["n4", "n3"])
      expect((await store.ledger("w1", { limit: 9, before: first[1]?.id ?? 0 })).map((one) => one.target)).toEqual(["n2", "n1", "n0"])
      await store.commit("w1", commit(1, { ledger: [row({ run: null, target: "late", at: 90_000 })] }))
      expect((await store.ledger("w1", { limit: 2, until: 89_999 })).map((one) => one.target)).toEqual(["n4", "n3"])
      expect((await store.ledger("w1", { limit: 1, until: 90_000 })).map((one) => one.target)).toEqual(["late"])
    })

    test("compaction keeps the board and lets go of what it holds; forgetting clears wordings", async () => {
      const store = await opened()
      await store.commit("w1", commit(0, { facts: [fact("n1", 1)], ledger: [row()] }))
      await store.commit("w1", commit(1))
      await store.compact("w1", 1, new Uint8Array([42]), ["n1"])
      expect(await store.loadDoc("w1")).toEqual({ snapshot: new Uint8Array([42]), updates: [new Uint8Array([1, 1, 2])], seq: 2 })
      expect((await store.facts("w1"))[0]?.firstWording).toBe("")
      expect((await store.ledger("w1"))[0]).toMatchObject({ kind: "words-changed", before: null, after: null })
    })

    test("session events are written once an intent, in order and without gaps", async () => {
      const store = await opened()
      expect(await store.appendEvents("w1", [event(2)], "intent-1")).toBe(true)
      expect(await store.appendEvents("w1", [event(3)], "intent-1")).toBe(false)
      await expect(store.appendEvents("w1", [event(4)], "intent-2")).rejects.toThrow()
      expect(await store.appendEvents("w1", [event(3)], "intent-2")).toBe(true)
      expect((await store.events("w1")).map((one) => one.seq)).toEqual([1, 2, 3])
    })

    test("who said it can be put right", async () => {
      const store = await opened()
      await store.commit("w1", commit(0, { facts: [fact("n1", 1)] }))
      await store.setAuthor("w1", "n1", "ana", "rosa")
      expect((await store.facts("w1"))[0]).toMatchObject({ author: "ana", scribe: "rosa" })
    })

    test("what was taken out of sight is kept until it is forgotten", async () => {
      const store = await opened()
      await store.hideNote("w1", { noteId: "n1", content: "{}", hiddenAt: 3 })
      expect(await store.hiddenNote("w1", "n1")).toEqual({ noteId: "n1", content: "{}", hiddenAt: 3 })
      await store.forgetHidden("w1", "n1")
      expect(await store.hiddenNote("w1", "n1")).toBeNull()
    })

    test("a removed seat has no key and takes part in no commit until it is back", async () => {
      const store = await opened()
      await store.createSeat(seat("rosa"), "k1", 2)
      await store.removeSeat("w1", "rosa", 5)
      expect([await store.seatByKeyHash("w1", "k1"), await store.removedByKeyHash("w1", "k1")]).toEqual([null, "rosa"])
      expect(await store.timesErased("w1", "rosa")).toBeNull()
      expect([await store.removedSeats("w1"), (await store.seat("w1", "rosa"))?.id]).toEqual([["rosa"], "rosa"])
      const late = commit(0, { heads: [{ clientId: 7, seat: "rosa", from: 0, to: 5 }] })
      await expect(store.commit("w1", late)).rejects.toThrow("removed")
      expect((await store.loadDoc("w1")).updates).toEqual([])
      await store.removeSeat("w1", "rosa", null)
      expect([(await store.seatByKeyHash("w1", "k1"))?.id, await store.removedByKeyHash("w1", "k1")]).toEqual(["rosa", null])
      expect(await store.commit("w1", late)).toEqual({ seq: 1 })
    })

    test("who wants to be quiet is remembered", async () => {
      const store = await opened()
      await store.createSeat(seat("rosa"), null, 0)
      await store.setQuiet("w1", "rosa", true)
      await store.setQuiet("w1", "rosa", true)
      expect(await store.quietSeats("w1")).toEqual(["rosa"])
      await store.setQuiet("w1", "rosa", false)
      expect(await store.quietSeats("w1")).toEqual([])
    })

    test("who goes along with what is kept for one wording, until they say otherwise or are gone", async () => {
      const store = await opened()
      for (const id of ["rosa", "sam"]) await store.createSeat(seat(id), null, 0)
      const row = { pledgeId: "p1", seat: "rosa", wording: "h1" }
      await store.setGoesAlong("w1", row, true)
      await store.setGoesAlong("w1", { ...row, wording: "h2" }, true)
      await store.setGoesAlong("w1", { ...row, seat: "sam" }, true)
      expect(await store.goesAlong("w1")).toEqual([
        { ...row, wording: "h2" },
        { ...row, seat: "sam" },
      ])
      await store.setGoesAlong("w1", row, false)
      expect(await store.goesAlong("w1")).toEqual([{ ...row, seat: "sam" }])
      const nothing = { ledger: [], facts: [], hidden: [], pledges: [], events: [] }
      await store.forgetWords("w1", { ...nothing, seat: "sam" })
      expect(await store.goesAlong("w1")).toEqual([])
      await store.setGoesAlong("w1", row, true)
      await store.forgetWords("w1", { ...nothing, seat: "sam", pledges: ["p1"] })
      expect(await store.goesAlong("w1")).toEqual([])
    })

    test("what was said privately is kept, taken back, forgotten in time, and goes with its workshop", async () => {
      const store = await opened()
      const concern = { id: "c1", seat: "rosa", hearer: "sam", isNamed: true, words: "He shouts", at: 10, readAt: null }
      await store.putConcern("w1", concern)
      await store.putConcern("w1", { ...concern, readAt: 12 })
      await store.putConcern("w1", { ...concern, id: "c2", hearer: null, isNamed: false, at: 20 })
      await store.putAsk("w1", { kind: "back", noteId: "n1", seat: "rosa", words: "It is true", at: 10 })
      await store.putAsk("w1", { kind: "hide", noteId: "n1", seat: "sam", words: "", at: 20 })
      await store.hideNote("w1", { noteId: "n1", content: "{}", hiddenAt: 10 })
      expect((await store.concerns("w1")).map(({ id, hearer, isNamed, readAt }) => [id, hearer, isNamed, readAt])).toEqual([
        ["c1", "sam", true, 12],
        ["c2", null, false, null],
      ])
      expect([(await store.asks("w1")).length, (await store.hiddenNotes("w1")).length]).toEqual([2, 1])
      expect([(await store.forgetPrivateBefore(15)) > 0, await store.forgetPrivateBefore(15)]).toEqual([true, 0])
      expect([(await store.concerns("w1")).map(({ id }) => id), (await store.asks("w1")).map(({ kind }) => kind)]).toEqual([
        ["c2"],
        ["hide"],
      ])
      expect(await store.hiddenNotes("w1")).toEqual([])
      await store.deleteConcern("w1", "c2")
      await store.deleteAsk("w1", "hide", "n1")
      expect([await store.concerns("w1"), await store.asks("w1")]).toEqual([[], []])
      await store.putConcern("w1", concern)
      await store.deleteWorkshop("w1")
      expect(await store.concerns("w1")).toEqual([])
    })

    test("what people need is kept until its own date, which only comes nearer; it goes with its contact, its person and its workshop", async () => {
      const store = await opened()
      const need = (id: string, change: Partial<AccessNeedRow> = {}): AccessNeedRow => ({
        id,
        seat: null,
        keyHash: `key-${id}`,
        words: "a ramp",
        language: "BSL",
        supporter: true,
        reach: "",
        at: 10,
        deleteAt: 40,
        ...change,
      })
      expect(await store.accessContact("w1")).toBeNull()
      const ana = { name: "Ana", reach: "desk", deleteAt: 50 }
      expect(await store.setAccessContact("w1", ana, "hash-a")).toBe(true)
      expect(await store.accessContact("w1")).toEqual({ ...ana, keyHash: "hash-a", readAt: null })
      await store.putAccessNeed("w1", need("a"))
      await store.putAccessNeed("w1", need("a", { words: "two ramps" }))
      await store.putAccessNeed("w1", need("b", { seat: "rosa", keyHash: null, at: 11, deleteAt: 50 }))
      expect(await store.accessNeeds("w1")).toEqual([
        need("a", { words: "two ramps" }),
        need("b", { seat: "rosa", keyHash: null, at: 11, deleteAt: 50 }),
      ])
      await store.setAccessContact("w1", { name: "Ben", reach: "desk", deleteAt: 45 }, "hash-b")
      expect((await store.accessNeeds("w1")).map(({ deleteAt }) => deleteAt)).toEqual([40, 45])
      expect([await store.forgetAccess(39), await store.forgetAccess(40)]).toEqual([0, 1])
      expect((await store.accessNeeds("w1")).map(({ id }) => id)).toEqual(["b"])
      await store.createSeat(seat("rosa"), null, 0)
      await store.beginErasure("w1", { id: "e1", seat: "rosa", words: false, at: 20, doneAt: null }, null)
      expect(await store.accessNeeds("w1")).toEqual([])
      await store.putAccessNeed("w1", need("c"))
      await store.deleteAccessNeed("w1", "c")
      expect(await store.accessNeeds("w1")).toEqual([])
      await store.putAccessNeed("w1", need("d"))
      await store.forgetAccessContact("w1")
      expect([await store.accessContact("w1"), await store.accessNeeds("w1")]).toEqual([null, []])
      await store.setAccessContact("w1", ana, "hash-a")
      await store.putAccessNeed("w1", need("e"))
      await store.deleteWorkshop("w1")
      expect([await store.accessContact("w1"), await store.accessNeeds("w1")]).toEqual([null, []])
    })

    test("the contact's link is theirs while the name stays, another name has another, and only the newest reads", async () => {
      const store = await opened()
      const ana = { name: "Ana", reach: "desk", deleteAt: 50 }
      await store.setAccessContact("w1", ana, "first")
      expect([await store.accessRead("w1", "first", 7), await store.accessRead("w1", "other", 8)]).toEqual([true, false])
      expect(await store.setAccessContact("w1", { ...ana, reach: "phone" }, "unused")).toBe(false)
      expect(await store.accessContact("w1")).toEqual({ ...ana, reach: "phone", keyHash: "first", readAt: 7 })
      await store.renewAccessLink("w1", "second")
      expect([await store.accessRead("w1", "first", 9), await store.accessRead("w1", "unused", 9)]).toEqual([false, false])
      expect(await store.accessContact("w1")).toMatchObject({ keyHash: "second", readAt: 7 })
      expect(await store.setAccessContact("w1", { ...ana, name: "Ben" }, "third")).toBe(true)
      expect(await store.accessContact("w1")).toMatchObject({ name: "Ben", keyHash: "third", readAt: null })
      expect(await store.accessRead("w1", "second", 10)).toBe(false)
    })

    test("who may write for whom is remembered until it is taken back, or either of the two is erased", async () => {
      const store = await opened()
      for (const id of ["rosa", "sam", "kim"]) await store.createSeat(seat(id), null, 0)
      await store.setSupporter("w1", { seat: "rosa", supporter: "sam" }, true)
      await store.setSupporter("w1", { seat: "rosa", supporter: "sam" }, true)
      await store.setSupporter("w1", { seat: "kim", supporter: "sam" }, true)
      await store.setSupporter("w1", { seat: "rosa", supporter: "kim" }, true)
      await store.setSupporter("w1", { seat: "kim", supporter: "sam" }, false)
      expect(await store.supporters("w1")).toEqual([
        { seat: "rosa", supporter: "kim" },
        { seat: "rosa", supporter: "sam" },
      ])
      await store.beginErasure("w1", { id: "e1", seat: "sam", words: false, at: 20, doneAt: null }, null)
      expect(await store.supporters("w1")).toEqual([{ seat: "rosa", supporter: "kim" }])
      await store.beginErasure("w1", { id: "e2", seat: "rosa", words: false, at: 20, doneAt: null }, null)
      expect(await store.supporters("w1")).toEqual([])
    })

    test("what was written alone is kept, written anew, and thrown away by id", async () => {
      const store = await opened()
      await store.putDraft("w1", draft("d1"))
      await store.putDraft("w1", draft("d2", { writtenAt: 4, keptBack: true, forWhom: '{"name":"Tom"}' }))
      await store.putDraft("w1", draft("d1", { text: "in other words" }))
      expect(await store.drafts("w1")).toEqual([
        draft("d1", { text: "in other words" }),
        draft("d2", { writtenAt: 4, keptBack: true, forWhom: '{"name":"Tom"}' }),
      ])
      await store.deleteDrafts("w1", ["d1", "nothing", "d1"])
      expect((await store.drafts("w1")).map(({ id }) => id)).toEqual(["d2"])
    })

    test("drafts are their workshop's, and go with it", async () => {
      const store = await opened()
      await store.createWorkshop(workshop("w2"), [event(1)])
      await store.putDraft("w1", draft("d1"))
      await store.putDraft("w2", draft("d1", { text: "elsewhere" }))
      await store.deleteDrafts("w2", [])
      expect((await store.drafts("w2"))[0]?.text).toBe("elsewhere")
      await store.deleteWorkshop("w1")
      expect(await store.drafts("w1")).toEqual([])
      expect((await store.drafts("w2")).length).toBe(1)
      await expect(store.putDraft("w1", draft("d2"))).rejects.toThrow()
    })

    test("a person who is erased has no name, and no key but the one kept; the wish stands until it is done", async () => {
      const { store } = await open()
      await store.createWorkshop(workshop("w1"), [event(1)])
      await store.createSeat({ ...seat("rosa"), group: "Staff", returnHash: "three" }, "phone", 0)
      await store.addSeatKey("w1", "rosa", "tablet", "three")
      const wish = { id: "e1", seat: "rosa", words: true, at: 9, doneAt: null }
      await store.beginErasure("w1", wish, "phone")
      const erased = { id: "rosa", name: "", credit: "none", group: null, table: null, returnHash: null }
      expect([await store.timesErased("w1", "rosa"), await store.timesErased("w1", "nobody")]).toEqual([1, null])
      expect(await store.seatByKeyHash("w1", "phone")).toMatchObject(erased)
      expect(await store.seatByKeyHash("w1", "tablet")).toBeNull()
      expect(await store.erasuresToFinish("w1")).toEqual([wish])
      await store.finishErasure("w1", "e1", 10)
      expect(await store.erasuresToFinish("w1")).toEqual([])
    })

    test("words about somebody are rewritten everywhere or, where a row has gone on meanwhile, nowhere; the wish then holds none", async () => {
      const { store } = await open()
      await store.createWorkshop(workshop("w1"), [event(1), event(2)])
      const first = event(2)
      await store.putDraft("w1", draft("d1"))
      await store.hideNote("w1", { noteId: "n9", content: "old", hiddenAt: 1 })
      const wish = { id: "m1", seat: null, words: "Sam", except: ["n2"], places: 2, at: 9 }
      await store.beginMention("w1", wish)
      await store.beginMention("w1", wish)
      expect(await store.mentionsToFinish("w1")).toEqual([wish])
      const told = { ...first, at: 99 }
      const rewritten = {
        facts: [],
        hidden: [{ noteId: "n9", content: "new" }],
        drafts: [{ id: "d1", text: "in other words" }],
        events: [told],
      }
      const gone = { id: 7, was: { before: null, after: "x" }, before: null, after: "y" }
      expect(await store.rewriteWords("w1", "m1", { ...rewritten, ledger: [gone] })).toBe(false)
      expect([(await store.hiddenNote("w1", "n9"))?.content, await store.mentionsToFinish("w1")]).toEqual(["old", [wish]])
      expect(await store.rewriteWords("w1", "m1", { ...rewritten, ledger: [] })).toBe(true)
      expect((await store.hiddenNote("w1", "n9"))?.content).toBe("new")
      expect((await store.drafts("w1"))[0]?.text).toBe("in other words")
      expect((await store.events("w1"))[1]).toEqual(told)
      expect(await store.mentionsToFinish("w1")).toEqual([{ ...wish, words: null }])
      await store.finishMention("w1", "m1")
      expect(await store.mentionsToFinish("w1")).toEqual([])
    })

    test("words are forgotten just where they are named, and events are told otherwise", async () => {
      const { store } = await open()
      await store.createWorkshop(workshop("w1"), [event(1), event(2)])
      const facts = [fact("n1", 1), fact("n2", 2)]
      await store.commit("w1", commit(0, { facts, ledger: [row(), row({ target: "n2" })] }))
      await store.hideNote("w1", { noteId: "n1", content: "{}", hiddenAt: 3 })
      const [ledgerId = 0] = (await store.ledger("w1", { target: "n1" })).map(({ id }) => id)
      const retold: SessionEvent = { ...event(2), type: "door-shut" }
      await store.forgetWords("w1", { seat: "rosa", ledger: [ledgerId], facts: ["n1"], hidden: ["n1"], pledges: [], events: [retold] })
      expect((await store.ledger("w1")).map(({ target, before, after }) => [target, before, after])).toEqual([
        ["n2", '"a"', '"b"'],
        ["n1", null, null],
      ])
      expect((await store.facts("w1")).map(({ firstWording }) => firstWording)).toEqual(["", "first"])
      expect(await store.hiddenNote("w1", "n1")).toBeNull()
      expect(await store.events("w1")).toEqual([event(1), retold])
    })

    test("going over all that is kept, part by part, changes nothing that was not deleted", async () => {
      const { store } = await open()
      await store.createWorkshop(workshop("w1"), [event(1)])
      await store.createSeat(seat("rosa"), null, 0)
      for (let at: number | null = 0; at !== null;) at = await store.scrub(at)
      expect((await store.seats("w1")).length).toBe(1)
      expect(await store.healthy()).toBe(true)
    })

    test("a workshop made from an export begins with its board, seats and facts", async () => {
      const { store } = await open()
      const first = { update: new Uint8Array([7, 7]), seats: [{ ...seat("ana"), guest: 4 }], facts: [fact("n9", 12)] }
      await store.createWorkshop(workshop("w1"), [event(1), event(2)], first)
      expect((await store.loadDoc("w1")).snapshot).toEqual(new Uint8Array([7, 7]))
      expect((await store.seats("w1"))[0]?.guest).toBe(4)
      expect((await store.createSeat(seat("next"), null, 0)).seat.guest).toBe(5)
      expect((await store.facts("w1"))[0]?.number).toBe(12)
    })

    test("everything is there for the next process", async () => {
      const { store, reopen } = await open()
      if (!reopen) return
      await store.createWorkshop(workshop("w1"), [event(1)])
      await store.commit("w1", commit(0, { facts: [fact("n1", 1)], ledger: [row()] }))
      await store.putDraft("w1", draft("d1"))
      const again = await reopen()
      expect(await again.drafts("w1")).toEqual([draft("d1")])
      expect((await again.loadDoc("w1")).seq).toBe(1)
      expect(await again.facts("w1")).toEqual([fact("n1", 1)])
      expect(await again.healthy()).toBe(true)
      await again.close()
    })
  })
}
