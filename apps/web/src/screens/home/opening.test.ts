import { expect, test } from "vitest"
import { bodyOf, firstContentOf, stepsOf, type Draft } from "./opening.ts"

const draft: Draft = {
  title: "  Better mornings ",
  purpose: " ",
  language: "en",
  groups: ["Staff"],
  moreGroups: "\nYoung people \nStaff\n",
  recipe: "evening",
  steps: null,
  isPlanChosen: false,
  first: null,
}

test("an untouched plan is sent by its name, and groups once each without empty lines", () => {
  expect(bodyOf(draft)).toEqual({
    ok: true,
    body: { title: "Better mornings", language: "en", groups: ["Staff", "Young people"], recipe: "evening" },
  })
})

test("a changed plan is sent whole, without the steps that were left out", () => {
  const steps = stepsOf("hour", (id) => ` ${id} `).map((step) => ({ ...step, isUsed: step.kind === "needs" }))
  const opened = bodyOf({ ...draft, recipe: "hour", steps })
  expect(opened.ok && opened.body.recipe).toEqual({
    name: "hour",
    stages: [{ kind: "needs", prompt: "recipes.prompt-needs", minutes: 15 }],
  })
})

test("a recipe from a file is sent as it is, and as it was changed", () => {
  const recipe = { file: "ours.json", name: "Ours", stages: [{ kind: "needs", prompt: "What wakes you?", minutes: 40 }] } as const
  const sent = (steps: Draft["steps"]) => {
    const opened = bodyOf({ ...draft, recipe, steps })
    return opened.ok && opened.body.recipe
  }
  expect(sent(null)).toEqual({ name: "Ours", stages: recipe.stages })
  const steps = stepsOf(recipe, () => "").map((step) => ({ ...step, minutes: 5 }))
  expect(sent(steps)).toEqual({ name: "Ours", stages: [{ kind: "needs", prompt: "What wakes you?", minutes: 5 }] })
})

test("a file to begin with keeps its own plan, unless somebody chose another", () => {
  const first = { name: "a.json", content: {} }
  const sent = (isPlanChosen: boolean) => {
    const opened = bodyOf({ ...draft, first, isPlanChosen })
    return opened.ok && opened.body.recipe
  }
  expect([sent(false), sent(true)]).toEqual([undefined, "evening"])
})

test("what is missing is named: a title, fewer groups, a step", () => {
  const many = Array.from({ length: 13 }, (_, i) => `Group ${i}`).join("\n")
  expect(bodyOf({ ...draft, title: " " })).toEqual({ ok: false, missing: "title" })
  expect(bodyOf({ ...draft, moreGroups: many })).toEqual({ ok: false, missing: "groups" })
  expect(bodyOf({ ...draft, steps: [] })).toEqual({ ok: false, missing: "steps" })
})

test("a file is JSON when it begins with a brace, else CSV; broken JSON and empty files are not taken", () => {
  expect(firstContentOf("a.json", '\uFEFF {"format":"evenboard"}')?.content).toEqual({ format: "evenboard" })
  expect(firstContentOf("a.csv", "text,kind\nThe bus,need")?.content).toBe("text,kind\nThe bus,need")
  expect(firstContentOf("a.json", "{oh")).toBeNull()
  expect(firstContentOf("a.csv", " \n")).toBeNull()
})
