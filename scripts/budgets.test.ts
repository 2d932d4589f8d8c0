import { expect, test } from "vitest"
import { filesOf, reckon } from "./budgets.ts"

const chunks = {
  "src/main.tsx": { file: "assets/main.js", imports: ["_shared.js"], css: ["assets/main.css"] },
  "src/matrix.tsx": { file: "assets/matrix.js", imports: ["_shared.js", "src/main.tsx"], css: ["assets/matrix.css"] },
  "src/long.tsx": { file: "assets/long.js", imports: ["_editor.js"] },
  "_shared.js": { file: "assets/shared.js", imports: ["src/main.tsx"] },
  "_editor.js": { file: "assets/editor.js" },
}

test("what is imported, and its styles, are counted once, rounds or not", () => {
  expect([...filesOf(chunks, ["src/main.tsx", "src/matrix.tsx"])]).toEqual([
    "assets/main.js",
    "assets/main.css",
    "assets/shared.js",
    "assets/matrix.js",
    "assets/matrix.css",
  ])
})
test("each step holds what an edit takes, and its own", () => {
  const steps = {
    edit: ["src/main.tsx"],
    participant: ["src/matrix.tsx"],
    beside: ["_editor.js"],
    longText: ["src/long.tsx"],
    host: ["_editor.js"],
    room: ["src/matrix.tsx"],
  }
  expect(reckon(chunks, steps, () => 40_000)).toEqual([
    { step: "edit", bytes: 120_000, limit: 120_000 },
    { step: "participant", bytes: 200_000, limit: 180_000 },
    { step: "beside", bytes: 160_000, limit: 180_000 },
    { step: "longText", bytes: 200_000, limit: 260_000 },
    { step: "host", bytes: 160_000, limit: 240_000 },
    { step: "room", bytes: 200_000, limit: 190_000 },
  ])
})
test("a key that the build lacks is an error, so that a renamed file cannot slip out of the budget", () => {
  expect(() => filesOf(chunks, ["src/gone.tsx"])).toThrow('"src/gone.tsx"')
})
test("a step that names nothing is an error, not a budget kept", () => {
  expect(() => reckon(chunks, { edit: [], participant: [], beside: [], longText: [], host: [], room: [] }, () => 0)).toThrow(
    'nothing for "edit"',
  )
})
