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
