import { expect, test } from "vitest"
import { gather, type Run } from "../gather.ts"
import { clientReport, withSmoothness } from "./report.ts"

const run = (scenario: string, server: string, figures: Run["figures"]): Run => ({ scenario, server, round: 0, figures })
const medians = gather([
  run("move:200", "ours", { "pan-hundred": 60 }),
  run("move:3000", "ours", { "pan-hundred": 57 }),
  run("live:200", "ours", { fps: 20, applied: 1 }),
  run("live:200", "excalidraw", { fps: 5, applied: 0.5 }),
])
const lines = clientReport(medians, { date: "2026-11-26", node: "v24.21.0", rounds: 3 }).split("\n")
const line = (start: string): string => lines.find((one) => one.startsWith(start)) ?? ""

test("three thousand notes are held against two hundred of the same board", () => {
  expect(withSmoothness(medians).of("move:3000", "ours", "smooth")).toBe(0.95)
  expect(line("| pan, 3,000 notes at 100 %, as smooth as 200")).toContain("| 0.950 | met |")
})

test("a promise beside Excalidraw is a ratio to its median, and one missed is listed with its reason", () => {
  expect(line("| live, 500 moves/s, 200 notes, fit, frames |")).toContain("| ≥ ×7 | ×4.00 | **missed** |")
  expect(line("- **live, 500 moves/s, 200 notes, fit, frames.**")).not.toBe("")
  expect(line("| every move applied, 200 notes, share")).toContain("| 1.00 | met |")
  expect(line("| heap, 3,000 notes, MB | ≤ 20")).toContain("| – | not measured |")
})
