import type { Intent, Stage } from "@evenboard/api"
import { describe, expect, test } from "vitest"
import type { Actor, SessionEventBody } from "./events.ts"
import { HOST_GONE_MS, type Moment, type Ruling } from "./moment.ts"
import { emptySession, fold } from "./reduce.ts"
import { mayGuide, MOST_OPENED, rule } from "./rules.ts"
import type { Session } from "./state.ts"

const MINUTE = 60_000
const START = 1_000_000
const stages: Stage[] = [
  { kind: "arrive", prompt: "Say hello", minutes: 10 },
  { kind: "needs", prompt: "What matters?", minutes: 30 },
]
const host = { seat: "host" }
const guest = { seat: "guest" }

/** A room whose time, people and log a test moves by hand. */
class Room {
  session: Session = emptySession
  now = START
  here = new Set(["host", "guest", "third"])
  hostGoneSince: number | null = null
  tables: Record<string, string> = {}

  constructor(...events: SessionEventBody[]) {
    this.write("server", { type: "opened", title: "Mornings", purpose: "", language: "en", groups: [], stages })
    this.write("server", { type: "host-changed", from: null, to: "host", how: "first" })
    this.write("server", ...events)
  }
  write(by: Actor, ...bodies: SessionEventBody[]): void {
    const events = bodies.map((body, i) => ({ seq: this.session.seq + 1 + i, at: this.now, by, ...body }))
    this.session = fold(this.session, events)
  }
  ask(by: Actor, intent: Asked): Ruling {
    const ruling = rule(this.session, by, { id: "intent-1", ...intent }, this.moment())
    if (ruling.ok) this.write(by, ...ruling.events)
    return ruling
  }
  hostLeaves(): void {
    this.here.delete("host")
    this.hostGoneSince = this.now
  }
  wait(ms: number): void {
    this.now += ms
  }
  openNotes = 0
  moment(): Moment {
    return {
      now: this.now,
      here: this.here,
      hostGoneSince: this.hostGoneSince,
      isSeat: (id) => ["host", "guest", "third", "no-phone"].includes(id),
      hasDevice: (id) => id !== "no-phone",
      noteOf: (id) => (id === "note0001" ? { number: 12, kind: "need", canvas: "needs" } : null),
      tableOf: (seat) => this.tables[seat] ?? null,
      proposerOf: () => null,
      cameSince: () => false,
      isSameGroup: () => false,
      toShow: 7,
      isAgreement: (id) => id === "agree001",
      openNotes: () => this.openNotes,
      newId: () => "worry001",
    }
  }
}
type Asked = Intent extends infer I ? (I extends Intent ? Omit<I, "id"> : never) : never

const refused = (reason: string) => ({ ok: false, reason })
const accepted = (...events: object[]) => ({ ok: true, events })

const guiding: Asked[] = [
  { type: "move-stage", to: "needs" },
  { type: "start-timer", minutes: 5 },
  { type: "lengthen-timer", minutes: 5 },
  { type: "stop-timer" },
  { type: "edit-plan", title: "Evenings" },
  { type: "open-door" },
  { type: "shut-door" },
  { type: "hide-note", noteId: "note0001", reason: "It names a child." },
  { type: "restore-note", noteId: "note0001" },
  { type: "pause" },
  { type: "resume" },
  { type: "pass-host", to: "guest" },
  { type: "agree-design", is: true },
  { type: "start-round", kind: "alone", stage: "needs", question: "What matters?" },
]
const anyone: Asked[] = [
  { type: "ask-to-host" },
  { type: "confirm-host", seatId: "guest" },
  { type: "raise-hand", agreementId: "agree001", stance: "for" },
  { type: "count-hands", agreementId: "agree001", for: 3, worried: 1 },
  { type: "say-worry", agreementId: "agree001", words: "Who pays?" },
  { type: "withdraw-worry", worryId: "worry001" },
  { type: "open-seat", name: "Rosa" },
  { type: "written-for", noteId: "note0001", for: { name: "Rosa" } },
  { type: "ask-reveal" },
  { type: "put-off-reveal" },
  { type: "confirm-reveal", roundId: "round001" },
]

