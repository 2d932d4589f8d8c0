import { expect, test } from "vitest"
import { planChanges, type Plan } from "./plan-changes.ts"

const plan: Plan = {
  title: "Better mornings",
  purpose: "",
  stages: [
    { kind: "needs", prompt: "What matters?", minutes: 30 },
    { kind: "agree", prompt: "", minutes: 0 },
  ],
}

test("a form left as it was, but for spaces, changes nothing", () => {
  expect(planChanges(plan, { ...plan, title: " Better mornings " })).toEqual([])
})

test("each changed step is a change of its own, and holds only what changed", () => {
  const stages = [
    { kind: "needs" as const, prompt: "What matters?", minutes: 25 },
    { kind: "agree" as const, prompt: "All right?", minutes: 0 },
  ]
  expect(planChanges(plan, { title: "Calm mornings", purpose: "", stages })).toEqual([
    { title: "Calm mornings" },
    { stage: { kind: "needs", minutes: 25 } },
    { stage: { kind: "agree", prompt: "All right?" } },
  ])
})

test("an emptied purpose is sent as empty", () => {
  expect(planChanges({ ...plan, purpose: "The bus" }, plan)).toEqual([{ purpose: "" }])
})
