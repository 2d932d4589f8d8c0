import { STAGE_KINDS } from "@evenboard/api"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { SessionEvent, SessionEventBody } from "./events.ts"
import { emptySession, fold, reduce } from "./reduce.ts"

const id = fc.constantFrom("a", "b", "c", "__proto__", "constructor")
const words = fc.string({ maxLength: 8 })
const count = fc.nat(600)
const kind = fc.constantFrom(...STAGE_KINDS)
const stance = fc.constantFrom("for" as const, "worried" as const, null)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const event = (type: SessionEventBody["type"], shape: object = {}) =>
  fc.record({ type: fc.constant(type), ...shape }) as unknown as fc.Arbitrary<SessionEventBody>

const stages = fc
  .uniqueArray(kind)
  .chain((kinds) => fc.tuple(...kinds.map((k) => fc.record({ kind: fc.constant(k), prompt: words, minutes: count }))))
const body: fc.Arbitrary<SessionEventBody> = fc.oneof(
  event("opened", { title: words, purpose: words, language: fc.constant("en"), groups: fc.array(words), stages }),
  event("plan-edited", { title: maybe(words), stage: maybe(fc.record({ kind, prompt: maybe(words), minutes: maybe(count) })) }),
  event("stage-moved", { to: kind }),
  event("timer-started", { endsAt: count, minutes: count }),
  event("timer-lengthened", { endsAt: count, minutes: count }),
  event("timer-stopped"),
  event("host-changed", { from: fc.constant(null), to: id, how: fc.constant("passed") }),
  event("host-asked", { seat: id }),
  event("door-opened"),
  event("door-shut"),
  event("link-rotated"),
  event("note-hidden", { noteId: id, number: count, kind: words, canvas: words, reason: words }),
  event("note-restored", { noteId: id }),
  event("hand-raised", { agreementId: id, seat: id, stance }),
  event("hands-counted", { agreementId: id, for: count, worried: count }),
  event("worry-said", { worryId: id, agreementId: id, seat: id, scribe: fc.option(id), words }),
  event("worry-withdrawn", { worryId: id }),
  event("round-started", { roundId: id, kind: fc.constant("alone"), stage: kind, question: words }),
  event("reveal-asked", { roundId: id }),
  event("reveal-put-off", { roundId: id }),
  event("round-revealed", { roundId: id, askedBy: id, confirmedBy: fc.option(id), notes: count }),
  event("seat-opened", { seat: id }),
  event("seat-claimed", { seat: id }),
  event("imported", { from: words, notes: count }),
  event("exported", { format: words }),
  event("ended"),
  fc.constant({ type: "from-a-newer-server", stage: 7 } as unknown as SessionEventBody),
)
const log: fc.Arbitrary<SessionEvent[]> = fc
  .array(body, { maxLength: 40 })
  .map((bodies) => bodies.map((each, i): SessionEvent => ({ seq: i + 1, at: i * 10, by: "server", ...each })))