describe("who may do what", () => {
  test.each(guiding)("only host and organiser may $type", (intent) => {
    expect(new Room().ask(guest, intent)).toEqual(refused("not-host"))
    expect(new Room().ask("server", intent)).toEqual(refused("not-host"))
    expect(new Room().ask(host, intent)).not.toEqual(refused("not-host"))
    expect(new Room().ask("organiser", intent)).not.toEqual(refused("not-host"))
  })
  test.each(anyone)("$type needs a seat of this workshop", (intent) => {
    expect(new Room().ask("organiser", intent)).toEqual(refused("not-allowed"))
    expect(new Room().ask({ seat: "stranger" }, intent)).toEqual(refused("not-allowed"))
    expect(new Room().ask(guest, intent)).not.toEqual(refused("not-allowed"))
  })
  test.each([...guiding, ...anyone])("after the end nobody may $type, the organiser included", (intent) => {
    for (const by of [host, guest, "organiser"] as const) expect(new Room({ type: "ended" }).ask(by, intent)).toEqual(refused("ended"))
  })
  test("host and organiser guide, others do not", () => {
    const { session } = new Room()
    expect([host, "organiser" as const, guest, "server" as const].map((by) => mayGuide(session, by))).toEqual([true, true, false, false])
    expect(mayGuide(emptySession, guest)).toBe(false)
  })
})

describe("stages and plan", () => {
  test("the host moves to a stage of the plan", () => {
    const room = new Room()
    expect(room.ask(host, { type: "move-stage", to: "needs" })).toEqual(accepted({ type: "stage-moved", to: "needs" }))
    expect(room.session.stage).toBe("needs")
  })
  test("a stage that the plan lacks is unknown", () => {
    expect(new Room().ask(host, { type: "move-stage", to: "agree" })).toEqual(refused("unknown-stage"))
    expect(new Room().ask(host, { type: "edit-plan", stage: { kind: "agree", minutes: 5 } })).toEqual(refused("unknown-stage"))
  })
  test("moving to where we are writes nothing", () => {
    expect(new Room().ask(host, { type: "move-stage", to: "arrive" })).toEqual(accepted())
  })
  test("an edit logs only what changed", () => {
    const edit: Asked = {
      type: "edit-plan",
      title: "Mornings",
      purpose: "The bus",
      stage: { kind: "needs", prompt: "What matters?", minutes: 40 },
    }
    const room = new Room()
    expect(room.ask(host, edit)).toEqual(accepted({ type: "plan-edited", purpose: "The bus", stage: { kind: "needs", minutes: 40 } }))
    expect(room.session.stages[1]).toEqual({ kind: "needs", prompt: "What matters?", minutes: 40 })
    expect(room.ask(host, edit)).toEqual(accepted())
  })
})

describe("timer", () => {
  test("starts for so many minutes from the server's now", () => {
    const room = new Room()
    room.ask(host, { type: "start-timer", minutes: 5 })
    expect(room.session.timer).toEqual({ endsAt: START + 5 * MINUTE, minutes: 5 })
  })
  test("cannot be lengthened when there is none", () => {
    expect(new Room().ask(host, { type: "lengthen-timer", minutes: 5 })).toEqual(refused("no-timer"))
  })
  test("lengthens from its end while it runs", () => {
    const room = new Room({ type: "timer-started", endsAt: START + 5 * MINUTE, minutes: 5 })
    room.wait(MINUTE)
    room.ask(host, { type: "lengthen-timer", minutes: 2 })
    expect(room.session.timer).toEqual({ endsAt: START + 7 * MINUTE, minutes: 7 })
  })
  test("at zero nothing closes, and two more minutes are two minutes from now", () => {
    const room = new Room({ type: "timer-started", endsAt: START + MINUTE, minutes: 1 })
    room.wait(10 * MINUTE)
    expect(room.session.timer).not.toBeNull()
    room.ask(host, { type: "lengthen-timer", minutes: 2 })
    expect(room.session.timer?.endsAt).toBe(START + 12 * MINUTE)
  })
  test("stopping one that does not run writes nothing", () => {
    expect(new Room().ask(host, { type: "stop-timer" })).toEqual(accepted())
  })
})

