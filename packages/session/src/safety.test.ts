import type { Intent } from "@evenboard/api"
import { expect, test } from "vitest"
import type { Actor } from "./events.ts"
import type { Moment, Ruling } from "./moment.ts"
import { emptySession, fold } from "./reduce.ts"
import { actorOf, rule } from "./rules.ts"
import type { Session } from "./state.ts"

type Asked = Intent extends infer I ? (I extends Intent ? Omit<I, "id"> : never) : never
const NOTE = "note0001"
const refused = (reason: string) => ({ ok: false, reason })

/** Four people, two of one group, one who named none. The proposer is remembered as a server would. */
class Room {
  session: Session = emptySession
  proposer: string | null = null
  newcomers: readonly string[] = []
  groups: Record<string, string | null> = { host: null, rosa: "Residents", tom: "residents ", ana: "Staff", kim: null }

  constructor() {
    this.#write("server", { type: "host-changed", from: null, to: "host", how: "first" })
  }
  #write(by: Actor, ...bodies: Extract<Ruling, { ok: true }>["events"]): void {
    this.session = fold(
      this.session,
      bodies.map((body, i) => ({ seq: this.session.seq + 1 + i, at: 5, by, ...body })),
    )
  }
  ask(seat: string, asked: Asked): Ruling {
    const intent = { id: "intent-1", ...asked }
    const ruling = rule(this.session, { seat }, intent, this.moment())
    if (!ruling.ok) return ruling
    if (ruling.events.some(({ type }) => type === "hide-proposed")) this.proposer = seat
    this.#write(actorOf({ seat }, intent), ...ruling.events)
    return ruling
  }
  hide = (seat: string): Ruling => this.ask(seat, { type: "hide-note", noteId: NOTE, reason: "It names a child." })
  propose = (seat: string): Ruling => this.ask(seat, { type: "propose-hide", noteId: NOTE, reason: "It names a child." })
  confirm = (seat: string): Ruling => this.ask(seat, { type: "confirm-hide", noteId: NOTE })
  get isHidden(): boolean {
    return this.session.hidden.has(NOTE)
  }
  moment(): Moment {
    const group = (seat: string): string | null => this.groups[seat]?.trim().toLowerCase() ?? null
    return {
      now: 5,
      here: new Set(Object.keys(this.groups)),
      hostGoneSince: null,
      isSeat: (id) => id in this.groups,
      hasDevice: () => true,
      noteOf: (id) => (id === NOTE ? { number: 12, kind: "need", canvas: "needs" } : null),
      proposerOf: () => this.proposer,
      cameSince: (seat) => this.newcomers.includes(seat),
      isSameGroup: (a, b) => group(a) !== null && group(a) === group(b),
      tableOf: () => null,
      toShow: 0,
      isAgreement: () => true,
      openNotes: () => 0,
      newId: () => "id000001",
    }
  }
}

test("a host takes a note out of sight alone; two participants of different groups do together, and the first reason stands", () => {
  const byHost = new Room()
  byHost.hide("host")
  expect(byHost.isHidden).toBe(true)
  for (const second of ["ana", "kim"]) {
    const room = new Room()
    room.propose("rosa")
    expect([room.isHidden, room.session.proposals.get(NOTE)?.reason]).toEqual([false, "It names a child."])
    room.confirm(second)
    expect([room.isHidden, room.session.proposals.size]).toEqual([true, 0])
    expect(room.session.hidden.get(NOTE)?.reason).toBe("It names a child.")
  }
})

test("proposing what another proposed is agreeing with it", () => {
  const room = new Room()
  room.propose("rosa")
  room.propose("rosa")
  expect(room.isHidden).toBe(false)
  room.propose("ana")
  expect(room.isHidden).toBe(true)
})

test("the same person, somebody of the same group and somebody unknown all hear the same: one more person must agree", () => {
  const room = new Room()
  room.propose("rosa")
  expect([room.confirm("rosa"), room.confirm("tom"), room.propose("tom")]).toEqual(Array(3).fill(refused("one-more")))
  room.proposer = null
  expect(room.confirm("ana")).toEqual(refused("one-more"))
  expect(room.isHidden).toBe(false)
})

test("whoever came after it was proposed is not the second: one person in two browsers would be two", () => {
  const room = new Room()
  room.propose("rosa")
  room.newcomers = ["ana"]
  expect([room.confirm("ana"), room.propose("ana")]).toEqual(Array(2).fill(refused("one-more")))
  room.confirm("kim")
  expect(room.isHidden).toBe(true)
})

test("the proposer or the host lets it stay; nobody else does", () => {
  for (const [seat, isGone] of [
    ["rosa", true],
    ["host", true],
    ["ana", false],
  ] as const) {
    const room = new Room()
    room.propose("rosa")
    room.ask(seat, { type: "drop-hide", noteId: NOTE })
    expect([seat, room.session.proposals.size === 0]).toEqual([seat, isGone])
  }
})

test("no event of two participants, and no ask for help, names anybody", () => {
  const intents: Asked[] = [
    { type: "propose-hide", noteId: NOTE, reason: "r" },
    { type: "confirm-hide", noteId: NOTE },
    { type: "drop-hide", noteId: NOTE },
    { type: "ask-help", what: "time" },
  ]
  for (const intent of intents) expect(actorOf({ seat: "rosa" }, { id: "intent-1", ...intent })).toBe("server")
  expect(actorOf({ seat: "host" }, { id: "intent-1", type: "hide-note", noteId: NOTE, reason: "r" })).toEqual({
    seat: "host",
  })
})

test("a paused room takes no hands and worries, and still hides, helps and goes on", () => {
  const room = new Room()
  room.ask("host", { type: "pause" })
  expect(room.session.paused).toBe(true)
  expect(room.ask("rosa", { type: "raise-hand", agreementId: "agree001", stance: "for" })).toEqual(refused("paused"))
  expect(room.ask("host", { type: "ask-reveal" })).toEqual(refused("paused"))
  expect(room.ask("rosa", { type: "ask-help", what: "explain" }).ok).toBe(true)
  room.propose("rosa")
  room.confirm("ana")
  expect(room.isHidden).toBe(true)
  expect(room.ask("rosa", { type: "resume" })).toEqual(refused("not-host"))
  room.ask("host", { type: "resume" })
  expect(room.session.paused).toBe(false)
})

test("only who hosts asks whether there is anyone we have not heard; the question is over with the step", () => {
  const room = new Room()
  expect(room.ask("rosa", { type: "ask-quiet" })).toEqual(refused("not-host"))
  expect(room.session.quietAskedAt).toBe(null)
  expect(room.ask("host", { type: "ask-quiet" }).ok).toBe(true)
  expect(room.session.quietAskedAt).not.toBe(null)
  room.session = fold(room.session, [{ seq: room.session.seq + 1, at: 9, by: "server", type: "stage-moved", to: "options" }])
  expect(room.session.quietAskedAt).toBe(null)
})

test("a room remembers the last few asks for help, and begins each step without any", () => {
  const room = new Room()
  for (const word of ["SLA", "CCG", "KPI", "PPI", "DPIA", "EQIA"]) room.ask("rosa", { type: "ask-help", what: "word", word })
  expect(room.session.helps.map(({ word }) => word)).toEqual(["CCG", "KPI", "PPI", "DPIA", "EQIA"])
  room.session = fold(room.session, [{ seq: room.session.seq + 1, at: 9, by: "server", type: "stage-moved", to: "options" }])
  expect(room.session.helps).toEqual([])
})
