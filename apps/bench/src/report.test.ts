import { expect, test } from "vitest"
import { daysOf, gather, renewed, type DatedRun, type Run } from "./gather.ts"
import { isMet, report, standing } from "./report.ts"
import { TARGETS, type Target } from "./targets.ts"

const run = (scenario: string, server: string, round: number, figures: Run["figures"]): Run => ({ scenario, server, round, figures })
const runs = [
  run("S1:300", "ours", 0, { cpuMsPer1000: 2, savedP50: 30 }),
  run("S1:300", "ours", 1, { cpuMsPer1000: 9, savedP50: 12 }),
  run("S1:300", "ours", 2, { cpuMsPer1000: 3, savedP50: 14 }),
  run("S1:300", "hocuspocus", 0, { cpuMsPer1000: 12 }),
  run("S1:300", "hocuspocus", 1, {}),
  run("S5", "ours", 0, { lost5: 0.2, lost13: 0 }),
]
const medians = gather(runs)
const about = { days: [{ date: "2026-11-21", scenarios: ["S4"] }], node: "v24.21.0", rounds: 3, hocuspocus: "4.7.0" }
const targetOf = (figure: string): Target => TARGETS.find((one) => one.figure === figure && one.scenario !== "S1:100") as Target

test("a promise against Hocuspocus is a share of its median in the same run", () => {
  expect(standing(targetOf("cpuMsPer1000"), medians)).toBe(0.25)
  expect(standing(targetOf("savedP50"), medians)).toBe(14)
})

test("a bound itself is still kept, a hair past it is not", () => {
  expect([0.3, 0.3001].map((now) => isMet(targetOf("cpuMsPer1000"), now))).toEqual([true, false])
  expect([0.999, 0.9989].map((now) => isMet(targetOf("shownSoon"), now))).toEqual([true, false])
})

test("the report says met, missed and not measured, each where it is so", () => {
  const lines = report(medians, about).split("\n")
  const line = (start: string): string => lines.find((one) => one.startsWith(`| ${start}`)) ?? ""
  expect(line("S1:300 CPU per 1000")).toBe("| S1:300 CPU per 1000 delivered, durable before relay | ≤ ×0.3 | ×0.250 | met |")
  expect(line("S5 seen, then lost, killed after 5 s")).toContain("**missed**")
  expect(line("S5 seen, then lost, killed after 13 s")).toContain("| 0 | met |")
  expect(line("S4 CPU")).toContain("| – | not measured |")
})

test("what is missed is listed with its reason, and what is met is not", () => {
  const [, list = ""] = report(
    gather([...runs, run("S4", "ours", 0, { cpuPerSecond: 2 }), run("S4", "hocuspocus", 0, { cpuPerSecond: 1 })]),
    about,
  ).split("## Missed, and why")
  expect(list).toMatch(/- \*\*S4 CPU\.\*\* .+a store that writes a document once/)
  expect(list).toContain("- **S5 seen, then lost, killed after 5 s, share.** Not looked into yet.")
  expect(list).not.toContain("S1:300 CPU")
})

test("the table puts our ratio beside the peers, and a dash where nothing was measured", () => {
  const [first] = report(medians, about)
    .split("\n")
    .filter((one) => one.includes("S1:300 · 300 in a room"))
  expect(first).toBe("| S1:300 · 300 in a room, 10 % type 5/s | CPU ms per 1000 delivered | 3.00 | 12.0 | – | – | ×0.250 |")
})

test("a scenario that ran again takes the place of what it said before, whole, and the report says the days", () => {
  const run = (scenario: string, server: string, date: string): DatedRun => ({ scenario, server, round: 0, date, figures: {} })
  const kept = [run("S4", "ours", "2026-11-22"), run("stuck", "ours", "2026-11-22"), run("stuck", "relay", "2026-11-22")]
  const all = renewed(kept, [run("stuck", "ours", "2026-11-26")])
  expect(all.map(({ scenario, server, date }) => [scenario, server, date])).toEqual([
    ["S4", "ours", "2026-11-22"],
    ["stuck", "ours", "2026-11-26"],
  ])
  const text = report(gather(all), { days: daysOf(all), node: "v24.21.0", rounds: 2, hocuspocus: "4.7.0" })
  expect(text).toContain("2026-11-26: stuck; 2026-11-22: S4 · 2 cores")
})