describe("door and hidden notes", () => {
  test("a door is shut once and opened once", () => {
    const room = new Room()
    expect(room.ask(host, { type: "open-door" })).toEqual(accepted())
    expect(room.ask(host, { type: "shut-door" })).toEqual(accepted({ type: "door-shut" }))
    expect(room.session.doorOpen).toBe(false)
    expect(room.ask("organiser", { type: "open-door" })).toEqual(accepted({ type: "door-opened" }))
  })
  test("a hidden note leaves its number and the reason", () => {
    const room = new Room()
    room.ask(host, { type: "hide-note", noteId: "note0001", reason: "It names a child." })
    expect(room.session.hidden.get("note0001")).toMatchObject({ number: 12, kind: "need", canvas: "needs", reason: "It names a child." })
    expect(room.ask(host, { type: "hide-note", noteId: "note0001", reason: "Again" })).toEqual(accepted())
    room.ask(host, { type: "restore-note", noteId: "note0001" })
    expect(room.session.hidden.size).toBe(0)
  })
  test("a note that is not there can be neither hidden nor restored", () => {
    expect(new Room().ask(host, { type: "hide-note", noteId: "note0002", reason: "Why" })).toEqual(refused("unknown-note"))
    expect(new Room().ask(host, { type: "restore-note", noteId: "note0001" })).toEqual(refused("unknown-note"))
  })
})

describe("hosting goes round", () => {
  test("the host passes it to any seat, and guides no more", () => {
    const room = new Room()
    expect(room.ask(host, { type: "pass-host", to: "guest" })).toEqual(
      accepted({ type: "host-changed", from: "host", to: "guest", how: "passed" }),
    )
    expect(room.ask(host, { type: "stop-timer" })).toEqual(refused("not-host"))
  })
  test("the organiser gives it to any seat", () => {
    expect(new Room().ask("organiser", { type: "pass-host", to: "third" })).toEqual(
      accepted({ type: "host-changed", from: "host", to: "third", how: "organiser" }),
    )
  })
  test("an unknown seat cannot host, and passing it to oneself writes nothing", () => {
    expect(new Room().ask(host, { type: "pass-host", to: "nobody" })).toEqual(refused("unknown-seat"))
    expect(new Room().ask(host, { type: "pass-host", to: "host" })).toEqual(accepted())
  })
  test("where nobody hosts, who asks hosts at once", () => {
    const room = new Room()
    room.session = { ...room.session, host: null }
    expect(room.ask(guest, { type: "ask-to-host" })).toEqual(accepted({ type: "host-changed", from: null, to: "guest", how: "first" }))
  })
  test("nobody takes over from a host who is here, or gone for less than a minute", () => {
    const room = new Room()
    expect(room.ask(guest, { type: "ask-to-host" })).toEqual(refused("host-is-here"))
    room.hostLeaves()
    room.wait(HOST_GONE_MS - 1)
    expect(room.ask(guest, { type: "ask-to-host" })).toEqual(refused("host-is-here"))
    room.wait(1)
    expect(room.ask(guest, { type: "ask-to-host" })).toEqual(accepted({ type: "host-asked", seat: "guest" }))
  })
  test("one more person's yes completes it, never the asker's own", () => {
    const room = askedRoom()
    expect(room.ask(guest, { type: "confirm-host", seatId: "guest" })).toEqual(refused("not-allowed"))
    expect(room.ask({ seat: "no-phone" }, { type: "confirm-host", seatId: "guest" })).toEqual(refused("not-allowed"))
    expect(room.ask({ seat: "third" }, { type: "confirm-host", seatId: "guest" })).toEqual(
      accepted({ type: "host-changed", from: "host", to: "guest", how: "taken-over", confirmedBy: "third" }),
    )
    expect(room.session).toMatchObject({ host: "guest", asking: null })
  })
  test("alone in the room one needs nobody's yes", () => {
    const room = new Room()
    room.here = new Set(["guest"])
    room.hostGoneSince = START
    room.wait(HOST_GONE_MS)
    expect(room.ask(guest, { type: "ask-to-host" })).toMatchObject({ ok: true, events: [{ how: "taken-over", to: "guest" }] })
  })
  test("asking twice says nothing new, and a later asker waits instead of the first", () => {
    const room = askedRoom()
    expect(room.ask(guest, { type: "ask-to-host" })).toEqual(accepted())
    room.ask({ seat: "third" }, { type: "ask-to-host" })
    expect(room.ask({ seat: "third" }, { type: "confirm-host", seatId: "guest" })).toEqual(refused("nobody-asked"))
    expect(room.ask(guest, { type: "confirm-host", seatId: "third" })).toMatchObject({ ok: true })
  })
  test("an ask lapses when the host is back, and stays lapsed when they leave again", () => {
    const room = askedRoom()
    room.hostGoneSince = null
    expect(room.ask({ seat: "third" }, { type: "confirm-host", seatId: "guest" })).toEqual(refused("host-is-here"))
    room.wait(1)
    room.hostLeaves()
    room.wait(HOST_GONE_MS)
    expect(room.ask({ seat: "third" }, { type: "confirm-host", seatId: "guest" })).toEqual(refused("nobody-asked"))
    expect(room.ask(guest, { type: "ask-to-host" })).toEqual(accepted({ type: "host-asked", seat: "guest" }))
  })
  test("there is nothing to confirm when nobody asked", () => {
    expect(new Room().ask({ seat: "third" }, { type: "confirm-host", seatId: "guest" })).toEqual(refused("nobody-asked"))
  })
})

