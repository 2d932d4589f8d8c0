// Medians → results.md: the table of peers with our ratio, and what we hold, met or missed. Pure.
import type { Medians } from "./gather.ts"
import { ratio, shown } from "./statistics.ts"
import { TARGETS, type Target } from "./targets.ts"

export type About = { days: readonly { date: string; scenarios: string[] }[]; node: string; rounds: number; hocuspocus: string }
type Row = { scenario: string; name: string; figure: string; says: string }

const COLUMNS = ["hocuspocus", "y-websocket", "relay"] as const

const row = (scenario: string, name: string, figure: string, says: string): Row => ({ scenario, name, figure, says })
const ROWS: readonly Row[] = [
  ...[100, 300].flatMap((count) => [
    row(`S1:${count}`, `S1:${count} · ${count} in a room, 10 % type 5/s`, "cpuMsPer1000", "CPU ms per 1000 delivered"),
    row(`S1:${count}`, "", "seenP50", "seen by others, p50 ms"),
    row(`S1:${count}`, "", "seenP99", "seen by others, p99 ms"),
    row(`S1:${count}`, "", "loopP99", "event loop late, p99 ms"),
  ]),
  ...[100, 300].flatMap((count) => [
    row(`S2:${count}`, `S2:${count} · everyone's presence at 10 Hz`, "cpuPerSecond", "CPU s per s"),
    row(`S2:${count}`, "", "shownSoon", "shown within 500 ms, that state or a newer one, share"),
    row(`S2:${count}`, "", "shownItself", "shown itself, share"),
    row(`S2:${count}`, "", "kBPerSecond", "kB/s a phone"),
  ]),
  row("S3+S6", "S3 · 200 join a 2,000-note board at once", "cpuMsPerJoin", "CPU ms a join"),
  row("S3+S6", "", "allSyncedMs", "all synced, ms"),
  row("S4", "S4 · 1,000 rooms × 3 seats, 1 update/s each", "cpuPerSecond", "CPU s per s"),
  row("S4", "", "kBPerRoom", "kB a room"),
  row("S4", "", "seenP99", "seen by others, p99 ms"),
  row("S5", "S5 · 20 write, SIGKILL", "lost5", "seen, then lost, after 5 s, share"),
  row("S5", "", "lost13", "seen, then lost, after 13 s, share"),
  row("S3+S6", "S6 · restart, first phone opens S3's board", "firstMs", "until all is there, ms"),
  row("S3+S6", "", "firstCpu", "CPU s until then"),
  row("S3+S6", "", "firstCpuInAll", "CPU s, what follows included"),
]

export function report(medians: Medians, { days, node, rounds, hocuspocus }: About): string {
  const size = (figure: string): string => shown(medians.of("S3+S6", "hocuspocus", figure))
  return [
    "# Bench: the server beside its peers",
    "",
    `${whenOf(days)} · 2 cores, Node ${node.replace(/^v/, "")} · medians of ${rounds} rounds, servers in turn, each in a process of its own, the load in another · only ratios within one run mean anything.`,
    "",
    `Peers: Hocuspocus ${hocuspocus} with extension-sqlite · @y/websocket-server 0.1.1 (the reference y-websocket server, the last for Yjs 13) with LevelDB · a bare \`ws\` relay, framed once, that checks and keeps nothing. Ours: SQLite on disk, durable before relay, phones speaking evenboard.1. S3's board: ${size("boardKB")} kB, ${size("boardUpdates")} updates.`,
    "",
    "| scenario | figure | ours | Hocuspocus | y-websocket + LevelDB | relay | ours : Hocuspocus |",
    "|---|---|---:|---:|---:|---:|---:|",
    ...ROWS.map((one) => tableRow(one, medians)),
    "",
    "## What we hold",
    "",
    "| promise | bound | now | |",
    "|---|---:|---:|---|",
    ...TARGETS.map((target) => targetRow(target, medians)),
    "",
    ...missed(TARGETS, medians),
  ].join("\n")
}

/** The day; of several, which scenarios ran on each. */
const whenOf = (days: About["days"]): string =>
  days.length === 1 ? (days[0]?.date ?? "") : days.map(({ date, scenarios }) => `${date}: ${scenarios.join(", ")}`).join("; ")

/** What is missed, each with its reason. */
export function missed(targets: readonly Target[], medians: Medians): string[] {
  const misses = targets.filter((target) => isMissed(target, standing(target, medians)))
  if (misses.length === 0) return []
  return ["## Missed, and why", "", ...misses.map(({ says, ifMissed }) => `- **${says}.** ${ifMissed ?? "Not looked into yet."}`), ""]
}

const isMissed = (target: Target, now: number): boolean => !Number.isNaN(now) && !isMet(target, now)

function tableRow({ scenario, name, figure, says }: Row, medians: Medians): string {
  const ours = medians.of(scenario, "ours", figure)
  const theirs = COLUMNS.map((server) => shown(medians.of(scenario, server, figure)))
  const share = ratio(ours, medians.of(scenario, "hocuspocus", figure))
  return `| ${[name, says, shown(ours), ...theirs, Number.isNaN(share) ? "–" : `×${shown(share)}`].join(" | ")} |`
}

/** The figure a promise is about, as it is now. */
export function standing({ scenario, figure, against }: Target, medians: Medians): number {
  const ours = medians.of(scenario, "ours", figure)
  return against ? ratio(ours, medians.of(scenario, against, figure)) : ours
}

export function isMet(target: Target, now: number): boolean {
  return "atMost" in target ? now <= target.atMost : now >= target.atLeast
}

export function targetRow(target: Target, medians: Medians): string {
  const now = standing(target, medians)
  const sign = target.against ? "×" : ""
  const bound = "atMost" in target ? `≤ ${sign}${target.atMost}` : `≥ ${sign}${target.atLeast}`
  const verdict = Number.isNaN(now) ? "not measured" : isMissed(target, now) ? "**missed**" : "met"
  return `| ${target.says} | ${bound} | ${Number.isNaN(now) ? "–" : sign + shown(now)} | ${verdict} |`
}
