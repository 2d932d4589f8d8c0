import type { SessionEvent } from "@evenboard/session"
import { expect, test } from "vitest"
import { stageAt, staysOf } from "./stages.ts"

const at = (seq: number, time: number, body: object) => ({ seq, at: time, by: "organiser", ...body }) as unknown as SessionEvent
const opened = at(1, 100, { type: "opened", stages: [{ kind: "arrive" }, { kind: "needs" }] })
const moved = (time: number, to: string) => at(2, time, { type: "stage-moved", to })

test("each time the room stood at a step is told, the last one going on", () => {
  expect(staysOf([opened, moved(200, "needs"), moved(300, "options"), moved(400, "needs")])).toEqual([
    { stage: "arrive", from: -Infinity, until: 200 },
    { stage: "needs", from: 200, until: 300 },
    { stage: "options", from: 300, until: 400 },
    { stage: "needs", from: 400, until: Infinity },
  ])
})

test("what was written before the workshop was opened belongs to its first step, as in one made from a file", () => {
  const stays = staysOf([opened, moved(200, "needs")])
  expect([50, 199, 200, 999].map((time) => stageAt(stays, time))).toEqual(["arrive", "arrive", "needs", "needs"])
  expect(stageAt([], 5)).toBeNull()
})

test("moving to the step where the room is, or on at once, leaves no empty stay", () => {
  expect(staysOf([opened, moved(200, "needs"), moved(200, "options"), moved(300, "options")]).map(({ stage }) => stage)).toEqual([
    "arrive",
    "options",
  ])
})