function askedRoom(): Room {
  const room = new Room()
  room.hostLeaves()
  room.wait(HOST_GONE_MS)
  room.ask(guest, { type: "ask-to-host" })
  return room
}

describe("hands and worries", () => {
  const raise = (stance: "for" | "worried" | null): Asked => ({ type: "raise-hand", agreementId: "agree001", stance })
  const handsOf = (room: Room) => room.session.hands.get("agree001")

  test("a hand raised again replaces, null takes it down", () => {
    const room = new Room()
    room.ask(guest, raise("for"))
    room.ask(guest, raise("worried"))
    expect([...(handsOf(room)?.raised ?? [])]).toEqual([["guest", "worried"]])
    expect(room.ask(guest, raise("worried"))).toEqual(accepted())
    room.ask(guest, raise(null))
    expect(handsOf(room)?.raised.size).toBe(0)
    expect(room.ask(guest, raise(null))).toEqual(accepted())
  })
  test("a count stands beside the raised hands, and a new one replaces it", () => {
    const room = new Room()
    room.ask(guest, raise("for"))
    room.ask({ seat: "third" }, { type: "count-hands", agreementId: "agree001", for: 9, worried: 1 })
    expect(room.ask(guest, { type: "count-hands", agreementId: "agree001", for: 9, worried: 1 })).toEqual(accepted())
    room.ask(guest, { type: "count-hands", agreementId: "agree001", for: 8, worried: 2 })
    expect(handsOf(room)).toEqual({ raised: new Map([["guest", "for"]]), counted: { for: 8, worried: 2 } })
  })
  test("hands, counts and worries need an agreement that stands", () => {
    const agreementId = "agree002"
    for (const intent of [
      { type: "raise-hand", agreementId, stance: "for" },
      { type: "count-hands", agreementId, for: 1, worried: 0 },
      { type: "say-worry", agreementId, words: "Who pays?" },
    ] as const)
      expect(new Room().ask(guest, intent)).toEqual(refused("unknown-agreement"))
  })
  test("a worry is its speaker's; who typed it for them is named apart", () => {
    const room = new Room()
    room.ask(guest, { type: "say-worry", agreementId: "agree001", words: "Who pays?", for: { seatId: "no-phone" } })
    expect(room.session.worries).toMatchObject([{ id: "worry001", seat: "no-phone", scribe: "guest", words: "Who pays?" }])
    room.ask(guest, { type: "say-worry", agreementId: "agree001", words: "When?", for: { seatId: "guest" } })
    expect(room.session.worries.at(-1)).toMatchObject({ seat: "guest", scribe: null })
  })
  test("a worry for a seat unknown, or not yet made a seat, is refused", () => {
    for (const person of [{ seatId: "nobody" }, { name: "Rosa" }, { table: "2" }])
      expect(new Room().ask(guest, { type: "say-worry", agreementId: "agree001", words: "Who pays?", for: person })).toEqual(
        refused("unknown-seat"),
      )
  })
  test("nobody says a worry as somebody with a device of their own", () => {
    const said: Asked = { type: "say-worry", agreementId: "agree001", words: "Who pays?", for: { seatId: "third" } }
    expect(new Room().ask(guest, said)).toEqual(refused("own-phone"))
  })
  test("who typed a worry withdraws it no more once its speaker has a device", () => {
    const said = {
      type: "worry-said",
      worryId: "worry001",
      agreementId: "agree001",
      seat: "third",
      scribe: "guest",
      words: "Who pays?",
    } as const
    const withdraw: Asked = { type: "withdraw-worry", worryId: "worry001" }
    expect(new Room(said).ask(guest, withdraw)).toEqual(refused("not-allowed"))
    expect(new Room(said).ask({ seat: "third" }, withdraw)).toMatchObject({ ok: true })
  })
  test("speaker and scribe may withdraw a worry, nobody else", () => {
    const said: SessionEventBody = {
      type: "worry-said",
      worryId: "worry001",
      agreementId: "agree001",
      seat: "no-phone",
      scribe: "guest",
      words: "Who pays?",
    }
    const withdraw: Asked = { type: "withdraw-worry", worryId: "worry001" }
    expect(new Room(said).ask(host, withdraw)).toEqual(refused("not-allowed"))
    expect(new Room(said).ask({ seat: "no-phone" }, withdraw)).toMatchObject({ ok: true })
    const room = new Room(said)
    room.ask(guest, withdraw)
    expect(room.session.worries).toEqual([])
    expect(room.ask(guest, withdraw)).toEqual(refused("unknown-worry"))
  })
})

