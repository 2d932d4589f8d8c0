import { expect, test } from "vitest"
import type { SessionEvent, SessionEventBody } from "@evenboard/session"
import { sessionStore } from "./session-store.ts"

const log = (from: number, ...bodies: SessionEventBody[]): SessionEvent[] =>
  bodies.map((body, i) => ({ seq: from + i, at: 1, by: { seat: "rosa" }, ...body }))
const started: SessionEventBody = { type: "round-started", roundId: "r1", kind: "alone", stage: "needs", question: "" }
const again: SessionEventBody = { ...started, roundId: "r2" }
const shown: SessionEventBody = { type: "round-revealed", roundId: "r1", askedBy: "rosa", confirmedBy: null, notes: 2 }

test("how many have written is told with the first frame, by itself, and stays over other events of the same round", () => {
  const store = sessionStore()
  store.take({ whole: true, now: 1, events: log(1, started), written: 3 })
  expect(store.get().written).toBe(3)
  store.take({ whole: false, now: 1, events: [], written: 4 })
  expect(store.get().written).toBe(4)
  store.take({ whole: false, now: 1, events: log(2, { type: "door-shut" }) })
  expect(store.get()).toMatchObject({ written: 4, session: { seq: 2, round: { id: "r1" } } })
  expect(store.get().events.length).toBe(2)
})

test("in a round that has just begun nobody has written", () => {
  const store = sessionStore()
  store.take({ whole: true, now: 1, events: log(1, started), written: 3 })
  store.take({ whole: false, now: 1, events: log(2, shown, again) })
  expect(store.get()).toMatchObject({ written: 0, session: { round: { id: "r2" } } })
})

test("a frame that says nothing new wakes nobody", () => {
  const store = sessionStore()
  store.take({ whole: true, now: 1, events: log(1, started) })
  let woken = 0
  store.subscribe(() => (woken += 1))
  store.take({ whole: false, now: 2, events: log(1, started) })
  expect(woken).toBe(0)
})

test("how many go along is told whole each time, stays over other events, and is forgotten where a whole frame has none", () => {
  const store = sessionStore()
  const counted = [{ id: "p1", words: "We listen", count: 2 }]
  store.take({ whole: true, now: 1, events: [] })
  expect(store.get().counted).toEqual([])
  store.take({ whole: false, now: 1, events: [], counted })
  store.take({ whole: false, now: 1, events: log(1, { type: "door-shut" }) })
  expect(store.get().counted).toEqual(counted)
  store.take({ whole: true, now: 1, events: log(1, { type: "door-shut" }) })
  expect(store.get().counted).toEqual([])
})
