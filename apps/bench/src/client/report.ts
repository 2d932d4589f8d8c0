// Medians → client-results.md: the table of peers with our ratios, and what we hold, met or missed. Pure.
import type { Medians } from "../gather.ts"
import { missed, targetRow } from "../report.ts"
import { ratio, shown } from "../statistics.ts"
import { BOARDS } from "./served.ts"
import { TARGETS } from "./targets.ts"

export type About = { date: string; node: string; rounds: number }
type Row = [scenario: string, figure: string, says: string]

const ROWS: readonly Row[] = [
  ["open:0", "firstPaintMs", "first paint, empty, ms"],
  ["open:0", "editMs", "would take an edit, empty, ms"],
  ["open:200", "firstPaintMs", "first paint, 200 notes, ms"],
  ["open:200", "readableMs", "notes readable, 200 notes, ms"],
  ["open:200", "editMs", "would take an edit, 200 notes, ms"],
  ["open:200", "kB", "kB until then"],
  ["open:200", "socketKB", "of the board by the socket until then, kB"],
  ["open:200", "requests", "requests until then"],
  ["open:200", "fonts", "fonts among them"],
  ["open:200", "elsewhere", "requests to other hosts"],
  ["move:200", "pan-hundred", "pan, 200 notes, 100 %, frames a second"],
  ["move:1000", "pan-fit", "pan, 1,000 notes, fit, frames a second"],
  ["move:1000", "pan-hundred", "pan, 1,000 notes, 100 %, frames a second"],
  ["move:1000", "zoom-fit", "zoom, 1,000 notes, fit, frames a second"],
  ["move:1000", "zoom-hundred", "zoom, 1,000 notes, 100 %, frames a second"],
  ["move:1000", "panTask-fit", "longest task, pan, fit, ms"],
  ["move:1000", "panTask-hundred", "longest task, pan, 100 %, ms"],
  ["move:1000", "zoomTask-fit", "longest task, zoom, fit, ms"],
  ["move:1000", "zoomTask-hundred", "longest task, zoom, 100 %, ms"],
  ["move:3000", "pan-hundred", "pan, 3,000 notes, 100 %, frames a second"],
  ["move:3000", "panTask-hundred", "longest task, pan, 3,000 notes, ms"],
  ["live:200", "fps", "live, 500 moves/s, 200 notes, fit, frames a second"],
  ["live:200", "applied", "moves applied, share"],
  ["live:1000", "fps", "live, 500 moves/s, 1,000 notes, fit, frames a second"],
  ["live:1000", "applied", "moves applied, share"],
  ["memory:3000", "heapMB", "heap, 3,000 notes, MB"],
  ["memory:3000", "domNodes", "DOM nodes, 3,000 notes"],
  ["memory:3000", "rendererMB", "renderer memory, 3,000 notes, MB"],
  ["read:50", "readable", "notes in the accessibility tree, of 50, share"],
]

/** 3,000 notes beside 200: a figure of two scenarios, reckoned here. */
export function withSmoothness(medians: Medians): Medians {
  return {
    of(scenario, server, figure) {
      if (figure !== "smooth") return medians.of(scenario, server, figure)
      return ratio(medians.of("move:3000", server, "pan-hundred"), medians.of("move:200", server, "pan-hundred"))
    },
  }
}

export function clientReport(measured: Medians, { date, node, rounds }: About): string {
  const medians = withSmoothness(measured)
  return [
    "# Bench: the page beside its peers",
    "",
    `${date} · 2 cores, Node ${node.replace(/^v/, "")}, Debian's Chromium without a GPU · medians of ${rounds} rounds, boards in turn, each run with a browser and a server of its own · only ratios within one scenario's run mean anything.`,
    "",
    "Opening is measured on a phone of 390 × 844, CPU 4 × slowed, 400 ms round trip, 1.6 Mbit/s, nothing cached. Panning, zooming, others' moves and memory are measured on a window of 1024 × 768, where our Board view is shown, the CPU 4 × slowed (memory: not slowed); the same window, the same notes and the same wheel for all three. Frames are frames drawn (`DrawFrame` of the trace). Renderer memory is what is its alone (`RssAnon`).",
    "",
    "Peers: tldraw 5.4.2 with note shapes and Excalidraw 0.18.1 with rectangles that hold words, each the whole editor in a minimal production page, its board as it saved it itself. Fonts and icons, which both take from another host by default, come from the page's own server. Moves come to them by a socket, what 8 ms brought in one message, by `store.put` and by `updateScene`. Ours: the real server, filled through the socket, synced.",
    "",
    "| figure | ours | tldraw | Excalidraw | ours : Excalidraw |",
    "|---|---:|---:|---:|---:|",
    ...ROWS.map((row) => tableRow(row, medians)),
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

function tableRow([scenario, figure, says]: Row, medians: Medians): string {
  const share = ratio(medians.of(scenario, "ours", figure), medians.of(scenario, "excalidraw", figure))
  return `| ${[says, ...BOARDS.map((board) => shown(medians.of(scenario, board, figure))), Number.isNaN(share) ? "–" : `×${shown(share)}`].join(" | ")} |`
}