describe("write alone, then show together", () => {
  const third = { seat: "third" }
  const start: Asked = { type: "start-round", kind: "alone", stage: "needs", question: "What matters?" }
  const yesTo = (roundId = "round001"): Asked => ({ type: "confirm-reveal", roundId })
  function running(tables: Record<string, string> = {}): Room {
    const room = new Room({ type: "round-started", roundId: "round001", kind: "alone", stage: "needs", question: "What matters?" })
    room.tables = tables
    return room
  }
  function asked(tables: Record<string, string> = {}): Room {
    const room = running(tables)
    room.ask(host, { type: "ask-reveal" })
    return room
  }

  test("the host starts one round at a time, on a page of the plan", () => {
    const room = new Room()
    expect(room.ask(host, { ...start, stage: "matrix" })).toEqual(refused("unknown-stage"))
    expect(room.ask(host, start)).toEqual(
      accepted({ type: "round-started", roundId: "worry001", kind: "alone", stage: "needs", question: "What matters?" }),
    )
    expect(room.ask(host, start)).toEqual(refused("round-runs"))
  })
  test("only the host asks to show it, and only while a round runs", () => {
    expect(new Room().ask(host, { type: "ask-reveal" })).toEqual(refused("no-round"))
    expect(running().ask(guest, { type: "ask-reveal" })).toEqual(refused("not-host"))
    const room = running()
    expect(room.ask(host, { type: "ask-reveal" })).toEqual(accepted({ type: "reveal-asked", roundId: "round001" }))
    expect(room.ask(host, { type: "ask-reveal" })).toEqual(accepted())
    expect(room.session.round?.asked?.seat).toBe("host")
  })
  test("where no others sit at tables, any other person here says yes", () => {
    const room = asked({ host: "1" })
    expect(room.ask(host, yesTo())).toEqual(refused("not-allowed"))
    expect(room.ask({ seat: "no-phone" }, yesTo())).toEqual(refused("not-allowed"))
    expect(room.ask(guest, yesTo())).toEqual(
      accepted({ type: "round-revealed", roundId: "round001", askedBy: "host", confirmedBy: "guest", notes: 7 }),
    )
    expect(room.session.round).toBeNull()
  })
  test("where tables are, the yes comes from another one, however its name is typed", () => {
    const room = asked({ host: "Table 1", guest: " table 1", third: "2" })
    expect(room.ask(guest, yesTo())).toEqual(refused("another-table"))
    expect(room.ask(third, yesTo())).toMatchObject({ ok: true, events: [{ confirmedBy: "third" }] })
    const nobodysTable = asked({ third: "2" })
    expect(nobodysTable.ask(guest, yesTo())).toEqual(refused("another-table"))
  })
  test("a table whose people have all gone is waited for no longer", () => {
    const room = asked({ host: "1", third: "2" })
    room.here.delete("third")
    expect(room.ask(guest, yesTo())).toMatchObject({ ok: true })
  })
  test("alone in the room the host needs nobody's yes", () => {
    const room = running({ host: "1" })
    room.here = new Set(["host"])
    expect(room.ask(host, { type: "ask-reveal" })).toMatchObject({ ok: true, events: [{ type: "round-revealed", confirmedBy: null }] })
  })
  test("nobody shows what the host has not asked to show, nor a later round than they saw", () => {
    expect(running().ask(third, yesTo())).toEqual(refused("not-asked"))
    expect(asked().ask(third, yesTo("round000"))).toEqual(refused("no-round"))
  })
  test("not yet: the host takes it back, or somebody who could have said yes", () => {
    const room = asked({ host: "1", guest: "1", third: "2" })
    expect(room.ask(guest, { type: "put-off-reveal" })).toEqual(refused("another-table"))
    expect(room.ask(third, { type: "put-off-reveal" })).toEqual(accepted({ type: "reveal-put-off", roundId: "round001" }))
    expect(room.ask(third, yesTo())).toEqual(refused("not-asked"))
    expect(room.ask(third, { type: "put-off-reveal" })).toEqual(accepted())
    room.ask(host, { type: "ask-reveal" })
    expect(room.ask(host, { type: "put-off-reveal" })).toMatchObject({ ok: true, events: [{ type: "reveal-put-off" }] })
  })
  test("who takes over hosting asks anew, and then says no yes to themselves", () => {
    const room = asked()
    room.write("server", { type: "host-changed", from: "host", to: "guest", how: "taken-over" })
    expect(room.ask(third, yesTo())).toEqual(refused("not-asked"))
    room.ask(guest, { type: "ask-reveal" })
    expect(room.ask(guest, yesTo())).toEqual(refused("not-allowed"))
    expect(room.ask(third, yesTo())).toMatchObject({ ok: true, events: [{ askedBy: "guest" }] })
  })
})