describe("folding any log", () => {
  test("never throws, and ends at the last seq", () => {
    fc.assert(
      fc.property(log, (events) => {
        expect(fold(emptySession, events).seq).toBe(events.length)
      }),
    )
  })
  test("gives the same in two halves as whole", () => {
    fc.assert(
      fc.property(log, fc.nat(40), (events, cut) => {
        const halves = fold(fold(emptySession, events.slice(0, cut)), events.slice(cut))
        expect(halves).toEqual(fold(emptySession, events))
      }),
    )
  })
  test("ignores every event seen before, keeping the same object", () => {
    fc.assert(
      fc.property(log, (events) => {
        const session = fold(emptySession, events)
        for (const seen of events) expect(reduce(session, seen)).toBe(session)
      }),
    )
  })
  test("changes no session it was given", () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const [i, next] of events.entries()) {
          const before = fold(emptySession, events.slice(0, i))
          const copy = structuredClone(before)
          reduce(before, next)
          expect(before).toEqual(copy)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe("one event", () => {
  const after = (...bodies: SessionEventBody[]) =>
    fold(
      emptySession,
      bodies.map((each, i): SessionEvent => ({ seq: i + 1, at: 1000 + i, by: "server", ...each })),
    )
  const opened: SessionEventBody = {
    type: "opened",
    title: "Mornings",
    purpose: "Buses",
    language: "pt",
    groups: ["Staff"],
    stages: [{ kind: "needs", prompt: "What matters?", minutes: 30 }],
  }

  test("opening sets the plan and starts at its first stage", () => {
    expect(after(opened)).toMatchObject({
      title: "Mornings",
      language: "pt",
      groups: ["Staff"],
      stage: "needs",
      openedAt: 1000,
      doorOpen: true,
    })
  })
  test("a timer ends with the stage it was started in", () => {
    expect(after(opened, { type: "timer-started", endsAt: 9, minutes: 1 }, { type: "stage-moved", to: "agree" })).toMatchObject({
      stage: "agree",
      timer: null,
    })
  })
  test("somebody with a place and no phone is counted until they come with one", () => {
    const place = (name: string): SessionEventBody => ({ type: "seat-opened", seat: name })
    const events = [place("tom"), place("rosa"), { type: "seat-claimed", seat: "rosa" } as const]
    const session = events.reduce((before, event, i) => reduce(before, { seq: i + 2, at: i, by: { seat: "sam" }, ...event }), after(opened))
    expect([...session.withoutPhone]).toEqual(["tom"])
    expect([...session.opened.keys()]).toEqual(["tom", "rosa"])
  })
  test("a new host ends the asking", () => {
    const asked = after(opened, { type: "host-asked", seat: "guest" })
    expect(asked.asking).toEqual({ seat: "guest", at: 1001 })
    const next: SessionEvent = { seq: 3, at: 5, by: "organiser", type: "host-changed", from: null, to: "third", how: "organiser" }
    expect(reduce(asked, next)).toMatchObject({ host: "third", asking: null })
  })
  test("the end stops the timer and shows as ended", () => {
    expect(after(opened, { type: "timer-started", endsAt: 9, minutes: 1 }, { type: "ended" })).toMatchObject({ ended: true, timer: null })
  })
  const started: SessionEventBody = { type: "round-started", roundId: "r1", kind: "alone", stage: "needs", question: "What matters?" }
  test("a round runs until it is shown, whatever stage the room moves to", () => {
    const running = after(opened, started, { type: "stage-moved", to: "agree" })
    expect(running.round).toMatchObject({ id: "r1", stage: "needs", question: "What matters?", startedAt: 1001, asked: null })
    const shown = after(opened, started, { type: "round-revealed", roundId: "r1", askedBy: "a", confirmedBy: "b", notes: 7 })
    expect(shown.round).toBeNull()
    expect(shown.shownRounds).toEqual([
      { id: "r1", kind: "alone", stage: "needs", question: "What matters?", startedAt: 1001, shownAt: 1002, notes: 7 },
    ])
  })
  test("a wish to show the notes ends with a new host, with a not yet, and with the round", () => {
    const wish: SessionEvent = { seq: 3, at: 5, by: { seat: "host" }, type: "reveal-asked", roundId: "r1" }
    const asked = reduce(after(opened, started), wish)
    expect(asked.round?.asked).toEqual({ seat: "host", at: 5 })
    const next = (body: SessionEventBody) => reduce(asked, { seq: 4, at: 6, by: "server", ...body })
    expect(next({ type: "host-changed", from: "host", to: "guest", how: "taken-over" }).round).toMatchObject({ id: "r1", asked: null })
    expect(next({ type: "reveal-put-off", roundId: "r1" }).round).toMatchObject({ id: "r1", asked: null })
    expect(next({ type: "round-revealed", roundId: "other", askedBy: "host", confirmedBy: null, notes: 0 }).round?.id).toBe("r1")
    expect(next({ type: "ended" }).round).toBeNull()
    expect(next({ type: "imported", from: "x", notes: 0 }).round).toBeNull()
  })
  test("one hand changes no other agreement's hands", () => {
    const one = after(opened, { type: "hand-raised", agreementId: "a", seat: "s", stance: "for" })
    const hands = one.hands.get("a")
    const next: SessionEvent = { seq: 3, at: 5, by: "server", type: "hand-raised", agreementId: "b", seat: "s", stance: "worried" }
    expect(reduce(one, next).hands.get("a")).toBe(hands)
  })
})