test("for whom a note was written is the server's to check: no event", () => {
  expect(new Room().ask(guest, { type: "written-for", noteId: "note0001", for: { name: "Rosa" } })).toEqual(accepted())
})

test("anybody opens places for others; the log says by whom, and a session remembers it", () => {
  const room = new Room()
  expect(room.ask(guest, { type: "open-seat", name: "Rosa" })).toEqual(accepted({ type: "seat-opened", seat: "worry001" }))
  expect([...room.session.opened]).toEqual([["worry001", "guest"]])
  room.write({ seat: "worry001" }, { type: "seat-claimed", seat: "worry001" })
  expect(room.session.opened.get("worry001")).toBe("guest")
})
test("one seat opens the places of a hall at most, and another seat may still open one", () => {
  const room = new Room()
  for (let n = 0; n < MOST_OPENED; n += 1) room.write(guest, { type: "seat-opened", seat: `place${n}` })
  expect(room.ask(guest, { type: "open-seat" })).toEqual(refused("too-many-people"))
  expect(room.ask(host, { type: "open-seat" })).toMatchObject({ ok: true })
})

describe("calling it agreed", () => {
  test("waits until no note is open, is said once, and can be taken back", () => {
    const room = new Room()
    room.openNotes = 1
    expect(room.ask(host, { type: "agree-design", is: true })).toEqual(refused("open-notes"))
    expect(room.session.agreedAt).toBeNull()
    room.openNotes = 0
    expect(room.ask(host, { type: "agree-design", is: true })).toEqual(accepted({ type: "design-agreed" }))
    expect(room.session.agreedAt).toBe(room.now)
    expect(room.ask(host, { type: "agree-design", is: true })).toEqual(accepted())
    expect(room.ask(host, { type: "agree-design", is: false })).toEqual(accepted({ type: "design-unagreed" }))
    expect(room.session.agreedAt).toBeNull()
  })
  test("nobody says it over a note that came later", () => {
    const room = new Room({ type: "design-agreed" })
    room.openNotes = 1
    expect(room.ask(host, { type: "agree-design", is: true })).toEqual(refused("open-notes"))
  })
})
